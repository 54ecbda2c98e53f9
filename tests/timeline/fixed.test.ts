import { expect, test } from 'vitest'
import { fixedDates } from '../../src/timeline/fixed.ts'
import { workingYearOf } from '../../src/timeline/working-year.ts'

const yearOf = (begins: string, day = '2026-11-22') => workingYearOf(Temporal.PlainDate.from(day), begins)

test('in a school year the five moments are where a year has them', () => {
  expect(fixedDates(yearOf('09-01'))).toEqual({
    'evaluation-talk': '2026-09-15',
    'impact-talk': '2026-10-01',
    timeline: '2026-10-15',
    june: '2027-06-15',
    'year-end': '2027-08-20',
  })
})

test('whatever the first day, they lie inside the year, in order, early and late as they should', () => {
  let looked = 0
  for (let day = Temporal.PlainDate.from('2026-01-01'); day.year < 2028; day = day.add({ days: 1 })) {
    if (day.day > 28) continue
    const year = workingYearOf(day, day.toString().slice(5))
    const dates = fixedDates(year)
    const [first, last] = [year.firstDay.toString(), year.lastDay.toString()]
    const at = (kind: keyof typeof dates) => Temporal.PlainDate.from(dates[kind])
    for (const date of Object.values(dates)) expect(first < date && date <= last).toBe(true)
    expect(Temporal.PlainDate.compare(at('timeline'), year.firstDay.add({ months: 2 }))).toBeLessThan(0)
    expect(dates['evaluation-talk'] < dates['impact-talk'] && dates['impact-talk'] < dates.timeline).toBe(true)
    expect(dates.timeline < dates.june && dates.june <= last).toBe(true)
    expect(at('year-end').until(year.lastDay, { largestUnit: 'days' }).days).toBeLessThan(14)
    for (const kind of ['evaluation-talk', 'impact-talk', 'timeline', 'year-end'] as const)
      expect(at(kind).dayOfWeek).toBeLessThan(6)
    looked += 1
  }
  expect(looked).toBeGreaterThan(600)
})

test('a year that begins in June evaluates a month before its end', () => {
  expect(fixedDates(yearOf('06-01')).june).toBe('2027-04-30')
  expect(fixedDates(yearOf('01-01')).june).toBe('2026-06-15')
})
