/** When the round of a survey opens, reminds and closes around one session. */
import { durationOf } from './durations.ts'

/** When is asked: as the session starts, as it ends, or an ISO duration after its end. */
export type Moment = 'start' | 'end' | { after: string }

/** The part of a survey that says when; `window` and `reminder` are ISO durations counted from opening. */
export type Timing = { moment: Moment; window: string; reminder: string | null }

/**
 * The times of one round. Exact durations: a window of 72 hours is 72 hours, also over a clock change.
 * Quiet hours are not in here: they hold per message. A reminder that would come at or after closing is none.
 */
export function roundTimes(
  session: { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  survey: Timing,
): { opensAt: Temporal.Instant; closesAt: Temporal.Instant; remindAt: Temporal.Instant | null } {
  const opensAt = opening(session, survey.moment)
  const closesAt = opensAt.add(durationOf(survey.window))
  const remindAt = survey.reminder === null ? null : opensAt.add(durationOf(survey.reminder))
  const inTime = remindAt !== null && Temporal.Instant.compare(remindAt, closesAt) < 0
  return { opensAt, closesAt, remindAt: inTime ? remindAt : null }
}

function opening(session: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }, moment: Moment): Temporal.Instant {
  if (moment === 'start') return session.startsAt
  if (moment === 'end') return session.endsAt
  return session.endsAt.add(durationOf(moment.after))
}
