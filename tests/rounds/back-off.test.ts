import { expect, test } from 'vitest'
import { backOffMs } from '../../src/rounds/back-off.ts'

test('it doubles from two seconds up to five minutes, and lies anywhere in the upper half of that', () => {
  const tries = [1, 2, 3, 4, 8, 9, 50, 5000]
  expect(tries.map((count) => backOffMs(count, 1))).toEqual([
    2000, 4000, 8000, 16_000, 256_000, 300_000, 300_000, 300_000,
  ])
  expect(tries.map((count) => backOffMs(count, 0))).toEqual([
    1000, 2000, 4000, 8000, 128_000, 150_000, 150_000, 150_000,
  ])
})

test('what failed together does not come back together', () => {
  expect(new Set(Array.from({ length: 20 }, () => backOffMs(6))).size).toBeGreaterThan(10)
})
