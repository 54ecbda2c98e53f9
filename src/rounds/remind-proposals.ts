/** Silence is never consent: after a week who proposed hears once that nobody answered yet. And who may agree from later on gets what waits. */
import type { Organisation } from '../config/organisation.ts'
import { tellLeads, tellProposer } from '../dialogue/tell.ts'
import type { Ground } from '../ground.ts'

export async function followProposals(
  ground: Ground,
  organisation: Organisation,
  now: Temporal.Instant,
): Promise<void> {
  const waiting = await ground.store.db
    .selectFrom('survey_proposal')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('state', '=', 'proposed')
    .orderBy('seq')
    .execute()
  const late = now.subtract({ hours: 24 * PATIENCE_DAYS })
  for (const proposal of waiting) {
    await ground.store.db.transaction().execute(async (trx) => {
      await tellLeads(ground, trx, organisation, proposal, { what: 'ask' })
      if (proposal.reminded_at !== null || proposal.proposed_at!.getTime() > late.epochMilliseconds) return
      const first = await trx
        .updateTable('survey_proposal')
        .set({ reminded_at: now.toString() })
        .where('organisation_id', '=', organisation.id)
        .where('id', '=', proposal.id)
        .where('state', '=', 'proposed')
        .where('reminded_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (first) await tellProposer(ground, trx, organisation, proposal, { what: 'late' })
    })
  }
}

const PATIENCE_DAYS = 7
