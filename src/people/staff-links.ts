/** Links that lead somebody from a chat to a page of their own for an hour: to hand in a file, to fetch one, to write at length. */
import { randomBytes } from 'node:crypto'
import type { Ground } from '../ground.ts'

export type StaffLink = {
  purpose: 'upload' | 'file' | 'sheet'
  organisationId: string | null
  /** Who it is for: somebody of the staff, or a writer of a worksheet. */
  staffId: string | null
  writerId: string | null
  /** What it is about, in the words of who made it. */
  subject: string | null
}

const HOURS = 1

/** @returns the secret part of the address: 256 bits, kept only as a keyed hash */
export async function makeStaffLink(
  ground: Ground,
  link: Partial<StaffLink> & Pick<StaffLink, 'purpose'>,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = ground.clock.now().add({ hours: HOURS })
  await ground.store.db
    .insertInto('staff_link')
    .values({
      token_hash: ground.vault.hashToken(token),
      purpose: link.purpose,
      organisation_id: link.organisationId ?? null,
      staff_id: link.staffId ?? null,
      writer_id: link.writerId ?? null,
      subject: link.subject ?? null,
      expires_at: expiresAt.toString(),
      used_at: null,
    })
    .execute()
  return { token, expiresAt }
}

/** Null for a link that is unknown, of another purpose, or over; whether its person still may is asked by who uses it. */
export async function readStaffLink(
  ground: Ground,
  purpose: StaffLink['purpose'],
  token: string,
): Promise<(StaffLink & { used: boolean }) | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const row = await ground.store.db
    .selectFrom('staff_link')
    .select(['purpose', 'organisation_id', 'staff_id', 'writer_id', 'subject', 'used_at'])
    .where('token_hash', '=', ground.vault.hashToken(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', ground.clock.now().toString() as never)
    .executeTakeFirst()
  if (!row) return null
  return {
    purpose: row.purpose,
    organisationId: row.organisation_id,
    staffId: row.staff_id,
    writerId: row.writer_id,
    subject: row.subject,
    used: row.used_at !== null,
  }
}

/** Uses up a link for what may happen once: of two that do so at the same moment, one gets true. */
export async function useStaffLink(ground: Ground, purpose: StaffLink['purpose'], token: string): Promise<boolean> {
  const now = ground.clock.now().toString()
  const used = await ground.store.db
    .updateTable('staff_link')
    .set({ used_at: now })
    .where('token_hash', '=', ground.vault.hashToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now as never)
    .returning('token_hash')
    .executeTakeFirst()
  return used !== undefined
}

/** What it was used for did not happen: it can be used again. */
export async function freeStaffLink(ground: Ground, purpose: StaffLink['purpose'], token: string): Promise<void> {
  await ground.store.db
    .updateTable('staff_link')
    .set({ used_at: null })
    .where('token_hash', '=', ground.vault.hashToken(token))
    .where('purpose', '=', purpose)
    .execute()
}
