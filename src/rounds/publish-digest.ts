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
  const { rows } = await sql<{ rounds: string[]; entries: ReleaseEntry[] }>`
    select about.rounds, jsonb_agg(release.figure order by release.position) as entries
    from (
      select digest.organisation_id, digest.id, array_agg(coalesce(digest.round_id, rollup_part.round_id)) as rounds
      from digest
      left join rollup_part on rollup_part.organisation_id = digest.organisation_id and rollup_part.digest_id = digest.id
      where digest.organisation_id = ${organisationId}
      group by digest.organisation_id, digest.id
    ) as about
    join release on release.organisation_id = about.organisation_id and release.digest_id = about.id
    where about.rounds && ${[...roundIds]}::text[]
    group by about.id, about.rounds`.execute(trx)
  return rows
}
