/** What is kept of agreements on data: what was agreed stays as proof, what came to nothing goes after a year. */
import { sql } from 'kysely'
import type { Count } from './retention-staff.ts'

/** @param ages of the organisation: moments as ISO text; `before`: when the oldest working year that is kept began */
export async function sweepSharings(
  count: Count,
  organisationId: string,
  { yearAgo, before }: { yearAgo: string; before: string },
): Promise<{ sharings: number; sharingKeys: number }> {
  const sharings = await count(sql`delete from data_agreement where organisation_id = ${organisationId} and (
      (state in ('declined', 'withdrawn') and decided_at < ${yearAgo}::timestamptz)
      or (state = 'proposed' and ends_on < ${yearAgo}::timestamptz::date))`)
  await count(sql`delete from outgoing where organisation_id = ${organisationId} and kind = 'data'
    and state <> 'due' and send_after < ${yearAgo}::timestamptz`)
  const sharingKeys = await count(sql`update data_agreement set proposed_key = null
    where organisation_id = ${organisationId} and state <> 'proposed' and decided_at < ${before}::timestamptz
      and proposed_key is not null`)
  // A key that opens nothing any more is only a trace of who made it.
  await count(sql`delete from data_token using data_agreement
    where data_token.organisation_id = ${organisationId}
      and data_agreement.organisation_id = data_token.organisation_id and data_agreement.id = data_token.agreement_id
      and least(data_agreement.ended_at, data_agreement.ends_on::timestamptz, data_token.revoked_at) < ${yearAgo}::timestamptz`)
  return { sharings, sharingKeys }
}
