/** Writing in a joint worksheet: each partner their own words, at any step and in any order; nothing of others is touched. */

import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import type { Tables } from '../store/tables.ts'
import { type Changed, changeJoint, type Held, isPresent } from './joint-change.ts'
import { APART, type JointWords, openWords, sealWords } from './joint-read.ts'
import { JOINT_STEPS, type JointStep } from './sheet-fields.ts'

/** Who writes where. */
export type At = { sheetId: string; partnerId: string; step: string }

/**
 * Keeps words at a step. Where a partner writes one text, it takes the place of what they wrote there; elsewhere it is
 * one more. Whoever calls has looked at the length.
 * @param words of a pair and of one of three: the first half; the other by `writeAlso`. Empty ones at what is written
 *   apart: this partner skips it
 * @returns the ids of what was written
 */
export function writeJoint(ground: Ground, at: At, words: readonly string[]): Promise<Changed<string[]>> {
  const work = async (trx: Transaction<Tables>, held: Held): Promise<Changed<string[]>> => {
    const step = stepOf(at.step)
    if (!step) return { ok: false, fault: 'unknown' }
    if (!isPresent(held, at.partnerId)) return { ok: false, fault: 'not-yours' }
    if (MOST[step.kind] === 1) return { ok: true, value: [await writeOne(ground, trx, at, words.join('\n'))] }
    const own = await ownRows(trx, at)
    if (own.length + words.length > MOST[step.kind]) return { ok: false, fault: 'too-many' }
    const ids = words.map(() => ground.newId())
    if (words.length > 0)
      await trx
        .insertInto('joint_entry')
        .values(
          words.map((text, index) => ({
            sheet_id: at.sheetId,
            id: ids[index]!,
            step: at.step,
            partner_id: at.partnerId,
            cipher: sealWords(ground, at.sheetId, at.step, { text }),
            // In the order in which they were written, also within one message.
            written_at: ground.clock.now().add({ milliseconds: index }).toString(),
          })),
        )
        .execute()
    return { ok: true, value: ids }
  }
  return changeJoint(ground, at.sheetId, work, { by: at.partnerId })
}

/** Changes own words. */
export function rewriteJoint(ground: Ground, whose: Whose, words: Partial<JointWords>): Promise<Changed<null>> {
  return changeJoint(ground, whose.sheetId, async (trx, held) => {
    const row = await ownRow(trx, held, whose)
    if (!row) return { ok: false, fault: 'not-yours' }
    const now = { ...openWords(ground, whose.sheetId, row.cipher), ...words }
    await trx
      .updateTable('joint_entry')
      .set({ cipher: sealWords(ground, whose.sheetId, row.step, now) })
      .where('sheet_id', '=', whose.sheetId)
      .where('id', '=', whose.entryId)
      .execute()
    return { ok: true, value: null }
  })
}

/** The other half of a pair (how it stays) or of one of three (what they add). */
export const writeAlso = (ground: Ground, whose: Whose, also: string): Promise<Changed<null>> =>
  rewriteJoint(ground, whose, { also })

/** Takes own words away; also from a sheet that is closed. */
export function removeJoint(ground: Ground, whose: Whose): Promise<Changed<{ step: string }>> {
  const alsoClosed = true
  return changeJoint(
    ground,
    whose.sheetId,
    async (trx, held) => {
      const row = await ownRow(trx, held, whose)
      if (!row) return { ok: false, fault: 'not-yours' }
      await noteErasure(ground, trx, 'piece', whose.sheetId, whose.entryId)
      await trx
        .deleteFrom('joint_entry')
        .where('sheet_id', '=', whose.sheetId)
        .where('id', '=', whose.entryId)
        .execute()
      return { ok: true, value: { step: row.step } }
    },
    { alsoClosed },
  )
}

/**
 * Shows another step on the card, forward or back. Two who tap at the same moment go one step together.
 * @param from the step that stood there when they tapped
 * @returns the step that stands there now
 */
export function goToStep(
  ground: Ground,
  sheetId: string,
  partnerId: string,
  { from, to }: { from: string; to: string },
): Promise<Changed<string>> {
  return changeJoint(ground, sheetId, async (trx, held) => {
    if (!stepOf(to)) return { ok: false, fault: 'unknown' }
    if (!isPresent(held, partnerId)) return { ok: false, fault: 'not-yours' }
    if (held.step !== from) return { ok: true, value: held.step }
    await trx.updateTable('joint_sheet').set({ step: to }).where('id', '=', sheetId).execute()
    return { ok: true, value: to }
  })
}

export type Whose = { sheetId: string; partnerId: string; entryId: string }

export const stepOf = (key: string): JointStep | undefined => JOINT_STEPS.find((step) => step.key === key)

/** Most that one partner writes at a step. */
export const MOST: Record<JointStep['kind'], number> = { apart: 1, text: 1, keywords: 12, pairs: 8, three: 3 }

async function writeOne(ground: Ground, trx: Transaction<Tables>, at: At, text: string): Promise<string> {
  const cipher = sealWords(ground, at.sheetId, at.step, { text })
  const [before] = await ownRows(trx, at)
  if (before) {
    await trx
      .updateTable('joint_entry')
      .set({ cipher })
      .where('sheet_id', '=', at.sheetId)
      .where('id', '=', before.id)
      .execute()
    return before.id
  }
  const id = ground.newId()
  const written_at = ground.clock.now().toString()
  await trx
    .insertInto('joint_entry')
    .values({ sheet_id: at.sheetId, id, step: at.step, partner_id: at.partnerId, cipher, written_at })
    .execute()
  return id
}

const ownRows = (trx: Transaction<Tables>, at: At) =>
  trx
    .selectFrom('joint_entry')
    .select('id')
    .where('sheet_id', '=', at.sheetId)
    .where('step', '=', at.step)
    .where('partner_id', '=', at.partnerId)
    .execute()

async function ownRow(trx: Transaction<Tables>, held: Held, whose: Whose) {
  if (!isPresent(held, whose.partnerId)) return undefined
  return trx
    .selectFrom('joint_entry')
    .select(['cipher', 'step'])
    .where('sheet_id', '=', whose.sheetId)
    .where('id', '=', whose.entryId)
    .where('partner_id', '=', whose.partnerId)
    .executeTakeFirst()
}

/** Somebody who does not want to write apart says so: the others need not wait. */
export const skipApart = (ground: Ground, sheetId: string, partnerId: string): Promise<Changed<string[]>> =>
  writeJoint(ground, { sheetId, partnerId, step: APART }, [''])
