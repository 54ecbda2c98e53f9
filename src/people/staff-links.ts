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
): Promise<StaffLink | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const row = await ground.store.db
    .selectFrom('staff_link')
    .select(['purpose', 'organisation_id', 'staff_id', 'writer_id', 'subject'])
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
  }
}
