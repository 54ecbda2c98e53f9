/** What the part of a page that keeps itself up to date depends on, in one question: equal marks, nothing to read anew. */
import { sql } from 'kysely'
import type { Ground } from '../ground.ts'

/** Short, and other as soon as a round, a digest, the word back, a session or the working year is another. */
export async function readLiveMarks(ground: Ground, organisationId: string): Promise<string> {
  const back = ground.clock.now().subtract({ hours: 24 * 30 })
  // By the hour: what is shown also ends by itself.
  const since = back.round({ smallestUnit: 'hour', roundingMode: 'floor' }).toString()
  const { rows } = await sql<{ marks: string }>`select md5(concat_ws(' ', ${since}::text,
      (select string_agg(concat_ws(',', id, state, opens_at, closes_at, exists (select 1 from run
          where run.organisation_id = round.organisation_id and run.round_id = round.id)), ' ' order by id) from round
        where organisation_id = ${organisationId} and closes_at > ${since}::timestamptz),
      '/', (select string_agg(concat_ws(',', id, starts_at, ends_at, theme, headcount, state), ' ' order by id) from session
        where organisation_id = ${organisationId} and ends_at > ${since}::timestamptz),
      '/', (select string_agg(id, ' ' order by id) from digest where organisation_id = ${organisationId}),
      '/', (select string_agg(distinct outgoing.digest_id, ' ') from outgoing
        join place on place.organisation_id = outgoing.organisation_id and place.id = outgoing.place_id
        where outgoing.organisation_id = ${organisationId} and outgoing.kind = 'digest' and place.purpose = 'coach'),
      '/', (select string_agg(digest_id, ' ' order by digest_id) from feedback where organisation_id = ${organisationId}),
      '/', (select string_agg(concat_ws(',', year, coach), ' ' order by year) from working_year
        where organisation_id = ${organisationId}))) as marks`.execute(ground.store.db)
  return rows[0]!.marks
}
