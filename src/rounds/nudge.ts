/** Once a digest, a word to the places that digests go to: the young people may hear what is done with it. Asked, never held back for. */
import { sql } from 'kysely'
import type { Address, Prompt } from '../channels/port.ts'
import { resultPurposes } from '../dialogue/coach-mode.ts'
import type { Digest } from '../digest/content.ts'
import { dayIn, textIn } from '../digest/labels.ts'
import type { Ground } from '../ground.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import { hasEnd, LOOK_BACK_DAYS } from './digest-message.ts'
import { allowedFor } from './rest-of.ts'
import type { Outcome, Row } from './send-row.ts'

/**
 * Digests with figures that nobody wrote back about: five days after they were made, or when the next round of
 * their series opened. A start that is answered together with its end is not asked about by itself.
 */
export async function nudgeDue(ground: Ground, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: 24 * PATIENCE_DAYS }).toString()
  const { rows } = await sql<{ organisation_id: string; id: string }>`
    select digest.organisation_id, digest.id from digest
    join round on round.organisation_id = digest.organisation_id and round.id = digest.round_id
    join session on session.organisation_id = round.organisation_id and session.id = round.session_id
    where digest.nudged_at is null and digest.created_at > ${now.subtract({ hours: 24 * LOOK_BACK_DAYS }).toString()}::timestamptz
      and digest.content -> 'participation' ->> 'form' <> 'few' and not (digest.content ->> 'example')::boolean
      and not exists (select 1 from feedback where feedback.organisation_id = digest.organisation_id and feedback.digest_id = digest.id)
      and not (digest.content ->> 'moment' = 'start' and ${hasEnd})
      and (digest.created_at <= ${before}::timestamptz or exists (
        select 1 from round next join session later on later.organisation_id = next.organisation_id and later.id = next.session_id
        where next.organisation_id = digest.organisation_id and later.series_id = session.series_id
          and next.session_id <> round.session_id and next.opens_at > digest.created_at and next.state <> 'cancelled'
      ))`.execute(ground.store.db)
  for (const row of rows) await nudge(ground, row.organisation_id, row.id, now)
}

async function nudge(ground: Ground, organisationId: string, digestId: string, now: Temporal.Instant): Promise<void> {
  const organisation = ground.config().organisations.get(organisationId)
  if (!organisation) return
  const purposes = await resultPurposes(ground, organisation)
  const at = allowedFor(now, { ...organisation, schoolHours: 'none' }, { rest: null, pausedUntil: null }, null) ?? now
  await ground.store.db.transaction().execute(async (trx) => {
    const first = await trx
      .updateTable('digest')
      .set({ nudged_at: now.toString() })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', digestId)
      .where('nudged_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!first) return
    // The page itself shows what is still to do.
    await sql`insert into outgoing (organisation_id, id, kind, channel, place_id, digest_id, subject_id, state, send_after, attempts)
      select organisation_id, 'nudge.' || ${digestId} || '.' || id, 'nudge', channel, id, ${digestId}, ${digestId}, 'due', ${at.toString()}::timestamptz, 0
      from place where organisation_id = ${organisationId} and purpose = any(${purposes}::text[]) and state = 'linked' and channel <> 'web'
      on conflict do nothing`.execute(trx)
  })
}

/** One try to send a row of kind `nudge`; pointless when somebody wrote meanwhile. */
export async function sendNudge(
  ground: Ground,
  delivery: Delivery,
  row: Pick<Row, 'organisation_id' | 'id' | 'digest_id'>,
  address: Address | null,
): Promise<Outcome> {
  const found = await ground.store.db
    .selectFrom('digest')
    .leftJoin('feedback', (join) =>
      join
        .onRef('feedback.organisation_id', '=', 'digest.organisation_id')
        .onRef('feedback.digest_id', '=', 'digest.id'),
    )
    .where('digest.organisation_id', '=', row.organisation_id)
    .where('digest.id', '=', row.digest_id ?? '')
    .select(['digest.content', 'feedback.digest_id as answered'])
    .executeTakeFirst()
  if (!address || !found || found.answered !== null) return { outcome: 'pointless' }
  const language = ground.config().organisations.get(row.organisation_id)?.language ?? 'nl'
  const prompt = nudgePrompt(found.content as unknown as Digest, row.digest_id ?? '', language)
  return delivery.send(address, prompt, { nonce: nonceOf(row.id, 0) })
}

/** Without any figure: those are in the digest. */
function nudgePrompt(digest: Digest, digestId: string, language: Language): Prompt {
  const words = wordsFor(language)
  const about = { activity: textIn(digest.series, language, 60), date: dayIn(digest.date, language, 'long') }
  const lines: Prompt['lines'] = [
    { text: words('back-nudge', about), style: 'strong' },
    { text: words('back-nudge-how') },
    { text: words('back-nudge-free'), style: 'quiet' },
  ]
  const write = { data: `t.f.${digestId}`, label: words('digest-feedback-write'), role: 'control' as const }
  return { kind: 'notice', language, lines, choices: [write] }
}

const PATIENCE_DAYS = 5
