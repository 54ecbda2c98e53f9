import { expect, test } from 'vitest'
import { createLane } from '../../src/rounds/lane.ts'

test('two at a time, in the order of asking, and what fails makes room like what succeeds', async () => {
  const lane = createLane(2)
  const begun: number[] = []
  const doors = Array.from({ length: 5 }, () => Promise.withResolvers<number>())
  const all = doors.map(({ promise }, n) =>
    lane(() => {
      begun.push(n)
      return promise
    }),
  )
  const seen = async () => {
    await new Promise(setImmediate)
    return [...begun]
  }
  expect(await seen()).toEqual([0, 1])
  const failed = expect(all[1]).rejects.toThrow('broken')
  doors[1]!.reject(new Error('broken'))
  await failed
  expect(await seen()).toEqual([0, 1, 2])
  doors[2]!.resolve(2)
  doors[0]!.resolve(0)
  expect(await seen()).toEqual([0, 1, 2, 3, 4])
  doors[3]!.resolve(3)
  doors[4]!.resolve(4)
  expect(await Promise.all([all[0], all[2], all[3], all[4]])).toEqual([0, 2, 3, 4])
  // All have left: the next two come in at once again.
  void lane(async () => begun.push(5))
  void lane(async () => begun.push(6))
  expect(begun.slice(5)).toEqual([5, 6])
})
