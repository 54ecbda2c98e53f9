/** The one way by which figures become public: checked against everything published before, stored for good, and queued. */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import { coachIsIn, currentYear, resultPurposesIn } from '../dialogue/coach-mode.ts'
import type { Digest, ReleaseEntry } from '../digest/content.ts'
import { mayRelease, type Published } from '../digest/release-log.ts'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { keepPlan } from '../store/kept-plans.ts'
import type { PlacePurpose, Tables } from '../store/tables.ts'

/** What has to be known of the world before something is published in it. */
export type Doorstep = {
  published: Published[]
  coach: boolean
  places: { id: string; channel: ChannelName; purpose: PlacePurpose }[]
}

/**
 * Stores a digest with its release log and one message for each channel that results go to, and writes it in the log:
 * two statements, or one when the caller has looked.
 * @param digest `roundIds`: whose answers it is about; for several, `roundId` is null. `counted`: how much was said in
 * the round. Later, fewer people or answers mean that somebody took something back: beside a digest that stays as it
 * is, the rest would then tell what they said
 * @param seen from `doorstepOf`, read in this transaction while it holds the rounds
 * @returns the id of the digest
 * @throws EngineError when something about these answers is public already, or a round counts twice
 */
export async function publishDigest(
  ground: Ground,
  trx: Transaction<Tables>,
  digest: {
    organisationId: string
    roundId: string | null
    roundIds: readonly string[]
    content: Digest
    counted?: { people: number; answers: number }
  },
  seen?: Doorstep,
): Promise<string> {
  const { organisationId, roundId, roundIds, content, counted } = digest
  const { published, coach, places } =
    seen ?? (await doorstepOf(ground, organisationId, roundIds).execute(trx)).rows[0]!
  const refused = mayRelease(published, { rounds: roundIds, entries: content.released })
  if (refused) throw new EngineError(`rounds: a digest of ${organisationId} was refused: ${refused}`)
  const now = ground.clock.now().toString()
  const digestId = ground.newId()
  const purposes = resultPurposesIn(ground.config().organisations.has(organisationId) ? coach : undefined)
  const messages = places
    .filter(({ purpose }) => purposes.includes(purpose))
    .map((place) => ({ id: ground.newId(), channel: place.channel, place: place.id }))
  const figures = content.released.map((figure, position) => ({ position, figure }))
  await sql`with ${keepPlan} counted as (
      insert into counted_round (organisation_id, round_id, people, answers)
      select ${organisationId}, ${roundId}, one.people, one.answers
      from jsonb_to_recordset(${JSON.stringify(counted ? [counted] : [])}::jsonb) as one(people integer, answers integer)
    ), made as (
      insert into digest (organisation_id, id, round_id, content, created_at)
      values (${organisationId}, ${digestId}, ${roundId}, ${JSON.stringify(content)}::jsonb, ${now}::timestamptz)
    ), said as (
      insert into audit (organisation_id, id, at, actor, action, subject)
      values (${organisationId}, ${ground.newId()}, ${now}::timestamptz, 'clock', 'digest made', ${digestId})
    ), told as (
      insert into outgoing (organisation_id, id, kind, channel, place_id, digest_id, state, send_after, attempts)
      select ${organisationId}, one.id, 'digest', one.channel, one.place, ${digestId}, 'due', ${now}::timestamptz, 0
      from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as one(id text, channel text, place text)
    )
    insert into release (organisation_id, digest_id, position, figure)
    select ${organisationId}, ${digestId}, one.position, one.figure
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as one(position integer, figure jsonb)`.execute(trx)
  return digestId
}

/** One row, to be read by itself or as a part of a larger statement. */
export function doorstepOf(ground: Ground, organisationId: string, roundIds: readonly string[]): RawBuilder<Doorstep> {
  const organisation = ground.config().organisations.get(organisationId)
  const year = organisation ? currentYear(ground, organisation) : 0
  return sql<Doorstep>`select ${coachIsIn(organisationId, year)} as coach,
    (select coalesce(jsonb_agg(published), '[]') from (${publishedAbout(organisationId, roundIds)}) as published) as published,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'channel', channel, 'purpose', purpose)), '[]') from place
      where organisation_id = ${organisationId} and state = 'linked') as places`
}

/** Everything published so far about answers of these rounds: by their own digests, and together with others. */
function publishedAbout(organisationId: string, roundIds: readonly string[]): RawBuilder<Published> {
  const these = sql`${[...roundIds]}::text[]`
  return sql<{ rounds: string[]; entries: ReleaseEntry[] }>`
    with about as (
      select digest.id, array[digest.round_id] as rounds from digest
      where digest.organisation_id = ${organisationId} and digest.round_id = any(${these})
      union all
      select rollup_part.digest_id, array_agg(rollup_part.round_id) from rollup_part
      where rollup_part.organisation_id = ${organisationId} and rollup_part.digest_id in (
        select digest_id from rollup_part where organisation_id = ${organisationId} and round_id = any(${these}) and digest_id is not null)
      group by rollup_part.digest_id
    )
    select about.rounds, jsonb_agg(release.figure order by release.position) as entries
    from about join release on release.organisation_id = ${organisationId} and release.digest_id = about.id
    group by about.id, about.rounds`
}
