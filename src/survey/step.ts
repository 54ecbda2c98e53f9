/**
 * The engine: one event moves one run one step. Pure and total: no clock, no database, no network,
 * and a wrong reply is a notice, not an exception.
 */
import { asidesOf, controlsOf } from './offered.ts'
import { answerOf, indexOf, isOwn, isShown, previousOf } from './path.ts'
import { optionsOf } from './question-set.ts'
import { cleanText, isStopWord, lengthOf, typedCode } from './read-reply.ts'
import {
  type Answer,
  type AnswerStatus,
  CONTROL,
  type Disposition,
  type Effect,
  type Notice,
  type Question,
  type QuestionSet,
  type Reply,
  type Run,
  type SurveyEvent,
} from './types.ts'

export type Step = { run: Run; effects: Effect[] }

/** A run that has just begun: turn 1, the first question on the card. */
export function newRun(set: QuestionSet): Run {
  return {
    turn: 1,
    at: set.questions[0]!.key,
    answers: {},
    ticked: [],
    since: 1,
    toggled: {},
    disposition: null,
    closed: false,
    movedAt: null,
  }
}

/**
 * Takes in one event.
 *
 * An accepted reply raises the turn by one and says `card`; anything else leaves the run as it is
 * and says at most a notice. `record` comes once for each question whose answer changed, `reopen`
 * before and `finish` after those. Never throws on any reply.
 */
export function step(set: QuestionSet, run: Run, event: SurveyEvent): Step {
  switch (event.type) {
    case 'replied':
      return replied(set, run, event.reply, event.at)
    case 'closed':
      return closed(set, run)
    case 'unreachable':
      if (run.disposition !== null || run.closed) return unchanged(run)
      return { run: { ...run, disposition: 'unreachable' }, effects: [{ type: 'finish', disposition: 'unreachable' }] }
    default: {
      const never: never = event
      return never
    }
  }
}

function replied(set: QuestionSet, run: Run, reply: Reply, at: Temporal.Instant): Step {
  const stop = reply.type === 'tapped' ? reply.code === CONTROL.stop : isStopWord(reply.text)
  if (run.closed) return stop ? stoppedAgain(run) : notice(run, 'closed')
  const turn = reply.turn ?? run.turn
  const current = turn >= run.since && turn <= run.turn
  if (!current && isDoubleTap(run, turn, at)) return unchanged(run)
  // "No more questions" is about all that is to come, so an old button or an old form says it as well as a new one.
  if (stop) return isOver(run) ? stoppedAgain(run) : finish(run, at, 'stopped', [{ type: 'stop' }])
  if (!current) return notice(run, 'stale')
  if (isOver(run)) return repliedAfterEnd(set, run, reply, at)
  const index = indexOf(set, run.at)
  const question = set.questions[index]
  if (!question) return notice(run, 'stale')
  if (reply.type === 'tapped') return press(set, run, index, reply.code, turn, at)
  if (question.type === 'text') return write(set, run, index, question.max, reply.text, at)
  const code = typedCode(set, run, index, reply.text)
  return code === null ? notice(run, 'tap-please') : press(set, run, index, code, turn, at)
}

/** A button of the question at `index`, tapped on its card as it was at `turn`. */
function press(set: QuestionSet, run: Run, index: number, code: string, turn: number, at: Temporal.Instant): Step {
  const question = set.questions[index]!
  if (code === CONTROL.write && question.type === 'text') return unchanged(run)
  if (isOption(question, code)) {
    if (question.type === 'multi') return toggle(run, question, code, turn, at)
    return answer(set, run, index, at, { status: 'answered', codes: [code] })
  }
  const offered: readonly string[] =
    code === CONTROL.dontKnow || code === CONTROL.decline ? asidesOf(question) : controlsOf(set, run, index)
  if (!offered.includes(code)) return notice(run, 'not-this-one')
  switch (code) {
    case CONTROL.dontKnow:
      return answer(set, run, index, at, without('dont_know'))
    case CONTROL.decline:
      return answer(set, run, index, at, without('declined'))
    case CONTROL.skip:
      return answer(set, run, index, at, without('skipped'))
    case CONTROL.done:
      return done(set, run, index, at)
    case CONTROL.next:
      return answer(set, run, index, at, question.type === 'card' ? without('skipped') : null)
    case CONTROL.back:
      return moved(set, run, at, previousOf(set, index, run.answers), revived(run))
    case CONTROL.later:
      return finish(run, at, 'declined', revived(run))
    default:
      return notice(run, 'not-this-one')
  }
}

