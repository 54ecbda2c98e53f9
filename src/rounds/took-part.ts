/** Who gave an answer of their own in a round, and a row for each of them with something to send back. */
import { sql, type Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import { keepPlan } from '../store/kept-plans.ts'
import type { Tables } from '../store/tables.ts'
import { allowedFor } from './rest-of.ts'

/**
 * Writes one row a person who answered in one of these rounds, takes part still and can be reached; example people
 * get none. What it says is rendered when it is sent. The same subject is never written twice for a person.
 * @returns how many rows are new
 */
export async function queueBack(
  trx: Transaction<Tables>,
  organisation: Organisation,
  back: { kind: 'result' | 'feedback'; subjectId: string; roundIds: string[] },
  now: Temporal.Instant,
): Promise<number> {
  const sendAfter = allowedFor(now, organisation, { rest: null, pausedUntil: null }, null)
  if (!sendAfter) return 0
  // From the answers to the people, one look each: right after a busy evening the database has no idea how many there are.
  const inserted = await sql<{ id: string }>`
    with ${keepPlan} said as materialized (
      select distinct run.participant_id from answer
      join run on run.organisation_id = answer.organisation_id and run.id = answer.run_id
      where answer.organisation_id = ${organisation.id} and answer.round_id = any(${back.roundIds}::text[])
        and answer.status in ('answered', 'dont_know', 'declined') and run.disposition is distinct from 'absent'
    )
    insert into outgoing (organisation_id, id, kind, channel, contact_id, subject_id, state, send_after, attempts)
    select participant.organisation_id, ${back.kind} || '.' || ${back.subjectId} || '.' || contact.id, ${back.kind}, contact.channel,
      contact.id, ${back.subjectId}, 'due', case when contact.channel = 'web' then ${now.toString()} else ${sendAfter.toString()} end::timestamptz, 0
    from said
    join participant on participant.organisation_id = ${organisation.id} and participant.id = said.participant_id
    join contact_link on contact_link.organisation_id = participant.organisation_id and contact_link.participant_id = participant.id
    join contact on contact.id = contact_link.contact_id
    where participant.state = 'joined' and not participant.example and contact.state = 'reachable'
    on conflict do nothing returning id`.execute(trx)
  return inserted.rows.length
}
