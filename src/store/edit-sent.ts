/** Messages that stand somewhere and have to say something else now: their rows go out once more, in place. */
import { type Kysely, sql } from 'kysely'
import type { OutgoingKind, Tables } from './tables.ts'

/** What was still to leave looks anew by itself. */
export async function editSent(
  db: Kysely<Tables>,
  about: { organisationId: string; kind: OutgoingKind; subject: string },
  now: Temporal.Instant,
): Promise<void> {
  // One that is being sent right now keeps its claim, as another: then it is sent once more.
  await sql`update outgoing set
      claimed_until = case when state = 'due' then claimed_until + interval '1 millisecond' end,
      send_after = case when state = 'due' then send_after else ${now.toString()}::timestamptz end,
      state = 'due'
    where organisation_id = ${about.organisationId} and kind = ${about.kind} and subject_id = ${about.subject}
      and (state = 'sent' or (state = 'due' and claimed_until is not null))`.execute(db)
}
