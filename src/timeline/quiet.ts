/** Quiet hours: when nobody gets a message. */

/** Local times `HH:MM`; from 21:00 until 09:00 goes over midnight. The same time twice means no quiet hours. */
export type Quiet = { from: string; until: string }

/**
 * The first moment at or after `at` that lies outside the quiet hours, by the wall clock of the time zone.
 * @param timezone IANA name
 */
export function nextAllowed(at: Temporal.Instant, quiet: Quiet, timezone: string): Temporal.Instant {
  const from = Temporal.PlainTime.from(quiet.from)
  const until = Temporal.PlainTime.from(quiet.until)
  const here = at.toZonedDateTimeISO(timezone)
  const now = here.toPlainTime()
  const overMidnight = Temporal.PlainTime.compare(from, until) > 0
  const begun = Temporal.PlainTime.compare(now, from) >= 0
  const over = Temporal.PlainTime.compare(now, until) >= 0
  const isQuiet = overMidnight ? begun || !over : begun && !over
  if (!isQuiet) return at

  const date = overMidnight && begun ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate()
  const end = date.toPlainDateTime(until)
  const first = end.toZonedDateTime(timezone, { disambiguation: 'compatible' })
  // In spring the end may be skipped: the clock jumps over it, and the quiet hours end with that jump.
  if (!first.toPlainTime().equals(until)) return (here.getTimeZoneTransition('next') ?? first).toInstant()
  // In autumn the end comes twice; in the second pass only the second one is still ahead.
  if (Temporal.Instant.compare(first.toInstant(), at) > 0) return first.toInstant()
  return end.toZonedDateTime(timezone, { disambiguation: 'later' }).toInstant()
}
