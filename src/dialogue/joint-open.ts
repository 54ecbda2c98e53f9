/** Opening a joint worksheet, and coming in with a code. */
import { randomInt } from 'node:crypto'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import { MOST_PARTNERS } from './joint.ts'
import { type Changed, changeJoint, isPresent } from './joint-change.ts'
import { JOINT_STEPS } from './sheet-fields.ts'

/**
 * Opens a sheet with its first partner. Whoever calls has asked whether they may (`sheet.start`).
 * @param staffId under which they may, for the audit
 */
export async function openJoint(
  ground: Ground,
  about: { organisationId: string; staffId: string; writerId: string; partner: string; title: string },
): Promise<{ sheetId: string; partnerId: string }> {
  const [sheetId, partnerId] = [ground.newId(), ground.newId()]
  const now = ground.clock.now()
  await ground.store.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('joint_sheet')
      .values({
        organisation_id: about.organisationId,
        id: sheetId,
        title_cipher: ground.vault.seal('joint', sheetId, about.title),
        state: 'open',
        step: JOINT_STEPS[0]!.key,
        made_by: about.writerId,
        made_at: now.toString(),
        touched_at: now.toString(),
      })
      .execute()
    await trx
      .insertInto('joint_partner')
      .values({
        sheet_id: sheetId,
        id: partnerId,
        writer_id: about.writerId,
        partner: about.partner,
        joined_at: now.toString(),
      })
      .execute()
    await writeAudit(trx, ground.newId(), {
      organisationId: about.organisationId,
      at: now,
      actor: about.staffId,
      action: 'joint worksheet opened',
      subject: sheetId,
    })
  })
  return { sheetId, partnerId }
}

/**
 * A code that works once, for 72 hours: `partner` lets somebody in, `place` puts the card in the group or thread where it
 * is said. Only who keeps the sheet gives them.
 */
export function makeJointCode(
  ground: Ground,
  sheetId: string,
  partnerId: string,
  purpose: JointPurpose,
): Promise<Changed<{ code: string; expiresAt: Temporal.Instant }>> {
  return changeJoint(ground, sheetId, async (trx, held) => {
    if (held.keeper !== partnerId) return { ok: false, fault: 'not-yours' }
    if (purpose === 'partner' && held.partners.filter(({ left }) => !left).length >= MOST_PARTNERS)
      return { ok: false, fault: 'full' }
    const now = ground.clock.now()
    const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
    const expiresAt = now.add({ hours: CODE_HOURS })
    await trx
      .deleteFrom('joint_code')
      .where('sheet_id', '=', sheetId)
      .where('expires_at', '<', now.toString() as never)
      .execute()
    await trx
      .insertInto('joint_code')
      .values({
        code_hash: hashOf(ground, code),
        sheet_id: sheetId,
        purpose,
        made_by: partnerId,
        expires_at: expiresAt.toString(),
      })
      .execute()
    return { ok: true, value: { code, expiresAt } }
  })
}

export type JointPurpose = 'partner' | 'place'

/**
 * What a code is for, without using it up.
 * @returns null for a code of nobody, or one that is too old; `usedBy`: the partner who came in with it
 */
export async function readJointCode(
  ground: Ground,
  code: string,
): Promise<{
  sheetId: string
  organisationId: string
  purpose: JointPurpose
  used: boolean
  usedBy: string | null
} | null> {
  const row = await ground.store.db
    .selectFrom('joint_code')
    .innerJoin('joint_sheet', 'joint_sheet.id', 'joint_code.sheet_id')
    .select(['sheet_id', 'organisation_id', 'purpose', 'used_at', 'partner_id'])
    .where('code_hash', '=', hashOf(ground, code))
    .where('expires_at', '>', ground.clock.now().toString() as never)
    .executeTakeFirst()
  if (!row) return null
  return {
    sheetId: row.sheet_id,
    organisationId: row.organisation_id,
    purpose: row.purpose,
    used: row.used_at !== null,
    usedBy: row.partner_id,
  }
}

/** Whether this code lets a partner in now. */
export async function isJointInvitation(ground: Ground, code: string): Promise<boolean> {
  const meant = await readJointCode(ground, code)
  return meant?.purpose === 'partner' && !meant.used
}

/**
 * Lets a writer in. The same code by the same writer, once more, changes nothing; somebody who takes part already stays
 * who they are, and the code stays good for somebody else.
 */
export async function joinJoint(
  ground: Ground,
  code: string,
  writer: { id: string; partner: string },
): Promise<Changed<Joined>> {
  const meant = await readJointCode(ground, code)
  if (meant?.purpose !== 'partner') return { ok: false, fault: 'unknown' }
  const { sheetId } = meant
  return changeJoint<Joined>(ground, sheetId, async (trx, held) => {
    const self = held.partners.find(({ writerId, left }) => writerId === writer.id && !left)
    if (self) return { ok: true, value: { sheetId, partnerId: self.id, already: true } }
    if (held.partners.filter(({ left }) => !left).length >= MOST_PARTNERS) return { ok: false, fault: 'full' }
    const now = ground.clock.now().toString()
    const id = ground.newId()
    const used = await trx
      .updateTable('joint_code')
      .set({ used_at: now, partner_id: id })
      .where('code_hash', '=', hashOf(ground, code))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now as never)
      .returning('code_hash')
      .executeTakeFirst()
    if (!used) return { ok: false, fault: 'unknown' }
    await trx
      .insertInto('joint_partner')
      .values({ sheet_id: sheetId, id, writer_id: writer.id, partner: writer.partner, joined_at: now })
      .execute()
    return { ok: true, value: { sheetId, partnerId: id, already: false } }
  })
}

type Joined = { sheetId: string; partnerId: string; already: boolean }

/** The name under which this partner stands on the sheet. */
export function namePartner(
  ground: Ground,
  sheetId: string,
  partnerId: string,
  partner: string,
): Promise<Changed<null>> {
  return changeJoint(ground, sheetId, async (trx, held) => {
    if (!isPresent(held, partnerId)) return { ok: false, fault: 'not-yours' }
    await trx
      .updateTable('joint_partner')
      .set({ partner })
      .where('sheet_id', '=', sheetId)
      .where('id', '=', partnerId)
      .execute()
    return { ok: true, value: null }
  })
}

/** A code for a partner that was said where others read along: whoever saw it first could come in, so it ends. */
export async function endExposedCode(ground: Ground, code: string): Promise<void> {
  await ground.store.db
    .deleteFrom('joint_code')
    .where('code_hash', '=', hashOf(ground, code))
    .where('purpose', '=', 'partner')
    .where('used_at', 'is', null)
    .execute()
}

export const hashOf = (ground: Ground, code: string): string => ground.vault.hashToken(code.trim().toLowerCase())

/** Letters and digits that are not mistaken for each other; nine of them are about 44 bits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODE_LENGTH = 9
const CODE_HOURS = 72
