/** Either side pauses or stops a survey with one tap. What waits to be asked is not asked; a card that somebody has can still be answered. */

import { sql, type Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import type { Actor } from './actors.ts'
import { tellBothSides } from './tell.ts'

export type PauseFault = 'desk-may-not' | 'desk-not-agreed' | 'desk-paused-already' | 'desk-runs-already'
export type Halt = 'paused' | 'resumed' | 'stopped'

/**
 * Pauses what is agreed on, lets it go on, or ends the agreement.
 * @returns the agreement; a fault when nothing changed
 */
export async function halt(
  ground: Ground,
  organisation: Organisation,
  surveyId: string,
  actor: Actor,
  how: Halt,
): Promise<{ agreementId: string } | PauseFault> {
  if (!actor.may('survey.pause')) return 'desk-may-not'
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('agreement')
      .select(['id', 'paused_at'])
      .where('organisation_id', '=', organisation.id)
      .where('survey_id', '=', surveyId)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return 'desk-not-agreed'
    if (how === 'paused' && row.paused_at !== null) return 'desk-paused-already'
    if (how === 'resumed' && row.paused_at === null) return 'desk-runs-already'
    const at = ground.clock.now()
    await trx
      .updateTable('agreement')
      .set(changeOf(how, at.toString(), actor))
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', row.id)
      .execute()
    if (how !== 'resumed') {
      await cancelAsks(trx, organisation.id, surveyId)
      await noteErasure(ground, trx, how === 'paused' ? 'survey-pause' : 'survey-stop', organisation.id, row.id)
    }
    const happening = { organisationId: organisation.id, at, actor: actor.by, action: `survey ${how}`, subject: row.id }
    await writeAudit(trx, ground.newId(), happening)
    await tellBothSides(ground, trx, organisation, { id: row.id, but: actor.key }, { what: how })
    return { agreementId: row.id }
  })
}

function changeOf(how: Halt, at: string, actor: Actor) {
  const name = actor.name || actor.by
  switch (how) {
    case 'paused':
      return { paused_at: at, paused_by: name }
    case 'resumed':
      return { paused_at: null, paused_by: null }
    case 'stopped':
      return { ended_at: at, ended_by: name }
    default: {
      const never: never = how
      return never
    }
  }
}

/** First cards and reminders; an edit of a card that stands there makes no sound and asks nothing new. */
async function cancelAsks(trx: Transaction<Tables>, organisationId: string, surveyId: string): Promise<void> {
  await sql`update outgoing set state = 'cancelled' from run, round
    where outgoing.organisation_id = ${organisationId} and outgoing.state = 'due' and outgoing.kind in ('card', 'reminder')
      and run.organisation_id = outgoing.organisation_id and run.id = outgoing.run_id
      and round.organisation_id = run.organisation_id and round.id = run.round_id and round.survey_id = ${surveyId}
      and (outgoing.kind = 'reminder' or run.card_cipher is null)`.execute(trx)
}
