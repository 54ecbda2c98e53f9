/** The ledger of the cap: on which days a person was sent a question set, over all organisations; nothing else. */
import { sql, type Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'

/** On which days each of these contacts was asked; whoever counts on it holds the contacts locked. */
export async function readLedger(
  trx: Transaction<Tables>,
  contactIds: readonly string[],
): Promise<Map<string, string[]>> {
  const days = new Map<string, string[]>()
  if (contactIds.length === 0) return days
  const rows = await trx
    .selectFrom('asked')
    .select(['contact_id', 'asked_on'])
    .where(sql<boolean>`contact_id = any(${contactIds})`)
    .execute()
  for (const row of rows) days.set(row.contact_id, [...(days.get(row.contact_id) ?? []), row.asked_on])
  return days
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
      and asked.contact_id = contact_link.contact_id and asked.id = ${nameInLedger(ground, roundId)}`.execute(trx)
}

/** The name of a round in the ledger: the same each time, and without our key it leads to no round. */
export const nameInLedger = (ground: Ground, roundId: string): string => ground.vault.hashToken(`asked:${roundId}`)
