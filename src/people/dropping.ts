/** Dropping the link between somebody and their answers: from then on nobody, not even we, can say whose they are. */
import { sql, type Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import { type Link, lockPeople, runsOf } from './erasing.ts'

export type Since = {
  /** Who stopped, or could not be reached any more, on this day or before. */
  away: Temporal.PlainDate
  /** Whose last consent ended on this day or before and who did not say yes again. */
  silent: Temporal.PlainDate
}

/**
 * Drops the links of one organisation that are too old, and the contact with the last of its links.
 * @returns how many links were dropped
 */
export async function dropOldLinks(ground: Ground, organisationId: string, since: Since): Promise<number> {
  const contacts = await oldLinks(organisationId, since).execute(ground.store.db)
  let dropped = 0
  for (const { contact_id } of contacts.rows) {
    dropped += await ground.store.db.transaction().execute((trx) => dropLinks(trx, organisationId, contact_id, since))
  }
  return dropped
}

async function dropLinks(
  trx: Transaction<Tables>,
  organisationId: string,
  contactId: string,
  since: Since,
): Promise<number> {
  // Who joins again holds the contact while doing so: looked at again behind that.
  await trx.selectFrom('contact').select('id').where('id', '=', contactId).forNoKeyUpdate().execute()
  const links = (await oldLinks(organisationId, since, contactId).execute(trx)).rows
  if (links.length === 0) return 0
  await lockPeople(trx, links)
  const runs = await runsOf(trx, links)
  await sql`delete from outgoing where run_id = any(${runs}::text[])
    or (organisation_id = ${organisationId} and contact_id = ${contactId})`.execute(trx)
  await sql`delete from one_time_link where run_id = any(${runs}::text[])
    or (organisation_id = ${organisationId} and contact_id = ${contactId})`.execute(trx)
  await sql`delete from outgoing where organisation_id = ${organisationId} and subject_id in (
    select id from contact_request where organisation_id = ${organisationId} and contact_id = ${contactId})`.execute(
    trx,
  )
  await sql`delete from contact_request where organisation_id = ${organisationId} and contact_id = ${contactId}`.execute(
    trx,
  )
  // The id of a message leads to its chat.
  await sql`update run set card_cipher = null, moved_at = null where id = any(${runs}::text[])`.execute(trx)
  await sql`delete from contact_link where organisation_id = ${organisationId} and contact_id = ${contactId}`.execute(
    trx,
  )
  await sql`delete from contact where id = ${contactId}
    and not exists (select 1 from contact_link where contact_link.contact_id = contact.id)`.execute(trx)
  return links.length
}

function oldLinks(organisationId: string, since: Since, contactId: string | null = null) {
  const away = since.away.toString()
  return sql<Link & { contact_id: string }>`select link.contact_id, link.organisation_id, link.participant_id
    from contact_link as link
    join contact on contact.id = link.contact_id
    join participant on participant.organisation_id = link.organisation_id and participant.id = link.participant_id
    where link.organisation_id = ${organisationId} and (${contactId}::text is null or link.contact_id = ${contactId})
      and ((participant.state = 'stopped' and participant.stopped_on <= ${away}::date)
        or (contact.state = 'gone' and contact.gone_on <= ${away}::date)
        or (select max(consent.valid_until) from consent where consent.organisation_id = link.organisation_id
          and consent.participant_id = link.participant_id) <= ${since.silent.toString()}::date)
    order by link.contact_id`
}
