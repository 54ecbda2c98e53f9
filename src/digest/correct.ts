/** A digest whose theme was put right afterwards: other words, the same figures. */

import { oneLine } from '../survey/one-line.ts'
import type { LocalText } from '../survey/question-set.ts'
import type { Digest } from './content.ts'
import { fillText } from './fill-text.ts'
import { freeze } from './release-rules.ts'

/**
 * The same digest with another theme, in its heading and in the questions that name it. Nothing that was counted changes.
 * @param texts the questions as the set has them, by key; one that is not in it stays as it was
 */
export function withTheme(digest: Digest, theme: string | null, texts: ReadonlyMap<string, LocalText>): Digest {
  const values = { theme, organisation: digest.organisation }
  return freeze({
    ...digest,
    theme: theme === null || oneLine(theme) === '' ? null : oneLine(theme),
    questions: digest.questions.map((question) => {
      const text = texts.get(question.key)
      return text ? { ...question, text: fillText(text, values) } : question
    }),
  })
}
