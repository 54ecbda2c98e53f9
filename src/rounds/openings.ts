/**
 * How slowly new direct messages are opened on Discord: so many a minute and a day, counted in the store, for all
 * instances together and over restarts. Each message that has to wait gets a moment of its own in the line, so that
 * nothing is tried in vain. Minutes and days are the house's clock: a few seconds between instances do not matter there.
 */
import { sql, type Transaction } from 'kysely'
import type { Openings } from '../channels/discord/sending.ts'
import type { Ground } from '../ground.ts'
import type { Pace } from '../settings.ts'
import type { Tables } from '../store/tables.ts'

export function createOpenings(
  ground: Ground,
  limits: Pick<Pace['discord'], 'opensPerMinute' | 'opensPerDay'>,
): Openings {
  const rules = [
    { most: limits.opensPerMinute, within: { minutes: 1 } },
    { most: limits.opensPerDay, within: { hours: 24 } },
  ]

  async function takeTurn(trx: Transaction<Tables>, nonce: string): Promise<Temporal.Instant | null> {
    const now = ground.clock.now()
    const pausedUntil = await lock(trx, now)
    if (pausedUntil && Temporal.Instant.compare(pausedUntil, now) > 0) return pausedUntil
    const scope = `${OPEN}${nonce}`
    const mine = await trx
      .selectFrom('pace')
      .select('next_at')
      .where('channel', '=', 'discord')
      .where('scope', '=', scope)
      .executeTakeFirst()
    if (mine && mine.next_at.getTime() > now.epochMilliseconds) return instantOf(mine.next_at)
    const at = earliest(now, await takenBy(trx, scope, now, mine !== undefined))
    const opens = Temporal.Instant.compare(at, now) <= 0
    await trx
      .insertInto('pace')
      .values({ channel: 'discord', scope, next_at: at.toString(), paused_until: opens ? now.toString() : null })
      .onConflict((conflict) =>
        conflict
          .columns(['channel', 'scope'])
          .doUpdateSet({ next_at: at.toString(), paused_until: opens ? now.toString() : null }),
      )
      .execute()
    return opens ? null : at
  }

  /** The first moment at which no rule is broken, when these moments are taken (newest first). */
  function earliest(now: Temporal.Instant, taken: Temporal.Instant[]): Temporal.Instant {
    return rules
      .flatMap(({ most, within }) => taken[most - 1]?.add(within) ?? [])
      .reduce((latest, at) => (Temporal.Instant.compare(at, latest) > 0 ? at : latest), now)
  }

  /**
   * Moments at which somebody was opened, and for a newcomer also those at which somebody will be. Who had a moment
   * that passed unused looks at what was really opened: after an outage all of them come at once.
   */
  async function takenBy(
    trx: Transaction<Tables>,
    scope: string,
    now: Temporal.Instant,
    waited: boolean,
  ): Promise<Temporal.Instant[]> {
    const { rows } = await sql<{ at: Date }>`select coalesce(paused_until, next_at) as at from pace
      where channel = 'discord' and scope like ${`${OPEN}%`} and scope <> ${scope}
        and (paused_until is not null or (not ${waited}::boolean and next_at > ${now.toString()}::timestamptz))
      order by 1 desc limit ${Math.max(...rules.map(({ most }) => most))}`.execute(trx)
    return rows.map(({ at }) => instantOf(at))
  }

  return {
    take: (nonce) =>
      ground.store.db.transaction().execute(async (trx) => {
        const at = await takeTurn(trx, nonce)
        return at ? ground.clock.now().until(at, { largestUnit: 'hours' }) : null
      }),
    async tooFast(wait) {
      const until = ground.clock.now().add(wait).toString()
      await ground.store.db
        .insertInto('pace')
        .values({ channel: 'discord', scope: ALL, next_at: until, paused_until: until })
        .onConflict((conflict) => conflict.columns(['channel', 'scope']).doUpdateSet({ paused_until: until }))
        .execute()
    },
  }
}

/** One instance at a time. @returns until when nobody opens anything, if Discord said so */
async function lock(trx: Transaction<Tables>, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await trx
    .insertInto('pace')
    .values({ channel: 'discord', scope: ALL, next_at: now.toString(), paused_until: null })
    .onConflict((conflict) => conflict.columns(['channel', 'scope']).doUpdateSet({ next_at: now.toString() }))
    .returning('paused_until')
    .executeTakeFirstOrThrow()
  // What no rule looks back to any more.
  await trx
    .deleteFrom('pace')
    .where('channel', '=', 'discord')
    .where('scope', 'like', `${OPEN}%`)
    .where('next_at', '<', now.subtract({ hours: 48 }).toString() as never)
    .execute()
  return row.paused_until ? instantOf(row.paused_until) : null
}

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

/** Rows of `pace`: one that is locked, and one a message, by its nonce: nothing in them is about anybody. */
const ALL = 'opens'
const OPEN = 'open.'
