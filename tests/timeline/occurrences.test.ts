import fc from 'fast-check'
import { getTasks } from 'node-cron'
import { expect, test } from 'vitest'
import { occurrences, type Recurrence } from '../../src/timeline/occurrences.ts'

const series = (over: Partial<Recurrence>): Recurrence => ({
  cron: '0 18 * * 3#1',
  duration: 'PT2H',
  extra: [],
  cancelled: [],
  themes: {},
  ...over,
})
const instant = (text: string) => Temporal.Instant.from(text)
const starts = (of: Recurrence, from: string, until: string, timezone = 'Europe/Brussels') =>
  occurrences(of, timezone, instant(from), instant(until)).map((o) => o.startsAt.toString({ timeZoneName: 'never' }))

test('first Wednesday and last Sunday, over the autumn and the spring clock change', () => {
  expect(starts(series({}), '2026-10-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
    '2026-10-07T18:00:00+02:00',
    '2026-11-04T18:00:00+01:00',
    '2026-12-02T18:00:00+01:00',
  ])
  expect(starts(series({ cron: '0 10 * * 0L' }), '2026-10-01T00:00:00Z', '2027-05-01T00:00:00Z')).toEqual([
    '2026-10-25T10:00:00+01:00',
    '2026-11-29T10:00:00+01:00',
    '2026-12-27T10:00:00+01:00',
    '2027-01-31T10:00:00+01:00',
    '2027-02-28T10:00:00+01:00',
    '2027-03-28T10:00:00+02:00',
    '2027-04-25T10:00:00+02:00',
  ])
})

test('02:30 every day comes once in autumn, and an hour later on the spring day that skips it', () => {
  const nightly = series({ cron: '30 2 * * *', duration: 'PT1H' })
  expect(starts(nightly, '2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z')).toEqual([
    '2026-10-24T02:30:00+02:00',
    '2026-10-25T02:30:00+02:00',
    '2026-10-26T02:30:00+01:00',
  ])
  expect(starts(nightly, '2027-03-27T00:00:00Z', '2027-03-30T00:00:00Z')).toEqual([
    '2027-03-27T02:30:00+01:00',
    '2027-03-28T03:30:00+02:00',
    '2027-03-29T02:30:00+02:00',
  ])
  const both = series({ cron: '30 2,3 * * *', duration: 'PT1H' })
  expect(starts(both, '2027-03-28T00:00:00Z', '2027-03-29T00:00:00Z')).toEqual(['2027-03-28T03:30:00+02:00'])
})

test('the key is the local time of the rule, also when the clock moved the session', () => {
  const found = occurrences(
    series({ cron: '30 2 * * *' }),
    'Europe/Brussels',
    instant('2027-03-28T00:00:00Z'),
    instant('2027-03-28T12:00:00Z'),
  )
  expect(found.map((o) => o.key)).toEqual(['2027-03-28T02:30'])
  expect(found[0]!.endsAt.toString()).toBe('2027-03-28T05:30:00+02:00[Europe/Brussels]')
})

test('extra dates come beside the rule, cancelled dates leave it, and a moved session keeps its date', () => {
  const found = occurrences(
    series({
      extra: [{ at: '2026-11-04T14:00', theme: 'wonen' }, { at: '2026-11-21T10:00' }],
      cancelled: ['2026-11-04'],
      themes: { '2026-11-04': 'racisme', '2026-12-02': 'gender', '2026-11-21': 'werk' },
    }),
    'Europe/Brussels',
    instant('2026-11-01T00:00:00Z'),
    instant('2027-01-01T00:00:00Z'),
  )
  expect(found.map((o) => [o.key, o.theme])).toEqual([
    ['2026-11-04T14:00', 'wonen'],
    ['2026-11-21T10:00', 'werk'],
    ['2026-12-02T18:00', 'gender'],
  ])
})

test('from counts and until does not', () => {
  const at = '2026-12-02T17:00:00Z'
  expect(starts(series({}), at, '2026-12-02T17:00:01Z')).toHaveLength(1)
  expect(starts(series({}), '2026-12-01T00:00:00Z', at)).toHaveLength(0)
  expect(starts(series({}), at, at)).toHaveLength(0)
})

test('no task of node-cron is left behind', () => {
  const before = getTasks().size
  starts(series({}), '2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z')
  expect(getTasks().size).toBe(before)
})

const zone = fc.constantFrom(
  'Europe/Brussels',
  'America/New_York',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'UTC',
)
const day = fc.integer({ min: 0, max: 365 * 12 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }))
const rule = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  weekday: fc.integer({ min: 0, max: 6 }),
})

test('property: in any zone and year a weekly rule gives each of its weekdays once, at its local time or just after a gap', () => {
  fc.assert(
    fc.property(zone, day, rule, (timezone, first, { hour, minute, weekday }) => {
      const from = first.toZonedDateTime(timezone).toInstant()
      const until = first.add({ days: 28 }).toZonedDateTime(timezone).toInstant()
      const found = occurrences(series({ cron: `${minute} ${hour} * * ${weekday}` }), timezone, from, until)
      expect(found).toHaveLength(4)
      expect(new Set(found.map((o) => o.key)).size).toBe(4)
      for (const { key, startsAt } of found) {
        const wanted = Temporal.PlainDateTime.from(key)
        expect(wanted.dayOfWeek % 7).toBe(weekday)
        const off = wanted.until(startsAt.toPlainDateTime()).total('minutes')
        expect(off).toBeGreaterThanOrEqual(0)
        expect(off).toBeLessThanOrEqual(60)
        const exists = wanted.toZonedDateTime(timezone).toPlainDateTime().equals(wanted)
        expect(off === 0).toBe(exists)
      }
    }),
    { numRuns: 150 },
  )
})

test('property: asking in two halves gives the same as asking at once', () => {
  fc.assert(
    fc.property(zone, day, rule, fc.integer({ min: 0, max: 60 * 24 * 28 }), (timezone, first, r, minutes) => {
      const of = series({ cron: `${r.minute} ${r.hour} * * ${r.weekday},${(r.weekday + 2) % 7}` })
      const from = first.toZonedDateTime(timezone).toInstant()
      const until = from.add({ hours: 24 * 28 })
      const middle = from.add({ minutes })
      const keys = (a: Temporal.Instant, b: Temporal.Instant) => occurrences(of, timezone, a, b).map((o) => o.key)
      expect([...keys(from, middle), ...keys(middle, until)]).toEqual(keys(from, until))
    }),
    { numRuns: 100 },
  )
})
