/** What is kept of people with a role, and of what they wrote: as long as it serves, and their accounts no longer than that. */
import { sql } from 'kysely'
import { sweepMethods } from './retention-methods.ts'
import { sweepSharings } from './retention-sharing.ts'
import { sweepSheets } from './retention-sheets.ts'

/** Runs a statement. @returns how many rows it changed */
export type Count = (statement: ReturnType<typeof sql>) => Promise<number>

/** Moments as ISO text; `before` is the first one of `firstDay`, with which the oldest working year that is kept begins. */
export type Ages = { yearAgo: string; firstDay: Temporal.PlainDate; before: string }

/** What staff leave behind in one organisation. Who proposed and who agreed stays, by name: that is the proof. */
export async function sweepStaff(
  count: Count,
  organisationId: string,
  { yearAgo, firstDay, before }: Ages,
): Promise<Record<string, number>> {
  const notes = await count(
    sql`delete from proposal_note where organisation_id = ${organisationId} and written_at < ${yearAgo}::timestamptz`,
  )
  // The last word about a survey stays: a version that was declined would else be a new draft.
  const surveyProposals = await count(sql`with old as (
      select id from survey_proposal as one where organisation_id = ${organisationId}
        and state in ('declined', 'withdrawn', 'overtaken') and decided_at < ${yearAgo}::timestamptz
        and exists (select 1 from survey_proposal as later where later.organisation_id = one.organisation_id
          and later.survey_id = one.survey_id and later.seq > one.seq)
        and not exists (select 1 from proposal_note where proposal_note.organisation_id = one.organisation_id
          and proposal_note.proposal_id = one.id))
    delete from survey_proposal using old
      where survey_proposal.organisation_id = ${organisationId} and survey_proposal.id = old.id`)
  // A message about a proposal is edited as long as somebody may still look for it.
  const told = await count(sql`delete from outgoing where organisation_id = ${organisationId} and kind = 'proposal'
    and state <> 'due' and send_after < ${yearAgo}::timestamptz`)
  const keys = await count(sql`update survey_proposal set made_key = null, proposed_key = null
    where organisation_id = ${organisationId} and state not in ('draft', 'proposed') and decided_at < ${before}::timestamptz
      and (made_key is not null or proposed_key is not null)`)
  // A role that ran out was never taken back.
  const staff = await count(sql`update staff set name = '', address_hash = '', address_cipher = '', task = null,
      ended_at = coalesce(ended_at, expires_at)
    where organisation_id = ${organisationId} and address_cipher <> '' and least(ended_at, expires_at) < ${before}::timestamptz`)
  await count(sql`delete from outgoing using staff where outgoing.organisation_id = ${organisationId}
    and staff.organisation_id = outgoing.organisation_id and staff.id = outgoing.staff_id and staff.address_cipher = ''`)
  const moments = await count(sql`update moment set owner = '', owner_staff_id = null, reason = null
    where organisation_id = ${organisationId} and kind <> 'peiling' and on_date < ${firstDay.toString()}::date
      and (owner <> '' or owner_staff_id is not null or reason is not null)`)
  // What was heard in interviews, like the answers: no longer than the talks of that year need it.
  const summaries = await count(
    sql`delete from summary where organisation_id = ${organisationId} and written_at < ${before}::timestamptz`,
  )
  const sharing = await sweepSharings(count, organisationId, { yearAgo, before })
  // After the accounts: whose account went is no longer known as a maker either.
  const methods = await sweepMethods(count, organisationId, { yearAgo, firstDay, before })
  return { summaries, notes, surveyProposals, told, keys, staff, moments, ...sharing, ...methods }
}

/** What belongs to an account and not to one organisation: what somebody is in the middle of, and invitations. */
export async function sweepStaffShared(count: Count, now: Temporal.Instant): Promise<Record<string, number>> {
  const ago = (days: number) => now.subtract({ hours: 24 * days }).toString()
  const strangers = await count(sql`delete from staff_chat
    where (touched_at is null or touched_at < ${ago(1)}::timestamptz) and not exists (select 1 from staff
      where staff.channel = staff_chat.channel and staff.address_hash = staff_chat.address_hash and staff.ended_at is null)`)
  const unfinished = await count(sql`update staff_chat
    set expects = null, expects_until = null, preview = null, draft = null
    where (touched_at is null or touched_at < ${ago(1)}::timestamptz)
      and (expects is not null or preview is not null or draft is not null)`)
  const invitations = await count(
    sql`delete from invitation where coalesce(used_at, expires_at) < ${ago(INVITATION_DAYS)}::timestamptz`,
  )
  const staffLinks = await count(sql`delete from staff_link where expires_at < ${now.toString()}::timestamptz`)
  return { strangers, unfinished, invitations, staffLinks, ...(await sweepSheets(count, now)) }
}

const INVITATION_DAYS = 30
