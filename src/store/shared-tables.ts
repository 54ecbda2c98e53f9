/** Table types of what organisations do together: methods, data for others, the talk, worksheets and the story. */
import type { ColumnType, JSONColumnType } from 'kysely'
import type { ChannelName } from '../channels/port.ts'

type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type MaybeText = ColumnType<string | null, string | null | undefined, string | null>
type Day = ColumnType<string, string, string>
type MaybeDay = ColumnType<string | null, string | null | undefined, string | null>

export interface SharedTables {
  /** An organisation's own card: copied, read from a file or made; a draft until somebody shares it. */
  method_draft: {
    organisation_id: string
    /** Id of the card. */
    id: string
    content: JSONColumnType<object>
    state: 'draft' | 'submitted' | 'returned' | 'shared' | 'dropped'
    made_by: string
    made_name: string
    made_key: MaybeText
    made_at: Moment
    touched_at: Moment
    /** Who handed it in for the library. */
    shared_by: MaybeText
    shared_name: MaybeText
    shared_key: MaybeText
    reviewed_by: MaybeText
    review_note_cipher: MaybeText
  }
  /** What was counted by hand at an activity: an aggregate of its own, never part of a pair or of a digest. */
  method_count: {
    organisation_id: string
    id: string
    method_id: string
    /** The tally form as it was then. */
    form: JSONColumnType<object>
    moment_id: MaybeText
    on_date: Day
    counts: JSONColumnType<object>
    made_by: string
    made_at: Moment
  }
  /** What a curator took up in the library, beside the cards that come as files. A version never changes. */
  library_entry: {
    id: string
    version: number
    content: JSONColumnType<object>
    hash: string
    /** Whose it is; null when it came in a pack. */
    organisation_id: MaybeText
    /** Fingerprint of the key that signed the pack it came in. */
    signer: MaybeText
    curated_by: string
    published_at: Moment
    withdrawn_at: MaybeMoment
  }
  /** An organisation lets its use of methods count in facts about them. */
  usage_agreement: { organisation_id: string; agreed_by: string; agreed_at: Moment; ended_at: MaybeMoment }
  /** Facts of real use of a method, frozen for a period. */
  usage_fact: { method_id: string; period: string; content: JSONColumnType<object>; created_at: Moment }
  /** Who gets which data, for what, until when. Nothing leaves without an agreed one. */
  data_agreement: {
    organisation_id: string
    id: string
    receiver: string
    purpose: string
    /** Null: all surveys. */
    survey_id: MaybeText
    /** Working year. */
    year: number
    level: 'aggregates' | 'rows'
    state: 'proposed' | 'agreed' | 'declined' | 'withdrawn' | 'ended'
    ends_on: Day
    proposed_by: string
    proposed_name: string
    proposed_key: MaybeText
    proposed_at: Moment
    decided_by: MaybeText
    decided_name: MaybeText
    decided_at: MaybeMoment
    ended_by: MaybeText
    ended_at: MaybeMoment
  }
  data_token: {
    token_hash: string
    organisation_id: string
    agreement_id: string
    made_by: string
    made_at: Moment
    revoked_at: MaybeMoment
    used_on: MaybeDay
  }
  /** What left under an agreement: what it was about and how many, never the answers. */
  data_release: {
    organisation_id: string
    id: string
    agreement_id: string
    made_by: string
    made_at: Moment
    content: JSONColumnType<object>
  }
  /** How many people and answers a round had when its digest was made; fewer by now: somebody took something back. */
  counted_round: { organisation_id: string; round_id: string; people: number; answers: number }
  /** What somebody handed in about interviews that were a moment on the timeline. */
  summary: {
    organisation_id: string
    moment_id: string
    text_cipher: string
    by_staff_id: string
    by_name: string
    written_at: Moment
  }
  /** Why a proposal was declined, when somebody wanted to say so: one of a few reasons, and nothing else. */
  decline_reason: { organisation_id: string; proposal_id: string; code: string; given_on: Day }
  /** A link that works for a short while, for somebody of the staff or a writer of a worksheet. */
  staff_link: {
    token_hash: string
    purpose: 'upload' | 'file' | 'sheet'
    organisation_id: MaybeText
    staff_id: MaybeText
    writer_id: MaybeText
    subject: MaybeText
    expires_at: Moment
    used_at: MaybeMoment
  }
  /** The talk in which coach and organisation decide together what is measured. */
  talk: {
    organisation_id: string
    id: string
    year: number
    step: string
    state: 'open' | 'done' | 'stopped'
    place_id: MaybeText
    started_by: string
    started_at: Moment
    touched_at: Moment
  }
  talk_answer: {
    organisation_id: string
    talk_id: string
    step: string
    id: string
    cipher: string
    by_name: string
    written_at: Moment
  }
  /** Somebody who fills in a worksheet, by the account of a platform; a grown-up who works for a partner. */
  writer: {
    id: string
    channel: ChannelName
    address_hash: string
    address_cipher: string
    name: string
    /** Name of the organisation or project they write for. */
    partner: string
    expects: MaybeText
    expects_until: MaybeMoment
    since: Moment
    touched_at: Moment
    gone_at: MaybeMoment
  }
  /** One field of somebody's own worksheet, under a key of its writer. */
  sheet_field: { writer_id: string; field: string; cipher: string; written_at: Moment }
  /** A joint worksheet of two to six partners; `address_*`: the group or thread in which its card stands. */
  joint_sheet: {
    organisation_id: string
    id: string
    title_cipher: string
    state: 'open' | 'closed'
    step: string
    channel: ColumnType<ChannelName | null, ChannelName | null | undefined, ChannelName | null>
    address_hash: MaybeText
    address_cipher: MaybeText
    /** When the unique contributions were shown, all at once. */
    revealed_at: MaybeMoment
    made_by: string
    made_at: Moment
    touched_at: Moment
    closed_at: MaybeMoment
  }
  joint_partner: {
    sheet_id: string
    id: string
    writer_id: string
    partner: string
    joined_at: Moment
    left_at: MaybeMoment
  }
  joint_code: {
    code_hash: string
    sheet_id: string
    /** partner: lets somebody in, given in private; place: puts the card where it is said. */
    purpose: 'partner' | 'place'
    made_by: string
    expires_at: Moment
    used_at: MaybeMoment
    partner_id: MaybeText
  }
  /** A copy of a field of an own worksheet, for one partner; gone when it is taken back. */
  joint_share: {
    sheet_id: string
    from_id: string
    to_id: string
    field: string
    cipher: string
    shared_at: Moment
  }
  /** What one partner wrote at a step of the joint worksheet. */
  joint_entry: {
    sheet_id: string
    id: string
    step: string
    partner_id: string
    cipher: string
    written_at: Moment
  }
  story: {
    organisation_id: string
    id: string
    /** Null: the story of one organisation's year. */
    sheet_id: MaybeText
    year: number
    /** Raised at every change; a yes is for one revision. */
    revision: number
    state: 'draft' | 'closed'
    content_cipher: string
    /** Which sources changed since; null while none did. */
    stale: ColumnType<object | null, string | null | undefined, string | null>
    made_by: string
    made_at: Moment
    touched_at: Moment
    closed_at: MaybeMoment
  }
  /** What somebody said of the story as it was at a revision: a partner's id, or a staff id. */
  story_voice: {
    organisation_id: string
    story_id: string
    who: string
    revision: number
    says: 'agree' | 'adjust'
    at: Moment
  }
}
