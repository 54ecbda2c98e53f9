/** The coach writes back after a digest: stored once, and on its way to everybody who took part. */

import type { Organisation } from '../config/organisation.ts'
import { type FeedbackDraft, readFeedback } from '../dialogue/feedback.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import { editDigest, LOOK_BACK_DAYS } from './digest-message.ts'
import { queueBack } from './took-part.ts'

export type FeedbackFault = 'desk-no-digest' | 'desk-feedback-late' | 'desk-feedback-half' | 'desk-feedback-sent'

/** @returns what is wrong, or null when it was stored; a second word about the same digest is not sent */
export async function writeFeedback(
  ground: Ground,
  organisation: Organisation,
  digestId: string,
  draft: FeedbackDraft,
  actor: string,
): Promise<FeedbackFault | null> {
  const now = ground.clock.now()
  return ground.store.db.transaction().execute(async (trx) => {
    const digest = await trx
      .selectFrom('digest')
      .select(['round_id', 'created_at'])
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', digestId)
      .executeTakeFirst()
    if (!digest || digest.round_id === null) return 'desk-no-digest'
    if (digest.created_at.getTime() < now.subtract({ hours: 24 * LOOK_BACK_DAYS }).epochMilliseconds)
      return 'desk-feedback-late'
    const content = readFeedback(draft)
    if (!content) return 'desk-feedback-half'
    const stored = await trx
      .insertInto('feedback')
      .values({
        organisation_id: organisation.id,
        digest_id: digestId,
        content: JSON.stringify(content),
        written_at: now.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('digest_id')
      .executeTakeFirst()
    if (!stored) return 'desk-feedback-sent'
    await queueBack(
      trx,
      organisation,
      { kind: 'feedback', subjectId: digestId, roundIds: await roundsAround(trx, organisation.id, digest.round_id) },
      now,
    )
    await editDigest(ground, trx, organisation.id, digestId)
    const happening = { organisationId: organisation.id, at: now, actor, action: 'feedback sent', subject: digestId }
    await writeAudit(trx, ground.newId(), happening)
    return null
  })
}

/** The round itself and the one at the start of the same session: who tapped only there took part as well. */
async function roundsAround(
  trx: Parameters<typeof queueBack>[0],
  organisationId: string,
  roundId: string,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('round')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .where('round.organisation_id', '=', organisationId)
    .where('round.session_id', '=', (eb) =>
      eb
        .selectFrom('round as own')
        .select('own.session_id')
        .where('own.organisation_id', '=', organisationId)
        .where('own.id', '=', roundId),
    )
    .where('round.state', '<>', 'cancelled')
    .select(['round.id', 'survey_version.content'])
    .execute()
  return rows
    .filter(({ id, content }) => id === roundId || (content as { moment?: unknown }).moment === 'start')
    .map(({ id }) => id)
}

/** Which digests were written back about. */
export async function readFeedbacks(
  ground: Ground,
  organisationId: string,
): Promise<{ digestId: string; writtenAt: Temporal.Instant }[]> {
  const rows = await ground.store.db
    .selectFrom('feedback')
    .select(['digest_id', 'written_at'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return rows.map((row) => ({
    digestId: row.digest_id,
    writtenAt: Temporal.Instant.fromEpochMilliseconds(row.written_at.getTime()),
  }))
}
