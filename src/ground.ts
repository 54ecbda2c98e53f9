/** What every room stands on; made once in app.ts. */
import type { Clock, NewId } from './clock.ts'
import type { Config } from './config/organisation.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Vault } from './people/vault.ts'
import type { Store } from './store/open.ts'

export type Ground = {
  store: Store
  vault: Vault
  clock: Clock
  newId: NewId
  log: Log
  metrics: Metrics
  /** The sound organisations and methods as they now are. */
  config(): Config
  /** Told of each note of something erased, while its transaction still goes on; absent where nobody keeps a journal. */
  erased?(id: string): void
}
