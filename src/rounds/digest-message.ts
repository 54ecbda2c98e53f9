/**
 * A digest that was posted says the newest that goes with it: whether the young people were written back to, and a
 * theme that was put right. The same message is edited; its figures never change.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import { resultPurposes } from '../dialogue/coach-mode.ts'
import type { Digest } from '../digest/content.ts'
import { withTheme } from '../digest/correct.ts'
import type { FeedbackStatus } from '../digest/render-foot.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import type { LocalText, QuestionSet } from '../survey/question-set.ts'

/** How long is offered to write back. */
export const LOOK_BACK_DAYS = 60

/** A digest with what its last line says; null for an id that this organisation does not have. */
export async function readDigestMessage(
  ground: Ground,
  organisationId: string,
  digestId: string,
): Promise<{ content: Digest; feedback: FeedbackStatus } | null> {
  const { rows } = await sql<{
    content: Digest
    created_at: Date
    written_at: Date | null
    apart: boolean
  }>`select digest.content, digest.created_at, feedback.written_at,
      round.id is null or (digest.content ->> 'moment' = 'start' and ${hasEnd}) as apart
    from digest
    left join round on round.organisation_id = digest.organisation_id and round.id = digest.round_id
    left join feedback on feedback.organisation_id = digest.organisation_id and feedback.digest_id = digest.id
    where digest.organisation_id = ${organisationId} and digest.id = ${digestId}`.execute(ground.store.db)
  const [row] = rows
  if (!row) return null
  const since = ground.clock.now().subtract({ hours: 24 * LOOK_BACK_DAYS })
  if (row.written_at) {
    const timezone = ground.config().organisations.get(organisationId)?.timezone ?? 'Europe/Brussels'
    const at = Temporal.Instant.fromEpochMilliseconds(row.written_at.getTime()).toZonedDateTimeISO(timezone)
    return { content: row.content, feedback: { on: at.toPlainDate().toString() } }
  }
  const over = row.apart || row.created_at.getTime() < since.epochMilliseconds
  return { content: row.content, feedback: over ? 'none' : 'todo' }
}

/** Whether the session of `round` is asked about at its end too, now or later: that digest is written back about. */
export const hasEnd = sql<boolean>`exists (
  select 1 from round closing join survey_version on survey_version.organisation_id = closing.organisation_id
    and survey_version.survey_id = closing.survey_id and survey_version.hash = closing.survey_hash
  where closing.organisation_id = round.organisation_id and closing.session_id = round.session_id
    and closing.state <> 'cancelled' and survey_version.content ->> 'moment' = 'end')`

/**
 * Has the messages of a digest say what is true now. Those in the coach's places stay as they are in a year without
 * the coach, but for what was shared on purpose.
 */
export async function editDigest(
  ground: Ground,
  db: Kysely<Tables> | Transaction<Tables>,
  organisationId: string,
  digestId: string,
): Promise<void> {
  const purposes = await resultPurposes(ground, ground.config().organisations.get(organisationId), db)
  await sql`update outgoing set state = 'due', send_after = ${ground.clock.now().toString()}::timestamptz, claimed_until = null
    from place
    where place.organisation_id = outgoing.organisation_id and place.id = outgoing.place_id and place.state = 'linked'
      and outgoing.organisation_id = ${organisationId} and outgoing.kind = 'digest' and outgoing.digest_id = ${digestId}
      and (outgoing.state = 'due' or (outgoing.state = 'sent' and outgoing.external_cipher is not null))
      and (place.purpose = any(${purposes}::text[]) or outgoing.id like ${`${SHARED}%`})`.execute(db)
}

/** In front of the id of a message that the organisation gave the coach on purpose. */
export const SHARED = 'share.'

/** Puts the theme of a session right in the digests that were made of it. */
export async function correctTheme(
  ground: Ground,
  organisationId: string,
  sessionId: string,
  theme: string | null,
): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string; content: Digest; questions: QuestionSet['questions'] }>`
      select digest.id, digest.content, question_set_version.content -> 'questions' as questions
      from digest
      join round on round.organisation_id = digest.organisation_id and round.id = digest.round_id
      join survey_version on survey_version.organisation_id = round.organisation_id
        and survey_version.survey_id = round.survey_id and survey_version.hash = round.survey_hash
      join question_set_version on question_set_version.hash = survey_version.set_hash
      where round.organisation_id = ${organisationId} and round.session_id = ${sessionId}
      for update of digest`.execute(trx)
    for (const { id, content, questions } of rows) {
      if (content.theme === theme) continue
      const texts = new Map(questions.map((question): [string, LocalText] => [question.key, question.text]))
      await trx
        .updateTable('digest')
        .set({ content: JSON.stringify(withTheme(content, theme, texts)) })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute()
      await editDigest(ground, trx, organisationId, id)
    }
  })
}
