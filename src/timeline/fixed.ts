/** When the five fixed moments are when nobody chose a day: inside the working year, on a weekday but for the one in June. */
import type { FixedKind } from './plan.ts'
import type { WorkingYear } from './working-year.ts'

/**
 * Local dates. The first talk two weeks into the year; the impact talk and drawing the timeline within two months;
 * the evaluation in June on the fifteenth, or a month before the end in a year that has hardly begun by then; the
 * last one in the last two weeks.
 */
export function fixedDates({ firstDay, lastDay }: WorkingYear): Record<FixedKind, string> {
  const june = Temporal.PlainDate.from({ year: firstDay.year, month: 6, day: 15 })
  const inYear = Temporal.PlainDate.compare(june, firstDay) < 0 ? june.add({ years: 1 }) : june
  const early = firstDay.until(inYear, { largestUnit: 'days' }).days < EARLY_DAYS
  return {
    'evaluation-talk': weekday(firstDay.add({ days: 14 }), 1).toString(),
    'impact-talk': weekday(firstDay.add({ days: 30 }), 1).toString(),
    timeline: weekday(firstDay.add({ days: 44 }), 1).toString(),
    june: (early ? weekday(lastDay.subtract({ days: 30 }), -1) : inYear).toString(),
    'year-end': weekday(lastDay.subtract({ days: 9 }), -1).toString(),
  }
}

/** The day itself, or the nearest Monday after (1) or Friday before (-1) a weekend. */
function weekday(date: Temporal.PlainDate, towards: 1 | -1): Temporal.PlainDate {
  if (date.dayOfWeek <= 5) return date
  return towards === 1 ? date.add({ days: 8 - date.dayOfWeek }) : date.subtract({ days: date.dayOfWeek - 5 })
}

/** Evaluating makes no sense in the first three months. */
const EARLY_DAYS = 92
