/**
 * Every change of a joint worksheet goes through here, one at a time a sheet: two partners who write at the same moment
 * both find theirs kept, and what each wrote apart is shown all at once by whoever is the last.
 */
import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import { type JointPartner, keeperOf } from './joint.ts'
import { APART, partnersOf } from './joint-read.ts'
import { showJointAgain, tellWriters } from './joint-tell.ts'

/** unknown: no such sheet, or no such thing in it; not-yours: who asks takes no part, or does not keep it. */
export type JointFault = 'unknown' | 'closed' | 'not-yours' | 'full' | 'too-many'
export type Changed<T> = { ok: true; value: T } | { ok: false; fault: JointFault }

export type Held = {
  organisationId: string
  id: string
  step: string
  closed: boolean
  revealed: boolean
  partners: JointPartner[]
  keeper: string | null
  openedBy: string
}

/**
 * Holds the sheet, does the work, and shows what became of it. Work that ends in a fault has changed nothing by then.
 * @param options.alsoClosed true for what may be done to a closed sheet (leaving, erasing own words)
 * @param options.by the partner who sees at once what comes of it, and need not be told
 */
export function changeJoint<T>(
  ground: Ground,
  sheetId: string,
  work: (trx: Transaction<Tables>, held: Held) => Promise<Changed<T>>,
  options: { alsoClosed?: boolean; by?: string } = {},
): Promise<Changed<T>> {
  return ground.store.db.transaction().execute(async (trx) => {
    const held = await holdJoint(trx, sheetId)
    if (!held) return { ok: false, fault: 'unknown' } as const
    if (held.closed && !options.alsoClosed) return { ok: false, fault: 'closed' } as const
    const done = await work(trx, held)
    if (!done.ok) return done
    await showTogether(ground, trx, sheetId, options.by)
    await trx
      .updateTable('joint_sheet')
      .set({ touched_at: ground.clock.now().toString() })
      .where('id', '=', sheetId)
      .execute()
    await showJointAgain(ground, trx, held)
    return done
  })
}

/** Null for a sheet that is not there. */
export async function holdJoint(trx: Transaction<Tables>, sheetId: string): Promise<Held | null> {
  const sheet = await trx
    .selectFrom('joint_sheet')
    .select(['organisation_id', 'step', 'state', 'revealed_at', 'made_by'])
    .where('id', '=', sheetId)
    .forUpdate()
    .executeTakeFirst()
  if (!sheet) return null
  const partners = await partnersOf(trx, sheetId)
  return {
    organisationId: sheet.organisation_id,
    id: sheetId,
    step: sheet.step,
    closed: sheet.state === 'closed',
    revealed: sheet.revealed_at !== null,
    partners,
    keeper: keeperOf(partners, sheet.made_by),
    openedBy: sheet.made_by,
  }
}

/** True for a partner who takes part now. */
export const isPresent = (held: Held, partnerId: string): boolean =>
  held.partners.some(({ id, left }) => id === partnerId && !left)

/**
 * Shows what each wrote apart when all who take part did, or said that they skip it: at least two of them. What is shown
 * stays shown.
 */
async function showTogether(ground: Ground, trx: Transaction<Tables>, sheetId: string, by?: string): Promise<void> {
  const held = await holdJoint(trx, sheetId)
  if (!held || held.revealed || held.closed) return
  const present = held.partners.filter(({ left }) => !left)
  const ready = await trx
    .selectFrom('joint_entry')
    .select('partner_id')
    .distinct()
    .where('sheet_id', '=', sheetId)
    .where('step', '=', APART)
    .execute()
  const done = new Set(ready.map((row) => row.partner_id))
  if (present.length < 2 || !present.every(({ id }) => done.has(id))) return
  const now = ground.clock.now().toString()
  await trx.updateTable('joint_sheet').set({ revealed_at: now }).where('id', '=', sheetId).execute()
  await tellWriters(
    ground,
    trx,
    held,
    present.filter(({ id }) => id !== by).map(({ writerId }) => writerId),
    'revealed',
  )
}
