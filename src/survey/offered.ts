/** The buttons a card offers next to the options. The engine takes what the card shows, and nothing else. */
import { answerOf, isOwn } from './path.ts'
import { CONTROL, type ControlCode, type Question, type QuestionSet, type Run } from './types.ts'

/** "Don't know" and "rather not say": on every question with options. */
export function asidesOf(question: Question): readonly ControlCode[] {
  return question.type === 'text' || question.type === 'card' ? NONE : ASIDES
}

/** Done, next, skip, back, not now and stop, as far as they make sense on the question at `index`, in the order of the card. */
export function controlsOf(set: QuestionSet, run: Run, index: number): ControlCode[] {
  const question = set.questions[index]!
  const controls: ControlCode[] = []
  if (question.type === 'multi') controls.push(CONTROL.done)
  if (question.type === 'card' || keepsAnswer(run, question)) controls.push(CONTROL.next)
  if (question.type !== 'card') controls.push(CONTROL.skip)
  if (index > 0) controls.push(CONTROL.back)
  if (isFresh(run, index)) controls.push(CONTROL.later)
  controls.push(CONTROL.stop)
  return controls
}

/** True on the first question as long as nothing was answered: "not now" is still possible. */
export const isFresh = (run: Run, index: number): boolean => index === 0 && Object.keys(run.answers).length === 0

/** True when there is an answer from before that "next" leaves as it is. Ticked options are kept with "done". */
export function keepsAnswer(run: Run, question: Question): boolean {
  const answer = answerOf(run.answers, question.key)
  if (question.type !== 'multi') return isOwn(answer)
  return isOwn(answer) && answer?.status !== 'answered' && run.ticked.length === 0
}

const NONE: readonly ControlCode[] = []
const ASIDES: readonly ControlCode[] = [CONTROL.dontKnow, CONTROL.decline]
