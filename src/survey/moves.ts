/** What every accepted reply does to a run, and the few ways of saying that nothing moved. */
import { answerOf } from './path.ts'
import {
  type Answer,
  type AnswerStatus,
  CHECK_IN,
  type Disposition,
  type Effect,
  type Notice,
  type QuestionSet,
  type Run,
} from './types.ts'

export type Step = { run: Run; effects: Effect[] }

/** Puts the question at `index` on the card (-1: the check-in), with the options chosen before ticked. */
export function moved(set: QuestionSet, run: Run, at: Temporal.Instant, index: number, effects: Effect[]): Step {
  const question = set.questions[index]
  const before = question && answerOf(run.answers, question.key)
  const ticked = question?.type === 'multi' && before?.status === 'answered' ? [...before.codes] : []
  return {
    run: { ...run, ...accepted(run, at), at: question?.key ?? CHECK_IN, ticked },
    effects: [...effects, { type: 'card' }],
  }
}

export function finish(run: Run, at: Temporal.Instant, disposition: Disposition, effects: Effect[]): Step {
  return {
    run: { ...run, ...accepted(run, at), at: null, disposition },
    effects: [...effects, { type: 'finish', disposition }, { type: 'card' }],
  }
}

export function accepted(
  run: Run,
  at: Temporal.Instant,
): Pick<Run, 'turn' | 'since' | 'ticked' | 'toggled' | 'disposition' | 'movedAt'> {
  return { turn: run.turn + 1, since: run.turn + 1, ticked: [], toggled: {}, disposition: null, movedAt: at.toString() }
}

/** Who answers a run that could not be delivered can be reached again. */
export const revived = (run: Run): Effect[] => (run.disposition === 'unreachable' ? [{ type: 'reopen' }] : [])

export const unanswered = (status: AnswerStatus): Answer => ({ status, codes: [] })

export const unchanged = (run: Run): Step => ({ run, effects: [] })

export const notice = (run: Run, name: Notice, count?: number): Step => ({
  run,
  effects: [count === undefined ? { type: 'notice', notice: name } : { type: 'notice', notice: name, count }],
})

/** True for a tap on the card before, so soon after it that the person meant one tap. */
export const isDoubleTap = (run: Run, turn: number, at: Temporal.Instant): boolean =>
  turn === run.turn - 1 && withinDoubleTap(run, at)

/** Also when the clock jumped back meanwhile: long before is as far away as long after. */
export const withinDoubleTap = (run: Run, at: Temporal.Instant): boolean =>
  run.movedAt !== null &&
  Math.abs(at.epochMilliseconds - Temporal.Instant.from(run.movedAt).epochMilliseconds) <= DOUBLE_TAP_MS

const DOUBLE_TAP_MS = 5_000
