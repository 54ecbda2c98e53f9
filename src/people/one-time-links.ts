/** Links that work once: to a page of ours, for one person and one purpose. Only a keyed hash of the token is kept. */
import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Ground } from '../ground.ts'
import type { AgeBand, Tables } from '../store/tables.ts'
import type { Language } from '../survey/question-set.ts'

export type OneTimeLink = Selectable<Tables['one_time_link']>
export type OneTimePurpose = OneTimeLink['purpose']
export type LinkFault = { fault: 'unknown' | 'expired' | 'used' }

/**
 * @param about what the page behind it may know; `minutes` is how long the link works
 * @returns the token: 24 characters of base64url (144 bits), random
 */
export async function makeOneTimeLink(
  ground: Ground,
  about: {
    purpose: OneTimePurpose
    organisationId?: string
    contactId?: string
    runId?: string
    sessionId?: string
    language?: Language
    ageBand?: AgeBand
    minutes: number
  },
): Promise<string> {
  const token = randomBytes(18).toString('base64url')
  await ground.store.db
    .insertInto('one_time_link')
    .values({
      token_hash: ground.vault.hashToken(token),
      purpose: about.purpose,
      organisation_id: about.organisationId ?? null,
      contact_id: about.contactId ?? null,
      run_id: about.runId ?? null,
      session_id: about.sessionId ?? null,
      language: about.language ?? null,
      age_band: about.ageBand ?? null,
      expires_at: ground.clock.now().add({ minutes: about.minutes }).toString(),
      used_at: null,
    })
    .execute()
  return token
}

/**
 * Reads a link, or with `use` uses it up: of two that use it at the same moment, one gets it.
 * @returns the row, or why it does not work (any more)
 */
export async function readOneTimeLink(
  ground: Ground,
  token: string,
  purpose: OneTimePurpose,
  how: { use: boolean },
): Promise<OneTimeLink | LinkFault> {
  if (!/^[\w-]{24}$/.test(token)) return { fault: 'unknown' }
  const { db } = ground.store
  const hash = ground.vault.hashToken(token)
  const now = ground.clock.now()
  if (how.use) {
    const used = await db
      .updateTable('one_time_link')
      .set({ used_at: now.toString() })
      .where('token_hash', '=', hash)
      .where('purpose', '=', purpose)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now.toString() as never)
      .returningAll()
      .executeTakeFirst()
    if (used) return used
  }
  const row = await db
    .selectFrom('one_time_link')
    .selectAll()
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (!row) return { fault: 'unknown' }
  if (row.used_at) return { fault: 'used' }
  return row.expires_at.getTime() <= now.epochMilliseconds ? { fault: 'expired' } : row
}
