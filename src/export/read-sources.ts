/** Frozen digests that an agreement is about: of its survey or all, of its working year, sessions taken together included. */
import { sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Sharing } from '../dialogue/read-data-agreements.ts'
import type { Digest } from '../digest/content.ts'
import type { Ground } from '../ground.ts'
import { workingYearOf } from '../timeline/working-year.ts'
import type { Source } from './figures.ts'

/** First and last day of the working year of an agreement. */
export function yearOfSharing(organisation: Organisation, { year }: Pick<Sharing, 'year'>) {
  return workingYearOf(Temporal.PlainDate.from(`${year}-${organisation.workingYear}`), organisation.workingYear)
}

/** In the order in which they were made. */
export async function readSources(
  ground: Ground,
  organisation: Organisation,
  sharing: Pick<Sharing, 'year' | 'surveyId'>,
): Promise<Source[]> {
  const { firstDay, lastDay } = yearOfSharing(organisation, sharing)
  const { rows } = await sql<{ id: string; content: Digest; survey_id: string }>`
    select distinct on (digest.created_at, digest.id) digest.id, digest.content, round.survey_id
    from digest
    left join rollup_part on rollup_part.organisation_id = digest.organisation_id and rollup_part.digest_id = digest.id
    join round on round.organisation_id = digest.organisation_id
      and round.id = coalesce(digest.round_id, rollup_part.round_id)
    where digest.organisation_id = ${organisation.id}
      and digest.content ->> 'date' between ${firstDay.toString()} and ${lastDay.toString()}
      and (${sharing.surveyId}::text is null or round.survey_id = ${sharing.surveyId})
    order by digest.created_at, digest.id`.execute(ground.store.db)
  return rows.map(({ id, content, survey_id }) => ({ id, surveyId: survey_id, digest: content }))
}
