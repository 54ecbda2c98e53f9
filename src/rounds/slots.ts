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
  /** So many messages leave without a slot, such as a next question: the bulk makes room for them. */
  spent(messages: number): void
  /**
   * A breath, in milliseconds, that a message without a slot had better take: this second of a bulk is full to the
   * last place. It never grows: when more such messages come than the bulk leaves room for, the bulk stands still.
   */
  breath(): number
  /** What waits is told that nothing may leave for now. */
  letGo(): void
}

export type SlotRules = {
  everyMs: number
  /** What the platform takes in a second, the bulk and the rest together. */
  perSecond: number
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
  /** When what is counted in this second left, with a slot or without. */
  let gone: number[] = []
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
      if (goneNow().length >= rules.perSecond) continue
      lastLeft = steady.now()
      gone.push(lastLeft)
      waiting.shift()?.go(true)
    }
  }

  function goneNow(): number[] {
    const now = steady.now()
    gone = gone.filter((at) => now - at < SECOND_MS + UNEVEN_MS)
    return gone
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
      for (let n = 0; n < messages && goneNow().length < MOST_SPENT; n++) gone.push(now)
    },
    breath() {
      const now = steady.now()
      if (now - lastLeft > BULK_MS || goneNow().length < rules.perSecond) return 0
      return Math.min(gone[0]! + SECOND_MS + UNEVEN_MS - now, BREATH_MS)
    },
    letGo,
  }
}

/** Moments reserved in one go, and how many are left when the next are asked for. */
const HANDFUL = 8
const AHEAD = 3
const SECOND_MS = 1000
const MOST_SPENT = 1000
/** How unevenly the line may carry what left evenly. */
const UNEVEN_MS = 15
/** The bulk is at it when something of it left so lately. */
const BULK_MS = 200
const BREATH_MS = 60
/** The two clocks run evenly: a larger difference means that the database's was set. */
const ASTRAY_MS = 250
