/**
 * The engines that speak Postgres, and everything that is done otherwise on one of them. Only Postgres itself is tried;
 * `docs/scale.md` says what the others rest on.
 */
import type pg from 'pg'
import { SettingsError } from '../errors.ts'
import type { Engine } from '../settings.ts'

export type EngineTraits = {
  /** As people call it. */
  name: string
  /** Said on each connection before anything else. */
  session: readonly string[]
  /**
   * Tables are not changed within a transaction, and there are no locks of a session: each statement of a migration
   * stands by itself, and a row is held meanwhile.
   */
  stepwise: boolean
  /** After migrating, each table is told on which nodes its rows live. */
  spread: boolean
}

export const TRAITS: Record<Engine, EngineTraits> = {
  postgres: { name: 'Postgres', session: [], stepwise: false, spread: false },
  citus: {
    name: 'Citus',
    // Tables that lie everywhere and tables by organisation point at each other: changed in one transaction, one by one.
    session: [`set citus.multi_shard_modify_mode = 'sequential'`],
    stepwise: false,
    spread: true,
  },
  yugabyte: { name: 'YugabyteDB', session: [], stepwise: true, spread: false },
  cockroach: {
    name: 'CockroachDB',
    session: [
      // What the statements are written for; its own level is serializable.
      `set default_transaction_isolation = 'read committed'`,
      // A reply takes presence back or notes it, writes words or takes them away: one table twice, never one row twice.
      'set enable_multiple_modifications_of_table = on',
    ],
    stepwise: true,
    spread: false,
  },
}

/**
 * Looks whether the server is what the setting says, and new enough.
 * @throws SettingsError in one sentence with what to do; whatever the server says when it cannot be asked
 */
export async function checkEngine(client: Pick<pg.ClientBase, 'query'>, engine: Engine): Promise<void> {
  const { rows } = await client.query<{ version: number; said?: string; citus?: boolean }>(
    `select current_setting('server_version_num')::int as version, version() as said,
      exists (select 1 from pg_extension where extname = 'citus') as citus`,
  )
  const { version = 0, said = '', citus = false } = rows[0] ?? {}
  const fault = engineFault(engine, { version, said, citus })
  if (fault) throw new SettingsError(fault)
}

/**
 * What stands in the way of this engine on a server that says this of itself; null when nothing does.
 * @param server `version` as in `server_version_num`, `said` as of `version()`, `citus` when the database has that extension
 */
export function engineFault(engine: Engine, server: { version: number; said: string; citus: boolean }): string | null {
  const found = engineOf(server)
  if (found !== engine) {
    return `DATABASE_ENGINE: this database is ${TRAITS[found].name}, and the setting says ${engine}${engine === 'postgres' ? ' (or nothing)' : ''}. Set DATABASE_ENGINE=${found}, or give the DATABASE_URL of another server.`
  }
  if (found === 'cockroach') {
    const [, year = '0', part = '0'] = /\bv(\d+)\.(\d+)/.exec(server.said) ?? []
    if (Number(year) * 100 + Number(part) >= OLDEST_COCKROACH) return null
    return `DATABASE_URL: this CockroachDB is version ${year}.${part}; Pols needs ${Math.floor(OLDEST_COCKROACH / 100)}.${OLDEST_COCKROACH % 100} or newer. Upgrade the server.`
  }
  if (server.version >= OLDEST) return null
  const which = found === 'yugabyte' ? 'YugabyteDB speaks Postgres' : 'Postgres is version'
  return `DATABASE_URL: this ${which} ${Math.floor(server.version / 10_000)}; Pols needs ${OLDEST / 10_000} or newer. Upgrade the server, or leave DATABASE_URL out to use the embedded database.`
}

function engineOf({ said, citus }: { said: string; citus: boolean }): Engine {
  if (/^CockroachDB\b/.test(said)) return 'cockroach'
  // PostgreSQL 15.12-YB-2025.1.0.0-b0 on ...
  if (/-YB-\d/.test(said)) return 'yugabyte'
  return citus ? 'citus' : 'postgres'
}

/** Postgres 15: the oldest that the tests run on. */
const OLDEST = 150_000

/** The first where transactions may be read committed without a setting of the cluster. */
const OLDEST_COCKROACH = 2401
