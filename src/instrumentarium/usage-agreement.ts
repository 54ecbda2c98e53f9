/** Whether an organisation lets its use of methods count in facts about them. Its own lead says so, and can stop. */

import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { writeAudit } from '../store/audit.ts'
import { type Done, done, fault, type Hand } from './outcome.ts'

export async function usageAgreed(ground: Ground, organisationId: string): Promise<boolean> {
  const row = await ground.store.db
    .selectFrom('usage_agreement')
    .select('agreed_at')
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Saying it twice is saying it once. */
export async function sayUsage(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  agrees: boolean,
): Promise<Done<{ agrees: boolean }>> {
  if (!hand.may('usage.agree') || hand.staffId === null) return fault('desk-may-not')
  const at = ground.clock.now()
  return ground.store.db.transaction().execute(async (trx) => {
    await trx.selectFrom('organisation').select('id').where('id', '=', organisation.id).forUpdate().execute()
    const open = await trx
      .selectFrom('usage_agreement')
      .select('agreed_at')
      .where('organisation_id', '=', organisation.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if ((open !== undefined) === agrees) return done({ agrees })
    if (agrees) {
      const row = { organisation_id: organisation.id, agreed_by: hand.by, agreed_at: at.toString(), ended_at: null }
      await trx
        .insertInto('usage_agreement')
        .values(row)
        .onConflict((conflict) => conflict.columns(['organisation_id', 'agreed_at']).doUpdateSet({ ended_at: null }))
        .execute()
    } else {
      await trx
        .updateTable('usage_agreement')
        .set({ ended_at: at.toString() })
        .where('organisation_id', '=', organisation.id)
        .where('ended_at', 'is', null)
        .execute()
      await noteErasure(ground, trx, 'usage', organisation.id)
    }
    const action = agrees ? 'use of methods counts' : 'use of methods counts no more'
    const happening = { organisationId: organisation.id, at, actor: hand.by, action, subject: organisation.id }
    await writeAudit(trx, ground.newId(), happening)
    return done({ agrees })
  })
}
