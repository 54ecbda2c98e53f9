import { expect, test } from 'vitest'
import { createDoorGates } from '../../src/people/door-gates.ts'
import { createGate } from '../../src/people/gate.ts'
import { testClock } from '../support/app.ts'

test('a burst passes at once, then as many as the time allows; it says how long to wait', () => {
  const clock = testClock()
  const gate = createGate(clock, { most: 60, seconds: 120 })
  const waits = Array.from({ length: 60 }, () => gate.pass('a'))
  expect(waits.every((wait) => wait === 0)).toBe(true)
  expect(gate.pass('a')).toBe(2)
  expect(gate.pass('b')).toBe(0)
  clock.pass({ seconds: 2 })
  expect([gate.pass('a'), gate.pass('a')]).toEqual([0, 2])
  clock.pass({ seconds: 120 })
  expect(Array.from({ length: 61 }, () => gate.pass('a')).filter((wait) => wait > 0)).toHaveLength(1)
})

test('looking does not count, and a clock that jumps back shuts nobody out', () => {
  const clock = testClock('2026-11-25T17:00:00Z')
  const gate = createGate(clock, { most: 2, seconds: 10 })
  for (let n = 0; n < 50; n += 1) expect(gate.look('a')).toBe(0)
  expect([gate.pass('a'), gate.pass('a'), gate.pass('a')]).toEqual([0, 0, 5])
  clock.set('2026-11-25T14:00:00Z')
  expect(gate.pass('a')).toBe(0)
})

test('100,000 new people in a minute by one link: a school hall comes in, the rest is asked to wait', () => {
  const clock = testClock()
  const { joins } = createDoorGates(clock)
  let come = 0
  for (let n = 0; n < 100_000; n += 1) {
    if (n % 1000 === 0) clock.pass({ milliseconds: 600 })
    if (joins.pass('the link') === 0) come += 1
  }
  expect(come).toBeGreaterThanOrEqual(1000)
  expect(come).toBeLessThanOrEqual(1101)
  expect(joins.pass('another link')).toBe(0)
})

test('as many keys as somebody can make take no more room than a fixed number', () => {
  const clock = testClock()
  const gate = createGate(clock, { most: 1, seconds: 3600 })
  for (let n = 0; n < 200_000; n += 1) gate.pass(`key-${n}`)
  // The newest is remembered; the first was let go.
  expect(gate.look('key-199999')).toBeGreaterThan(0)
  expect(gate.look('key-0')).toBe(0)
  const kept = Array.from({ length: 200_000 }, (_, n) => gate.look(`key-${n}`)).filter((wait) => wait > 0)
  expect(kept.length).toBeLessThanOrEqual(50_000)
})

test('codes that are short enough to type: thirty tries, then a wait', () => {
  const { codes } = createDoorGates(testClock())
  const waits = Array.from({ length: 40 }, () => codes.pass('an account'))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(30)
  expect(codes.pass('another account')).toBe(0)
})
