/**
 * How often something may happen, counted for each key in this process's memory. Even spacing with room for a burst;
 * one number a key, and never more than `MOST_KEYS` of them.
 */
import type { Clock } from '../clock.ts'

export type Gate = {
  /** Lets one through, or says how long to wait. @returns seconds, 0 when it may go on now */
  pass(key: string): number
  /** The same without counting. */
  look(key: string): number
}

/** @param often how many at once, and in how many seconds as many again */
export function createGate(clock: Clock, often: { most: number; seconds: number }): Gate {
  const interval = (often.seconds * 1000) / often.most
  const whole = often.seconds * 1000
  /** When all that passed would have passed, had it come evenly. */
  const due = new Map<string, number>()

  function look(key: string, now: number): { wait: number; from: number } {
    const known = due.get(key) ?? 0
    // Further ahead than this cannot be: the clock jumped back.
    const from = known > now + whole ? now : Math.max(known, now)
    const wait = from + interval - (now + whole)
    return { wait: wait > 0 ? Math.ceil(wait / 1000) : 0, from }
  }

  function makeRoom(now: number): void {
    for (const [key, at] of due) if (at <= now) due.delete(key)
    // All of them busy: those that began first go, many at a time, for looking through all of them takes long.
    for (const key of due.keys()) {
      if (due.size < MOST_KEYS - ROOM) return
      due.delete(key)
    }
  }

  return {
    pass(key) {
      const now = clock.now().epochMilliseconds
      const { wait, from } = look(key, now)
      if (wait > 0) return wait
      if (!due.has(key) && due.size >= MOST_KEYS) makeRoom(now)
      due.set(key, from + interval)
      return 0
    },
    look: (key) => look(key, clock.now().epochMilliseconds).wait,
  }
}

const MOST_KEYS = 50_000
const ROOM = 5_000
