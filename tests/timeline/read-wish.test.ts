import { expect, test } from 'vitest'
import { readDay, readDayAndWords, readHours } from '../../src/timeline/read-wish.ts'

const YEAR = { first: '2026-09-01', last: '2027-08-31' }

test.each([
  ['15/12', '2026-12-15'],
  [' 3-2 ', '2027-02-03'],
  ['1.9', '2026-09-01'],
  ['15/12/2027', '2027-12-15'],
  ['2026-12-05', '2026-12-05'],
  ['29/2', null],
  ['31/4', null],
  ['15 december', null],
  ['', null],
])('the day of %j', (text, date) => expect(readDay(text, YEAR)).toBe(date))

test('a day that the working year has once only, in its own calendar year', () => {
  expect(readDay('29/2', { first: '2027-09-01', last: '2028-08-31' })).toBe('2028-02-29')
})

test('a day with words behind it', () => {
  expect(readDayAndWords('15/12: Affiche maken', YEAR)).toEqual({ date: '2026-12-15', words: 'Affiche maken' })
  expect(readDayAndWords('Affiche maken', YEAR)).toBeNull()
  expect(readDayAndWords('15/12', YEAR)).toBeNull()
})

test.each([
  ['2', 120],
  ['1,5', 90],
  ['1.5 uur', 90],
  ['45 min', 45],
  ['0', 0],
  ['veel', null],
  ['-2', null],
  ['', null],
])('the minutes of %j', (text, minutes) => expect(readHours(text)).toBe(minutes))
