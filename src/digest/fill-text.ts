/** Texts of a set with the theme and the organisation in their places. */
import { oneLine } from '../survey/one-line.ts'
import { LANGUAGES, type LocalText } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'

/** The text on one line in each language, with the theme and the organisation filled in. */
export function fillText(
  text: LocalText,
  { theme, organisation }: { theme: string | null; organisation: string },
): LocalText {
  const entries = LANGUAGES.flatMap((language) => {
    const own = text[language]
    if (own === undefined) return []
    const values: Record<string, string> = {
      theme: oneLine(theme ?? '') || wordsFor(language)('digest-no-theme'),
      organisation: oneLine(organisation),
    }
    return [[language, oneLine(own.replace(/\{(theme|organisation)\}/g, (_, name: string) => values[name]!))]]
  })
  return Object.fromEntries(entries)
}
