/**
 * How long worksheets are kept. The own one goes a year after its writer last did something here; a joint one a year
 * after anybody changed it, with a story that was never closed. A closed story stays, for it is what partners agreed on:
 * then its sheet stays too, without the copies that were shared, the place where its card stood and the accounts of who
 * wrote.
 */
import { sql } from 'kysely'
import type { Count } from './retention-staff.ts'

/** A second look finds nothing. @returns rows that went, by kind */
export async function sweepSheets(count: Count, now: Temporal.Instant): Promise<Record<string, number>> {
  const yearAgo = sql`${now.subtract({ hours: 24 * YEAR_DAYS }).toString()}::timestamptz`
  const today = sql`${now.toString()}::timestamptz`
  const fields = await count(sql`delete from sheet_field using writer
    where writer.id = sheet_field.writer_id and writer.touched_at < ${yearAgo}`)
  await count(sql`update writer set expects = null, expects_until = null where expects_until < ${today}`)
  await count(sql`delete from joint_code where expires_at < ${today}`)

  const unfinished = sql`select organisation_id, id from story where state = 'draft' and touched_at < ${yearAgo}
    and not exists (select 1 from joint_sheet where joint_sheet.id = story.sheet_id and joint_sheet.touched_at >= ${yearAgo})`
  await count(sql`delete from story_voice where (organisation_id, story_id) in (${unfinished})`)
  await count(sql`delete from outgoing where kind = 'story'
    and (organisation_id, split_part(subject_id, ':', 1)) in (${unfinished})`)
  const stories = await count(sql`delete from story where (organisation_id, id) in (${unfinished})`)

  const silent = sql`select id from joint_sheet where touched_at < ${yearAgo}`
  const done = sql`select id from joint_sheet where touched_at < ${yearAgo}
    and not exists (select 1 from story where story.sheet_id = joint_sheet.id)`
  const shares = await count(sql`delete from joint_share where sheet_id in (${silent})`)
  await count(sql`delete from outgoing where kind = 'joint' and split_part(subject_id, ':', 1) in (${silent})`)
  // What stays is a text, not a place where people meet.
  await count(sql`delete from outgoing where kind = 'story' and exists (select 1 from story
    where story.organisation_id = outgoing.organisation_id and story.id = split_part(outgoing.subject_id, ':', 1)
      and story.state = 'closed' and greatest(story.touched_at, story.closed_at) < ${yearAgo})`)
  await count(sql`update joint_sheet set channel = null, address_hash = null, address_cipher = null
    where touched_at < ${yearAgo} and address_cipher is not null`)
  await count(sql`delete from joint_entry where sheet_id in (${done})`)
  await count(sql`delete from joint_code where sheet_id in (${done})`)
  await count(sql`delete from joint_partner where sheet_id in (${done})`)
  const joints = await count(sql`delete from joint_sheet where id in (${done})`)

  const away = sql`select id from writer where touched_at < ${yearAgo} and address_cipher <> ''
    and not exists (select 1 from joint_partner join joint_sheet on joint_sheet.id = joint_partner.sheet_id
      where joint_partner.writer_id = writer.id and joint_partner.left_at is null and joint_sheet.touched_at >= ${yearAgo})`
  await count(sql`delete from outgoing where writer_id in (${away})`)
  await count(sql`delete from staff_link where writer_id in (${away})`)
  // Whose words stay in a sheet stays a partner of it, by the name of the organisation only.
  const writers =
    (await count(sql`delete from writer where id in (${away})
      and not exists (select 1 from joint_partner where joint_partner.writer_id = writer.id)`)) +
    (await count(sql`update writer set name = '', address_hash = 'gone:' || id, address_cipher = '', expects = null,
        gone_at = coalesce(gone_at, ${today}) where id in (${away})`))
  return { fields, stories, shares, joints, writers }
}

const YEAR_DAYS = 365
