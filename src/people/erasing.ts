/**
 * "Wis alles": whatever is kept of one person goes, in one transaction. Group figures that were posted stay, and so
 * does a line that something was erased, without saying whose or what.
 */

import { sql, type Transaction } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { fingerprint, forgetNotes, noteErasure } from './note-erasure.ts'
import { forgetQuotes } from './withdrawing.ts'

/** What was erased: organisations the person took part in, and the runs whose cards may still be in memory. */
export type Erased = { organisations: string[]; runs: string[] }

/**
 * Erases the person behind an address, in every organisation. Safe to repeat, and beside replies, sends and a closing
 * round: rows are locked in the order contact, runs by id, participants, in which nobody else waits the other way
 * round; where the database still sees a ring it is tried again.
 * @returns null when nothing is kept of this address
 */
export async function erasePerson(ground: Ground, channel: ChannelName, addressHash: string): Promise<Erased | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ground.store.db.transaction().execute((trx) => erase(ground, trx, channel, addressHash))
    } catch (error) {
      if ((error as { code?: unknown }).code !== DEADLOCK || tries >= MOST_TRIES) throw error
    }
  }
}

async function erase(
  ground: Ground,
  trx: Transaction<Tables>,
  channel: ChannelName,
  addressHash: string,
): Promise<Erased | null> {
  const contact = await trx
    .selectFrom('contact')
    .select('id')
    .where('channel', '=', channel)
    .where('address_hash', '=', addressHash)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!contact) return null
  await noteErasure(ground, trx, 'person', fingerprint(contact.id))
  return eraseContact(ground, trx, contact)
}

/** Everything of one contact; the caller holds its row. */
export async function eraseContact(ground: Ground, trx: Transaction<Tables>, contact: { id: string }): Promise<Erased> {
  const links = await trx
    .selectFrom('contact_link')
    .select(['organisation_id', 'participant_id'])
    .where('contact_id', '=', contact.id)
    .orderBy('organisation_id')
    .execute()
  await lockPeople(trx, links)
  // Read again: a round may have opened while the locks were waited for.
  const runs = await runsOf(trx, links)
  await forgetSending(trx, contact.id, runs)
  await forgetNotes(trx, { contactId: contact.id, links, runs })
  await forgetQuotes(trx, { runs }, ground.clock.now())
  await trx.deleteFrom('contact').where('id', '=', contact.id).execute()
  for (const link of links) {
    await trx
      .deleteFrom('participant')
      .where('organisation_id', '=', link.organisation_id)
      .where('id', '=', link.participant_id)
      .execute()
    await writeAudit(trx, ground.newId(), {
      organisationId: link.organisation_id,
      at: ground.clock.now(),
      actor: 'person',
      action: 'person erased',
      subject: link.organisation_id,
    })
  }
  return { organisations: links.map((link) => link.organisation_id), runs }
}

export type Link = { organisation_id: string; participant_id: string }

/** Holds the runs and pseudonyms of these links until the transaction ends. */
export async function lockPeople(trx: Transaction<Tables>, links: readonly Link[]): Promise<void> {
  const given = JSON.stringify(links)
  await sql`select 1 from run join jsonb_to_recordset(${given}::jsonb) as link(organisation_id text, participant_id text)
    on link.organisation_id = run.organisation_id and link.participant_id = run.participant_id
    order by run.id for update of run`.execute(trx)
  await sql`select 1 from participant join jsonb_to_recordset(${given}::jsonb) as link(organisation_id text, participant_id text)
    on link.organisation_id = participant.organisation_id and link.participant_id = participant.id
    order by participant.organisation_id, participant.id for update of participant`.execute(trx)
}

export async function runsOf(trx: Transaction<Tables>, links: readonly Link[]): Promise<string[]> {
  const rows = await sql<{ id: string }>`select run.id from run
    join jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link(organisation_id text, participant_id text)
      on link.organisation_id = run.organisation_id and link.participant_id = run.participant_id`.execute(trx)
  return rows.rows.map((row) => row.id)
}

/**
 * Whatever waits, or stands written down, to be sent to this contact or about one of these runs, and the links to
 * pages. Rows of a contact go with the contact as well; here are those that name it in another way.
 */
export async function forgetSending(
  trx: Transaction<Tables>,
  contactId: string,
  runs: readonly string[],
): Promise<void> {
  await sql`delete from outgoing where run_id = any(${runs}::text[])`.execute(trx)
  await sql`delete from outgoing where subject_id = any(array(select id from contact_request where contact_id = ${contactId}))`.execute(
    trx,
  )
  await sql`delete from one_time_link where run_id = any(${runs}::text[])`.execute(trx)
}

const DEADLOCK = '40P01'
const MOST_TRIES = 5
