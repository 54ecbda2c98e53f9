/** Rest: when nobody, or this one person, gets a message. All by the wall clock of the organisation. */

/** Local times `HH:MM`; from 21:00 until 09:00 goes over midnight. The same time twice means never. */
export type Hours = { from: string; until: string }

export type Rest = {
  /** Every day. */
  quiet: readonly Hours[]
  /** On some weekdays (ISO: 1 is Monday, 7 is Sunday), as in school hours. What goes over midnight belongs to the day it begins. */
  hours: readonly (Hours & { days: readonly number[] })[]
  /** Weekdays without any message. */
  weekdays: readonly number[]
  /** Local dates, both included. */
  days: readonly { from: string; until: string }[]
  /** Nothing before this local date, or null. */
  pausedUntil: string | null
}

/** Nothing rests. */
export const NO_REST: Rest = { quiet: [], hours: [], weekdays: [], days: [], pausedUntil: null }

/**
 * The first moment at or after `at` that no rest covers; null when there is none within 400 days.
 * @param timezone IANA name
 */
export function nextAllowed(at: Temporal.Instant, rest: Rest, timezone: string): Temporal.Instant | null {
  const weekly = weeklyRanges(rest)
  const last = at.add({ hours: 24 * FARTHEST_DAYS })
  let moment = at
  while (Temporal.Instant.compare(moment, last) <= 0) {
    const end = endOfRest(moment.toZonedDateTimeISO(timezone), rest, weekly)
    if (!end) return moment
    moment = end
  }
  return null
}

/** Minutes of the day, 0 to 1440, on ISO weekdays. */
type Range = { days: ReadonlySet<number>; from: number; until: number }

/** When one of the rests that cover this moment ends (or the clock jumps, and all is looked at anew); null when none does. */
function endOfRest(here: Temporal.ZonedDateTime, rest: Rest, weekly: readonly Range[]): Temporal.Instant | null {
  const date = here.toPlainDate().toString()
  if (rest.pausedUntil !== null && date < rest.pausedUntil) return startOf(rest.pausedUntil, here.timeZoneId)
  const days = rest.days.find(({ from, until }) => from <= date && date <= until)
  if (days) return startOf(Temporal.PlainDate.from(days.until).add({ days: 1 }).toString(), here.timeZoneId)
  const minute = here.hour * 60 + here.minute
  const range = weekly.find(({ days, from, until }) => days.has(here.dayOfWeek) && from <= minute && minute < until)
  if (!range) return null
  const end = clockAt(here, range.until)
  // Between now and the jump the clock runs inside the range; where it lands may be outside.
  const jump = here.getTimeZoneTransition('next')
  return jump && Temporal.ZonedDateTime.compare(jump, end) < 0 ? jump.toInstant() : end.toInstant()
}

/** The first time after `here` that the clock of its day shows this minute; in autumn that may be the second pass. */
function clockAt(here: Temporal.ZonedDateTime, minute: number): Temporal.ZonedDateTime {
  if (minute === DAY) return here.add({ days: 1 }).startOfDay()
  const local = here.toPlainDate().toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const first = local.toZonedDateTime(here.timeZoneId, { disambiguation: 'earlier' })
  if (Temporal.ZonedDateTime.compare(first, here) > 0) return first
  return local.toZonedDateTime(here.timeZoneId, { disambiguation: 'later' })
}

const startOf = (date: string, timezone: string): Temporal.Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(timezone).toInstant()

function weeklyRanges(rest: Rest): Range[] {
  const ranges: Range[] = []
  const add = ({ from, until }: Hours, days: readonly number[]) => {
    const [begins, ends] = [minuteOf(from), minuteOf(until)]
    if (begins < ends) ranges.push({ days: new Set(days), from: begins, until: ends })
    if (begins <= ends) return
    ranges.push({ days: new Set(days), from: begins, until: DAY })
    ranges.push({ days: new Set(days.map((day) => (day % 7) + 1)), from: 0, until: ends })
  }
  for (const hours of rest.quiet) add(hours, ALL_DAYS)
  for (const hours of rest.hours) add(hours, hours.days)
  if (rest.weekdays.length > 0) ranges.push({ days: new Set(rest.weekdays), from: 0, until: DAY })
  return ranges
}

function minuteOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time)
  return hour * 60 + minute
}

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7]
const DAY = 24 * 60
const FARTHEST_DAYS = 400
