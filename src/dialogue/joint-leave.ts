/** Leaving a joint worksheet, with or without one's own words; taking them away; and closing it for everybody. */

import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import type { Tables } from '../store/tables.ts'
import { type Changed, changeJoint, isPresent } from './joint-change.ts'
import { tellWriters } from './joint-tell.ts'
import { endShares } from './sheet-shares.ts'

/**
 * A partner leaves. Their words stay, marked as of somebody who left, unless they take them along. Copies of fields of
 * own worksheets end on both sides.
 */
export function leaveJoint(
  ground: Ground,
  sheetId: string,
  partnerId: string,
  how: { withWords: boolean },
): Promise<Changed<null>> {
  return changeJoint(
    ground,
    sheetId,
    async (trx, held) => {
      if (!isPresent(held, partnerId)) return { ok: false, fault: 'not-yours' }
      await goes(ground, trx, sheetId, partnerId, how.withWords)
      return { ok: true, value: null }
    },
    { alsoClosed: true },
  )
}

/** Who keeps the sheet takes somebody off it who does not take part any more: their words stay, and they hear of it. */
export function takeOffJoint(
  ground: Ground,
  sheetId: string,
  keeperId: string,
  partnerId: string,
): Promise<Changed<null>> {
  return changeJoint(ground, sheetId, async (trx, held) => {
    if (held.keeper !== keeperId || keeperId === partnerId) return { ok: false, fault: 'not-yours' }
    const partner = held.partners.find(({ id, left }) => id === partnerId && !left)
    if (!partner) return { ok: false, fault: 'unknown' }
    await goes(ground, trx, sheetId, partnerId, false)
    await tellWriters(ground, trx, held, [partner.writerId], 'off')
    return { ok: true, value: null }
  })
}

/** Nothing changes any more, but for what somebody takes away of their own. Only who keeps the sheet closes it. */
export function closeJoint(ground: Ground, sheetId: string, partnerId: string): Promise<Changed<null>> {
  return changeJoint(ground, sheetId, async (trx, held) => {
    if (held.keeper !== partnerId) return { ok: false, fault: 'not-yours' }
    const closed_at = ground.clock.now().toString()
    await trx.updateTable('joint_sheet').set({ state: 'closed', closed_at }).where('id', '=', sheetId).execute()
    await trx.deleteFrom('joint_code').where('sheet_id', '=', sheetId).execute()
    const others = held.partners.filter(({ id, left }) => !left && id !== partnerId)
    await tellWriters(
      ground,
      trx,
      held,
      others.map(({ writerId }) => writerId),
      'closed',
    )
    return { ok: true, value: null }
  })
}

/** Everything this partner wrote on this sheet goes, and every copy they shared; they stay on it. Also when it is closed. */
export function eraseJointWords(ground: Ground, sheetId: string, partnerId: string): Promise<Changed<null>> {
  return changeJoint(
    ground,
    sheetId,
    async (trx, held) => {
      if (!isPresent(held, partnerId)) return { ok: false, fault: 'not-yours' }
      await noteErasure(ground, trx, 'words', sheetId, partnerId)
      await endShares(ground, trx, sheetId, partnerId, 'given')
      await wordsGo(trx, sheetId, partnerId)
      return { ok: true, value: null }
    },
    { alsoClosed: true },
  )
}

/**
 * A writer is erased: their words, their shares and they themselves go from every sheet, also from those they left.
 * Done before the row of the writer goes.
 */
export async function eraseFromJoints(ground: Ground, writerId: string): Promise<void> {
  const rows = await ground.store.db
    .selectFrom('joint_partner')
    .select(['sheet_id', 'id'])
    .where('writer_id', '=', writerId)
    .execute()
  for (const { sheet_id: sheetId, id } of rows) {
    await changeJoint(
      ground,
      sheetId,
      async (trx) => {
        await endShares(ground, trx, sheetId, id, 'all')
        await wordsGo(trx, sheetId, id)
        await trx.deleteFrom('joint_partner').where('sheet_id', '=', sheetId).where('id', '=', id).execute()
        return { ok: true, value: null }
      },
      { alsoClosed: true },
    )
  }
  await ground.store.db.deleteFrom('outgoing').where('kind', '=', 'joint').where('writer_id', '=', writerId).execute()
}

async function goes(
  ground: Ground,
  trx: Transaction<Tables>,
  sheetId: string,
  partnerId: string,
  withWords: boolean,
): Promise<void> {
  const left_at = ground.clock.now().toString()
  await noteErasure(ground, trx, 'left', sheetId, partnerId)
  if (withWords) await noteErasure(ground, trx, 'words', sheetId, partnerId)
  await trx
    .updateTable('joint_partner')
    .set({ left_at })
    .where('sheet_id', '=', sheetId)
    .where('id', '=', partnerId)
    .execute()
  await endShares(ground, trx, sheetId, partnerId, 'all')
  if (withWords) await wordsGo(trx, sheetId, partnerId)
}

const wordsGo = (trx: Transaction<Tables>, sheetId: string, partnerId: string) =>
  trx.deleteFrom('joint_entry').where('sheet_id', '=', sheetId).where('partner_id', '=', partnerId).execute()
