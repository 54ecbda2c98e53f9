/**
 * The moments at which messages of the bulk leave, on an absolute schedule: one after the other at even distances,
 * never two to make up for lost time, since a platform counts what reaches it and not what was meant.
 */
import type { Reserved } from '../store/pace.ts'

/** The process's own steady clock, in milliseconds: it never jumps. A test has its own. */
export type Steady = { now(): number; wait(ms: number): Promise<void> }

export type Slots = {
  /** Resolves with true at the moment at which one message may leave; with false when none may for now. */
  next(urgent: boolean): Promise<boolean>
  /** So many messages left without a slot, such as a next question: the bulk makes room for them. */
  spent(messages: number): void
  /** What waits is told that nothing may leave for now. */
  letGo(): void
}

export type SlotRules = {
  everyMs: number
  /** Reserves moments for this instance. */
  reserve(count: number): Promise<Reserved>
  /** For how many milliseconds nothing of the bulk may leave; 0 for no pause. */
  quietMs(): number
  /** What the store says of a pause that another instance was told of. */
  paused(ms: number): void
}

export function createSlots(rules: SlotRules, steady: Steady): Slots {
  const { everyMs } = rules
  const waiting: { urgent: boolean; go(may: boolean): void }[] = []
  let slots: number[] = []
  let spent: number[] = []
  let refilling: Promise<void> | undefined
  let pumping = false
  let lastLeft = Number.NEGATIVE_INFINITY
  /** What the steady clock shows when the database's shows zero; the quickest answer tells it best. */
  let apart = Number.POSITIVE_INFINITY

  async function refill(): Promise<void> {
    const count = Math.max(Math.min(waiting.length - slots.length, HANDFUL), 1)
    const { first, now, pausedMs } = await rules.reserve(count)
    const seen = steady.now() - now
    apart = seen - apart > ASTRAY_MS ? seen : Math.min(apart, seen)
    if (pausedMs > 0) rules.paused(pausedMs)
    for (let n = 0; n < count; n++) slots.push(first + apart + n * everyMs)
  }

  function start(): void {
    if (pumping) return
    pumping = true
    pump()
      // A database that does not answer: nothing leaves, and what waits is told so.
      .catch(letGo)
      .finally(() => {
        pumping = false
        if (waiting.length > 0) start()
      })
  }

  async function pump(): Promise<void> {
    slots = slots.filter((slot) => steady.now() - slot < everyMs / 2)
    while (waiting.length > 0) {
      if (rules.quietMs() > 0) return letGo()
      if (slots.length < AHEAD && waiting.length > slots.length) {
        refilling ??= refill().finally(() => {
          refilling = undefined
        })
        refilling.catch(() => {})
      }
      const slot = slots.shift()
      if (slot === undefined) {
        await refilling
        continue
      }
      if (paysForSpent()) continue
      const late = steady.now() - slot
      if (late > everyMs / 2 && steady.now() - lastLeft < 2 * everyMs) continue
      if (late < 0) await steady.wait(-late)
      if (rules.quietMs() > 0) return letGo()
      lastLeft = steady.now()
      waiting.shift()?.go(true)
    }
  }

  /** What left by itself in this second takes the place of one of the bulk. */
  function paysForSpent(): boolean {
    const now = steady.now()
    spent = spent.filter((at) => now - at < SECOND_MS)
    return spent.shift() !== undefined
  }

  function letGo(): void {
    slots = []
    for (const { go } of waiting.splice(0)) go(false)
  }

  return {
    next(urgent) {
      return new Promise((go) => {
        const at = urgent ? waiting.findIndex((other) => !other.urgent) : -1
        waiting.splice(at < 0 ? waiting.length : at, 0, { urgent, go })
        start()
      })
    },
    spent(messages) {
      const now = steady.now()
      for (let n = 0; n < messages && spent.length < MOST_SPENT; n++) spent.push(now)
    },
    letGo,
  }
}

/** Moments reserved in one go, and how many are left when the next are asked for. */
const HANDFUL = 8
const AHEAD = 3
const SECOND_MS = 1000
const MOST_SPENT = 1000
/** The two clocks run evenly: a larger difference means that the database's was set. */
const ASTRAY_MS = 250
