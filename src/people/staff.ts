/** People with a role: who somebody is by their account on a platform, and how they get and lose a role. */
import { randomInt } from 'node:crypto'
import type { Address, ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { StaffRole } from '../store/tables.ts'
import type { Office } from './permissions.ts'

export type StaffPerson = { address: Address; addressHash: string; offices: Office[] }

/** Who is behind an address, with the roles in force now; null for somebody without any. */
export async function readStaff(
  ground: Ground,
  channel: ChannelName,
  addressHash: string,
): Promise<StaffPerson | null> {
  const now = ground.clock.now().toString()
  const rows = await ground.store.db
    .selectFrom('staff')
    .selectAll()
    .where('channel', '=', channel)
    .where('address_hash', '=', addressHash)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now as never)]))
    .orderBy('granted_at')
    .execute()
  const known = rows.filter((row) => ground.config().organisations.has(row.organisation_id))
  if (known.length === 0) return null
  return {
    address: ground.vault.decryptAddress(known[0]!.address_cipher),
    addressHash,
    offices: known.map((row) => ({
      organisationId: row.organisation_id,
      staffId: row.id,
      role: row.role,
      name: row.name,
      task: row.task,
    })),
  }
}

/** Everybody in office in an organisation, oldest first, optionally in one role. */
export async function staffOf(
  ground: Ground,
  organisationId: string,
  role?: StaffRole,
): Promise<(Office & { channel: ChannelName; addressHash: string; grantedAt: Date; expiresAt: Date | null })[]> {
  const now = ground.clock.now().toString()
  const rows = await ground.store.db
    .selectFrom('staff')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now as never)]))
    .$if(role !== undefined, (query) => query.where('role', '=', role!))
    .orderBy('granted_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    organisationId,
    staffId: row.id,
    role: row.role,
    name: row.name,
    task: row.task,
    channel: row.channel,
    addressHash: row.address_hash,
    grantedAt: row.granted_at,
    expiresAt: row.expires_at,
  }))
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
/** About 69 bits: an invitation gives more than a code for a channel. */
const CODE_LENGTH = 14
export const INVITATION_HOURS = 72

/**
 * Makes a one-time invitation for one role, valid for three days. It is given in a private chat (`/koppel <code>`)
 * or opened on the web.
 * @param wish.name first name of who is invited, as colleagues know them
 * @param by actor: a staff id or a door
 */
export async function invite(
  ground: Ground,
  organisationId: string,
  wish: { role: StaffRole; name: string; task?: string; until?: Temporal.Instant },
  by: string,
): Promise<{ code: string; expiresAt: Temporal.Instant }> {
  const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const now = ground.clock.now()
  const expiresAt = now.add({ hours: INVITATION_HOURS })
  await ground.store.db
    .insertInto('invitation')
    .values({
      code_hash: ground.vault.hashToken(code),
      organisation_id: organisationId,
      role: wish.role,
      name: wish.name,
      task: wish.task ?? null,
      role_until: wish.until?.toString() ?? null,
      invited_by: by,
      expires_at: expiresAt.toString(),
      used_at: null,
      staff_id: null,
    })
    .execute()
  const happening = { organisationId, at: now, actor: by, action: `${wish.role} invited`, subject: organisationId }
  await writeAudit(ground.store.db, ground.newId(), happening)
  return { code, expiresAt }
}

/**
 * Uses an invitation up: the account at this address has the role from now on.
 * @returns null when the code is unknown, used by somebody else, or too old
 */
export async function accept(
  ground: Ground,
  code: string,
  address: Address,
): Promise<{ organisationId: string; role: StaffRole; staffId: string; name: string } | null> {
  const { store, vault, clock, newId } = ground
  const now = clock.now()
  const codeHash = vault.hashToken(code.trim().toLowerCase())
  return store.db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('invitation')
      .selectAll()
      .where('code_hash', '=', codeHash)
      .where('expires_at', '>', now.toString() as never)
      .forUpdate()
      .executeTakeFirst()
    if (!found) return null
    const { organisation_id: organisationId, role, name } = found
    const addressHash = vault.hashAddress(address)
    if (found.used_at !== null) {
      const mine = await trx
        .selectFrom('staff')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', found.staff_id ?? '')
        .where('address_hash', '=', addressHash)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return mine ? { organisationId, role, staffId: mine.id, name } : null
    }
    // The same person invited again keeps one row a role: the newer name, task and end hold.
    await trx
      .updateTable('staff')
      .set({ ended_at: now.toString(), ended_by: found.invited_by })
      .where('organisation_id', '=', organisationId)
      .where('role', '=', role)
      .where('channel', '=', address.channel)
      .where('address_hash', '=', addressHash)
      .where('ended_at', 'is', null)
      .execute()
    const staffId = newId()
    await trx
      .insertInto('staff')
      .values({
        organisation_id: organisationId,
        id: staffId,
        role,
        name,
        channel: address.channel,
        address_hash: addressHash,
        address_cipher: vault.encryptAddress(address),
        task: found.task,
        granted_by: found.invited_by,
        granted_at: now.toString(),
        expires_at: found.role_until?.toISOString() ?? null,
        ended_at: null,
        ended_by: null,
      })
      .execute()
    await trx
      .updateTable('invitation')
      .set({ used_at: now.toString(), staff_id: staffId })
      .where('code_hash', '=', codeHash)
      .execute()
    const happening = { organisationId, at: now, actor: staffId, action: `${role} accepted`, subject: staffId }
    await writeAudit(trx, newId(), happening)
    return { organisationId, role, staffId, name }
  })
}

/** Takes a role back, at once. @returns false when nobody in office has this id */
export async function dismiss(ground: Ground, organisationId: string, staffId: string, by: string): Promise<boolean> {
  const now = ground.clock.now()
  const ended = await ground.store.db
    .updateTable('staff')
    .set({ ended_at: now.toString(), ended_by: by })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', staffId)
    .where('ended_at', 'is', null)
    .returning('role')
    .executeTakeFirst()
  if (!ended) return false
  const happening = { organisationId, at: now, actor: by, action: `${ended.role} taken back`, subject: staffId }
  await writeAudit(ground.store.db, ground.newId(), happening)
  return true
}
