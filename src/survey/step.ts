/**
 * The engine: one event moves one run one step. Pure and total: no clock, no database, no network,
 * and a wrong reply is a notice, not an exception.
 */
import { absent, checkedIn, reopened } from './check-in.ts'
import { CHANGEABLE, closed, unreachable } from './closing.ts'
import { finish, isDoubleTap, moved, notice, revived, type Step, unanswered, unchanged } from './moves.ts'
import { asidesOf, choosesHelp, controlsOf } from './offered.ts'
import { answerOf, firstOf, isShown, onCard, previousOf, textsTakenBack } from './path.ts'
import { optionsOf } from './question-set.ts'
import { cleanText, isHelpWish, isStopWord, lengthOf, typedCode } from './read-reply.ts'
import { refusedTicks, toggle } from './ticking.ts'
import {
  type Answer,
  CHECK_IN,
  CONTROL,
  type Question,
  type QuestionKey,
  type QuestionSet,
  type Reply,
  type Run,
  type SurveyEvent,
} from './types.ts'

/**
 * A run that has just begun: turn 1, and on the card the check-in or the first question that is asked. When nothing
 * is left to ask, it is over at once, as `not_asked` (`asksSomething` tells before).
 * @param options.checkIn "were you there?" comes first
 * @param options.without keys of questions this person is not asked; keys the set does not have are harmless
 * @param options.absentButton the first card offers "I am not there"; with `checkIn` that is its "no" instead
 */
export function newRun(
  set: QuestionSet,
  options: { checkIn?: boolean; without?: readonly QuestionKey[]; absentButton?: boolean } = {},
): Run {
  const { checkIn = false, without = [], absentButton = false } = options
  const first = set.questions[firstOf(set, without)]
  return {
    turn: 1,
    at: first ? (checkIn ? CHECK_IN : first.key) : null,
    answers: {},
    ticked: [],
    since: 1,
    toggled: {},
    disposition: first ? null : 'not_asked',
    closed: false,
    movedAt: null,
    ...(checkIn ? { checkIn } : {}),
    ...(without.length > 0 ? { without: [...without] } : {}),
    ...(absentButton ? { absentButton } : {}),
  }
}

/**
 * Takes in one event.
 *
 * An accepted reply raises the turn by one and says `card`; anything else leaves the run as it is
 * and says at most a notice, or `help`. `record` comes once for each question whose answer changed, `reopen`
 * before and `finish` after those. Never throws on any reply.
 */
export function step(set: QuestionSet, run: Run, event: SurveyEvent): Step {
  switch (event.type) {
    case 'replied':
      return replied(set, run, event.reply, event.at, event.writeElsewhere === true)
    case 'closed':
      return closed(set, run)
    case 'unreachable':
      return unreachable(run)
    default: {
      const never: never = event
      return never
    }
  }
}

function replied(set: QuestionSet, run: Run, reply: Reply, at: Temporal.Instant, elsewhere: boolean): Step {
  // Help is never refused: not on an old card, and not when everything is over.
  if (reply.type === 'tapped' ? reply.code === CONTROL.help : isHelpWish(set, run, reply.text)) {
    return { run, effects: [{ type: 'help' }] }
  }
  const stop = reply.type === 'tapped' ? reply.code === CONTROL.stop : isStopWord(reply.text)
  if (run.closed) return stop ? stoppedAgain(run) : notice(run, 'closed')
  const turn = reply.turn ?? run.turn
  const current = turn >= run.since && turn <= run.turn
  if (!current && isDoubleTap(run, turn, at)) return unchanged(run)
  // "No more questions" is about all that is to come, so an old button or an old form says it as well as a new one.
  if (stop) return isOver(run) ? stoppedAgain(run) : finish(run, at, 'stopped', [{ type: 'stop' }])
  if (!current) return notice(run, 'stale')
  if (isOver(run)) return repliedAfterEnd(set, run, reply, at)
  const shown = onCard(set, run)
  if (!shown) return notice(run, 'stale')
  const { question, index } = shown
  if (reply.type === 'tapped') return press(set, run, question, index, reply.code, turn, at)
  if (question.type === 'text') {
    if (elsewhere && reply.turn === null) return notice(run, 'write-there')
    return write(set, run, index, question.max, reply.text, at)
  }
  const code = typedCode(set, run, reply.text)
  return code === null ? notice(run, 'tap-please') : press(set, run, question, index, code, turn, at)
}

