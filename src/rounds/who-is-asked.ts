/** Who is asked in a round, when at the earliest, and what not. One pure function; nobody else decides this. */
import type { ChannelName } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { PersonalRest } from '../store/tables.ts'
import { asksSomething } from '../survey/path.ts'
import type { QuestionKey, QuestionSet } from '../survey/types.ts'
import { allowedFor } from './rest-of.ts'

export type Candidate = {
  participantId: string
  contactId: string
  channel: ChannelName
  joined: boolean
  /** Gave consent that is in force. */
  consented: boolean
  reachable: boolean
  /** Known to have been at the session. */
  present: boolean
  /** Own answer in a round at the start of the session. */
  answeredAtStart: boolean
  rest: PersonalRest | null
  /** No questions before this day. */
  pausedUntil: string | null
  /** The ledger: days on which a question set was sent to this person, by any organisation. */
  askedOn: readonly string[]
}

export type Ask<C extends Candidate = Candidate> = {
  candidate: C
  sendAfter: Temporal.Instant
  /** "Was je erbij?" comes first. */
  checkIn: boolean
  /** The first card offers "I am not there". */
  absentButton: boolean
  /** Questions that this person is not asked. */
  without: QuestionKey[]
}

export type Rule = {
  of: 'present' | 'subscribers'
  /** Only who takes part on these is asked; null or absent: everybody. */
  channels?: readonly ChannelName[] | null
  /** ask: who is not known to have been there is asked that first. */
  presence: 'ask' | 'assume'
  /** True for a survey at the start of a session, where the tap itself says that somebody is there. */
  atStart: boolean
  set: QuestionSet
  /** True: a tap at the start or its fellow at the end, which the cap leaves out. */
  pair: boolean
  /** False: nobody reads open answers, or the help lines beside them are old. */
  openQuestions: boolean
  now: Temporal.Instant
  /** Moment after which asking is useless: the closing of the round. */
  lastUseful: Temporal.Instant
  session: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }
  organisation: Organisation
  /** Set when this one person opened a link: of this session, or the one that hangs on the wall. */
  came?: 'session-link' | 'link'
}

/**
 * No consent, no question. Rest moves a message to the next allowed moment, except on a web page, which makes no
 * sound; who cannot be asked before the round closes is not asked. Who opened a link asked for it: it comes at once.
 * @returns the asks, and how many people the cap left in peace
 */
export function whoIsAsked<C extends Candidate>(
  candidates: readonly C[],
  rule: Rule,
): { asks: Ask<C>[]; rested: number } {
  const asks: Ask<C>[] = []
  let rested = 0
  for (const candidate of candidates) {
    if (!candidate.joined || !candidate.consented || !candidate.reachable) continue
    if (rule.set.barredOn?.includes(candidate.channel)) continue
    if (rule.channels && !rule.channels.includes(candidate.channel)) continue
    if (rule.of === 'present' && !candidate.present && !rule.came) continue
    const without = withoutFor(candidate, rule)
    if (!asksSomething(rule.set, without)) continue
    const sendAfter = whenFor(candidate, rule)
    if (!sendAfter || Temporal.Instant.compare(sendAfter, rule.lastUseful) >= 0) continue
    // The link of the session itself is no message from us.
    if (!rule.pair && rule.came !== 'session-link' && isFull(candidate, dayOf(sendAfter, rule.organisation))) {
      rested += 1
      continue
    }
    const checkIn = !candidate.present && (rule.presence === 'ask' || rule.of === 'present')
    const absentButton = rule.atStart && !checkIn && !candidate.present
    asks.push({ candidate, sendAfter, checkIn, absentButton, without })
  }
  return { asks, rested }
}

function whenFor(candidate: Candidate, rule: Rule): Temporal.Instant | null {
  const { now, organisation } = rule
  const paused = candidate.pausedUntil !== null && dayOf(now, organisation) < candidate.pausedUntil
  if (candidate.channel === 'web' || rule.came) return paused ? null : now
  return allowedFor(now, organisation, candidate, { ...rule.session, present: candidate.present })
}

/** The cap over all organisations, as it stands on the day of sending. */
export function isFull(candidate: Pick<Candidate, 'askedOn'>, day: string): boolean {
  return CAPS.some(({ days, sets }) => {
    const since = Temporal.PlainDate.from(day).subtract({ days }).toString()
    return candidate.askedOn.filter((asked) => asked > since).length >= sets
  })
}

function withoutFor(candidate: Candidate, { set, openQuestions }: Rule): QuestionKey[] {
  const leftOut = set.questions.filter((question) => {
    if (question.retrospective && candidate.answeredAtStart) return true
    // An open question is asked on every channel: where the platform may not see it, by a link to the page.
    return question.type === 'text' ? !openQuestions : question.notOn?.includes(candidate.channel)
  })
  return leftOut.map((question) => question.key)
}

/**
 * Whether a survey is half of a pair of feeling buttons: a tap at the start, or the same scale at the end of a
 * session that also asks at its start. One tap, and at most one question more; anything longer is a set of its own.
 * @param others surveys in force in the same organisation
 */
export function isFeelingPair(survey: Timed, others: readonly Timed[]): boolean {
  const scale = scaleOf(survey.set)
  if (scale === null) return false
  if (survey.moment === 'start') return true
  return (
    survey.moment === 'end' &&
    others.some((one) => one.moment === 'start' && one.series === survey.series && scaleOf(one.set) === scale)
  )
}

export type Timed = { series: string; moment: unknown; set: QuestionSet }

function scaleOf(set: QuestionSet): string | null {
  const questions = set.questions.filter((question) => question.type !== 'card' && !question.retrospective)
  const [first] = questions
  if (first?.type !== 'feeling' || questions.length > 2) return null
  return first.options.map((option) => option.code).join(' ')
}

const dayOf = (at: Temporal.Instant, organisation: Organisation): string =>
  at.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()

const CAPS = [
  { days: 30, sets: 2 },
  { days: 183, sets: 8 },
]
