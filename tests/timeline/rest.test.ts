import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_REST, nextAllowed, type Rest } from '../../src/timeline/rest.ts'

const brussels = 'Europe/Brussels'
const night: Rest = { ...NO_REST, quiet: [{ from: '21:00', until: '09:00' }] }
const school: Rest = {
  ...NO_REST,
  hours: [
    { days: [1, 2, 4, 5], from: '08:30', until: '15:30' },
    { days: [3], from: '08:30', until: '12:00' },
  ],
}
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[${brussels}]`).toInstant()
const shown = (instant: Temporal.Instant | null) =>
  instant?.toZonedDateTimeISO(brussels).toString({ timeZoneName: 'never' })
const next = (local: string, rest: Rest) => shown(nextAllowed(at(local), rest, brussels))

test.each([
  ['2026-11-04T20:59:59', '2026-11-04T20:59:59+01:00'],
  ['2026-11-04T21:00', '2026-11-05T09:00:00+01:00'],
  ['2026-11-04T23:59:59', '2026-11-05T09:00:00+01:00'],
  ['2026-11-05T00:00', '2026-11-05T09:00:00+01:00'],
  ['2026-11-05T08:59', '2026-11-05T09:00:00+01:00'],
  ['2026-11-05T09:00', '2026-11-05T09:00:00+01:00'],
  ['2026-10-24T22:00', '2026-10-25T09:00:00+01:00'],
  ['2027-03-27T22:00', '2027-03-28T09:00:00+02:00'],
])('with quiet hours from 21:00 until 09:00, %s becomes %s', (local, expected) => {
  expect(next(local, night)).toBe(expected)
})

test('quiet hours within one day, and none at all', () => {
  const noon = { ...NO_REST, quiet: [{ from: '08:30', until: '15:30' }] }
  expect(next('2026-11-05T10:00', noon)).toBe('2026-11-05T15:30:00+01:00')
  expect(next('2026-11-05T07:00', noon)).toBe('2026-11-05T07:00:00+01:00')
  const none = { ...NO_REST, quiet: [{ from: '09:00', until: '09:00' }] }
  expect(next('2026-11-05T09:00', none)).toBe('2026-11-05T09:00:00+01:00')
})

test('school hours hold on their own weekdays only', () => {
  expect(next('2026-11-05T10:00', school)).toBe('2026-11-05T15:30:00+01:00')
  expect(next('2026-11-04T10:00', school)).toBe('2026-11-04T12:00:00+01:00')
  expect(next('2026-11-07T10:00', school)).toBe('2026-11-07T10:00:00+01:00')
  const late = { ...NO_REST, hours: [{ days: [5], from: '23:00', until: '02:00' }] }
  expect(next('2026-11-07T01:00', late)).toBe('2026-11-07T02:00:00+01:00')
  expect(next('2026-11-06T01:00', late)).toBe('2026-11-06T01:00:00+01:00')
})

test('one rest that ends inside another waits for that one too', () => {
  const both = { ...night, hours: school.hours }
  expect(next('2026-11-04T22:00', both)).toBe('2026-11-05T15:30:00+01:00')
  const weekend = { ...both, weekdays: [6, 7] }
  expect(next('2026-11-06T21:30', weekend)).toBe('2026-11-09T15:30:00+01:00')
  const exams = { ...both, days: [{ from: '2026-12-07', until: '2026-12-18' }] }
  // The exams end on a Friday; Saturday has no school.
  expect(next('2026-12-07T12:00', exams)).toBe('2026-12-19T09:00:00+01:00')
  expect(next('2026-12-06T20:59', exams)).toBe('2026-12-06T20:59:00+01:00')
  const paused = { ...both, pausedUntil: '2026-12-07' }
  expect(next('2026-11-06T16:00', paused)).toBe('2026-12-07T15:30:00+01:00')
  expect(next('2026-12-07T16:00', paused)).toBe('2026-12-07T16:00:00+01:00')
})

test('rest without an end is null', () => {
  const never = {
    ...NO_REST,
    quiet: [
      { from: '09:00', until: '21:00' },
      { from: '21:00', until: '09:00' },
    ],
  }
  expect(nextAllowed(at('2026-11-05T10:00'), never, brussels)).toBeNull()
})

test('an end that spring skips is the jump itself; an end that autumn repeats counts in each pass', () => {
  const early = { ...NO_REST, quiet: [{ from: '21:00', until: '02:30' }] }
  expect(next('2027-03-28T01:50', early)).toBe('2027-03-28T03:00:00+02:00')
  const autumn = (instant: string, rest: Rest) => shown(nextAllowed(Temporal.Instant.from(instant), rest, brussels))
  expect(autumn('2026-10-25T00:15:00Z', early)).toBe('2026-10-25T02:30:00+02:00')
  expect(autumn('2026-10-25T01:15:00Z', early)).toBe('2026-10-25T02:30:00+01:00')
  // The clock goes back out of the range: the hour before its begin comes once more.
  const half = { ...NO_REST, quiet: [{ from: '02:30', until: '03:30' }] }
  expect(autumn('2026-10-25T00:40:00Z', half)).toBe('2026-10-25T02:00:00+01:00')
})

const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map((t) => Temporal.PlainTime.from(t).toString({ smallestUnit: 'minute' }))
const hours = fc.record({ from: time, until: time })
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 })
const date = fc
  .integer({ min: 0, max: 366 * 2 })
  .map((days) => Temporal.PlainDate.from('2026-09-01').add({ days }).toString())
const rest: fc.Arbitrary<Rest> = fc.record({
  quiet: fc.array(hours, { maxLength: 2 }),
  hours: fc.array(fc.record({ days: weekdays, from: time, until: time }), { maxLength: 3 }),
  weekdays,
  days: fc.array(
    fc.tuple(date, fc.integer({ min: 0, max: 20 })).map(([from, length]) => ({
      from,
      until: Temporal.PlainDate.from(from).add({ days: length }).toString(),
    })),
    { maxLength: 2 },
  ),
  pausedUntil: fc.option(date),
})
const zone = fc.constantFrom(brussels, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca')
/** Weighted towards the nights in which Brussels changes its clocks. */
const minute = fc.oneof(
  fc.integer({ min: 0, max: 60 * 24 * 366 * 2 }),
  fc.integer({ min: 0, max: 60 * 8 }).map((m) => m + 60 * 24 * 54 - 60 * 4),
  fc.integer({ min: 0, max: 60 * 8 }).map((m) => m + 60 * 24 * 208 - 60 * 4),
)

/** The same said the slow way: is this minute covered? Written without the ranges of the code. */
function rests(moment: Temporal.Instant, given: Rest, timezone: string): boolean {
  const here = moment.toZonedDateTimeISO(timezone)
  const day = here.toPlainDate().toString()
  const clock = here.toPlainTime().toString({ smallestUnit: 'minute' })
  const covers = (from: string, until: string, onDay: (weekday: number) => boolean) => {
    if (from <= until) return onDay(here.dayOfWeek) && clock >= from && clock < until
    const yesterday = here.dayOfWeek === 1 ? 7 : here.dayOfWeek - 1
    return (onDay(here.dayOfWeek) && clock >= from) || (onDay(yesterday) && clock < until)
  }
  return (
    given.quiet.some(({ from, until }) => covers(from, until, () => true)) ||
    given.hours.some(({ days, from, until }) => covers(from, until, (weekday) => days.includes(weekday))) ||
    given.weekdays.includes(here.dayOfWeek) ||
    given.days.some(({ from, until }) => day >= from && day <= until) ||
    (given.pausedUntil !== null && day < given.pausedUntil)
  )
}

test('property: the moment given is allowed, never before, stable, and no minute before it is allowed', () => {
  fc.assert(
    fc.property(zone, rest, minute, (timezone, given, minutes) => {
      const asked = Temporal.Instant.from('2026-09-01T00:00:00Z').add({ minutes })
      const found = nextAllowed(asked, given, timezone)
      const until = found ?? asked.add({ hours: 24 * 20 })
      if (found) {
        expect(Temporal.Instant.compare(found, asked)).toBeGreaterThanOrEqual(0)
        expect(rests(found, given, timezone)).toBe(false)
        expect(nextAllowed(found, given, timezone)?.equals(found)).toBe(true)
      }
      // Every minute of the first thirty hours, and of the last day before the moment that was found.
      for (const [from, to] of [
        [asked, asked.add({ hours: 30 })],
        [until.subtract({ hours: 24 }), until],
      ] as const) {
        for (let t = from; Temporal.Instant.compare(t, to) < 0; t = t.add({ minutes: 1 })) {
          if (Temporal.Instant.compare(t, asked) < 0) continue
          if (Temporal.Instant.compare(t, until) >= 0) break
          if (!rests(t, given, timezone)) throw new Error(`${t} is allowed already`)
        }
      }
    }),
    { numRuns: 60 },
  )
})
