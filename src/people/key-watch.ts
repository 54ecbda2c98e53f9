/**
 * An instance that was frozen, or cut off, while the key was changed must not write under the old one when it wakes. The
 * change ends the lines of all others, and waits for nobody; whoever opens a new one reads the known words first.
 */
import { type Kysely, sql } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { SettingsError } from '../errors.ts'
import type { Store } from '../store/open.ts'
import type { Tables } from '../store/tables.ts'
import { KEY_WORDS } from './key-check.ts'
import type { Vault } from './vault.ts'

/**
 * From now on each new line to the database is used only when its data is still under this key. The embedded one has no
 * others: its folder is locked for as long as its process lives.
 * @param changed called when it is under another: this process has nothing to do any more
 */
export function watchKey(store: Pick<Store, 'pool' | 'kind'>, vault: Vault, changed: (why: SettingsError) => void) {
  if (store.kind === 'embedded') return
  const { options } = store.pool as Pool & { options: { verify?: Verify } }
  options.verify = (client, done) => {
    isUnder(client, vault).then(
      (same) => {
        if (same) return done()
        const why = new SettingsError(KEY_CHANGED)
        changed(why)
        done(why)
      },
      (error: Error) => done(error),
    )
  }
}

/**
 * Ends all other lines to this database, within the change of the key: what they had begun is undone, and those that
 * come back wait for the end of it, for the known words are locked.
 * @param trx in which the known words were written anew
 */
export async function cutOffOthers(trx: Kysely<Tables>): Promise<void> {
  await sql`select pg_terminate_backend(pid, ${PATIENCE_MS}) from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`.execute(trx)
}

async function isUnder(client: PoolClient, vault: Vault): Promise<boolean> {
  const text = 'select cipher from key_check where name = $1'
  const ask = (more: string) => client.query<{ cipher: string }>(`${text}${more}`, [KEY_WORDS])
  const { rows } = await ask(' for share').catch((error: { code?: string }) => {
    // A database that takes no writing lets nobody change a key either.
    if (error.code !== READ_ONLY) throw error
    return ask('')
  })
  try {
    for (const { cipher } of rows) vault.decryptText(cipher)
    return true
  } catch {
    return false
  }
}

type Verify = (client: PoolClient, done: (error?: Error) => void) => void

const READ_ONLY = '25006'
const PATIENCE_MS = 5000
export const KEY_CHANGED =
  'POLS_SECRET_KEY: the key was changed while this process stood still. It stops here and has written nothing since; start it again with the new key.'
