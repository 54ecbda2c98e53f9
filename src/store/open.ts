/** Opens the one database: a Postgres server, or the embedded one. Everything goes through this pool. */
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { MIGRATIONS } from '../../migrations/index.ts'
import { SettingsError } from '../errors.ts'
import type { Engine } from '../settings.ts'
import { repeatQueries, repeatStatements, repeatTransactions } from './again.ts'
import { carryOut } from './carry-out.ts'
import { openEmbedded } from './embedded.ts'
import { checkEngine, TRAITS } from './engine.ts'
import { lockFolder } from './folder-lock.ts'
import { keepPlans } from './kept-plans.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

export type Store = {
  db: Database
  /** The pool itself, for the few statements that are named and prepared. */
  pool: pg.Pool
  kind: 'server' | 'embedded'
  /** What speaks Postgres here; the embedded one is Postgres. */
  engine: Engine
  close(): Promise<void>
}

/** `engine`: Postgres itself when not given. */
export type StoreSettings = { url: string; engine?: Engine } | { folder: string }

/**
 * Opens the store; migrates nothing.
 * @throws SettingsError when the database cannot be reached, is another engine or too old, or its folder is in use
 */
export async function openStore(
  settings: StoreSettings,
  onError: (error: Error) => void,
  poolSize = 10,
): Promise<Store> {
  return 'url' in settings ? openServer(settings, onError, poolSize) : openFolder(settings, onError)
}

async function openServer(
  { url, engine = 'postgres' }: { url: string; engine?: Engine },
  onError: (error: Error) => void,
  poolSize: number,
): Promise<Store> {
  let looked = false
  const pool = new pg.Pool({
    connectionString: url,
    types: TYPES,
    max: poolSize,
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    async onConnect(client) {
      if (!looked) await checkEngine(client, engine)
      looked = true
      for (const statement of TRAITS[engine].session) await client.query(statement)
    },
  })
  pool.on('error', onError)
  // A connection that ends between two statements of a transaction is in nobody's hands: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    ;(await pool.connect()).release()
  } catch (error) {
    await pool.end()
    if (error instanceof SettingsError) throw error
    const code = (error as { code?: string }).code ?? 'no answer'
    throw new SettingsError(
      `DATABASE_URL: the database cannot be reached (${code}). Check that it runs and that host, port, user, password and name are right.`,
    )
  }
  repeatQueries(pool)
  return assemble(pool, 'server', engine, async () => {})
}

async function openFolder(settings: { folder: string }, onError: (error: Error) => void): Promise<Store> {
  const unlock = await lockFolder(settings.folder)
  try {
    return await openHeldFolder(settings.folder, onError, unlock)
  } catch (error) {
    await unlock()
    if (error instanceof SettingsError) throw error
    throw new SettingsError(
      `DATA_DIR: the embedded database does not open (${(error as Error).message.slice(0, 200)}). Restore the folder from a backup, or choose an empty DATA_DIR.`,
    )
  }
}

/**
 * Opens the embedded database of a folder whose lock the caller holds.
 * @param after runs when the store is closed
 * @throws SettingsError when the folder was made by another version of the embedded database; whatever the database says
 */
export async function openHeldFolder(
  folder: string,
  onError: (error: Error) => void,
  after: () => Promise<void> = async () => {},
): Promise<Store> {
  const pglite = await openEmbedded(folder)
  // The pool must not give its one connection back to be closed: PGlite has no second one.
  const pool = new pg.Pool({
    ...createPgConfig(pglite),
    types: TYPES,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 30_000,
  } as pg.PoolConfig)
  pool.on('error', onError)
  keepConnection(pool)
  return assemble(pool, 'embedded', 'postgres', async () => {
    await pglite.close()
    await after()
  })
}

/**
 * A pool closes the connection on which a statement failed and opens another; with PGlite's only one that garbles
 * the statements that come next. Here a failed statement fails alone.
 */
function keepConnection(pool: pg.Pool): void {
  const query = async (...given: unknown[]) => {
    const client = await pool.connect()
    try {
      return await (client.query as (...all: unknown[]) => Promise<pg.QueryResult>)(...given)
    } finally {
      client.release()
    }
  }
  pool.query = query as never
}

function assemble(pool: pg.Pool, kind: Store['kind'], engine: Engine, after: () => Promise<void>): Store {
  keepPlans(pool)
  const dialect = new PostgresDialect({ pool })
  // The embedded one has one connection, which meets nobody.
  const db =
    kind === 'embedded'
      ? new Kysely<Tables>({ dialect })
      : repeatTransactions(new Kysely<Tables>({ dialect: repeatStatements(dialect) }))
  let closed: Promise<void> | undefined
  const close = async () => {
    await db.destroy()
    // Kysely ends the pool only after a query of its own.
    if (!pool.ending) await pool.end()
    await after()
  }
  return { db, pool, kind, engine, close: () => (closed ??= close()) }
}

/**
 * Brings the schema up to date; safe when several instances start at once. A database that a newer version has
 * migrated is left as it is: what is added there does no harm to this version, which goes on until it is replaced.
 * @param onNewer gets the names of the migrations that this version does not know, when there are any
 * @returns names of the migrations that were carried out
 */
export async function migrate(store: Store, onNewer: (names: string[]) => void = () => {}): Promise<string[]> {
  const newer = await unknownMigrations(store)
  if (newer.length > 0) {
    onNewer(newer)
    return []
  }
  const { error, results } = await carryOut(store, MIGRATIONS)
  if (error) throw error
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

/** @throws SettingsError when the database went another way than this version: neither older nor newer, and not to be mixed */
async function unknownMigrations(store: Store): Promise<string[]> {
  const { rows: tables } = await store.pool.query(
    `select 1 from information_schema.tables where table_schema = current_schema() and table_name = 'kysely_migration'`,
  )
  if (tables.length === 0) return []
  const { rows } = await store.pool.query<{ name: string }>('select name from kysely_migration')
  const done = new Set(rows.map(({ name }) => name))
  const unknown = [...done].filter((name) => !(name in MIGRATIONS)).sort()
  const missing = Object.keys(MIGRATIONS).filter((name) => !done.has(name))
  if (unknown.length > 0 && missing.length > 0) {
    throw new SettingsError(
      `DATABASE_URL: this database has been migrated by another Pols (${unknown[0]}) that lacks what this one needs (${missing[0]}). Use the version that made it, or another database.`,
    )
  }
  return unknown
}

/** The same JavaScript values from a server and from PGlite: dates stay text, big integers are numbers. */
const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.DATE) return (value: string) => value
    if (oid === pg.types.builtins.INT8) return (value: string) => Number(value)
    return pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig
