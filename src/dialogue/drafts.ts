/** A version that nobody agreed on is a draft: it waits until somebody proposes it, and asks nothing. */
import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { showAgain } from './tell.ts'

/** Who does something: a staff id or a door, with the name that colleagues know, and the key of the account if there is one. */
export type Maker = { by: string; name: string; key: string | null }
type Version = { organisationId: string; surveyId: string; hash: string }

/**
 * Makes a draft of a version, unless it is agreed on or was proposed before. What waited of another version of this
 * survey is overtaken: nobody agrees to words that are no longer meant.
 * @returns the id of the draft, or null when there is nothing new
 */
export async function noteDraft(
  ground: Ground,
  trx: Transaction<Tables>,
  { organisationId, surveyId, hash }: Version,
  maker: Maker,
): Promise<string | null> {
  // Two instances that start together make one draft.
  await trx
    .selectFrom('survey')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', surveyId)
    .forUpdate()
    .execute()
  const inForce = await trx
    .selectFrom('agreement')
    .select('survey_hash')
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const latest = await trx
    .selectFrom('survey_proposal')
    .select(['survey_hash', 'state'])
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (inForce?.survey_hash !== hash && latest?.survey_hash === hash && latest.state !== 'overtaken') return null
  await overtake(ground, trx, { organisationId, surveyId, hash }, maker.by)
  if (inForce?.survey_hash === hash) return null
  const id = ground.newId()
  await trx
    .insertInto('survey_proposal')
    .values({
      ...{ organisation_id: organisationId, id, survey_id: surveyId, survey_hash: hash, state: 'draft' },
      ...{ made_by: maker.by, made_name: maker.name, made_key: maker.key, made_at: ground.clock.now().toString() },
    })
    .execute()
  const happening = { organisationId, at: ground.clock.now(), actor: maker.by, action: 'survey drafted', subject: id }
  await writeAudit(trx, ground.newId(), happening)
  return id
}

/** Drafts and open proposals of other versions of a survey hold no more. */
export async function overtake(
  ground: Ground,
  trx: Transaction<Tables>,
  { organisationId, surveyId, hash }: Version,
  by: string,
): Promise<void> {
  const at = ground.clock.now()
  const rows = await trx
    .updateTable('survey_proposal')
    .set({ state: 'overtaken', decided_by: by, decided_at: at.toString() })
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .where('survey_hash', '<>', hash)
    .where('state', 'in', ['draft', 'proposed'])
    .returning('id')
    .execute()
  for (const { id } of rows) {
    const happening = { organisationId, at, actor: by, action: 'survey proposal overtaken', subject: id }
    await writeAudit(trx, ground.newId(), happening)
    await showAgain(ground, trx, organisationId, id)
  }
}
