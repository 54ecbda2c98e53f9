import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffled } from '../../src/digest/shuffled.ts'

test('the same items, in an order that the seed fixes; what was given stays as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const before = [...items]
      const mixed = shuffled(items, seed)
      expect(mixed.toSorted()).toEqual(before.toSorted())
      expect(shuffled(items, seed)).toEqual(mixed)
      expect(items).toEqual(before)
    }),
    { seed: 20261122 },
  )
})

test('every order comes about as often as any other', () => {
  const times = new Map<string, number>()
  for (let seed = 0; seed < 24_000; seed += 1) {
    const order = shuffled(['a', 'b', 'c', 'd'], `digest-${seed}`).join('')
    times.set(order, (times.get(order) ?? 0) + 1)
  }
  expect(times.size).toBe(24)
  // A thousand each; six standard deviations away would be a fault.
  for (const n of times.values()) expect(Math.abs(n - 1000)).toBeLessThan(190)
})
