/**
 * Words of a young person that stood in a channel, or were on their way to it, and may not any more: their answer is
 * erased, it was kept long enough, or somebody takes the words back. The message that shows them is edited.
 */
import { sql, type Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'

/**
 * Forgets every quote made of these runs, or of some questions in them.
 * @param of.questions null or absent for all
 */
export async function forgetQuotes(
  trx: Transaction<Tables>,
  of: { runs: readonly string[]; questions?: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const gone = await sql<{ id: string }>`delete from quote where run_id = any(${of.runs}::text[])
    and (${of.questions ?? null}::text[] is null or question = any(${of.questions ?? null}::text[]))
    returning id`.execute(trx)
  await takeDown(
    trx,
    gone.rows.map(({ id }) => id),
    now,
  )
}

/**
 * Sends what is said of these quotes once more: a question that still waits is not asked, and a message that stands in
 * a channel is edited. One that is on its way this moment goes out, and is edited after that: its claim is changed, so
 * that whoever sends it sees that it is not the last word.
 */
export async function takeDown(
  trx: Transaction<Tables>,
  quoteIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (quoteIds.length === 0) return
  await sql`delete from outgoing where kind = 'quote-ask' and state = 'due' and subject_id = any(${quoteIds}::text[])`.execute(
    trx,
  )
  await sql`update outgoing set state = 'due', send_after = least(send_after, ${now.toString()}::timestamptz), attempts = 0,
      claimed_until = case when state = 'due' and claimed_until > ${now.toString()}::timestamptz
        then claimed_until + interval '1 millisecond' end
    where kind = 'quote' and state in ('due', 'sent') and subject_id = any(${quoteIds}::text[])`.execute(trx)
}

/**
 * Quotes that were kept long enough: one that was not approved goes with the words it was made of; one that was, with
 * the answers of its working year. The message goes along: from then on nobody could take it back any more.
 * @param before start of the oldest session whose answers are kept, as ISO text
 * @returns how many went
 */
export async function sweepQuotes(
  ground: Ground,
  organisationId: string,
  before: string,
  now: Temporal.Instant,
): Promise<number> {
  return ground.store.db.transaction().execute(async (trx) => {
    const gone = await sql<{ id: string }>`delete from quote using round, session
      where quote.organisation_id = ${organisationId} and round.organisation_id = quote.organisation_id
        and round.id = quote.round_id and session.organisation_id = round.organisation_id and session.id = round.session_id
        and (session.starts_at < ${before}::timestamptz or (quote.state not in ('approved', 'posted') and not exists (
          select 1 from open_text where open_text.organisation_id = quote.organisation_id
            and open_text.run_id = quote.run_id and open_text.question = quote.question)))
      returning quote.id`.execute(trx)
    await takeDown(
      trx,
      gone.rows.map(({ id }) => id),
      now,
    )
    await sql`delete from outgoing where organisation_id = ${organisationId} and kind = 'quote' and state <> 'due'
      and not exists (select 1 from quote where quote.organisation_id = outgoing.organisation_id and quote.id = outgoing.subject_id)`.execute(
      trx,
    )
    return gone.rows.length
  })
}
