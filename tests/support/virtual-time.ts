/** A steady clock that stands still until somebody waits for it: minutes of a pace pass in no time. */
import type { Steady } from '../../src/rounds/slots.ts'

export type VirtualTime = Steady & {
  /** Lets time pass up to this moment, waking who waited. `late`: how much later than asked each is woken. */
  until(at: number, late?: (at: number) => number): Promise<void>
}

export function virtualTime(): VirtualTime {
  let now = 0
  let timers: { at: number; wake(): void }[] = []
  return {
    now: () => now,
    wait: (ms) =>
      new Promise((wake) => {
        timers.push({ at: now + ms, wake })
      }),
    async until(at, late = () => 0) {
      for (;;) {
        await new Promise(setImmediate)
        const next = timers.toSorted((a, b) => a.at - b.at)[0]
        if (!next || next.at > at) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at + late(next.at))
        next.wake()
      }
      now = Math.max(now, at)
    },
  }
}
