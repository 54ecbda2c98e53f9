/** When the people who can be asked for contact are there, and how that is said. */
import type { Organisation } from '../config/organisation.ts'
import type { Language } from '../survey/question-set.ts'

export type OnDuty = NonNullable<Organisation['safeguarding']>

/** Whether somebody is there now, by their own hours on the organisation's clock; hours may run past midnight. */
export function isOnDuty({ hours }: OnDuty, timezone: string, now: Temporal.Instant): boolean {
  const local = now.toZonedDateTimeISO(timezone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const today = DAYS[local.dayOfWeek - 1]!
  const yesterday = DAYS[(local.dayOfWeek + 5) % 7]!
  return hours.some(({ days, from, until }) => {
    if (from < until) return days.includes(today) && from <= time && time < until
    return (days.includes(today) && from <= time) || (days.includes(yesterday) && time < until)
  })
}

/** Hours in words: `ma–vr 10:00–18:00, za 10:00–12:00`. */
export function hoursText({ hours }: OnDuty, language: Language): string {
  return hours
    .map(({ days, from, until }) => {
      const rows = rowsOf(days.map((day) => DAYS.indexOf(day)).sort((a, b) => a - b))
      const named = rows.map(([first, last]) =>
        first === last ? dayName(first, language) : `${dayName(first, language)}–${dayName(last, language)}`,
      )
      return `${named.join(', ')} ${from}–${until}`
    })
    .join(', ')
}

/** Days that follow each other, as first and last. */
function rowsOf(days: number[]): [number, number][] {
  const rows: [number, number][] = []
  for (const day of days) {
    const last = rows.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else rows.push([day, day])
  }
  return rows
}

/** 5 January 1970 was a Monday. */
const dayName = (day: number, language: Language): string =>
  new Temporal.PlainDate(1970, 1, 5 + day).toLocaleString(LOCALES[language], { weekday: 'short' })

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const LOCALES: Record<Language, string> = { nl: 'nl-BE', 'nl-plain': 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar' }
