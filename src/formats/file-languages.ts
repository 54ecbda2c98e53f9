/** Languages as files of other programs name them: `label::Nederlands (nl)`. Pure. */
import { LANGUAGES, type Language, type LocalText } from '../survey/question-set.ts'

/** The language as a heading of a column has it: its own name, and its code between brackets. */
export const languageHeading = (language: Language): string => `${OWN_NAMES[language]} (${language})`

/** The language that a heading names, by its code or by a name that people give it; null for one that we have not. */
export function languageNamed(heading: string): Language | null {
  const code = /\(([^()]*)\)\s*$/.exec(heading)?.[1]
  return known(code ?? '') ?? known(heading.replace(/\([^()]*\)\s*$/, ''))
}

function known(text: string): Language | null {
  const name = text.trim().toLowerCase()
  if (name === '') return null
  const exact = LANGUAGES.find((language) => language === name || OWN_NAMES[language].toLowerCase() === name)
  if (exact) return exact
  const regional = LANGUAGES.find((language) => name.startsWith(`${language}-`) || name.startsWith(`${language}_`))
  return regional ?? (Object.entries(OTHER_NAMES).find(([, names]) => names.includes(name))?.[0] as Language) ?? null
}

/** Languages of ours in which at least one of these texts is there, in our order. */
export const languagesIn = (texts: Iterable<LocalText | undefined>): Language[] => {
  const found = new Set<string>([...texts].flatMap((text) => Object.keys(text ?? {})))
  return LANGUAGES.filter((language) => found.has(language))
}

const OWN_NAMES: Record<Language, string> = {
  nl: 'Nederlands',
  'nl-plain': 'Eenvoudig Nederlands',
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
}
const OTHER_NAMES = {
  nl: ['dutch', 'flemish', 'vlaams', 'néerlandais', 'neerlandais'],
  en: ['engels', 'anglais'],
  fr: ['french', 'frans', 'francais'],
  ar: ['arabic', 'arabisch', 'arabe'],
}
