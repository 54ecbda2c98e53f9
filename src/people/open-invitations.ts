/** Invitations that were given and not used yet: seen before they are taken, and taken back. */

import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { StaffRole } from '../store/tables.ts'
import { noteErasure } from './note-erasure.ts'

export type OpenInvitation = {
  /** Names it, and opens nothing. */
  id: string
  role: StaffRole
  name: string
  task: string | null
  expiresAt: Date
}

/** What can still be used in this organisation, oldest first. */
export async function openInvitations(ground: Ground, organisationId: string): Promise<OpenInvitation[]> {
  const rows = await ground.store.db
    .selectFrom('invitation')
    .select(['code_hash', 'role', 'name', 'task', 'expires_at'])
    .where('organisation_id', '=', organisationId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ground.clock.now().toString() as never)
    .orderBy('expires_at')
    .orderBy('code_hash')
    .execute()
  return rows.map((row) => ({
    id: row.code_hash,
    role: row.role,
    name: row.name,
    task: row.task,
    expiresAt: row.expires_at,
  }))
}

/** What a code is for, without using it up; null when it opens nothing (any more). */
export async function readInvitation(
  ground: Ground,
  code: string,
): Promise<{ organisationId: string; role: StaffRole; name: string } | null> {
  const found = await ground.store.db
    .selectFrom('invitation')
    .select(['organisation_id', 'role', 'name'])
    .where('code_hash', '=', hashOf(ground, code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ground.clock.now().toString() as never)
    .executeTakeFirst()
  if (!found || !ground.config().organisations.has(found.organisation_id)) return null
  return { organisationId: found.organisation_id, role: found.role, name: found.name }
}

/** Takes an invitation back. @returns false when it was used, is too old, or is none of this organisation */
export async function withdrawInvitation(
  ground: Ground,
  organisationId: string,
  id: string,
  by: string,
): Promise<boolean> {
  const now = ground.clock.now()
  return ground.store.db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('invitation')
      .where('organisation_id', '=', organisationId)
      .where('code_hash', '=', id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now.toString() as never)
      .returning('role')
      .executeTakeFirst()
    if (!gone) return false
    await noteErasure(ground, trx, 'invitation', id)
    const action = `${gone.role} invitation withdrawn`
    const happening = { organisationId, at: now, actor: by, action, subject: organisationId }
    await writeAudit(trx, ground.newId(), happening)
    return true
  })
}

/**
 * Ends an invitation whose code was written where others read along: whoever saw it first could take the role.
 * @returns true when this was one that could still be used
 */
export async function endExposed(ground: Ground, code: string): Promise<boolean> {
  const found = await readInvitation(ground, code)
  return found !== null && withdrawInvitation(ground, found.organisationId, hashOf(ground, code), 'said in a group')
}

const hashOf = (ground: Ground, code: string): string => ground.vault.hashToken(code.trim().toLowerCase())
