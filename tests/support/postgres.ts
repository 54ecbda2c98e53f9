/**
 * Databases on a real server: `TEST_DATABASE_URL` (with `TEST_DATABASE_ENGINE` when that is not Postgres), or a Postgres
 * started from the binaries that npm installs. Every test gets a migrated database of its own: copied from a template,
 * or migrated by itself where an engine copies none (and on Postgres with `TEST_DATABASE_FRESH=1`).
 */
import pg from 'pg'
import { describe, inject } from 'vitest'
import type { Engine } from '../../src/settings.ts'
import { migrate, openStore } from '../../src/store/open.ts'
import { databaseUrl, type ServerAnswer } from './global-setup.ts'

/** May be given to `openStore` as it is. */
export type FreshDatabase = { url: string; engine: Engine; drop(): Promise<void> }

/** A migrated, empty database; `drop` ends whatever is still connected to it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { copying } = await serverAnswer()
  if (copying !== null) return database(copying)
  const made = await emptyDatabase()
  const store = await openStore(made, () => {})
  await migrate(store).finally(() => store.close())
  return made
}

/** An empty database without any table, for tests of migrating. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const { engine } = await serverAnswer()
  const made = await database(engine === 'postgres' || engine === 'citus' ? 'template template0' : '')
  if (engine === 'citus') await onServer(made.url, 'create extension citus')
  return made
}

async function database(how: string): Promise<FreshDatabase> {
  const { url, engine } = await serverAnswer()
  const name = `pols_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await onServer(url, `create database ${name} ${how}`)
  const drop = `drop database if exists ${name} ${engine === 'cockroach' ? 'cascade' : 'with (force)'}`
  return { url: databaseUrl(url, name), engine, drop: () => onServer(url, drop) }
}

/** Gives a migrated database for as long as `use` runs. */
export async function withDatabase<T>(use: (url: string, database: FreshDatabase) => Promise<T>): Promise<T> {
  const made = await freshDatabase()
  try {
    return await use(made.url, made)
  } finally {
    await made.drop()
  }
}

/**
 * A suite that needs a real server. Where the platform has no binaries it is reported as skipped;
 * in CI it runs, and fails, because there nothing may be skipped in silence.
 */
export function describeOnServer(name: string, suite: () => void): void {
  describe.runIf(serverExpected())(name, suite)
}

/** True where tests on a real server must run. */
export const serverExpected = (): boolean => inject('databases').server || Boolean(process.env.CI)

let asked: Promise<ServerAnswer> | undefined
function serverAnswer(): Promise<ServerAnswer> {
  asked ??= ask<ServerAnswer>('/server')
  return asked
}

/** Asks the door of this test run; a database that does not come up is told in full. */
export async function ask<T>(path: '/server' | '/template'): Promise<T> {
  const response = await fetch(`${inject('databases').door}${path}`)
  const said = await response.text()
  if (!response.ok) throw new Error(said)
  return JSON.parse(said) as T
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
