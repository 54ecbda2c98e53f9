/**
 * Between the backup and the last sign of life things were sent and posted of which the backup knows nothing. Whatever
 * may have been among them is not done again: better something too few than asked twice, or a second digest that can
 * be subtracted from the first.
 */
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { run } from './copy-in.ts'

/** How many of each are left out. */
export type LeftOut = { asks: number; reminders: number; rounds: number; quotes: number }

/** @param until up to when things may have been sent */
export async function leaveOutDoubtful(
  trx: Transaction<Tables>,
  of: {
    id: string
    madeAt: Temporal.Instant
    until: Temporal.Instant
    at: Temporal.Instant
    /** Rounds that ended since, as far as notes tell: by hand, before their time. */
    ended: string[]
  },
): Promise<LeftOut> {
  const until = [of.until.toString()]
  const count = async (text: string) => (await run(trx, `${text} returning 1`, until)).length
  await run(
    trx,
    'insert into restored (id, made_at, until, at) values ($1, $2::timestamptz, $3::timestamptz, $4::timestamptz)',
    [of.id, of.madeAt.toString(), of.until.toString(), of.at.toString()],
  )
  // A round that was to close by then may have its digest in a channel already, with answers that are lost here.
  const { length: rounds } = await run(
    trx,
    `update round set state = 'cancelled' where state in ('open', 'closed')
      and (closes_at <= $1::timestamptz or organisation_id || ' ' || id = any($2::text[])) returning 1`,
    [of.until.toString(), of.ended],
  )
  // Who was not asked yet when a round was opening may have been asked since.
  await run(trx, `update round set asked_up_to = null where state = 'open' and asked_up_to is not null`)
  // An edit of a message that stands there asks nothing; a young person who wants to talk is heard twice rather than never.
  const asks = await count(
    `update outgoing set state = 'cancelled' where state = 'due' and send_after <= $1::timestamptz
      and external_cipher is null and kind <> 'contact-request'
      and not (kind = 'card' and exists (select 1 from run where run.organisation_id = outgoing.organisation_id
        and run.id = outgoing.run_id and run.card_turn > 0))`,
  )
  const reminders = await count(
    `update round set reminded = true where state = 'open' and not reminded and remind_at <= $1::timestamptz`,
  )
  const quotes = await count(
    `update quote set state = 'withdrawn', text_cipher = null, answered_at = null
      where state = 'approved' and post_after <= $1::timestamptz`,
  )
  // A claim is of a process that is gone; what it held may have left.
  await run(trx, 'update outgoing set claimed_until = null where claimed_until is not null')
  return { asks, reminders, rounds, quotes }
}
