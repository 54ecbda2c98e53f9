import { expect, test } from 'vitest'
import { roundTimes } from '../../src/timeline/due.ts'
import { durationOf, minutesOf } from '../../src/timeline/durations.ts'

const session = {
  startsAt: Temporal.Instant.from('2026-10-24T16:00:00Z'),
  endsAt: Temporal.Instant.from('2026-10-24T18:00:00Z'),
}
const times = (timing: Parameters<typeof roundTimes>[1]) => {
  const { opensAt, closesAt, remindAt } = roundTimes(session, timing)
  return [opensAt.toString(), closesAt.toString(), remindAt?.toString() ?? null]
}

test('start, end and an offset after the end, with exact windows over the clock change', () => {
  expect(times({ moment: 'start', window: 'PT45M', reminder: null })).toEqual([
    '2026-10-24T16:00:00Z',
    '2026-10-24T16:45:00Z',
    null,
  ])
  expect(times({ moment: 'end', window: 'PT72H', reminder: 'PT24H' })).toEqual([
    '2026-10-24T18:00:00Z',
    '2026-10-27T18:00:00Z',
    '2026-10-25T18:00:00Z',
  ])
  expect(times({ moment: { after: 'PT45M' }, window: 'P3D', reminder: 'P1D' })).toEqual([
    '2026-10-24T18:45:00Z',
    '2026-10-27T18:45:00Z',
    '2026-10-25T18:45:00Z',
  ])
})

test('a reminder at or after closing is none', () => {
  expect(times({ moment: 'end', window: 'PT24H', reminder: 'PT24H' })[2]).toBeNull()
  expect(times({ moment: 'end', window: 'PT24H', reminder: 'PT23H' })[2]).toBe('2026-10-25T17:00:00Z')
})

test('durations are exact time; months and other text are none', () => {
  expect(durationOf('P1DT2H').toString()).toBe('PT26H')
  expect(minutesOf('P14D')).toBe(20160)
  expect([minutesOf('P1M'), minutesOf('P1W'), minutesOf('2 uur'), minutesOf('')]).toEqual([null, null, null, null])
})