/** A button of the question on the card, tapped on that card as it was at `turn`. */
function press(
  set: QuestionSet,
  run: Run,
  question: Question,
  index: number,
  code: string,
  turn: number,
  at: Temporal.Instant,
): Step {
  if (question.key === CHECK_IN) return checkedIn(set, run, code, at)
  if (code === CONTROL.write && question.type === 'text') return unchanged(run)
  if (isOption(question, code)) {
    if (question.type === 'multi') return toggle(run, question, code, turn, at)
    return answer(set, run, index, at, { status: 'answered', codes: [code] })
  }
  const offered: readonly string[] =
    code === CONTROL.dontKnow || code === CONTROL.decline ? asidesOf(question) : controlsOf(set, run, question, index)
  if (!offered.includes(code)) return notice(run, 'not-this-one')
  switch (code) {
    case CONTROL.dontKnow:
      return answer(set, run, index, at, unanswered('dont_know'))
    case CONTROL.decline:
      return answer(set, run, index, at, unanswered('declined'))
    case CONTROL.skip:
      return answer(set, run, index, at, unanswered('skipped'))
    case CONTROL.done:
      return (
        refusedTicks(run, question as Question & { type: 'multi' }) ??
        answer(set, run, index, at, { status: 'answered', codes: [...run.ticked] })
      )
    case CONTROL.next:
      return answer(set, run, index, at, question.type === 'card' ? unanswered('skipped') : null)
    case CONTROL.back:
      return moved(set, run, at, previousOf(set, index, run), revived(run))
    case CONTROL.later:
      return finish(run, at, 'declined', revived(run))
    case CONTROL.absent:
      return absent(set, run, at)
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

/** Records the answer (null: leaves it as it is) and goes on to the next question that is shown. */
function answer(
  set: QuestionSet,
  run: Run,
  index: number,
  at: Temporal.Instant,
  given: Answer | null,
  text?: string,
): Step {
  const question = set.questions[index]!
  const effects = revived(run)
  const answers = { ...run.answers }
  const record = (key: string, value: Answer, typed?: string) => {
    answers[key] = value
    effects.push({ type: 'record', question: key, answer: value, ...(typed === undefined ? {} : { text: typed }) })
  }
  if (given) record(question.key, given, text)
  for (const key of given ? textsTakenBack(set, index, given.codes) : []) {
    if (answerOf(answers, key)?.status === 'answered') record(key, unanswered('skipped'))
  }
  const next = passOn(set, { ...run, answers }, index, (key) => record(key, unanswered('not_asked')))
  const after =
    next === -1
      ? finish({ ...run, answers }, at, 'completed', effects)
      : moved(set, { ...run, answers }, at, next, effects)
  const worse = given !== null && choosesHelp(question, given.codes)
  const already = choosesHelp(question, answerOf(run.answers, question.key)?.codes ?? [])
  return worse && !already ? { ...after, effects: [...after.effects, { type: 'help' }] } : after
}

/**
 * The next question that is shown, or -1. `leave` is called, in order, for what is not asked: passed by, or answered
 * before and no longer shown; an old answer may not stay behind. `run.answers` sees what `leave` does to it.
 */
function passOn(set: QuestionSet, run: Run, index: number, leave: (key: QuestionKey) => void): number {
  let next = -1
  for (let i = 0; i < set.questions.length; i += 1) {
    if (i === index) continue
    const { key } = set.questions[i]!
    const before = answerOf(run.answers, key)
    if (isShown(set, i, run)) {
      if (i > index && next === -1) next = i
    } else if (before?.status !== 'not_asked' && (before || next === -1)) {
      leave(key)
    }
  }
  return next
}

/** After the end only "change my answers" is left, for who finished or was not there. */
function repliedAfterEnd(set: QuestionSet, run: Run, reply: Reply, at: Temporal.Instant): Step {
  if (!CHANGEABLE.has(run.disposition)) return notice(run, 'stale')
  if (reply.type === 'typed') return notice(run, run.disposition === 'completed' ? 'finished' : 'stale')
  return reply.code === CONTROL.change ? reopened(set, run, at) : notice(run, 'not-this-one')
}

/** Over for the person too. An unreachable run is not: who answers can be reached again. */
const isOver = (run: Run): boolean => run.disposition !== null && run.disposition !== 'unreachable'

const isOption = (question: Question, code: string): boolean =>
  optionsOf(question).some((option) => option.code === code)

const stoppedAgain = (run: Run): Step => ({ run, effects: [{ type: 'stop' }, { type: 'notice', notice: 'stopped' }] })
