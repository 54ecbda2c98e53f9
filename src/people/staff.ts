/** People with a role: who somebody is by their account on a platform, and how they get and lose a role. */

import { randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Address, ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { StaffRole, Tables } from '../store/tables.ts'
import { contactPurpose, linkContactPlace, unlinkContactPlace } from './contact-place.ts'
import { noteErasure } from './note-erasure.ts'
import type { Office } from './permissions.ts'

export type StaffPerson = {
  address: Address
  addressHash: string
  offices: Office[]
  /** True when the platform said that nothing reaches them; whoever acts is back. */
  lost: boolean
}

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
    lost: known.some((row) => row.gone_at !== null),
    offices: known.map((row) => ({
      organisationId: row.organisation_id,
      staffId: row.id,
      role: row.role,
      name: row.name,
      task: row.task,
    })),
  }
}

export type StaffMember = Office & {
  channel: ChannelName
  addressHash: string
  grantedAt: Date
  expiresAt: Date | null
  /** False when the platform said that nothing reaches them. */
  reachable: boolean
}

/** Everybody in office in an organisation, oldest first, optionally in one role. */
export async function staffOf(ground: Ground, organisationId: string, role?: StaffRole): Promise<StaffMember[]> {
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
    reachable: row.gone_at === null,
  }))
}

export type Accepted = { organisationId: string; role: StaffRole; staffId: string; name: string; task: string | null }

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
 * Uses an invitation up: the account at this address has the role from now on. Who takes requests for contact has them
 * in this private chat from then on; a page makes no sound, so there that role is `not-here` and the code stays good.
 * @returns null when the code is unknown, used by somebody else, taken back or too old
 */
export async function accept(ground: Ground, code: string, address: Address): Promise<Accepted | 'not-here' | null> {
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
    if (!found || !ground.config().organisations.has(found.organisation_id)) return null
    const { organisation_id: organisationId, role, name, task } = found
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
      return mine ? { organisationId, role, staffId: mine.id, name, task } : null
    }
    if (role === 'safeguarding' && address.channel === 'web') return 'not-here'
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
    if (role === 'safeguarding') {
      await onlyOne(trx, ground, { organisationId, task, by: found.invited_by })
      await linkContactPlace(trx, ground, organisationId, address, contactPurpose(task))
    }
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
    return { organisationId, role, staffId, name, task }
  })
}

/** Requests for contact go to one person: who had this role before hears of nobody any more. */
async function onlyOne(
  trx: Kysely<Tables>,
  ground: Ground,
  about: { organisationId: string; task: string | null; by: string },
): Promise<void> {
  const ended = await trx
    .updateTable('staff')
    .set({ ended_at: ground.clock.now().toString(), ended_by: about.by })
    .where('organisation_id', '=', about.organisationId)
    .where('role', '=', 'safeguarding')
    .where('task', about.task === null ? 'is' : '=', about.task)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of ended) await noteErasure(ground, trx, 'role', about.organisationId, id)
}

/** Takes a role back, at once. @returns false when nobody in office has this id */
export async function dismiss(ground: Ground, organisationId: string, staffId: string, by: string): Promise<boolean> {
  const now = ground.clock.now()
  return ground.store.db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('staff')
      .set({ ended_at: now.toString(), ended_by: by })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', staffId)
      .where('ended_at', 'is', null)
      .returning(['role', 'task', 'address_hash'])
      .executeTakeFirst()
    if (!ended) return false
    await noteErasure(ground, trx, 'role', organisationId, staffId)
    if (ended.role === 'safeguarding')
      await unlinkContactPlace(trx, organisationId, contactPurpose(ended.task), ended.address_hash)
    const happening = { organisationId, at: now, actor: by, action: `${ended.role} taken back`, subject: staffId }
    await writeAudit(trx, ground.newId(), happening)
    return true
  })
}

/** Nothing reaches this person any more (blocked, left): their roles stay, nothing is sent to them. */
export async function loseStaff(
  ground: Ground,
  who: { channel: ChannelName; addressHash: string } | { organisationId: string; staffId: string },
): Promise<void> {
  await ground.store.db
    .updateTable('staff')
    .set({ gone_at: ground.clock.now().toString() })
    .where('gone_at', 'is', null)
    .where('ended_at', 'is', null)
    .where((eb) =>
      'addressHash' in who
        ? eb.and([eb('channel', '=', who.channel), eb('address_hash', '=', who.addressHash)])
        : eb(
            eb.refTuple('channel', 'address_hash'),
            '=',
            eb
              .selectFrom('staff as one')
              .select(['one.channel', 'one.address_hash'])
              .where('one.organisation_id', '=', who.organisationId)
              .where('one.id', '=', who.staffId)
              .$asTuple('channel', 'address_hash'),
          ),
    )
    .execute()
}

/** Whoever came back, or does something, can be reached again; requests for contact come to them again too. */
export async function regainStaff(ground: Ground, channel: ChannelName, addressHash: string): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    const back = await trx
      .updateTable('staff')
      .set({ gone_at: null })
      .where('channel', '=', channel)
      .where('address_hash', '=', addressHash)
      .where('gone_at', 'is not', null)
      .where('ended_at', 'is', null)
      .returning(['organisation_id', 'role', 'task', 'address_cipher'])
      .execute()
    for (const { organisation_id: organisationId, role, task, address_cipher: cipher } of back) {
      if (role !== 'safeguarding') continue
      await linkContactPlace(trx, ground, organisationId, ground.vault.decryptAddress(cipher), contactPurpose(task))
    }
  })
}