function write(set: QuestionSet, run: Run, index: number, max: number, typed: string, at: Temporal.Instant): Step {
  const text = cleanText(typed)
  if (text === null) return notice(run, 'empty')
  if (text.length > max && lengthOf(text) > max) return notice(run, 'too-long', max)
  return answer(set, run, index, at, { status: 'answered', codes: [] }, text)
}

function toggle(
  run: Run,
  question: Question & { type: 'multi' },
  code: string,
  turn: number,
  at: Temporal.Instant,
): Step {
  // Somebody who taps two options quickly taps both on the card of the same turn. A second tap on
  // the same option of that same card is a double tap.
  const last = Object.hasOwn(run.toggled, code) ? run.toggled[code]! : 0
  if (last >= turn) return within(run, at, DOUBLE_TAP_MS) ? unchanged(run) : notice(run, 'stale')
  const ticks = !run.ticked.includes(code)
  if (ticks && question.max !== undefined && run.ticked.length >= question.max)
    return notice(run, 'pick-at-most', question.max)
  const ticked: string[] = []
  for (const option of question.options) {
    if (option.code === code ? ticks : run.ticked.includes(option.code)) ticked.push(option.code)
  }
  const toggled = { ...run.toggled, [code]: run.turn }
  return {
    run: { ...run, ...accepted(run, at), since: run.since, ticked, toggled },
    effects: [...revived(run), { type: 'card' }],
  }
}

function done(set: QuestionSet, run: Run, index: number, at: Temporal.Instant): Step {
  const question = set.questions[index] as Question & { type: 'multi' }
  if (run.ticked.length < question.min) return notice(run, 'pick-at-least', question.min)
  if (question.max !== undefined && run.ticked.length > question.max) return notice(run, 'pick-at-most', question.max)
  return answer(set, run, index, at, { status: 'answered', codes: [...run.ticked] })
}

/** Records the answer (null: leaves it as it is) and goes on to the next question that is shown. */
function answer(
  set: QuestionSet,
  run: Run,
  index: number,
  at: Temporal.Instant,
  given: Answer | null,
  text?: string,
): Step {
  const effects = revived(run)
  const answers = { ...run.answers }
  const record = (key: string, value: Answer, typed?: string) => {
    answers[key] = value
    effects.push({ type: 'record', question: key, answer: value, ...(typed === undefined ? {} : { text: typed }) })
  }
  if (given) record(set.questions[index]!.key, given, text)
  let next = -1
  for (let i = index + 1; i < set.questions.length; i += 1) {
    const { key } = set.questions[i]!
    const before = answerOf(answers, key)
    if (isShown(set, i, answers)) {
      if (next === -1) next = i
    } else if (before?.status !== 'not_asked' && (before || next === -1)) {
      // Passed by, or answered before and no longer shown: an old answer may not stay behind.
      record(key, without('not_asked'))
    }
  }
  if (next === -1) return finish({ ...run, answers }, at, 'completed', effects)
  return moved(set, { ...run, answers }, at, next, effects)
}

/** Puts the question at `index` on the card, with the options chosen before ticked. */
function moved(set: QuestionSet, run: Run, at: Temporal.Instant, index: number, effects: Effect[]): Step {
  const question = set.questions[index]!
  const before = answerOf(run.answers, question.key)
  const ticked = question.type === 'multi' && before?.status === 'answered' ? [...before.codes] : []
  return {
    run: { ...run, ...accepted(run, at), at: question.key, ticked },
    effects: [...effects, { type: 'card' }],
  }
}

