/**
 * How much was said in a round when its digest was made. Later, fewer people or answers mean that somebody took
 * something back: beside a digest that stays as it is, the rest would then tell what they said.
 */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

export async function noteCounted(trx: Transaction<Tables>, organisationId: string, roundId: string): Promise<void> {
  await sql`insert into counted_round (organisation_id, round_id, people, answers)
    select ${organisationId}, ${roundId}, count(distinct run_id), count(*) from answer
    where organisation_id = ${organisationId} and round_id = ${roundId}
      and status in ('answered', 'dont_know', 'declined')`.execute(trx)
}
