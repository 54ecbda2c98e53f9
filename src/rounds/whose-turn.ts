/** Which organisations a part of the sweep has to look at: asked once for all, for most of them nothing is due. */
import { sql } from 'kysely'
import type { Ground } from '../ground.ts'

export type Turns = Record<'open' | 'reports' | 'results' | 'moments' | 'proposals', ReadonlySet<string>>

/**
 * Organisations with something that may be due. Each part looks closely itself: days here are wide enough for every
 * time zone, and one organisation too many costs a question.
 */
export async function whoseTurn(ground: Ground, now: Temporal.Instant): Promise<Turns> {
  const at = now.toString()
  const day = now.toZonedDateTimeISO('UTC').toPlainDate()
  const [first, last] = [day.subtract({ days: WIDE_DAYS }).toString(), day.add({ days: WIDE_DAYS }).toString()]
  const { rows } = await sql<{ part: keyof Turns; id: string }>`
    select 'proposals' as part, organisation_id as id from survey_proposal where state = 'proposed'
    union
    select case when kind in ('june', 'year-end') then 'reports' else 'moments' end, organisation_id from moment
      where kind <> 'peiling' and status in ('planned', 'moved') and on_date between ${first}::date and ${last}::date
    union
    select 'moments', organisation_id from moment
      where kind in ('june', 'year-end') and status in ('planned', 'moved') and on_date between ${first}::date and ${last}::date
    union
    select 'results', organisation_id from session
      where ends_at between ${now.subtract({ hours: 49 }).toString()}::timestamptz and ${at}::timestamptz
    union
    select 'open', session.organisation_id from session
      join agreement on agreement.organisation_id = session.organisation_id and agreement.ended_at is null and agreement.paused_at is null
      join survey_version on survey_version.organisation_id = agreement.organisation_id
        and survey_version.survey_id = agreement.survey_id and survey_version.hash = agreement.survey_hash
        and survey_version.content ->> 'series' = session.series_id
      where session.state = 'planned' and session.starts_at <= ${at}::timestamptz
        and session.ends_at > ${now.subtract({ hours: 24 * LOOK_BACK_DAYS }).toString()}::timestamptz
        and not exists (select 1 from round where round.organisation_id = session.organisation_id
          and round.session_id = session.id and round.survey_id = agreement.survey_id)
    union
    select 'open', organisation_id from round where state = 'open' and asked_up_to is not null`.execute(ground.store.db)
  const of = (part: keyof Turns) => new Set(rows.filter((row) => row.part === part).map(({ id }) => id))
  return {
    open: of('open'),
    reports: of('reports'),
    results: of('results'),
    moments: of('moments'),
    proposals: of('proposals'),
  }
}

/** Organisations with a digest that showed nothing: such rounds may be taken together. */
export async function withFewAnswers(ground: Ground): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select distinct digest.organisation_id as id from digest
    left join rollup_part on rollup_part.organisation_id = digest.organisation_id and rollup_part.round_id = digest.round_id
    where digest.round_id is not null and digest.content -> 'participation' ->> 'form' = 'few'
      and rollup_part.digest_id is null`.execute(ground.store.db)
  return new Set(rows.map(({ id }) => id))
}

/** A window is at most 14 days and an offset at most 14 more. */
export const LOOK_BACK_DAYS = 29
/** Reports look three days back and ahead, reminders two ahead; a day more for where it is already, or still, another day. */
const WIDE_DAYS = 4
