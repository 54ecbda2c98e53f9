import { expect, test } from 'vitest'
import { workingYearOf } from '../../src/timeline/working-year.ts'

const on = (day: string, begins = '09-01') => {
  const { year, firstDay, lastDay } = workingYearOf(Temporal.PlainDate.from(day), begins)
  return [year, firstDay.toString(), lastDay.toString()]
}

test('the first and the last day both belong to it', () => {
  expect(on('2026-09-01')).toEqual([2026, '2026-09-01', '2027-08-31'])
  expect(on('2027-08-31')).toEqual([2026, '2026-09-01', '2027-08-31'])
  expect(on('2026-08-31')).toEqual([2025, '2025-09-01', '2026-08-31'])
})

test('one that begins on the first of January is the calendar year', () => {
  expect(on('2026-01-01', '01-01')).toEqual([2026, '2026-01-01', '2026-12-31'])
  expect(on('2026-12-31', '01-01')).toEqual([2026, '2026-01-01', '2026-12-31'])
})

test('a leap day lies in one like any other', () => {
  expect(on('2028-02-29', '03-01')).toEqual([2027, '2027-03-01', '2028-02-29'])
  expect(on('2028-02-29', '02-28')).toEqual([2028, '2028-02-28', '2029-02-27'])
})
