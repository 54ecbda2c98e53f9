/** The ledger of the cap: on which days a person was sent a question set, over all organisations; nothing else. */
import { sql, type Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'

/**
 * Locks the contacts until the transaction ends, in the order of their ids (two organisations that ask the same person
 * at the same moment count one after the other), and reads on which days each was asked.
 */
export async function readLedger(
  trx: Transaction<Tables>,
  contactIds: readonly string[],
): Promise<Map<string, string[]>> {
  const days = new Map<string, string[]>()
  if (contactIds.length === 0) return days
  await sql`select 1 from contact where id = any(${contactIds}) order by id for no key update`.execute(trx)
  const rows = await trx
    .selectFrom('asked')
    .select(['contact_id', 'asked_on'])
    .where(sql<boolean>`contact_id = any(${contactIds})`)
    .execute()
  for (const row of rows) days.set(row.contact_id, [...(days.get(row.contact_id) ?? []), row.asked_on])
  return days
}

/** @param asks on which local day each ask counts */
export async function noteAsked(
  ground: Ground,
  trx: Transaction<Tables>,
  roundId: string,
  asks: readonly { contactId: string; day: string }[],
): Promise<void> {
  const id = nameOf(ground, roundId)
  await trx
    .insertInto('asked')
    .values(asks.map(({ contactId, day }) => ({ contact_id: contactId, id, asked_on: day })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes asks back that reached nobody: those of a whole round, or of some of its people. */
export async function giveBack(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  roundId: string,
  participantIds?: readonly string[],
): Promise<void> {
  if (participantIds?.length === 0) return
  const these = participantIds ? sql`and run.participant_id = any(${participantIds})` : sql``
  await sql`delete from asked using run
    join contact_link on contact_link.organisation_id = run.organisation_id and contact_link.participant_id = run.participant_id
    where run.organisation_id = ${organisationId} and run.round_id = ${roundId} ${these}
      and asked.contact_id = contact_link.contact_id and asked.id = ${nameOf(ground, roundId)}`.execute(trx)
}

/** The name of a round in the ledger: the same each time, and without our key it leads to no round. */
const nameOf = (ground: Ground, roundId: string): string => ground.vault.hashToken(`asked:${roundId}`)
