/** What rooms stand on, over a store of the test: the sample organisations, a clock that stands still, no logs kept. */
import { createConfigSource } from '../../src/config/load.ts'
import type { Organisation } from '../../src/config/organisation.ts'
import type { Ground } from '../../src/ground.ts'
import { createLog } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import { createVault } from '../../src/people/vault.ts'
import type { Store } from '../../src/store/open.ts'
import type { TestClock } from './app.ts'

export type TestGround = Ground & { clock: TestClock; logs: string[] }

/** @param change what is other in each organisation's file */
export function makeGround(store: Store, at = '2026-11-25T17:00:00Z', change: Partial<Organisation> = {}): TestGround {
  const source = createConfigSource('config').current()
  const organisations = new Map([...source.organisations].map(([id, one]) => [id, { ...one, ...change }]))
  const logs: string[] = []
  let names = 0
  return {
    store,
    vault: createVault('a secret for tests that is long enough'),
    clock: clockAt(at),
    newId: () => {
      names += 1
      return `id-${String(names).padStart(19, '0')}`
    },
    log: createLog('debug', { write: (line) => void logs.push(line) }),
    metrics: createMetrics(),
    config: () => ({ ...source, organisations }),
    logs,
  }
}

function clockAt(start: string): TestClock {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    pass: (duration) => {
      now = now.add(duration)
    },
    set: (at) => {
      now = Temporal.Instant.from(at)
    },
  }
}
