/** Where a backup goes: a server database in one transaction, or a new folder that takes the place of the old one at once. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingsError } from '../errors.ts'
import type { Settings } from '../settings.ts'
import { RESTORED, takeRestored } from '../store/embedded.ts'
import { lockFolder } from '../store/folder-lock.ts'
import { openHeldFolder, openStore, type Store, type StoreSettings } from '../store/open.ts'
import type { Erasure } from './erasures.ts'
import { OUR_TABLES } from './our-tables.ts'
import { erasuresOf } from './sources.ts'

export type Target = {
  store: Store
  /** Notes of what was erased, in what is replaced. */
  erasures: Erasure[]
  /** What was restored becomes what is used. @param secret goes along into the data folder; null: a setting gives it */
  take(secret: string | null): Promise<void>
  close(): Promise<void>
}

/** @throws SettingsError when it is in use, or holds something and may not be replaced */
export function openTarget(settings: Settings, replace: boolean): Promise<Target> {
  return 'url' in settings.store ? openServer(settings.store, replace) : openFolder(settings.store.folder, replace)
}

async function openServer(where: StoreSettings & { url: string }, replace: boolean): Promise<Target> {
  const store = await openStore(where, () => {}, 1)
  try {
    if (await holdsSomething(store)) {
      if (!replace) throw new SettingsError(NOT_EMPTY)
      const { rows } = await store.pool.query<{ others: number }>(
        `select count(*)::int as others from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      )
      if (rows[0]!.others > 0) {
        throw new SettingsError(
          `DATABASE_URL: ${rows[0]!.others} other connections are open on this database. Stop every Pols (and whatever else is connected), and restore then. Nothing was touched.`,
        )
      }
    }
    return { store, erasures: await erasuresOf(store), take: async () => {}, close: store.close }
  } catch (error) {
    await store.close()
    throw error
  }
}

async function openFolder(folder: string, replace: boolean): Promise<Target> {
  const unlock = await lockFolder(folder)
  const fresh = join(folder, 'restoring')
  try {
    takeRestored(folder)
    const erasures = existsSync(join(folder, 'postgres')) ? await lookInto(folder, replace) : []
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh, { mode: 0o700 })
    const store = await openHeldFolder(fresh, () => {})
    return {
      store,
      erasures,
      async take(secret) {
        await store.close()
        // Which of the two keys is the one is asked of the database at the next start.
        if (secret !== null) {
          writeFileSync(join(folder, 'secret.key.next'), `${secret}\n`, { mode: 0o600, flush: true })
        }
        renameSync(join(fresh, 'postgres'), join(folder, RESTORED))
        sync(folder)
        takeRestored(folder)
        if (secret !== null) renameSync(join(folder, 'secret.key.next'), join(folder, 'secret.key'))
        sync(folder)
      },
      async close() {
        await store.close()
        rmSync(fresh, { recursive: true, force: true })
        await unlock()
      },
    }
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    await unlock()
    throw error
  }
}

/** Notes in the database that is replaced; none when it does not open any more, for then it is replaced because of that. */
async function lookInto(folder: string, replace: boolean): Promise<Erasure[]> {
  let store: Store
  try {
    store = await openHeldFolder(folder, () => {})
  } catch {
    if (!replace) throw new SettingsError(NOT_EMPTY)
    return []
  }
  try {
    if ((await holdsSomething(store)) && !replace) throw new SettingsError(NOT_EMPTY)
    return await erasuresOf(store)
  } finally {
    await store.close()
  }
}

async function holdsSomething(store: Store): Promise<boolean> {
  for (const table of OUR_TABLES) {
    const known = await store.pool.query('select to_regclass($1) is not null as there', [table])
    if (!known.rows[0]?.there) continue
    const { rows } = await store.pool.query(`select 1 from "${table}" limit 1`)
    if (rows.length > 0) return true
  }
  return false
}

function sync(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const NOT_EMPTY =
  'There is something in this database already. Restore into an empty one, or add --replace: then all that is in it now goes, but for what was erased, which stays erased. Nothing was touched.'
