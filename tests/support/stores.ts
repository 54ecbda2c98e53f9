/** One suite on both databases that Pols runs on. */
import { rmSync } from 'node:fs'
import { beforeAll, describe, onTestFinished } from 'vitest'
import { migrate, openStore, type Store } from '../../src/store/open.ts'
import { quickFolder } from './memory.ts'
import { ask, describeOnServer, freshDatabase, serverExpected } from './postgres.ts'

export type StoreKind = 'embedded' | 'server'

/**
 * Runs `suite` on the embedded database and on a real server. `open` gives an empty,
 * migrated store; it is closed and its database removed when the test (or hook) that opened it ends.
 */
export function eachStore(suite: (kind: StoreKind, open: () => Promise<Store>) => void): void {
  describe('embedded', () => {
    beforeAll(() => ask('/template'))
    suite('embedded', openEmbeddedStore)
  })
  describeOnServer('server', () => suite('server', openServerStore))
}

/** Runs `suite` once: on a real server where there is one (it is quicker), else on the embedded database. */
export function oneStore(suite: (open: () => Promise<Store>) => void): void {
  if (serverExpected()) describe('server', () => suite(openServerStore))
  else {
    describe('embedded', () => {
      beforeAll(() => ask('/template'))
      suite(openEmbeddedStore)
    })
  }
}

/** An empty, migrated, embedded store in a folder of its own. */
async function openEmbeddedStore(): Promise<Store> {
  const folder = quickFolder('pols-store-')
  const store = await openStore({ folder }, fail)
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await migrate(store)
  return store
}

/** An empty, migrated store on a real server. */
async function openServerStore(): Promise<Store> {
  const database = await freshDatabase()
  let closing = false
  const store = await openStore(database, (error) => {
    // Dropping the database cuts connections that are just saying goodbye.
    if (!closing) fail(error)
  })
  onTestFinished(async () => {
    closing = true
    await store.close()
    await database.drop()
  })
  return store
}

function fail(error: Error): void {
  throw error
}
