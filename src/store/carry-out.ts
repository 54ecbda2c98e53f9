/**
 * Carries the migrations out. On Postgres all of them are one transaction. Where tables are not changed within one, each
 * statement stands by itself: who starts meanwhile waits at a row, and what was cut off half-way is gone through again,
 * with what is there already taken as done.
 */
import { type DialectAdapter, Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import { MIGRATION_LOCK_ID, type Migration, type MigrationResultSet, Migrator } from 'kysely/migration'
import pg from 'pg'
import { repeatStatements } from './again.ts'
import { TRAITS } from './engine.ts'
import type { Store } from './open.ts'
import { spread } from './spread.ts'

/**
 * Carries out what is not there yet; safe when several do it at once.
 * @param migrations by name, in the order of their names
 * @returns what was carried out, and the error if there was one
 */
export async function carryOut(
  { db, pool, engine }: Pick<Store, 'db' | 'pool' | 'engine'>,
  migrations: Record<string, Migration>,
): Promise<MigrationResultSet> {
  if (TRAITS[engine].stepwise) return stepwise(pool, migrations)
  const done = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (done.error || !TRAITS[engine].spread) return done
  const release = await holdRow(pool)
  await spread(pool).finally(release)
  return done
}

async function stepwise(server: pg.Pool, migrations: Record<string, Migration>): Promise<MigrationResultSet> {
  // A connection of its own: changing tables may take longer than statements may elsewhere.
  const pool = new pg.Pool({ ...server.options, max: 1, statement_timeout: 0 })
  pool.on('error', () => {})
  let cutOff = false
  const db = new Kysely<unknown>({ dialect: repeatStatements(dialectOf(pool, () => cutOff)) })
  const getMigrations = async () =>
    Object.fromEntries(
      Object.entries(migrations).map(([name, { up }]) => [
        name,
        {
          async up(steps: Kysely<unknown>) {
            cutOff = !(await noteBegin(steps, name))
            await up(steps)
          },
        },
      ]),
    )
  try {
    return await new Migrator({ db, provider: { getMigrations } }).migrateToLatest({ disableTransactions: true })
  } finally {
    await db.destroy()
    if (!pool.ending) await pool.end()
  }
}

/** Postgres without a transaction around tables that change, and with a row in place of an advisory lock. */
function dialectOf(pool: pg.Pool, cutOff: () => boolean) {
  const steps: PostgresPool = {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      return {
        query: ((text: string, values: unknown[]) => step(client, text.trim(), values, cutOff())) as never,
        release: (destroy) => client.release(destroy),
      }
    },
  }
  const dialect = new PostgresDialect({ pool: steps })
  let release: (() => Promise<void>) | undefined
  const adapter: DialectAdapter = {
    supportsReturning: true,
    supportsCreateIfNotExists: true,
    supportsTransactionalDdl: false,
    async acquireMigrationLock() {
      release = await holdRow(pool)
    },
    async releaseMigrationLock(db) {
      if (release) await sql.raw(FORGET_BEGINS).execute(db)
      await release?.()
    },
  }
  return {
    createAdapter: () => adapter,
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db: Kysely<unknown>) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
}

/** Holds the row of the migrations on a connection of its own: when this process ends, so does the hold. */
async function holdRow(pool: pg.Pool): Promise<() => Promise<void>> {
  const client = new pg.Client({ ...pool.options, statement_timeout: 0, idle_in_transaction_session_timeout: 0 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select id from kysely_migration_lock where id = $1 for update', [MIGRATION_LOCK_ID])
  } catch (error) {
    await client.end()
    throw error
  }
  return () => client.end()
}

/** @returns false when it was begun before and not ended: some of its statements may be done */
async function noteBegin(db: Kysely<unknown>, name: string): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into kysely_migration_lock (id, is_locked) values (${name}, 1)
    on conflict (id) do nothing`.execute(db)
  return numAffectedRows === 1n
}

const FORGET_BEGINS = 'delete from kysely_migration_lock where id in (select name from kysely_migration)'

type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>

async function step(client: pg.PoolClient, text: string, values: unknown[], cutOff: boolean): Promise<Answer> {
  try {
    return await client.query(await withItsName(client, text), values)
  } catch (error) {
    if (cutOff && isDone(text, String((error as { code?: unknown }).code)))
      return { command: '', rowCount: 0, rows: [] }
    throw error
  }
}

/** What the error says is there, or gone, is what the statement would have made, or taken away. */
const isDone = (text: string, code: string): boolean =>
  DONE.some(({ statement, codes }) => statement.test(text) && codes.includes(code))

const DONE = [
  { statement: /^create (unique )?(table|index)\b/, codes: ['42P07'] },
  { statement: /^alter table \w+ add (column|constraint)\b/, codes: ['42701', '42710'] },
  { statement: /^alter table \w+ drop (column|constraint)\b/, codes: ['42703', '42704'] },
]

/**
 * A condition on one column that was made without a name is called `table_column_check` by Postgres, and otherwise by
 * other engines; who takes it away by that name means that condition.
 */
async function withItsName(client: pg.PoolClient, text: string): Promise<string> {
  const [, table = '', name = ''] = /^alter table (\w+) drop constraint (\w+)$/.exec(text) ?? []
  if (name === '') return text
  const { rows } = await client.query<{ name: string }>(
    `select c.conname as name from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
     where c.conrelid = $1::regclass and c.contype = 'c' and $2::text in (c.conname::text, $3::text || '_' || a.attname::text || '_check')
     order by c.conname::text = $2::text desc`,
    [table, name, table],
  )
  return rows[0] ? `alter table ${table} drop constraint "${rows[0].name}"` : text
}
