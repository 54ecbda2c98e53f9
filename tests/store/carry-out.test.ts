/**
 * Migrating where each statement stands by itself, as some engines ask for: tried on Postgres, which lets both ways be
 * compared.
 */
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import type { Migration } from 'kysely/migration'
import { expect, onTestFinished, test } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { carryOut } from '../../src/store/carry-out.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { describeOnServer, emptyDatabase, freshDatabase } from '../support/postgres.ts'

const LONG = 120_000

async function opened(database: Awaited<ReturnType<typeof emptyDatabase>>): Promise<Store> {
  const store = await openStore(database, () => {}, 2)
  onTestFinished(async () => {
    await store.close()
    await database.drop()
  })
  return store
}

/** As it is done on an engine that changes no tables within a transaction. */
const stepwise = ({ db, pool }: Store, migrations: Record<string, Migration>) =>
  carryOut({ db, pool, engine: 'cockroach' }, migrations)

/** Columns, indexes and constraints, as the database writes them down. */
async function schemaOf({ pool }: Store): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public' and table_name <> 'kysely_migration_lock'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace order by 1`)
  return rows.map(({ line }) => line)
}

async function statementsOf(migration: Migration): Promise<string[]> {
  const texts: string[] = []
  const deaf = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () =>
        Object.assign(new DummyDriver(), {
          acquireConnection: async () => ({
            async executeQuery({ sql: text }: CompiledQuery) {
              texts.push(text)
              return { rows: [] }
            },
          }),
        }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  await migration.up(deaf)
  return texts
}

const doing = (statements: string[], then?: Error): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    if (then) throw then
  },
})

describeOnServer('step by step', () => {
  test('comes to the same tables as at once, also when eight do it together', { timeout: LONG }, async () => {
    const atOnce = await opened(await freshDatabase())
    const database = await emptyDatabase()
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(database, () => {}, 1)))
    onTestFinished(async () => {
      for (const store of stores) await store.close()
      await database.drop()
    })
    const done = await Promise.all(stores.map((store) => stepwise(store, MIGRATIONS)))
    expect(done.map(({ error }) => error)).toEqual(Array.from({ length: 8 }, () => undefined))
    expect(done.map(({ results }) => results?.length).sort()).toEqual([
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      Object.keys(MIGRATIONS).length,
    ])
    expect(await schemaOf(stores[0]!)).toEqual(await schemaOf(atOnce))
    const { rows } = await stores[0]!.pool.query('select id from kysely_migration_lock')
    expect(rows).toEqual([{ id: 'migration_lock' }])
  })

  test.each([
    ['2026-11-21-first', 7],
    ['2026-11-22-young-person', 1],
    // Behind a condition that was taken away, and behind the one that took its place.
    ['2026-11-24-instrumentarium', 1],
    ['2026-11-24-instrumentarium', 2],
    ['2026-11-25-holding', 6],
  ])('goes on where it was cut off: %s behind statement %i', { timeout: LONG }, async (name, behind) => {
    const atOnce = await opened(await freshDatabase())
    const store = await opened(await emptyDatabase())
    const half = doing((await statementsOf(MIGRATIONS[name]!)).slice(0, behind), new Error('cut off'))
    const before = Object.fromEntries(Object.entries(MIGRATIONS).filter(([one]) => one < name))
    expect((await stepwise(store, { ...before, [name]: half })).error).toEqual(new Error('cut off'))
    const { error } = await stepwise(store, MIGRATIONS)
    expect(error).toBeUndefined()
    expect(await schemaOf(store)).toEqual(await schemaOf(atOnce))
  })

  test('a table of somebody else is not taken for one that was begun', async () => {
    const store = await opened(await emptyDatabase())
    await store.pool.query('create table run (mine int)')
    const { error } = await stepwise(store, MIGRATIONS)
    expect(String(error)).toContain('relation "run" already exists')
  })

  test('a condition without a name is found under the one that the engine gave it', async () => {
    const store = await opened(await emptyDatabase())
    const made = { one: doing([`create table t (kind text, constraint check_kind check (kind in ('a')))`]) }
    expect((await stepwise(store, made)).error).toBeUndefined()
    const changed = doing([
      'alter table t drop constraint t_kind_check',
      `alter table t add constraint t_kind_check check (kind in ('a', 'b'))`,
    ])
    expect((await stepwise(store, { ...made, two: changed })).error).toBeUndefined()
    const { rows } = await store.pool.query(
      `select conname from pg_constraint where conrelid = 't'::regclass and contype = 'c'`,
    )
    expect(rows).toEqual([{ conname: 't_kind_check' }])
  })
})
