/** When the sessions of a series are: the rule, the extra dates and the cancelled dates, on the wall clock of the organisation. */
import { openRule } from './cron.ts'
import { durationOf } from './durations.ts'

/** The part of a series that says when it is; dates and times are local. */
export type Recurrence = {
  /** Five-field cron expression. */
  cron: string
  /** ISO duration of one session. */
  duration: string
  /** Sessions beside the rule; `at` is a local date-time like `2026-12-12T14:00`. */
  extra: { at: string; theme?: string | undefined }[]
  /** Local dates on which the rule does not hold; extra sessions on such a date stay. */
  cancelled: string[]
  /** Theme by local date. */
  themes: Record<string, string>
}

export type Occurrence = {
  /** Local date-time of the rule (`2026-12-09T14:00`): the stable identity within the series. */
  key: string
  startsAt: Temporal.ZonedDateTime
  endsAt: Temporal.ZonedDateTime
  theme: string | null
}

/**
 * The occurrences that start in [from, until), in order of time. A time that summer time skips moves on by an
 * hour (02:30 becomes 03:30); a time that comes twice counts once, the first time.
 * @param timezone IANA name
 */
export function occurrences(
  series: Recurrence,
  timezone: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Occurrence[] {
  if (Temporal.Instant.compare(from, until) >= 0) return []
  const themeAt = new Map<string, string | null>()
  for (const at of ruleTimes(series, timezone, from, until)) themeAt.set(at, null)
  for (const extra of series.extra) themeAt.set(keyOf(Temporal.PlainDateTime.from(extra.at)), extra.theme ?? null)

  const length = durationOf(series.duration)
  const found: Occurrence[] = []
  const taken = new Set<bigint>()
  for (const key of [...themeAt.keys()].sort()) {
    const startsAt = Temporal.PlainDateTime.from(key).toZonedDateTime(timezone, { disambiguation: 'compatible' })
    const instant = startsAt.toInstant()
    if (Temporal.Instant.compare(instant, from) < 0 || Temporal.Instant.compare(instant, until) >= 0) continue
    // A skipped 02:30 lands on 03:30; when the rule has a 03:30 of its own, that is one session and not two.
    if (taken.has(instant.epochNanoseconds)) continue
    taken.add(instant.epochNanoseconds)
    const theme = themeAt.get(key) ?? series.themes[key.slice(0, 10)] ?? null
    found.push({ key, startsAt, endsAt: startsAt.add(length), theme })
  }
  return found.sort((a, b) => Temporal.ZonedDateTime.compare(a.startsAt, b.startsAt))
}

function ruleTimes(series: Recurrence, timezone: string, from: Temporal.Instant, until: Temporal.Instant): string[] {
  const cancelled = new Set(series.cancelled)
  // One day more on both sides: a clock change may carry a time across midnight.
  const first = from.toZonedDateTimeISO(timezone).toPlainDate().subtract({ days: 1 })
  const last = until.toZonedDateTimeISO(timezone).toPlainDate().add({ days: 1 })
  return timesBetween(series.cron, first, last).filter((at) => !cancelled.has(at.slice(0, 10)))
}

/** Whoever looks at a year on one day asks for the same times, and matching each day of a year takes a while. */
function timesBetween(cron: string, first: Temporal.PlainDate, last: Temporal.PlainDate): readonly string[] {
  const asked = `${first} ${last} ${cron}`
  const held = known.get(asked)
  if (held) return held
  const rule = openRule(cron)
  try {
    const times: string[] = []
    for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
      times.push(...rule.timesOn(date).map(keyOf))
    }
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(asked, times)
    return times
  } finally {
    rule.close()
  }
}

const keyOf = (local: Temporal.PlainDateTime) => local.toString({ smallestUnit: 'minute' })

/** The same always, whoever asks: nothing in it is of an organisation. */
const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 500
