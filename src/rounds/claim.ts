/**
 * Which rows one instance may send now, over all instances. A claim holds for a while and lapses by itself, so that a
 * crash loses nothing; a row whose claim lapsed without a word may have been sent, and is sent once more.
 */
import { sql } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Row } from './send-row.ts'

/**
 * Claims the first rows that may leave. What answers somebody comes first, then the oldest; what comes back goes before
 * what is asked. Of one person or place only the first row is taken, and none while another of theirs is being sent.
 */
export async function claimRows(ground: Ground, channel: ChannelName, most: number): Promise<Row[]> {
  const now = sql`${ground.clock.now().toString()}::timestamptz`
  const until = sql`${ground.clock.now().add({ seconds: CLAIM_SECONDS }).toString()}::timestamptz`
  const furthest = sql`${ground.clock.now().add({ seconds: FURTHEST_SECONDS }).toString()}::timestamptz`
  const { rows } = await sql<Row>`with next as (
      select row.organisation_id, row.id, row.claimed_until is not null as in_doubt from outgoing as row
      where row.state = 'due' and row.channel = ${channel} and row.send_after <= ${now}
        and (row.not_before is null or row.not_before <= ${now})
        and (row.claimed_until is null or row.claimed_until not between ${now} and ${furthest})
        and not exists (
          select 1 from outgoing as other
          where other.state = 'due' and other.send_after <= ${now} and other.id <> row.id
            and coalesce(other.contact_id, other.place_id, other.staff_id, other.writer_id)
              = coalesce(row.contact_id, row.place_id, row.staff_id, row.writer_id)
            and (other.claimed_until between ${now} and ${furthest}
              or (not other.urgent, other.send_after, other.kind <> 'feedback', other.id)
                < (not row.urgent, row.send_after, row.kind <> 'feedback', row.id)))
      order by not row.urgent, row.send_after, row.kind <> 'feedback', row.id
      limit ${most} for update of row skip locked
    )
    update outgoing set claimed_until = ${until} from next
    where outgoing.organisation_id = next.organisation_id and outgoing.id = next.id
    returning outgoing.organisation_id, outgoing.id, kind, channel, contact_id, place_id, staff_id, writer_id, run_id,
      digest_id, notice, subject_id, external_cipher, attempts, urgent, send_after, claimed_until,
      claimed_until::text as claim, next.in_doubt`.execute(ground.store.db)
  // A statement that changes rows gives them in no order.
  return rows.toSorted((a, b) => placeInLine(a) - placeInLine(b) || (a.id < b.id ? -1 : 1))
}

const placeInLine = ({ urgent, send_after, kind }: Row) =>
  (urgent ? 0 : 1e15) + send_after.getTime() + (kind === 'feedback' ? 0 : 0.5)

/** What waits on a channel: how many rows, and when the first of them may leave; null for none. */
export async function whatWaits(ground: Ground, channel: ChannelName): Promise<{ rows: number; next: Date | null }> {
  const { rows } = await sql<{ rows: number; next: Date | null }>`
    select count(*)::int as rows, min(greatest(send_after, not_before, claimed_until)) as next from outgoing
    where state = 'due' and channel = ${channel}`.execute(ground.store.db)
  return rows[0]!
}

/** Shorter than the few minutes for which Discord knows a nonce, and longer than any two calls that are given up. */
const CLAIM_SECONDS = 90
/** No claim runs out so far ahead, unless a clock jumped back since it was made: then nobody holds it any more. */
const FURTHEST_SECONDS = 5 * 60
