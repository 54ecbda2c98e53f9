/** "Jullie zeiden, wij doen": what the coach writes back after a digest, and how young people read it. */

import { z } from 'zod'
import type { Prompt } from '../channels/port.ts'
import type { Digest } from '../digest/content.ts'
import { dayIn, textIn } from '../digest/labels.ts'
import { oneLine } from '../survey/one-line.ts'
import { FULL_LANGUAGES, fullLanguage, type Language, language as languageName } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'

/** The most characters of each of the three sentences. */
export const MOST_CHARACTERS = 200

const sentence = z.string().transform(oneLine).pipe(z.string().min(1).max(MOST_CHARACTERS))
const inOneLanguage = z.strictObject({ said: sentence, doing: sentence, cannot: sentence.nullable() })
/** One sentence as it may be stored; null when it is empty or too long. */
export const readSentence = (text: string): string | null => sentence.safeParse(text).data ?? null

/** In Dutch always, in other languages where somebody wrote it: what they said, what is done, what cannot be done now. */
export const feedbackContent = z
  .partialRecord(languageName, inOneLanguage)
  .refine((content) => content.nl !== undefined, 'Dutch is missing')
export type FeedbackContent = z.infer<typeof feedbackContent>

/** One language as it comes from a form: everything there, empty where nothing was written. */
export type FeedbackDraft = Partial<Record<string, { said: string; doing: string; cannot: string }>>

/** What may be stored of a draft; null when Dutch or half of a language is missing, or something is too long. */
export function readFeedback(draft: FeedbackDraft): FeedbackContent | null {
  const written = FULL_LANGUAGES.flatMap((language) => {
    const { said = '', doing = '', cannot = '' } = draft[language] ?? {}
    if ([said, doing, cannot].every((text) => text.trim() === '')) return []
    return [[language, { said, doing, cannot: cannot.trim() === '' ? null : cannot }]]
  })
  return feedbackContent.safeParse(Object.fromEntries(written)).data ?? null
}

/**
 * The message to one young person: in their language where the coach wrote it, else in the organisation's, else in
 * Dutch. The first line is neutral; what stands in it besides the coach's words is in the digest already.
 */
export function feedbackPrompt(
  content: FeedbackContent,
  digest: Digest,
  language: Language,
  organisationLanguage: Language,
): Prompt {
  const words = wordsFor(language)
  const of = (one: Language) => content[fullLanguage(one)]
  const { said, doing, cannot } = (of(language) ?? of(organisationLanguage) ?? content.nl)!
  const about = { activity: textIn(digest.series, language, 60), date: dayIn(digest.date, language, 'long') }
  return {
    kind: 'notice',
    language,
    lines: [
      { text: words('back-feedback'), style: 'strong' },
      { text: words('back-result-about', about) },
      { text: words('back-feedback-said', { text: said }) },
      { text: words('back-feedback-doing', { text: doing }) },
      ...(cannot === null ? [] : [{ text: words('back-feedback-cannot', { text: cannot }) }]),
    ],
    choices: [],
    silent: true,
  }
}
