/** Digests of one organisation: the newest ones, and those of one survey over time. */
import { sql } from 'kysely'
import type { Digest } from '../digest/content.ts'
import { type Trend, trendsOf } from '../digest/trend.ts'
import type { Ground } from '../ground.ts'
import type { LocalText } from '../survey/question-set.ts'
import { hasEnd, LOOK_BACK_DAYS } from './digest-message.ts'

export type ListedDigest = { id: string; content: Digest }

/** Whose digests: all of the organisation, or those that the coach was given. */
export type Whose = 'all' | 'coach'

/** Newest first. */
export async function newestDigests(
  ground: Ground,
  organisationId: string,
  most: number,
  whose: Whose = 'all',
): Promise<ListedDigest[]> {
  const rows = await ground.store.db
    .selectFrom('digest')
    .select(['id', 'content'])
    .where('organisation_id', '=', organisationId)
    .where(of(whose))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id, content }) => ({ id, content: content as unknown as Digest }))
}

/** Digests that can still be written back about, newest first; a start that has an end goes with that. */
export async function unansweredDigests(ground: Ground, organisationId: string, most: number): Promise<ListedDigest[]> {
  const since = ground.clock.now().subtract({ hours: 24 * LOOK_BACK_DAYS })
  const { rows } = await sql<ListedDigest>`select digest.id, digest.content from digest
    join round on round.organisation_id = digest.organisation_id and round.id = digest.round_id
    where digest.organisation_id = ${organisationId} and digest.created_at > ${since.toString()}::timestamptz
      and not (digest.content ->> 'moment' = 'start' and ${hasEnd})
      and not exists (select 1 from feedback where feedback.organisation_id = digest.organisation_id and feedback.digest_id = digest.id)
    order by digest.created_at desc, digest.id limit ${most}`.execute(ground.store.db)
  return rows
}

/** Whether a digest was given to the coach, or went there by itself. */
export async function isWithCoach(ground: Ground, organisationId: string, digestId: string): Promise<boolean> {
  const row = await ground.store.db
    .selectFrom('digest')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', digestId)
    .where(of('coach'))
    .executeTakeFirst()
  return row !== undefined
}

/** A survey over time: what it is about, as its newest digest has it. */
export type SurveyOverTime = { surveyId: string; aspect: LocalText; trends: Trend[] }

/** All surveys of an organisation that have two digests or more, in the order of their newest; frozen figures only. */
export async function surveysOverTime(
  ground: Ground,
  organisationId: string,
  whose: Whose = 'all',
): Promise<SurveyOverTime[]> {
  const rows = await ground.store.db
    .selectFrom('digest')
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'digest.organisation_id').onRef('round.id', '=', 'digest.round_id'),
    )
    .select(['digest.id', 'digest.content', 'round.survey_id'])
    .where('digest.organisation_id', '=', organisationId)
    .where(of(whose))
    .orderBy('digest.created_at', 'desc')
    .orderBy('digest.id')
    .execute()
  const surveys = new Map<string, ListedDigest[]>()
  for (const { id, content, survey_id } of rows) {
    const digest = { id, content: content as unknown as Digest }
    surveys.set(survey_id, [...(surveys.get(survey_id) ?? []), digest])
  }
  return [...surveys]
    .filter(([, digests]) => digests.length > 1)
    .map(([surveyId, digests]) => ({ surveyId, aspect: digests[0]!.content.aspect, trends: trendsOf(digests) }))
}

/** The survey that a digest is about, over time; null for rounds shown together, and for an id that is not there. */
export async function surveyOverTime(
  ground: Ground,
  organisationId: string,
  digestId: string,
  whose: Whose = 'all',
): Promise<SurveyOverTime | null> {
  const digest = await ground.store.db
    .selectFrom('digest')
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'digest.organisation_id').onRef('round.id', '=', 'digest.round_id'),
    )
    .select(['digest.content', 'round.survey_id'])
    .where('digest.organisation_id', '=', organisationId)
    .where('digest.id', '=', digestId)
    .executeTakeFirst()
  if (!digest) return null
  const found = (await surveysOverTime(ground, organisationId, whose)).find(
    ({ surveyId }) => surveyId === digest.survey_id,
  )
  const { aspect } = digest.content as unknown as Digest
  return found ?? { surveyId: digest.survey_id, aspect, trends: [] }
}

const of = (whose: Whose) =>
  whose === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`exists (select 1 from outgoing join place
        on place.organisation_id = outgoing.organisation_id and place.id = outgoing.place_id
        where outgoing.organisation_id = digest.organisation_id and outgoing.digest_id = digest.id
          and outgoing.kind = 'digest' and place.purpose = 'coach')`
