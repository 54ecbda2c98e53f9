/** The way through a question set: which questions are shown, given the answers so far. */
import { optionsOf } from './question-set.ts'
import { type Answer, CHECK_IN, type Question, type QuestionKey, type QuestionSet, type Run } from './types.ts'

type Answers = Record<QuestionKey, Answer>

/** What decides which questions are shown: the answers so far, and what this person is not asked. */
export type Way = Pick<Run, 'answers' | 'without'>

/** The answer to a question, if there is one. A key such as `constructor` is a key like any other. */
export function answerOf(answers: Answers, key: QuestionKey): Answer | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined
}

/** True when the person gave this answer: said something, said "don't know" or "rather not". Skipping is not answering. */
export function isOwn(answer: Answer | undefined): boolean {
  return answer?.status === 'answered' || answer?.status === 'dont_know' || answer?.status === 'declined'
}

/**
 * True when the question at `index` is asked of this person. A condition looks back only: on a later or an
 * unknown question it never holds. A question about what may be done with a text is asked when there is a text.
 * The first question of a set is always asked, unless this person goes without it.
 */
export function isShown(set: QuestionSet, index: number, way: Way): boolean {
  const question = set.questions[index]
  if (question && way.without?.includes(question.key)) return false
  return index === 0 || (meetsCondition(set, index, way.answers) && meetsText(set, index, way.answers))
}

function meetsCondition(set: QuestionSet, index: number, answers: Answers): boolean {
  const condition = set.questions[index]?.showIf
  if (!condition) return true
  if (!isEarlier(set, index, condition.question)) return false
  const answer = answerOf(answers, condition.question)
  if (!answer) return false
  if (answer.status === 'answered') return answer.codes.some((code) => condition.is.includes(code))
  const control = STATUS_CODES[answer.status]
  return control !== undefined && condition.is.includes(control)
}

/** Who took a text back with this very question is still asked it: the answer can be seen and changed. */
function meetsText(set: QuestionSet, index: number, answers: Answers): boolean {
  const texts = textsTakenBack(set, index)
  if (texts.length === 0 || texts.some((key) => answerOf(answers, key)?.status === 'answered')) return true
  const given = answerOf(answers, set.questions[index]!.key)?.codes ?? []
  return textsTakenBack(set, index, given).length > 0
}

/** Keys of the earlier open questions whose text goes when one of these options (or any) is chosen. */
export function textsTakenBack(set: QuestionSet, index: number, codes?: readonly string[]): QuestionKey[] {
  const question = set.questions[index]
  if (!question) return []
  const keys = optionsOf(question).flatMap(({ code, erases }) => (!codes || codes.includes(code) ? (erases ?? []) : []))
  return keys.filter((key) => set.questions.some((one, i) => i < index && one.key === key && one.type === 'text'))
}

/** Index of the question with this key, or -1. */
export function indexOf(set: QuestionSet, key: QuestionKey | null): number {
  return set.questions.findIndex((question) => question.key === key)
}

/** Index of the question asked before the one at `index`, or -1. */
export function previousOf(set: QuestionSet, index: number, way: Way): number {
  for (let i = index - 1; i >= 0; i -= 1) if (isShown(set, i, way)) return i
  return -1
}

/** Index of the first question that this person is asked, or -1. It does not depend on answers: nothing comes before it. */
export function firstOf(set: QuestionSet, without: readonly QuestionKey[] | undefined): number {
  const way: Way = { answers: {}, ...(without ? { without: [...without] } : {}) }
  return set.questions.findIndex((_, index) => isShown(set, index, way))
}

/** True when a person who goes without these questions may still be asked something; reading a card is not being asked. */
export function asksSomething(set: QuestionSet, without: readonly QuestionKey[] = []): boolean {
  const possible = new Set<QuestionKey>()
  set.questions.forEach(({ key, showIf }, index) => {
    if (without.includes(key)) return
    const texts = textsTakenBack(set, index)
    const hasText = texts.length === 0 || texts.some((text) => possible.has(text))
    if (index === 0 || (hasText && (!showIf || possible.has(showIf.question)))) possible.add(key)
  })
  return set.questions.some((question) => question.type !== 'card' && possible.has(question.key))
}

/** What is on the card: a question with its place in the set; the check-in stands before the first, at -1. Null: nothing. */
export function onCard(set: QuestionSet, run: Pick<Run, 'at'>): { question: Question; index: number } | null {
  if (run.at === CHECK_IN) return { question: CHECK_IN_QUESTION, index: -1 }
  const index = indexOf(set, run.at)
  return index === -1 ? null : { question: set.questions[index]!, index }
}

/** "Were you there?": yes or no, in words that the card has from the words files. */
const CHECK_IN_QUESTION: Question = { type: 'yesno', key: CHECK_IN, text: { nl: CHECK_IN }, sensitive: false }

/**
 * Where a question stands among those that are asked: `number` counts from 1, `total` and `ahead`
 * count what may still come. `sure` is false when that depends on answers still to be given.
 * Information cards are not counted, and neither is the check-in (index -1).
 */
export type Position = { number: number; total: number; ahead: number; sure: boolean }

export function positionOf(set: QuestionSet, index: number, way: Way): Position {
  const undecided = new Set<QuestionKey>()
  const current = set.questions[index]
  if (current) undecided.add(current.key)
  let before = 0
  let ahead = 0
  let sure = true
  for (let i = 0; i < set.questions.length; i += 1) {
    const question = set.questions[i] as Question
    if (i < index) {
      if (question.type !== 'card' && isShown(set, i, way)) before += 1
    } else if (i > index && !way.without?.includes(question.key)) {
      const open = i > 0 && mayOpen(set, i, way.answers, undecided)
      if (!open && !isShown(set, i, way)) continue
      if (open || !answerOf(way.answers, question.key)) undecided.add(question.key)
      if (question.type === 'card') continue
      ahead += 1
      if (open) sure = false
    }
  }
  const here = current && current.type !== 'card' ? 1 : 0
  return { number: before + here, total: before + here + ahead, ahead, sure }
}

/** True when it depends on answers still to be given whether the question at `index` is shown. */
function mayOpen(set: QuestionSet, index: number, answers: Answers, undecided: ReadonlySet<QuestionKey>): boolean {
  const condition = set.questions[index]!.showIf
  const waits = condition !== undefined && undecided.has(condition.question)
  const waitsForText = textsTakenBack(set, index).some((key) => undecided.has(key))
  if (!waits && !waitsForText) return false
  return (waits || meetsCondition(set, index, answers)) && (waitsForText || meetsText(set, index, answers))
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
