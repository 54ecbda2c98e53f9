/**
 * One ear: of all instances on one database, one polls and holds the gateway. A lease in a row, not an advisory
 * lock: it runs out by itself when its holder dies, freezes, or loses the database, and works on every engine.
 */
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Store } from '../store/open.ts'

export type Ear = {
  start(): Promise<void>
  /** Gives the lease back, so that another instance need not wait for it to run out. */
  stop(): Promise<void>
  holds(): boolean
}

export type EarWork = { gain(): Promise<void>; lose(): Promise<void> }

export type EarTiming = { leaseSeconds: number; renewSeconds: number }

export function createEar(
  deps: { store: Store; clock: Clock; log: Log; holder: string },
  work: EarWork,
  timing: EarTiming = TIMING,
): Ear {
  const { store, clock, log, holder } = deps
  let held = false
  /** Until when nobody else can have it, on this process's own steady clock: a frozen process wakes up past it. */
  let sureUntil = 0
  let timer: NodeJS.Timeout | undefined
  let turning: Promise<void> = Promise.resolve()
  let stopped = false

  async function look(): Promise<void> {
    const asked = performance.now()
    if (held && asked > sureUntil) await change(false)
    let mine = false
    try {
      const patience = held ? sureUntil - asked : timing.leaseSeconds * 1000
      mine = await within(patience, takeLease(store, clock.now(), holder, timing.leaseSeconds))
    } catch (error) {
      log.warn({ ...describeError(error) }, 'the lease of the ear could not be renewed')
      if (performance.now() < sureUntil) return
    }
    if (mine) sureUntil = asked + timing.leaseSeconds * 1000
    if (!stopped && mine !== held) await change(mine)
  }

  async function change(gained: boolean): Promise<void> {
    held = gained
    log.info({ ear: gained }, gained ? 'this instance listens now' : 'another instance listens')
    try {
      await (gained ? work.gain() : work.lose())
    } catch (error) {
      log.error({ ear: gained, ...describeError(error) }, 'changing who listens failed; it is tried again')
      held = !gained
    }
  }

  const tick = () => {
    turning = turning.then(look)
    return turning
  }

  return {
    async start() {
      await tick()
      timer = setInterval(() => void tick(), timing.renewSeconds * 1000)
      timer.unref()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await turning
      if (!held) return
      await change(false)
      await store.db
        .deleteFrom('lease')
        .where('name', '=', NAME)
        .where('holder', '=', holder)
        .execute()
        .catch(() => {})
    },
    holds: () => held,
  }
}

async function takeLease(store: Store, now: Temporal.Instant, holder: string, seconds: number): Promise<boolean> {
  const until = now.add({ seconds }).toString()
  // A lease that runs out so far ahead is of before a clock jumped back: who held it and died would hold it for that long.
  const furthest = now.add({ seconds: Math.ceil(seconds) + FURTHEST_SECONDS }).toString()
  const result =
    await sql`insert into lease (name, holder, expires_at) values (${NAME}, ${holder}, ${until}::timestamptz)
    on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
    where lease.holder = excluded.holder or lease.expires_at < ${now.toString()}::timestamptz
      or lease.expires_at > ${furthest}::timestamptz
    returning name`.execute(store.db)
  return result.rows.length > 0
}

/** A database that does not answer must not keep us listening: somebody else may have the lease by then. */
async function within<T>(ms: number, asked: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('the database did not answer in time')), ms)
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

const NAME = 'ear'
/** Clocks of two machines differ less than this. */
const FURTHEST_SECONDS = 120
const TIMING: EarTiming = { leaseSeconds: 9, renewSeconds: 3 }
