/**
 * What is kept of own methods, of the talk about what to measure, and of reasons why something was not measured. A
 * method stays: surveys and copies of others stand on it. Who made it and who handed it in is known as long as somebody
 * may still judge it, for nobody judges their own.
 */
import { sql } from 'kysely'
import type { Ages, Count } from './retention-staff.ts'

export async function sweepMethods(
  count: Count,
  organisationId: string,
  { yearAgo, firstDay, before }: Ages,
): Promise<{ makers: number; reviews: number; talks: number; reasons: number }> {
  const at = sql`organisation_id = ${organisationId}`
  const gone = (column: 'made_by' | 'shared_by') => sql`exists (select 1 from staff
    where staff.organisation_id = method_draft.organisation_id and staff.id = ${sql.ref(`method_draft.${column}`)}
      and staff.address_cipher = '')`
  // What is judged or put away, a year later as with proposals; of a draft, when its maker is no longer known at all.
  const over = sql`(state in ('shared', 'dropped') and touched_at < ${before}::timestamptz)`
  const makers =
    (await count(sql`update method_draft set made_name = '', made_key = null where ${at}
      and (made_name <> '' or made_key is not null) and (${over} or (state <> 'submitted' and ${gone('made_by')}))`)) +
    (await count(sql`update method_draft set shared_name = null, shared_key = null where ${at}
      and (shared_name is not null or shared_key is not null)
      and (${over} or (state <> 'submitted' and ${gone('shared_by')}))`))
  const reviews = await count(sql`update method_draft set review_note_cipher = null where ${at}
    and review_note_cipher is not null and touched_at < ${yearAgo}::timestamptz`)

  const silent = sql`select id from talk where ${at} and touched_at < ${yearAgo}::timestamptz`
  await count(sql`delete from outgoing where ${at} and kind = 'talk' and subject_id in (${silent})`)
  await count(sql`delete from talk_answer where ${at} and talk_id in (${silent})`)
  const talks = await count(sql`delete from talk where ${at} and touched_at < ${yearAgo}::timestamptz`)
  const reasons = await count(sql`delete from decline_reason where ${at} and given_on < ${firstDay.toString()}::date`)
  return { makers, reviews, talks, reasons }
}
