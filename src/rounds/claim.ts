/**
 * Which rows one instance may send now, over all instances. A claim holds for a while and lapses by itself, so that a
 * crash loses nothing; a row whose claim lapsed without a word may have been sent, and is sent once more.
 */
import { type RawBuilder, sql } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Row } from './send-row.ts'

/**
 * Claims the first rows that may leave. What answers somebody comes first, then the oldest; what comes back goes before
 * what is asked. Of one person or place only the first row is taken, and none while another of theirs is being sent.
 * However many rows wait, only the front of each line is looked at: further back only where all that stands there is
 * held up by something else to the same person.
 */
export async function claimRows(ground: Ground, channel: ChannelName, most: number): Promise<Row[]> {
  for (let look = FIRST_LOOK; ; look *= FURTHER) {
    const { rows, more } = await claimFrom(ground, channel, most, look)
    // A statement that changes rows gives them in no order.
    if (rows.length > 0 || !more)
      return rows.toSorted((a, b) => placeInLine(a) - placeInLine(b) || (a.id < b.id ? -1 : 1))
  }
}

/** `more`: there are rows behind those that were looked at. */
async function claimFrom(ground: Ground, channel: ChannelName, most: number, look: number) {
  const now = sql`${ground.clock.now().toString()}::timestamptz`
  const until = sql`${ground.clock.now().add({ seconds: CLAIM_SECONDS }).toString()}::timestamptz`
  const furthest = sql`${ground.clock.now().add({ seconds: FURTHEST_SECONDS }).toString()}::timestamptz`
  const mayLeave = sql`send_after <= ${now} and (not_before is null or not_before <= ${now})
    and (claimed_until is null or claimed_until not between ${now} and ${furthest})`
  // "offset 0" keeps the database from comparing all rows with all rows: it asks for one recipient at a time.
  const { rows: found } = await sql<Row & { more: boolean; id: string | null }>`
    with front as materialized (${linesOf(channel, look, mayLeave)}),
    free as materialized (
      select * from front where not exists (
        select 1 from outgoing as other
        where ${isDue(sql`other.state`)} and other.send_after <= ${now} and other.id <> front.id
          and coalesce(other.contact_id, other.place_id, other.staff_id, other.writer_id)
            = coalesce(front.contact_id, front.place_id, front.staff_id, front.writer_id)
          and (other.claimed_until between ${now} and ${furthest}
            or (not other.urgent, other.send_after, other.kind <> 'feedback', other.id)
              < (not front.urgent, front.send_after, front.kind <> 'feedback', front.id))
        offset 0)
    ),
    looked as materialized (
      select coalesce(bool_or(seen >= ${look}), false) as more, coalesce(bool_or(seen >= ${look} and free = 0), false) as stuck
      from (select line, count(*) as seen, (select count(*) from free where free.line = front.line) as free
        from front group by line) as lines
    ),
    next as materialized (
      select held.* from (
          select * from free where not (select stuck from looked)
          order by not urgent, send_after, kind <> 'feedback', id
        ) as candidate
        cross join lateral (
          select organisation_id, id, claimed_until is not null as in_doubt from outgoing
          where organisation_id = candidate.organisation_id and id = candidate.id and state like 'due' and ${mayLeave}
          for update skip locked
        ) as held
      limit ${most}
    ),
    taken as (
      update outgoing set claimed_until = ${until} from next
      where outgoing.organisation_id = next.organisation_id and outgoing.id = next.id
      returning outgoing.organisation_id, outgoing.id, kind, channel, contact_id, place_id, staff_id, writer_id, run_id,
        digest_id, notice, subject_id, external_cipher, attempts, urgent, send_after, claimed_until,
        claimed_until::text as claim, next.in_doubt
    )
    select looked.more, taken.* from looked left join taken on true`.execute(ground.store.db)
  return { rows: found.filter((row) => row.id !== null) as Row[], more: found[0]!.more }
}

/**
 * The front of four lines, each by an index: what answers somebody and what does not, and of both what was never put
 * off, the first in line, and what was, the longest ready. So what is put off till later is never looked at.
 */
function linesOf(channel: ChannelName, look: number, mayLeave: RawBuilder<unknown>) {
  const lines = [true, false].flatMap((urgent) =>
    [true, false].map(
      (fresh) => sql`(select organisation_id, id, kind, urgent, send_after, not_before, claimed_until, contact_id,
        place_id, staff_id, writer_id, ${sql.lit(`${urgent}-${fresh}`)} as line from outgoing
      where ${isDue(sql`state`)} and channel = ${channel} and ${urgent ? sql`urgent` : sql`not urgent`}
        and ${fresh ? sql`not_before is null` : sql`not_before is not null`} and ${mayLeave}
      order by ${fresh ? sql`send_after, kind <> 'feedback', id` : sql`not_before`} limit ${look})`,
    ),
  )
  return sql.join(lines, sql` union all `)
}

/**
 * Said as only the indexes of this file say it. Other indexes of what is due would be read from end to end by a
 * database whose statistics are from before a round opened, and know of a handful of rows. For the same reason one row
 * is looked up by its key with "like", as no such index says it.
 */
const isDue = (state: RawBuilder<unknown>) => sql`${state} is not distinct from 'due'`

const placeInLine = ({ urgent, send_after, kind }: Row) =>
  (urgent ? 0 : 1e15) + send_after.getTime() + (kind === 'feedback' ? 0 : 0.5)

/**
 * What waits on a channel: how many rows, counted up to 10,000, and when the first of them may leave, as far as the
 * front of each line says; null for none.
 */
export async function whatWaits(ground: Ground, channel: ChannelName): Promise<{ rows: number; next: Date | null }> {
  const { rows } = await sql<{ rows: number; next: Date | null }>`
    select
      (select count(*)::int from (
        select 1 from outgoing where ${isDue(sql`state`)} and channel = ${channel} limit ${MOST_COUNTED}) as counted) as rows,
      (select min(greatest(send_after, not_before, claimed_until))
        from (${linesOf(channel, LOOK_AHEAD, sql`true`)}) as front) as next`.execute(ground.store.db)
  return rows[0]!
}

const FIRST_LOOK = 64
/** More than a few instances together have in hand: behind those is what may leave sooner. */
const LOOK_AHEAD = 250
const FURTHER = 8
const MOST_COUNTED = 10_000
/** Shorter than the few minutes for which Discord knows a nonce, and longer than any two calls that are given up. */
const CLAIM_SECONDS = 90
/** No claim runs out so far ahead, unless a clock jumped back since it was made: then nobody holds it any more. */
const FURTHEST_SECONDS = 5 * 60
