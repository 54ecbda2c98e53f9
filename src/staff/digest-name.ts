/** What a digest is called on a button. */
import type { Digest } from '../digest/content.ts'
import { cut, dayIn, textIn } from '../digest/labels.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'

/** "Meetingpoint · 14 nov · bij het einde · racisme", as long as a button can be. */
export function digestName(digest: Digest, language: Language): string {
  const parts = [
    textIn(digest.series, language, 30),
    dayIn(digest.date, language, 'short'),
    ...(digest.moment === 'after' ? [] : [wordsFor(language)(`digest-moment-${digest.moment}`)]),
    ...(digest.theme === null ? [] : [digest.theme]),
  ]
  return cut(parts.join(' · '), 60)
}
