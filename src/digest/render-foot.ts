/** The end of a digest: what to talk about, how careful to be, and whether the young people heard something back. */
import type { Language } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import type { Digest } from './content.ts'
import { dayIn, figuresOf, inSentence, nameOf } from './labels.ts'
import { changeFigure } from './render-pairs.ts'

/** Whether the young people were written back to: still to do, done on a date (ISO), or not asked for here. */
export type FeedbackStatus = 'todo' | 'none' | { on: string }

export function discussionLine(digest: Digest, language: Language, words: Words): string {
  const { rule, codes } = digest.discussion
  const question = digest.questions.find(({ key }) => key === digest.discussion.question)
  if (!question) return words(rule === 'few' ? 'digest-discuss-few' : 'digest-discuss-general')
  const figure = figuresOf(digest, question, language, words).find((one) => one.codes.join() === codes.join())
  const values = { number: String(question.number), part: nameOf(question, codes, language) }
  const counted = { ...values, part: figure ? inSentence(figure, words) : values.part }
  switch (rule) {
    case 'lower':
      return words('digest-discuss-lower', values)
    case 'higher':
      return words('digest-discuss-higher', values)
    case 'pairs_lower':
      return words('digest-discuss-pairs-lower', { part: changeFigure(digest, 'lower', words) })
    case 'pairs_better':
      return words('digest-discuss-pairs-better', { part: changeFigure(digest, 'better', words) })
    case 'named':
      return words('digest-discuss-named', counted)
    case 'mostly':
      return words('digest-discuss-keep', counted)
    default:
      return words('digest-discuss-help', counted)
  }
}

/** By how many people took part for certain; null where nothing is shown. */
export function cautionLine(digest: Digest, words: Words): string | null {
  if (digest.caution === 'none') return null
  const caution = words(`digest-caution-${digest.caution}`)
  const silent = digest.questions.some(
    ({ released }) => released.form === 'parts' && released.parts.some((part) => part.silent),
  )
  return silent ? words('digest-caution-silent', { caution }) : caution
}

export function feedbackLine(status: FeedbackStatus, language: Language, words: Words): string | null {
  if (status === 'none') return null
  return status === 'todo'
    ? words('digest-feedback-open')
    : words('digest-feedback-done', { date: dayIn(status.on, language, 'short') })
}
