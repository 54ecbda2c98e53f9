/** Sessions around now, for who works with them in a chat. */
import type { Ground } from '../ground.ts'
import { instantOf } from './round-facts.ts'
import type { Session } from './sessions.ts'

/**
 * The last few sessions and the next ones, in order of time; cancelled ones only when they are still ahead.
 * @param only ids to keep to; null for all
 */
export async function sessionsAround(
  ground: Ground,
  organisationId: string,
  only: readonly string[] | null = null,
): Promise<Session[]> {
  const now = ground.clock.now().toString() as never
  const rows = (side: 'before' | 'after') => {
    let query = ground.store.db.selectFrom('session').selectAll().where('organisation_id', '=', organisationId)
    if (only) query = query.where('id', 'in', [...only, ''])
    return side === 'before'
      ? query
          .where('ends_at', '<=', now)
          .where('state', '=', 'planned')
          .orderBy('ends_at', 'desc')
          .orderBy('id')
          .limit(BACK)
          .execute()
      : query.where('ends_at', '>', now).orderBy('starts_at').orderBy('id').limit(AHEAD).execute()
  }
  const [before, after] = await Promise.all([rows('before'), rows('after')])
  return [...before.reverse(), ...after].map((row) => ({
    id: row.id,
    seriesId: row.series_id,
    startsAt: instantOf(row.starts_at),
    endsAt: instantOf(row.ends_at),
    theme: row.theme,
    headcount: row.headcount,
    state: row.state,
  }))
}

/** Whether the digest of a round of this session says, to everybody, that fewer people were there than answered. */
export async function saysToCheck(ground: Ground, organisationId: string, session: Session): Promise<boolean> {
  if (session.headcount === null) return false
  const rows = await ground.store.db
    .selectFrom('digest')
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'digest.organisation_id').onRef('round.id', '=', 'digest.round_id'),
    )
    .where('round.organisation_id', '=', organisationId)
    .where('round.session_id', '=', session.id)
    .select('digest.content')
    .execute()
  const { headcount } = session
  return rows.some(({ content }) => {
    const { participation } = content as { participation?: { form: string; count?: number } }
    // Only what stands there for everybody counts: a headcount may not find out what is hidden.
    return participation?.form === 'exactly' && (participation.count ?? 0) > headcount
  })
}

const BACK = 3
const AHEAD = 6
