/** The buttons a card offers next to the options. The engine takes what the card shows, and nothing else. */
import { answerOf, firstOf, isOwn, previousOf } from './path.ts'
import { optionsOf } from './question-set.ts'
import { CHECK_IN, CONTROL, type ControlCode, type Question, type QuestionSet, type Run } from './types.ts'

/** "Don't know" and "rather not say": on every question with options, but not on "were you there?". */
export function asidesOf(question: Question): readonly ControlCode[] {
  return question.type === 'text' || question.type === 'card' || question.key === CHECK_IN ? NONE : ASIDES
}

/**
 * The controls that make sense on a question, in the order of the card.
 * @param index place of the question in the set; -1 for the check-in
 */
export function controlsOf(set: QuestionSet, run: Run, question: Question, index: number): ControlCode[] {
  const fresh = isFresh(set, run, index)
  const controls: ControlCode[] = []
  if (question.type === 'multi') controls.push(CONTROL.done)
  if (question.type === 'card' || keepsAnswer(run, question)) controls.push(CONTROL.next)
  if (question.type !== 'card') controls.push(CONTROL.skip)
  if (index >= 0 && (run.checkIn || previousOf(set, index, run) >= 0)) controls.push(CONTROL.back)
  if (fresh) controls.push(CONTROL.later)
  if (fresh && run.absentButton && !run.checkIn) controls.push(CONTROL.absent)
  if (question.type === 'text' || saidBad(set, run)) controls.push(CONTROL.help)
  controls.push(CONTROL.stop)
  return controls
}

/** True on the check-in and on the first question as long as nothing was answered: "not now" is still possible. */
export function isFresh(set: QuestionSet, run: Run, index: number): boolean {
  if (index !== -1 && index !== firstOf(set, run.without)) return false
  return Object.values(run.answers).every((answer) => answer.status === 'not_asked')
}

/** True on the card that opens a run: it says how many questions there are. */
export const opens = (set: QuestionSet, run: Run, index: number): boolean =>
  isFresh(set, run, index) && (index === -1 || !run.checkIn)

/** True when there is an answer from before that "next" leaves as it is. Ticked options are kept with "done". */
export function keepsAnswer(run: Run, question: Question): boolean {
  const answer = answerOf(run.answers, question.key)
  if (question.type !== 'multi') return isOwn(answer)
  return isOwn(answer) && answer?.status !== 'answered' && run.ticked.length === 0
}

/** True once the person said that something is not good: help is one tap away from then on. */
export function saidBad(set: QuestionSet, run: Run): boolean {
  return set.questions.some((question) => {
    const given = answerOf(run.answers, question.key)?.codes ?? []
    return isBad(question, question.key === run.at && run.ticked.length > 0 ? [...given, ...run.ticked] : given)
  })
}

const isBad = (question: Question, codes: readonly string[]): boolean =>
  choosesHelp(question, codes) ||
  (question.type === 'feeling' && question.options.some(({ code, side }) => side === 'minus' && codes.includes(code)))

/** True when one of these options shows the help card. */
export const choosesHelp = (question: Question, codes: readonly string[]): boolean =>
  optionsOf(question).some((option) => option.help === true && codes.includes(option.code))

const NONE: readonly ControlCode[] = []
const ASIDES: readonly ControlCode[] = [CONTROL.dontKnow, CONTROL.decline]
