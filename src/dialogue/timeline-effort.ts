/** What the sessions of a year cost in work by hand once they were planned: counted in the log, not asked. */
import { sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { Effort } from '../timeline/plan.ts'
import type { WorkingYear } from '../timeline/working-year.ts'

/**
 * Sessions that were held and asked about, and what staff did about those after they began: on the session, its
 * rounds and its digests. What the clock, a platform or a young person did is none of it.
 */
export async function readEffort(
  ground: Ground,
  organisation: Organisation,
  { firstDay, lastDay }: WorkingYear,
): Promise<Effort> {
  const from = firstDay.toZonedDateTime(organisation.timezone).toInstant().toString()
  const until = lastDay.add({ days: 1 }).toZonedDateTime(organisation.timezone).toInstant().toString()
  const { rows } = await sql<{ sessions: number; taps: number }>`
    with held as (
      select session.id, session.starts_at from session
      where session.organisation_id = ${organisation.id} and session.state <> 'cancelled'
        and session.starts_at >= ${from}::timestamptz and session.starts_at < ${until}::timestamptz
        and session.starts_at <= ${ground.clock.now().toString()}::timestamptz
        and exists (select 1 from round where round.organisation_id = session.organisation_id and round.session_id = session.id)
    ), about as (
      select id as subject, starts_at from held
      union all
      select round.id, held.starts_at from held
        join round on round.organisation_id = ${organisation.id} and round.session_id = held.id
      union all
      select digest.id, held.starts_at from held
        join round on round.organisation_id = ${organisation.id} and round.session_id = held.id
        join digest on digest.organisation_id = round.organisation_id and digest.round_id = round.id
    )
    select (select count(*) from held)::int as sessions,
      (select count(*) from audit join about on about.subject = audit.subject
        where audit.organisation_id = ${organisation.id} and audit.at >= about.starts_at
          and audit.actor not in ('clock', 'platform', 'person'))::int as taps`.execute(ground.store.db)
  return rows[0] ?? { sessions: 0, taps: 0 }
}
