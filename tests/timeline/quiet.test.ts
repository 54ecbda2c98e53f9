import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAllowed } from '../../src/timeline/quiet.ts'

const night = { from: '21:00', until: '09:00' }
const brussels = 'Europe/Brussels'
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[${brussels}]`).toInstant()
const shown = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(brussels).toString({ timeZoneName: 'never' })

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
  expect(shown(nextAllowed(at(local), night, brussels))).toBe(expected)
})

test('quiet hours within one day, and none at all', () => {
  const school = { from: '08:30', until: '15:30' }
  expect(shown(nextAllowed(at('2026-11-05T10:00'), school, brussels))).toBe('2026-11-05T15:30:00+01:00')
  expect(shown(nextAllowed(at('2026-11-05T07:00'), school, brussels))).toBe('2026-11-05T07:00:00+01:00')
  const none = { from: '09:00', until: '09:00' }
  expect(shown(nextAllowed(at('2026-11-05T09:00'), none, brussels))).toBe('2026-11-05T09:00:00+01:00')
})

test('an end that spring skips is the jump itself; an end that autumn repeats counts in each pass', () => {
  const early = { from: '21:00', until: '02:30' }
  expect(shown(nextAllowed(at('2027-03-28T01:50'), early, brussels))).toBe('2027-03-28T03:00:00+02:00')
  const firstPass = Temporal.Instant.from('2026-10-25T00:15:00Z')
  const secondPass = Temporal.Instant.from('2026-10-25T01:15:00Z')
  expect(shown(nextAllowed(firstPass, early, brussels))).toBe('2026-10-25T02:30:00+02:00')
  expect(shown(nextAllowed(secondPass, early, brussels))).toBe('2026-10-25T02:30:00+01:00')
})

const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map((t) => Temporal.PlainTime.from(t).toString({ smallestUnit: 'minute' }))
const zone = fc.constantFrom(brussels, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca')

test('property: never earlier, never in quiet hours, never more than a day and an hour later, and stable', () => {
  fc.assert(
    fc.property(zone, time, time, fc.integer({ min: 0, max: 60 * 24 * 366 * 5 }), (timezone, from, until, minutes) => {
      const asked = Temporal.Instant.from('2024-01-01T00:00:00Z').add({ minutes })
      const given = nextAllowed(asked, { from, until }, timezone)
      const wait = asked.until(given).total('minutes')
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(25 * 60)
      expect(nextAllowed(given, { from, until }, timezone).equals(given)).toBe(true)
      const local = given.toZonedDateTimeISO(timezone).toPlainTime().toString({ smallestUnit: 'minute' })
      const quiet = from <= until ? local >= from && local < until : local >= from || local < until
      expect(quiet).toBe(false)
    }),
    { numRuns: 500 },
  )
})
