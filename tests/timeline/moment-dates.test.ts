import { expect, test } from 'vitest'
import { momentDates } from '../../src/timeline/moment-dates.ts'
import { workingYearOf } from '../../src/timeline/working-year.ts'

const YEAR = workingYearOf(Temporal.PlainDate.from('2026-11-22'), '09-01')
const after = (moment: string, days: number) => ({ kind: 'other' as const, after: { moment, days } })
const on = (date: string) => ({ kind: 'other' as const, on: date })

test('a date, days after another moment, and days after a fixed one that has no entry', () => {
  const { dates, faults } = momentDates(
    { print: after('draw', 7), draw: on('2026-11-10'), thanks: after('june', 1) },
    YEAR,
  )
  expect(faults).toEqual([])
  expect([...dates]).toEqual([
    ['draw', '2026-11-10'],
    ['print', '2026-11-17'],
    ['thanks', '2027-06-16'],
  ])
})

test('a fixed moment with an entry of its own is where that says, and takes along what comes after', () => {
  const entries = { talk: { kind: 'impact-talk' as const, on: '2026-10-20' }, next: after('impact-talk', 2) }
  expect(momentDates(entries, YEAR).dates.get('next')).toBe('2026-10-22')
  expect(momentDates(entries, YEAR, new Map([['impact-talk', '2026-11-01']])).dates.get('next')).toBe('2026-11-03')
})

test('a loop is told once, and what hangs on it has no date', () => {
  const { dates, faults } = momentDates(
    { a: after('b', 1), b: after('c', 1), c: after('a', 1), d: after('a', 1) },
    YEAR,
  )
  expect(faults).toEqual([{ type: 'loop', name: 'c', way: 'a → b → c → a' }])
  expect(dates.size).toBe(0)
  expect(momentDates({ a: after('a', 0) }, YEAR).faults).toEqual([{ type: 'loop', name: 'a', way: 'a → a' }])
})

test('a way into a loop is no part of it', () => {
  const { faults } = momentDates({ x: after('a', 1), a: after('b', 1), b: after('a', 1) }, YEAR)
  expect(faults).toEqual([{ type: 'loop', name: 'b', way: 'a → b → a' }])
})

test('outside the year, also by counting on', () => {
  const { faults } = momentDates({ late: on('2027-09-01'), early: on('2026-08-31'), on: after('year-end', 30) }, YEAR)
  expect(faults.map(({ type, name }) => [type, name])).toEqual([
    ['outside', 'late'],
    ['outside', 'early'],
    ['outside', 'on'],
  ])
  expect(faults[2]).toMatchObject({ date: '2027-09-19', first: '2026-09-01', last: '2027-08-31' })
})

test('no day, two days, an unknown moment, and a fixed moment twice', () => {
  const { faults, dates } = momentDates(
    {
      none: { kind: 'other' },
      both: { kind: 'other', on: '2026-11-10', after: { moment: 'june', days: 1 } },
      lost: after('nowhere', 1),
      one: { kind: 'june', on: '2027-06-10' },
      two: { kind: 'june', on: '2027-06-11' },
    },
    YEAR,
  )
  expect(faults.map(({ type, name }) => [type, name])).toEqual([
    ['when', 'none'],
    ['when', 'both'],
    ['unknown', 'lost'],
    ['twice', 'two'],
  ])
  expect([...dates.keys()]).toEqual(['one'])
})
