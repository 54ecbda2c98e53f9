/** Databases and folders for tests of backups, on both stores; all of it goes when the test ends. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readSettings, type Settings } from '../../src/settings.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { quickFolder } from '../support/memory.ts'
import { emptyDatabase, serverExpected } from '../support/postgres.ts'

export const KEY = 'a key for backups that is long enough'
export const SECRET = 'a secret for tests that is long enough'
export const STORES = serverExpected() ? (['embedded', 'server'] as const) : (['embedded'] as const)

/** A place for a database: nothing is in it yet. */
export async function place(on: 'embedded' | 'server'): Promise<Settings> {
  const dataFolder = join(folder(), 'data')
  mkdirSync(dataFolder)
  const own = { ...readSettings({}), dataFolder, secretKey: SECRET, backupKey: KEY }
  if (on === 'embedded') return { ...own, store: { folder: dataFolder } }
  const database = await emptyDatabase()
  onTestFinished(() => database.drop())
  return { ...own, store: { url: database.url } }
}

export function folder(): string {
  const made = quickFolder('pols-restore-')
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

export async function use<T>(settings: Settings, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(settings.store, () => {})
  return work(store).finally(store.close)
}
