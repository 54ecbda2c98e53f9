/**
 * The pace of a bot account, in rows that all instances share. Time here is the database's: it is the only clock that
 * all of them read, and a pace is about real time, whatever day the house thinks it is.
 */
import { sql } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Database } from './open.ts'

/** Moments on the database's clock, in milliseconds; `pausedMs`: for how long the account still has to keep quiet. */
export type Reserved = { first: number; now: number; pausedMs: number }

/**
 * Reserves `count` moments in a row at which a message of this account may leave, `everyMs` apart. They begin where the
 * last reservation of anybody ended, and no longer ago than `backMs`. A clock that was put back stops nobody: a moment
 * lies never further ahead than many instances together can have reserved, and a pause from before it is not known any more.
 */
export async function reserveSlots(
  db: Database,
  channel: ChannelName,
  { count, everyMs, backMs = 0 }: { count: number; everyMs: number; backMs?: number },
): Promise<Reserved> {
  const span = sql`${count * everyMs}::float8 * interval '1 millisecond'`
  const back = sql`${backMs}::float8 * interval '1 millisecond'`
  const furthest = sql`${Math.max(LEAST_AHEAD_MS, MOST_AHEAD * everyMs)}::float8 * interval '1 millisecond'`
  const putBack = sql`pace.next_at > clock_timestamp() + ${furthest} + interval '1 minute'`
  const { rows } = await sql<{ until: number; now: number; paused: number | null }>`
    insert into pace (channel, scope, next_at) values (${channel}, '', clock_timestamp() + ${span})
    on conflict (channel, scope) do update
      set next_at = greatest(least(pace.next_at, clock_timestamp() + ${furthest}), clock_timestamp() - ${back}) + ${span},
        paused_until = case when ${putBack} then null else pace.paused_until end
    returning ${ms(sql`next_at`)} as until, ${ms(sql`clock_timestamp()`)} as now, ${ms(sql`paused_until`)} as paused`.execute(
    db,
  )
  const { until, now, paused } = rows[0]!
  return { first: until - count * everyMs, now, pausedMs: Math.max((paused ?? 0) - now, 0) }
}

/** Takes messages that left without a slot off what all instances may send in bulk, where one of them is at it. */
export async function chargeSlots(db: Database, channel: ChannelName, count: number, everyMs: number): Promise<void> {
  await sql`update pace
    set next_at = least(greatest(next_at, clock_timestamp()) + ${count * everyMs}::float8 * interval '1 millisecond',
      clock_timestamp() + interval '2 seconds')
    where channel = ${channel} and scope = '' and next_at > clock_timestamp() - interval '1 second'`.execute(db)
}

/**
 * Nothing of this account leaves for so long, wherever it is sent from; a longer pause stays. The next moment lies no
 * earlier than its begin, which tells whether the clock was put back since.
 */
export async function pauseAccount(db: Database, channel: ChannelName, forMs: number): Promise<void> {
  const until = sql`clock_timestamp() + ${forMs}::float8 * interval '1 millisecond'`
  await sql`insert into pace (channel, scope, next_at, paused_until) values (${channel}, '', clock_timestamp(), ${until})
    on conflict (channel, scope) do update set paused_until = greatest(pace.paused_until, excluded.paused_until),
      next_at = greatest(pace.next_at, excluded.next_at)`.execute(db)
}

/**
 * Takes one turn in a chat that many instances may write in: `burst` messages at once, then one each `everyMs`.
 * @param scope which chat, by a keyed hash
 * @returns 0, or the milliseconds after which to ask again
 */
export async function takeChatTurn(
  db: Database,
  channel: ChannelName,
  scope: string,
  limit: { burst: number; everyMs: number },
): Promise<number> {
  const every = sql`${limit.everyMs}::float8 * interval '1 millisecond'`
  const slack = sql`${(limit.burst - 1) * limit.everyMs}::float8 * interval '1 millisecond'`
  // Further ahead than it can be by itself: the clock was put back.
  const astray = sql`pace.next_at > clock_timestamp() + ${slack} + 2 * ${every}`
  const { rows } = await sql`
    insert into pace (channel, scope, next_at) values (${channel}, ${scope}, clock_timestamp() + ${every})
    on conflict (channel, scope) do update
      set next_at = case when ${astray} then clock_timestamp() else greatest(pace.next_at, clock_timestamp()) end + ${every}
      where pace.next_at <= clock_timestamp() + ${slack} or ${astray}
    returning 1`.execute(db)
  if (rows.length > 0) return 0
  const full = await sql<{ wait: number | null }>`
    select ${ms(sql`next_at - ${slack}`)} - ${ms(sql`clock_timestamp()`)} as wait from pace
    where channel = ${channel} and scope = ${scope}`.execute(db)
  return Math.max(full.rows[0]?.wait ?? 0, 1)
}

const ms = (at: ReturnType<typeof sql>) => sql`(extract(epoch from ${at}) * 1000)::float8`

const LEAST_AHEAD_MS = 5000
const MOST_AHEAD = 64
