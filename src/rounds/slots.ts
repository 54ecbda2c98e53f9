/**
 * The moments at which messages of the bulk leave, on an absolute schedule, one after the other at even distances. A
 * moment that was missed is made up for only where no other instance sends, and within what the platform takes in any
 * one second, since it counts what reaches it and not what was meant.
 */
import type { Reserved } from '../store/pace.ts'
import { createLine } from './line.ts'

/** The process's own steady clock, in milliseconds: it never jumps. A test has its own. */
export type Steady = { now(): number; wait(ms: number): Promise<void> }

export type Slots = {
  /** Resolves with true at the moment at which one message may leave; with false when none may for now. */
  next(urgent: boolean): Promise<boolean>
  /** So many messages leave without a slot, such as a next question: the bulk makes room for them. */
  spent(messages: number): void
  /** So many messages, with a slot or without, were answered by the platform, after so many milliseconds. */
  answered(messages: number, tookMs: number): void
  /** How many left lately without a slot for which nothing here made room; who asks makes it for all instances. */
  unpaid(): number
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
  /** Reserves moments for this instance; they may lie so many milliseconds back, where nobody reserved them. */
  reserve(count: number, backMs: number): Promise<Reserved>
  /** How long replies may hold up the bulk of an instance, in milliseconds, before it takes of its share. */
  shareMs: number
  /** Takes one place of the share that the bulk of all instances has of each second; false when it is used up. */
  takeShare(): Promise<boolean>
  /** For how many milliseconds nothing of the bulk may leave; 0 for no pause. */
  quietMs(): number
  /** What the store says of a pause that another instance was told of. */
  paused(ms: number): void
}

export function createSlots(rules: SlotRules, steady: Steady): Slots {
  const { everyMs, perSecond } = rules
  const waiting: { urgent: boolean; go(may: boolean): void }[] = []
  let slots: number[] = []
  let spent: number[] = []
  let refilling: Promise<void> | undefined
  let pumping = false
  let lastLeft = Number.NEGATIVE_INFINITY
  const line = createLine(perSecond, steady)
  /** What the steady clock shows when the database's shows zero; the quickest answer tells it best. */
  let apart = Number.POSITIVE_INFINITY
  /** On the database's clock: where our next reservation begins when nobody else reserves. */
  let nextFirst = Number.NaN
  let others = Number.POSITIVE_INFINITY
  /** Since when replies take the places of the bulk; null while they do not. */
  let heldUpSince: number | null = null

  async function refill(): Promise<void> {
    const count = Math.max(Math.min(waiting.length - slots.length, HANDFUL), 1)
    const back = isAlone() && steady.now() - lastLeft < MADE_UP_MS ? MADE_UP_MS : 0
    const { first, now, pausedMs } = await rules.reserve(count, back)
    const seen = steady.now() - now
    apart = seen - apart > ASTRAY_MS ? seen : Math.min(apart, seen)
    if (pausedMs > 0) rules.paused(pausedMs)
    // Ahead of us stands what we did not reserve: another instance is at it as well.
    if (first > now - back + 1 && !(Math.abs(first - nextFirst) < everyMs / 2)) others = steady.now()
    else if (others === Number.POSITIVE_INFINITY) others = Number.NEGATIVE_INFINITY
    nextFirst = first + count * everyMs
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
      if (paysForSpent()) await shareOf(steady.now())
      else if (await comes(slot)) {
        heldUpSince = null
        leave()
      }
    }
  }

  function leave(): void {
    if (rules.quietMs() > 0) letGo()
    if (waiting.length === 0) return
    lastLeft = steady.now()
    line.left(1)
    waiting.shift()?.go(true)
  }

  /** However many people answer, the bulk never stands still altogether: after a while it goes on by its share. */
  async function shareOf(now: number): Promise<boolean> {
    heldUpSince ??= now
    if (now - heldUpSince < rules.shareMs) return false
    heldUpSince = now
    if (!(await rules.takeShare())) return false
    leave()
    return true
  }

  /** Waits for the moment, and for room in its second. @returns false when it has passed by then */
  async function comes(slot: number): Promise<boolean> {
    for (;;) {
      const now = steady.now()
      const alone = isAlone()
      // What is made up for leaves a place in its second for a reply.
      const full = line.counted() >= (now - slot > everyMs / 2 ? Math.max(perSecond - 1, 1) : perSecond)
      if (alone ? now - slot > MADE_UP_MS : now - slot > everyMs / 2 && (full || now - lastLeft < 2 * everyMs))
        return false
      const wait = Math.max(slot - now, alone ? lastLeft + everyMs / 2 - now : 0)
      if (wait <= 0 && !full) return true
      if ((wait <= 0 || heldUpSince !== null) && (await shareOf(now))) {
        if (waiting.length === 0) return false
        continue
      }
      const untilShare = heldUpSince === null ? wait : Math.max(heldUpSince + rules.shareMs - now, 1)
      await steady.wait(Math.min(wait > 0 ? wait : Math.max(line.untilFewer(), 1), untilShare))
    }
  }

  const isAlone = () => steady.now() - others > OTHERS_MS

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
      line.left(messages)
      for (let n = 0; n < messages && n < perSecond; n++) spent.push(now)
      // The bulk of a whole second is all that can make room.
      if (spent.length > 2 * perSecond) spent = spent.slice(-perSecond)
    },
    answered: (messages, tookMs) => line.answered(messages, tookMs),
    unpaid() {
      const unpaid = spent.length
      spent = []
      nextFirst += unpaid * everyMs
      return unpaid
    },
    breath() {
      if (steady.now() - lastLeft > BULK_MS || line.counted() < perSecond) return 0
      return Math.min(line.untilFewer(), BREATH_MS)
    },
    letGo,
  }
}

/** Moments reserved in one go, and how many are left when the next are asked for. */
const HANDFUL = 8
const AHEAD = 3
const SECOND_MS = 1000
/** A moment that was missed longer ago is missed for good. */
const MADE_UP_MS = 1000
/** For so long after it was noticed another instance may still be at it. */
const OTHERS_MS = 5000
/** The bulk is at it when something of it left so lately. */
const BULK_MS = 200
const BREATH_MS = 60
/** The two clocks run evenly: a larger difference means that the database's was set. */
const ASTRAY_MS = 250
