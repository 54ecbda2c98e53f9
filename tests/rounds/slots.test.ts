import { expect, test } from 'vitest'
import { createSlots, type Slots } from '../../src/rounds/slots.ts'
import { type VirtualTime, virtualTime } from '../support/virtual-time.ts'

const EVERY = 1000 / 28.75

/**
 * An account of which the rows are here; `behind`: how far the database's clock is behind.
 * @param others moments that somebody else reserves after each of our reservations
 */
function account(instances = 1, others = 0) {
  const time = virtualTime()
  let nextAt = 0
  let behind = 0
  let paused = 0
  let shareAt = 0
  const told: number[] = []
  const slots = Array.from({ length: instances }, () =>
    createSlots(
      {
        everyMs: EVERY,
        perSecond: 30,
        shareMs: 500,
        takeShare: async () => {
          if (shareAt > time.now()) return false
          shareAt = time.now() + 500
          return true
        },
        reserve: async (count, backMs) => {
          const now = time.now() - behind
          const first = Math.max(Math.min(nextAt, now + 5000), now - backMs)
          nextAt = first + (count + others) * EVERY
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

/** Leaves, arrives at once and is answered at once. */
async function leaving(slots: Slots, times: number[], now: () => number): Promise<void> {
  if (!(await slots.next(false))) return
  times.push(now())
  slots.answered(1, 0)
}

function replies(slots: Slots, messages: number): void {
  slots.spent(messages)
  slots.answered(messages, 0)
}

/** Carries what leaves over a line of its own: how long there, and how long back. */
async function carried(time: VirtualTime, slots: Slots, arrived: number[], there: number, back: number) {
  const began = time.now()
  await time.wait(there)
  arrived.push(time.now())
  await time.wait(back)
  slots.answered(1, time.now() - began)
}

test('a thousand messages fill the limit of 30 a second and never overstep it', async () => {
  const { time, slots } = account()
  const times: number[] = []
  for (let n = 0; n < 1000; n++) void leaving(slots[0]!, times, time.now)
  await time.until(60_000)
  expect(times).toHaveLength(1000)
  expect(mostInASecond(times)).toBe(29)
  expect(times.at(-1)! / (1000 / 30)).toBeLessThan(1050)
})

test('three instances share one account', async () => {
  const { time, slots } = account(3)
  const times: number[] = []
  for (let n = 0; n < 600; n++) void leaving(slots[n % 3]!, times, time.now)
  await time.until(60_000)
  expect(times).toHaveLength(600)
  expect(mostInASecond(times)).toBe(29)
})

test('what left without a slot takes the place of one of the bulk: together they stay under the limit', async () => {
  const { time, slots } = account()
  const times: number[] = []
  for (let n = 0; n < 300; n++) void leaving(slots[0]!, times, time.now)
  for (let at = 500; at < 9000; at += 317) {
    await time.until(at)
    replies(slots[0]!, 1)
    times.push(time.now())
  }
  await time.until(60_000)
  expect(times).toHaveLength(300 + 27)
  expect(mostInASecond(times)).toBe(30)
})

test.each([
  [29, 1],
  [34, 1],
  [100, 1],
  [150, 3],
])(
  '%i replies a second, %i instances: two a second of the bulk leave all the same, and it is soon at full pace again',
  async (perSecond, instances) => {
    const { time, slots } = account(instances)
    const times: number[] = []
    for (let n = 0; n < 1000; n++) void leaving(slots[n % instances]!, times, time.now)
    for (let n = 0; n < perSecond * 20; n++) {
      await time.until((n * 1000) / perSecond)
      replies(slots[n % instances]!, 1)
    }
    const second = (from: number) => times.filter((at) => at >= from * 1000 && at < (from + 1) * 1000).length
    for (let from = 2; from < 19; from++) expect(second(from)).toBeGreaterThanOrEqual(1)
    expect(second(2) + second(3) + second(4) + second(5)).toBeGreaterThanOrEqual(7)
    if (perSecond > 30) for (let from = 2; from < 19; from++) expect(second(from)).toBeLessThanOrEqual(3)
    await time.until(30_000)
    expect(second(28)).toBeGreaterThanOrEqual(25)
  },
)

test('two replies in the same moment of a full second: the second takes a breath, and then there is room', async () => {
  const { time, slots } = account()
  const times: number[] = []
  for (let n = 0; n < 300; n++) void leaving(slots[0]!, times, time.now)
  const breaths: number[] = []
  for (let at = 1500; at < 9000; at += 500) {
    await time.until(at)
    for (let n = 0; n < 2; n++) {
      const breath = slots[0]!.breath()
      breaths.push(breath)
      replies(slots[0]!, 1)
      await time.until(time.now() + breath)
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

test('beside other instances a process that was held up makes nothing up: what it missed is missed', async () => {
  const { time, slots } = account(1, 8)
  const times: number[] = []
  for (let n = 0; n < 200; n++) void leaving(slots[0]!, times, time.now)
  await time.until(2000)
  await time.until(2400, () => 600)
  await time.until(60_000)
  expect(times).toHaveLength(200)
  // Of sixteen places eight are ours.
  expect(mostInASecond(times)).toBeLessThanOrEqual(17)
})

test('alone, what was missed within a second is made up for, within the limit and never at once', async () => {
  const { time, slots } = account()
  const times: number[] = []
  for (let n = 0; n < 600; n++) void leaving(slots[0]!, times, time.now)
  await time.until(2000)
  await time.until(2020, () => 300)
  await time.until(60_000)
  expect(times).toHaveLength(600)
  expect(mostInASecond(times)).toBe(30)
  expect(Math.min(...times.slice(1).map((at, n) => at - times[n]!))).toBeGreaterThanOrEqual(EVERY / 2 - 0.001)
  // Eight places were missed, and all of them made up for.
  expect(times.at(-1)!).toBeLessThan(599 * EVERY + 20)
})

test('of a process that slept for longer nothing older than a second is made up for', async () => {
  const { time, slots } = account()
  const times: number[] = []
  for (let n = 0; n < 600; n++) void leaving(slots[0]!, times, time.now)
  await time.until(2000)
  await time.until(2020, () => 5000)
  await time.until(60_000)
  expect(times).toHaveLength(600)
  expect(mostInASecond(times)).toBeLessThanOrEqual(30)
  expect(times.at(-1)!).toBeGreaterThan(599 * EVERY + 4990)
})

test('however unevenly a line carries what leaves, no second at the platform holds more than its limit', async () => {
  for (const [base, seed] of [
    [0, 7],
    [40, 11],
    [90, 13],
  ] as const) {
    const { time, slots } = account()
    const [one] = slots as [Slots]
    let chance = seed
    const uneven = () => {
      chance = (chance * 48_271) % 2_147_483_647
      return base + (chance % 5 === 0 ? chance % 100 : chance % 10)
    }
    const arrived: number[] = []
    for (let n = 0; n < 600; n++)
      void one.next(false).then((may) => (may ? carried(time, one, arrived, uneven(), base + 1) : undefined))
    let breaths = 0
    for (let at = 700; at < 18_000; at += 1000) {
      await time.until(at)
      const breath = one.breath()
      breaths += breath > 0 ? 1 : 0
      one.spent(1)
      void time.wait(breath).then(() => carried(time, one, arrived, uneven(), base + 1))
    }
    await time.until(60_000)
    expect(arrived).toHaveLength(600 + 18)
    expect(mostInASecond(arrived)).toBeLessThanOrEqual(30)
    // A line that is slow but steady costs little more than a quick one.
    expect(Math.max(...arrived) / (618 * (1000 / 30))).toBeLessThan(1.12)
    expect(breaths).toBeGreaterThan(0)
  }
})

test('a platform that answers late does not stop the bulk, which leaves more slowly meanwhile', async () => {
  const { time, slots } = account()
  const [one] = slots as [Slots]
  const arrived: number[] = []
  for (let n = 0; n < 300; n++)
    void one.next(false).then((may) => (may ? carried(time, one, arrived, 20, n < 30 ? 20 : 4000) : undefined))
  await time.until(25_000)
  expect(arrived).toHaveLength(300)
  expect(mostInASecond(arrived)).toBeLessThanOrEqual(30)
})

test('a reply is paid for once: by the bulk that is here, or else by that of all instances', async () => {
  const { time, slots } = account()
  const [one] = slots as [Slots]
  replies(one, 3)
  expect([one.unpaid(), one.unpaid()]).toEqual([3, 0])
  const times: number[] = []
  for (let n = 0; n < 100; n++) void leaving(one, times, time.now)
  await time.until(1000)
  replies(one, 2)
  await time.until(1250)
  expect(one.unpaid()).toBe(0)
  await time.until(10_000)
  expect(times).toHaveLength(100)
  // A hundred messages, and the two places that the replies took.
  expect(times.at(-1)!).toBeCloseTo(101 * EVERY, 3)
})

test('a database whose clock is put back an hour stops nothing and hurries nothing', async () => {
  const { time, slots, setBack } = account()
  const times: number[] = []
  for (let n = 0; n < 150; n++) void leaving(slots[0]!, times, time.now)
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
      shareMs: 500,
      takeShare: async () => false,
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