function finish(run: Run, at: Temporal.Instant, disposition: Disposition, effects: Effect[]): Step {
  return {
    run: { ...run, ...accepted(run, at), at: null, disposition },
    effects: [...effects, { type: 'finish', disposition }, { type: 'card' }],
  }
}

/** After the last question only "change my answers" is left; it leads back to the first one. */
function repliedAfterEnd(set: QuestionSet, run: Run, reply: Reply, at: Temporal.Instant): Step {
  if (run.disposition !== 'completed') return notice(run, 'stale')
  if (reply.type === 'typed') return notice(run, 'finished')
  if (reply.code !== CONTROL.change) return notice(run, 'not-this-one')
  return moved(set, run, at, 0, [{ type: 'reopen' }])
}

/** The round closed: what is still open expires, and nothing changes any more. */
function closed(set: QuestionSet, run: Run): Step {
  if (run.closed) return unchanged(run)
  const effects: Effect[] = []
  const answers = { ...run.answers }
  let own = false
  let open = false
  for (let i = 0; i < set.questions.length; i += 1) {
    const { key } = set.questions[i]!
    const before = answerOf(answers, key)
    const shown = isShown(set, i, answers) && run.disposition !== 'not_asked'
    const status = statusAtClosing(before, shown)
    if (status !== before?.status) {
      answers[key] = without(status)
      effects.push({ type: 'record', question: key, answer: answers[key] })
    }
    open ||= status === 'expired'
    own ||= isOwn(answers[key])
  }
  const disposition = run.disposition ?? (open ? (own ? 'partial' : 'expired') : 'completed')
  if (run.disposition === null) effects.push({ type: 'finish', disposition })
  // Who stopped, said "not now" or cannot be reached is left alone.
  if (run.disposition === null || run.disposition === 'completed') effects.push({ type: 'card' })
  const turn = run.turn + 1
  return {
    run: { ...run, turn, since: turn, at: null, answers, ticked: [], toggled: {}, disposition, closed: true },
    effects,
  }
}

function statusAtClosing(before: Answer | undefined, shown: boolean): AnswerStatus {
  if (!shown) return 'not_asked'
  return !before || before.status === 'not_asked' ? 'expired' : before.status
}

/** What every accepted reply does to a run. */
function accepted(
  run: Run,
  at: Temporal.Instant,
): Pick<Run, 'turn' | 'since' | 'ticked' | 'toggled' | 'disposition' | 'movedAt'> {
  return { turn: run.turn + 1, since: run.turn + 1, ticked: [], toggled: {}, disposition: null, movedAt: at.toString() }
}

/** Over for the person too. An unreachable run is not: who answers can be reached again. */
const isOver = (run: Run): boolean => run.disposition !== null && run.disposition !== 'unreachable'

const revived = (run: Run): Effect[] => (run.disposition === 'unreachable' ? [{ type: 'reopen' }] : [])

const DOUBLE_TAP_MS = 5_000

const isDoubleTap = (run: Run, turn: number, at: Temporal.Instant): boolean =>
  turn === run.turn - 1 && within(run, at, DOUBLE_TAP_MS)

const within = (run: Run, at: Temporal.Instant, ms: number): boolean =>
  run.movedAt !== null && at.epochMilliseconds - Temporal.Instant.from(run.movedAt).epochMilliseconds <= ms

const isOption = (question: Question, code: string): boolean =>
  optionsOf(question).some((option) => option.code === code)

const without = (status: AnswerStatus): Answer => ({ status, codes: [] })

const unchanged = (run: Run): Step => ({ run, effects: [] })

const stoppedAgain = (run: Run): Step => ({ run, effects: [{ type: 'stop' }, { type: 'notice', notice: 'stopped' }] })

const notice = (run: Run, name: Notice, count?: number): Step => ({
  run,
  effects: [count === undefined ? { type: 'notice', notice: name } : { type: 'notice', notice: name, count }],
})
