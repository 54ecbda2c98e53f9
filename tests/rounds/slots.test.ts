import { expect, test } from 'vitest'
import { createSlots } from '../../src/rounds/slots.ts'
import { virtualTime } from '../support/virtual-time.ts'

const EVERY = 1000 / 28.75

/** An account of which the rows are here; `behind`: how far the database's clock is behind. */
function account(instances = 1) {
  const time = virtualTime()
  let nextAt = 0
  let behind = 0
  let paused = 0
  const told: number[] = []
  const slots = Array.from({ length: instances }, () =>
    createSlots(
      {
        everyMs: EVERY,
        perSecond: 30,
        reserve: async (count) => {
          const now = time.now() - behind
          const first = Math.max(Math.min(nextAt, now + 5000), now)
          nextAt = first + count * EVERY
          return { first, now, pausedMs: paused }
        },
        quietMs: () => (told.length > 0 ? 1 : 0),
        paused: (ms) => told.push(ms),
      },
      time,
    ),
  )
  return {
    time,
    slots,
    told,
    setBack: (ms: number) => {
      behind += ms
    },
    pause: (ms: number) => {
      paused = ms
    },
  }
}

/** The most that fell in any one second. */
function mostInASecond(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 1000).length))
}

async function leaving(next: Promise<boolean>, times: number[], now: () => number): Promise<void> {
  if (await next) times.push(now())
}

test('a thousand messages fill the limit of 30 a second and never overstep it', async () => {
  const { time, slots } = account()
  const times: number[] = []
  for (let n = 0; n < 1000; n++) void leaving(slots[0]!.next(false), times, time.now)
  await time.until(60_000)
  expect(times).toHaveLength(1000)
  expect(mostInASecond(times)).toBe(29)
  expect(times.at(-1)! / (1000 / 30)).toBeLessThan(1050)
})

test('three instances share one account', async () => {
  const { time, slots } = account(3)
  const times: number[] = []
  for (let n = 0; n < 600; n++) void leaving(slots[n % 3]!.next(false), times, time.now)
  await time.until(60_000)
  expect(times).toHaveLength(600)
  expect(mostInASecond(times)).toBe(29)
})

test('what left without a slot takes the place of one of the bulk: together they stay under the limit', async () => {
  const { time, slots } = account()
  const times: number[] = []
  for (let n = 0; n < 300; n++) void leaving(slots[0]!.next(false), times, time.now)
  for (let at = 500; at < 9000; at += 317) {
    await time.until(at)
    slots[0]!.spent(1)
    times.push(time.now())
  }
  await time.until(60_000)
  expect(times).toHaveLength(300 + 27)
  expect(mostInASecond(times)).toBe(30)
})

test('two replies in the same moment of a full second: the second takes a breath, and then there is room', async () => {
  const { time, slots } = account()
  const times: number[] = []
  for (let n = 0; n < 300; n++) void leaving(slots[0]!.next(false), times, time.now)
  const breaths: number[] = []
  for (let at = 1500; at < 9000; at += 500) {
    await time.until(at)
    for (let n = 0; n < 2; n++) {
      const breath = slots[0]!.breath()
      breaths.push(breath)
      await time.until(time.now() + breath)
      slots[0]!.spent(1)
      times.push(time.now())
    }
  }
  await time.until(60_000)
  expect(times).toHaveLength(300 + breaths.length)
  expect(mostInASecond(times)).toBe(30)
  expect(Math.max(...breaths)).toBeGreaterThan(0)
  expect(Math.max(...breaths)).toBeLessThanOrEqual(60)
  expect(slots[0]!.breath()).toBe(0)
})

test('a process that was held up makes nothing up: what it missed is missed', async () => {
  const { time, slots } = account()
  const times: number[] = []
  for (let n = 0; n < 200; n++) void leaving(slots[0]!.next(false), times, time.now)
  await time.until(2000)
  await time.until(2400, () => 600)
  await time.until(60_000)
  expect(times).toHaveLength(200)
  expect(mostInASecond(times)).toBeLessThanOrEqual(30)
})

test('a database whose clock is put back an hour stops nothing and hurries nothing', async () => {
  const { time, slots, setBack } = account()
  const times: number[] = []
  for (let n = 0; n < 150; n++) void leaving(slots[0]!.next(false), times, time.now)
  await time.until(2000)
  setBack(3_600_000)
  await time.until(30_000)
  expect(times).toHaveLength(150)
  expect(mostInASecond(times)).toBeLessThanOrEqual(30)
})

test('what is urgent goes before all that waits, in its own order', async () => {
  const { time, slots } = account()
  const order: string[] = []
  const ask = (name: string, urgent: boolean) => void slots[0]!.next(urgent).then(() => order.push(name))
  ask('a', false)
  ask('b', false)
  ask('u1', true)
  ask('u2', true)
  await time.until(5000)
  expect(order).toEqual(['u1', 'u2', 'a', 'b'])
})

test('a pause that another instance was told of is found with the next reservation, and what waits is let go', async () => {
  const { time, slots, told, pause } = account()
  pause(4000)
  const waits = [slots[0]!.next(false), slots[0]!.next(false)]
  await time.until(3000)
  expect(await Promise.all(waits)).toEqual([false, false])
  expect(told).toEqual([4000])
})

test('a database that does not answer lets nothing leave, and the next one is asked anew', async () => {
  const time = virtualTime()
  let broken = true
  const slots = createSlots(
    {
      everyMs: EVERY,
      perSecond: 30,
      reserve: async () => {
        if (broken) throw new Error('no database')
        return { first: time.now(), now: time.now(), pausedMs: 0 }
      },
      quietMs: () => 0,
      paused: () => {},
    },
    time,
  )
  expect(await slots.next(false)).toBe(false)
  broken = false
  const next = slots.next(false)
  await time.until(1000)
  expect(await next).toBe(true)
})
