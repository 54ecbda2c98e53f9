/** Whether a key is the one that this database was written with; asked before anything is read or written. */
import type { Kysely } from 'kysely'
import { SettingsError } from '../errors.ts'
import type { Tables } from '../store/tables.ts'
import type { Vault } from './vault.ts'

export type KeyFits = 'fits' | 'other' | 'unknown'

/**
 * Reads the known words that the key wrote; in a database from before they were kept, the address of a place or person.
 * @param db migrated
 * @returns unknown: nothing was written with any key yet
 */
export async function keyFits(db: Kysely<Tables>, vault: Vault): Promise<KeyFits> {
  const check = await db.selectFrom('key_check').select('cipher').where('name', '=', KEY_WORDS).executeTakeFirst()
  if (check) return opens(() => vault.decryptText(check.cipher)) ? 'fits' : 'other'
  for (const table of ['place', 'contact', 'staff'] as const) {
    const row = await db.selectFrom(table).select('address_cipher').limit(1).executeTakeFirst()
    if (row) return opens(() => vault.decryptAddress(row.address_cipher)) ? 'fits' : 'other'
  }
  return 'unknown'
}

/** Keeps the known words under this key, in place of those that are there. */
export async function keepKeyCheck(db: Kysely<Tables>, vault: Vault): Promise<void> {
  const cipher = vault.encryptText(WORDS)
  await db
    .insertInto('key_check')
    .values({ name: KEY_WORDS, cipher })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ cipher }))
    .execute()
}

/**
 * Refuses to go on with another key than the database was written with: it would mix rows of two keys.
 * @throws SettingsError when it is another
 */
export async function holdKey(db: Kysely<Tables>, vault: Vault): Promise<void> {
  const fits = await keyFits(db, vault)
  if (fits === 'other') throw new SettingsError(OTHER_KEY)
  const kept = await db.selectFrom('key_check').select('name').where('name', '=', KEY_WORDS).executeTakeFirst()
  if (kept) return
  await db
    .insertInto('key_check')
    .values({ name: KEY_WORDS, cipher: vault.encryptText(WORDS) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // Of two that begin at the same moment on an empty database with different keys, one wrote first.
  if ((await keyFits(db, vault)) === 'other') throw new SettingsError(OTHER_KEY)
}

function opens(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

/** Under which the known words are kept. */
export const KEY_WORDS = 'secret'
const WORDS = 'pols'
export const OTHER_KEY =
  'POLS_SECRET_KEY: this database was written with another key. Start with the key that the data was made with; after `pols rotate-key` that is the new one. In an embedded data folder the key is secret.key.'
