/** Work that nobody waits for, but that must finish before the process stops. */
import { describeError, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'

export type Background = {
  /** Starts it; a fault is counted and logged. */
  background(work: () => Promise<void>): void
  pending: {
    count(): number
    /** Resolves when nothing is going on, also nothing that was started meanwhile. */
    settled(): Promise<void>
  }
}

export function createBackground(log: Log, metrics: Metrics): Background {
  const going = new Set<Promise<void>>()
  return {
    background(work) {
      const one = work().catch((error: unknown) => {
        metrics.faults.inc({ at: 'background' })
        log.error({ ...describeError(error) }, 'work in the background failed')
      })
      going.add(one)
      void one.finally(() => going.delete(one))
    },
    pending: {
      count: () => going.size,
      async settled() {
        while (going.size > 0) await Promise.all(going)
      },
    },
  }
}
