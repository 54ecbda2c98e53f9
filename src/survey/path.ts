/** The way through a question set: which questions are shown, given the answers so far. */
import type { Answer, Question, QuestionKey, QuestionSet } from './types.ts'

type Answers = Record<QuestionKey, Answer>

/** The answer to a question, if there is one. A key such as `constructor` is a key like any other. */
export function answerOf(answers: Answers, key: QuestionKey): Answer | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined
}

/** True when the person gave this answer: said something, said "don't know" or "rather not". Skipping is not answering. */
export function isOwn(answer: Answer | undefined): boolean {
  return answer?.status === 'answered' || answer?.status === 'dont_know' || answer?.status === 'declined'
}

/**
 * True when the question at `index` is asked, given these answers. A condition looks back only:
 * on a later or an unknown question it never holds. The first question is always asked.
 */
export function isShown(set: QuestionSet, index: number, answers: Answers): boolean {
  const condition = set.questions[index]?.showIf
  if (!condition || index === 0) return true
  if (!isEarlier(set, index, condition.question)) return false
  const answer = answerOf(answers, condition.question)
  if (!answer) return false
  if (answer.status === 'answered') return answer.codes.some((code) => condition.is.includes(code))
  const control = STATUS_CODES[answer.status]
  return control !== undefined && condition.is.includes(control)
}

/** Index of the question with this key, or -1. */
export function indexOf(set: QuestionSet, key: QuestionKey | null): number {
  return set.questions.findIndex((question) => question.key === key)
}

/** Index of the question asked before the one at `index`, or -1. */
export function previousOf(set: QuestionSet, index: number, answers: Answers): number {
  for (let i = index - 1; i >= 0; i -= 1) if (isShown(set, i, answers)) return i
  return -1
}

/**
 * Where a question stands among those that are asked: `number` counts from 1, `total` and `ahead`
 * count what may still come. `sure` is false when that depends on answers still to be given.
 * Information cards are not counted.
 */
export type Position = { number: number; total: number; ahead: number; sure: boolean }

export function positionOf(set: QuestionSet, index: number, answers: Answers): Position {
  const undecided = new Set<QuestionKey>([set.questions[index]!.key])
  let before = 0
  let ahead = 0
  let sure = true
  for (let i = 0; i < set.questions.length; i += 1) {
    const question = set.questions[i] as Question
    if (i < index) {
      if (question.type !== 'card' && isShown(set, i, answers)) before += 1
    } else if (i > index) {
      const open = question.showIf !== undefined && undecided.has(question.showIf.question)
      if (!open && !isShown(set, i, answers)) continue
      if (open || !answerOf(answers, question.key)) undecided.add(question.key)
      if (question.type === 'card') continue
      ahead += 1
      if (open) sure = false
    }
  }
  const here = set.questions[index]!.type === 'card' ? 0 : 1
  return { number: before + here, total: before + here + ahead, ahead, sure }
}

const STATUS_CODES: Partial<Record<Answer['status'], string>> = {
  dont_know: '_dk',
  declined: '_no',
  skipped: '_skip',
}

function isEarlier(set: QuestionSet, index: number, key: QuestionKey): boolean {
  for (let i = 0; i < index; i += 1) if (set.questions[i]!.key === key) return true
  return false
}
