/**
 * Databases on a real Postgres server: `TEST_DATABASE_URL`, or one started from the binaries that npm
 * installs. Every test gets a migrated database of its own, copied from a template.
 */
import pg from 'pg'
import { describe, inject } from 'vitest'
import { databaseUrl, type ServerAnswer } from './global-setup.ts'

export type FreshDatabase = { url: string; drop(): Promise<void> }

/** A migrated, empty database; `drop` ends whatever is still connected to it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, template } = await serverAnswer()
  const name = `pols_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await onServer(url, `create database ${name} template ${template}`)
  return { url: databaseUrl(url, name), drop: () => onServer(url, `drop database if exists ${name} with (force)`) }
}

/** An empty database without any table, for tests of migrating. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const { url } = await serverAnswer()
  const name = `pols_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await onServer(url, `create database ${name} template template0`)
  return { url: databaseUrl(url, name), drop: () => onServer(url, `drop database if exists ${name} with (force)`) }
}

/** Gives a migrated database for as long as `use` runs. */
export async function withDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const database = await freshDatabase()
  try {
    return await use(database.url)
  } finally {
    await database.drop()
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
