/** Quotes that stand in the channel already: three of them, in an order that says nothing of who or when. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { YearPlan } from '../timeline/plan.ts'

const MOST = 3

export async function readQuotes(ground: Ground, organisation: Organisation, plan: YearPlan): Promise<string[]> {
  const rows = await ground.store.db
    .selectFrom('quote')
    .select('text_cipher')
    .where('organisation_id', '=', organisation.id)
    .where('state', '=', 'posted')
    .where(
      'post_after',
      '>=',
      Temporal.PlainDate.from(plan.firstDay).toZonedDateTime(organisation.timezone).toInstant().toString() as never,
    )
    // Ids are random: their order is nobody's.
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.flatMap((row) => (row.text_cipher === null ? [] : [ground.vault.decryptText(row.text_cipher)]))
}
