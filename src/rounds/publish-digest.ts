/** The one way by which figures become public: checked against everything published before, stored for good, and queued. */
import { sql, type Transaction } from 'kysely'
import { resultPurposes } from '../dialogue/coach-mode.ts'
import type { Digest, ReleaseEntry } from '../digest/content.ts'
import { mayRelease, type Published } from '../digest/release-log.ts'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'

/**
 * Stores a digest with its release log, and one message for each channel that results go to.
 * @param roundIds whose answers it is about; for several, `roundId` is null
 * @returns the id of the digest
 * @throws EngineError when something about these answers is public already, or a round counts twice
 */
export async function publishDigest(
  ground: Ground,
  trx: Transaction<Tables>,
  digest: { organisationId: string; roundId: string | null; roundIds: readonly string[]; content: Digest },
): Promise<string> {
  const { organisationId, roundId, roundIds, content } = digest
  const refused = mayRelease(await publishedOf(trx, organisationId, roundIds), {
    rounds: roundIds,
    entries: content.released,
  })
  if (refused) throw new EngineError(`rounds: a digest of ${organisationId} was refused: ${refused}`)
  const now = ground.clock.now().toString()
  const digestId = ground.newId()
  await trx
    .insertInto('digest')
    .values({
      organisation_id: organisationId,
      id: digestId,
      round_id: roundId,
      content: JSON.stringify(content),
      created_at: now,
    })
    .execute()
  await trx
    .insertInto('release')
    .values(
      content.released.map((figure, position) => ({
        organisation_id: organisationId,
        digest_id: digestId,
        position,
        figure: JSON.stringify(figure),
      })),
    )
    .execute()
  const places = await trx
    .selectFrom('place')
    .select(['id', 'channel'])
    .where('organisation_id', '=', organisationId)
    .where('purpose', 'in', await resultPurposes(ground, ground.config().organisations.get(organisationId), trx))
    .where('state', '=', 'linked')
    .execute()
  if (places.length === 0) return digestId
  await trx
    .insertInto('outgoing')
    .values(
      places.map((place) => ({
        organisation_id: organisationId,
        id: ground.newId(),
        kind: 'digest' as const,
        channel: place.channel,
        contact_id: null,
        place_id: place.id,
        run_id: null,
        digest_id: digestId,
        notice: null,
        state: 'due' as const,
        send_after: now,
        claimed_until: null,
        attempts: 0,
        external_cipher: null,
      })),
    )
    .execute()
  return digestId
}

/** Everything published so far about answers of these rounds: by their own digests, and together with others. */
export async function publishedOf(
  trx: Transaction<Tables>,
  organisationId: string,
  roundIds: readonly string[],
): Promise<Published[]> {
  const these = sql`${[...roundIds]}::text[]`
  const { rows } = await sql<{ rounds: string[]; entries: ReleaseEntry[] }>`
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
    group by about.id, about.rounds`.execute(trx)
  return rows
}
