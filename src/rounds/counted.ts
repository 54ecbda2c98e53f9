/**
 * How much was said in a round when its digest was made. Later, fewer people or answers mean that somebody took
 * something back: beside a digest that stays as it is, the rest would then tell what they said.
 */
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

export async function noteCounted(
  trx: Transaction<Tables>,
  organisationId: string,
  roundId: string,
  { people, answers }: { people: number; answers: number },
): Promise<void> {
  await trx
    .insertInto('counted_round')
    .values({ organisation_id: organisationId, round_id: roundId, people, answers })
    .execute()
}
