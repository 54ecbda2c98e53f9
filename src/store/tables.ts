/**
 * Table types, one a table, in the words of the house. Dates travel as ISO text, instants as Date (converted at the edge of `store`).
 * More than 300 lines because it is one list: the schema in one place.
 */
import type { ColumnType, JSONColumnType } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Language, LocalText, QuestionSet } from '../survey/question-set.ts'
import type { AnswerStatus, Disposition, Run } from '../survey/types.ts'
import type { SharedTables } from './shared-tables.ts'

type Moment = ColumnType<Date, Date | string, Date | string>
type Day = ColumnType<string, string, string>

export type AgeBand = '13-15' | '16-17' | '18+'
/** coach: the coach's channel; team: the organisation's own; join: where young people come in. */
export type PlacePurpose = 'coach' | 'team' | 'join' | 'safeguarding' | 'fallback'
export type OutgoingKind =
  | 'card'
  | 'reminder'
  | 'notice'
  | 'digest'
  | 'consent'
  | 'result'
  | 'feedback'
  | 'nudge'
  | 'contact-request'
  | 'proposal'
  | 'moment'
  | 'quote-ask'
  | 'quote'
  | 'report'
  | 'talk'
  | 'joint'
  | 'story'
  | 'data'
export type StaffRole = 'coach' | 'lead' | 'worker' | 'moderator' | 'safeguarding' | 'helper' | 'author' | 'curator'
export type OpenTextState = 'new' | 'kept' | 'quoted' | 'paraphrased'
export type MomentStatus = 'planned' | 'done' | 'moved' | 'dropped'
export type MomentPerson = 'young' | 'worker' | 'coach' | 'third'
/** Rest that a person asked for, on top of the organisation's: local times, and ISO weekdays (1 is Monday). */
export type PersonalRest = { quiet?: { from: string; until: string }; weekdays?: number[] }

export interface Tables extends SharedTables {
  organisation: { id: string; name: string; example: boolean; created_at: Moment }
  series: { organisation_id: string; id: string; title: JSONColumnType<LocalText> }
  session: {
    organisation_id: string
    id: string
    series_id: string
    occurrence: string | null
    starts_at: Moment
    ends_at: Moment
    theme: string | null
    headcount: number | null
    state: 'planned' | 'cancelled'
    by_hand: boolean
  }
  question_set_version: { hash: string; content: JSONColumnType<QuestionSet>; created_at: Moment }
  survey: { organisation_id: string; id: string; series_id: string }
  survey_version: {
    organisation_id: string
    survey_id: string
    hash: string
    set_hash: string
    content: JSONColumnType<object>
    created_at: Moment
  }
  agreement: {
    organisation_id: string
    id: string
    survey_id: string
    survey_hash: string
    proposed_by: string
    agreed_by: string
    agreed_at: Moment
    ended_at: Moment | null
    ended_by: string | null
    proposal_id: string | null
    /** While set, nothing is asked; either side can. */
    paused_at: Moment | null
    paused_by: string | null
  }
  /** A person with a role, known by the account of a platform. `task` bounds a helper: `session:<id>` or `moment:<id>`. */
  staff: {
    organisation_id: string
    id: string
    role: StaffRole
    name: string
    channel: ChannelName
    address_hash: string
    address_cipher: string
    task: string | null
    granted_by: string
    granted_at: Moment
    expires_at: Moment | null
    ended_at: Moment | null
    ended_by: string | null
    /** Since when nothing reaches them (blocked, left): the role stays, nothing is sent. */
    gone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  }
  invitation: {
    code_hash: string
    organisation_id: string
    role: StaffRole
    name: string
    task: string | null
    role_until: Moment | null
    invited_by: string
    expires_at: Moment
    used_at: Moment | null
    staff_id: string | null
  }
  /** Where somebody of the staff is in their private chat: about which organisation, and what their next words are. */
  staff_chat: {
    channel: ChannelName
    address_hash: string
    organisation_id: string | null
    /** `<area>.<what>`, as the button that asked for it has it. */
    expects: string | null
    expects_until: Moment | null
    /** A survey that is being tried out: never an answer. */
    preview: JSONColumnType<object> | null
    /** Words back to young people that are being written, with the digest they are about: `sealed`, under the key of texts. */
    draft: ColumnType<object | null, string | null | undefined, string | null>
    /** When any of these was last written: a day later they are emptied. */
    touched_at: Moment | null
  }
  survey_proposal: {
    organisation_id: string
    id: string
    survey_id: string
    survey_hash: string
    state: 'draft' | 'proposed' | 'agreed' | 'declined' | 'withdrawn' | 'overtaken'
    /** Staff id, or a door such as 'command line'; `made_key` is the address hash of a person, to tell who is who. */
    made_by: string
    made_name: string
    made_key: string | null
    made_at: Moment
    /** In the order in which they were made: a clock may stand still. */
    seq: ColumnType<string, never, never>
    /** Who put it before the organisation; may be another than who made it. */
    proposed_by: string | null
    proposed_name: string | null
    proposed_key: string | null
    proposed_at: Moment | null
    decided_by: string | null
    decided_name: string | null
    decided_at: Moment | null
    reminded_at: Moment | null
  }
  /** What was asked or said about a proposal. */
  proposal_note: {
    organisation_id: string
    proposal_id: string
    id: string
    name: string
    text_cipher: string
    written_at: Moment
  }
  /** With the coach (true) or without, a working year; no row: with. */
  working_year: { organisation_id: string; year: number; coach: boolean; switched_by: string; switched_at: Moment }
  /** Words of a young person, or the moderator's own words about them, on their way to the channel. */
  quote: {
    organisation_id: string
    id: string
    round_id: string
    run_id: string | null
    question: string
    form: 'quote' | 'paraphrase'
    text_cipher: string | null
    /** draft: words the moderator looks at once more before they go anywhere. */
    state: 'draft' | 'asked' | 'agreed' | 'refused' | 'approved' | 'posted' | 'withdrawn'
    chosen_by: string
    chosen_at: Moment
    answered_at: Moment | null
    approved_by: string | null
    approved_at: Moment | null
    post_after: Moment | null
  }
  /** Prepared for the talk in June and at the end of the working year; frozen. */
  report: {
    organisation_id: string
    id: string
    year: number
    kind: 'june' | 'year-end'
    content: JSONColumnType<object>
    created_at: Moment
  }
  /**
   * Rounds too small to show by themselves, and the digest in which they are shown together: once. Null: taken
   * together, and still too few.
   */
  rollup_part: { organisation_id: string; round_id: string; digest_id: string | null }
  participant: {
    organisation_id: string
    id: string
    language: Language
    state: 'joined' | 'stopped'
    example: boolean
    joined_on: Day
    /** Since when nothing is asked any more; null while joined. */
    stopped_on: Day | null
  }
  consent: {
    organisation_id: string
    participant_id: string
    version: string
    language: Language
    given_on: Day
    withdrawn_on: Day | null
    /** The text consented to, without the year; null in rows from before the year counted. */
    text_version: string | null
    /** Last day of the working year it was given in. */
    valid_until: Day | null
  }
  /** A consent question that was sent: once for each text and working year. */
  consent_ask: { organisation_id: string; participant_id: string; version: string; asked_on: Day }
  contact: {
    id: string
    channel: ChannelName
    address_hash: string
    address_cipher: string
    state: 'reachable' | 'gone'
    age_band: AgeBand | null
    text_only: ColumnType<boolean, boolean | undefined, boolean>
    /** No questions before this day. */
    paused_until: Day | null
    rest: JSONColumnType<PersonalRest> | null
    /** What the next typed message is, when the bot asked for one: `proposal:<organisation>` or `handle:<organisation>`. */
    expects: string | null
    expects_until: Moment | null
    gone_on: Day | null
  }
  /** The ledger of the cap: days on which a question set was sent, over all organisations; nothing else. */
  asked: { contact_id: string; id: string; asked_on: Day }
  one_time_link: {
    token_hash: string
    purpose: 'join' | 'my-data' | 'write'
    organisation_id: string | null
    contact_id: string | null
    run_id: string | null
    /** Of the session whose join link led here. */
    session_id: string | null
    language: Language | null
    age_band: AgeBand | null
    expires_at: Moment
    used_at: Moment | null
  }
  contact_link: { contact_id: string; organisation_id: string; participant_id: string }
  join_link: {
    token_hash: string
    organisation_id: string
    id: string
    expires_at: Moment
    /** Set for the link of one session. */
    session_id: string | null
  }
  link_code: {
    code_hash: string
    organisation_id: string
    purpose: PlacePurpose
    expires_at: Moment
    used_at: Moment | null
  }
  place: {
    organisation_id: string
    id: string
    purpose: PlacePurpose
    channel: ChannelName
    address_hash: string
    address_cipher: string
    community_hash: string | null
    /** The same id, readable with the key: a new key finds the place again. */
    community_cipher: ColumnType<string | null, string | null | undefined, string | null>
    state: 'linked' | 'gone'
    linked_at: Moment
  }
  presence: { organisation_id: string; session_id: string; participant_id: string; source: string }
  round: {
    organisation_id: string
    id: string
    survey_id: string
    survey_hash: string
    session_id: string
    state: 'open' | 'closed' | 'digested' | 'cancelled'
    opens_at: Moment
    closes_at: Moment
    remind_at: Moment | null
    reminded: boolean
    /** How many were left in peace by the cap. Shown under the small-group rules only. */
    rested: ColumnType<number, number | undefined, number>
    /** While it opens: up to which participant people were asked, in the order of their ids. Null when everybody was. */
    asked_up_to: ColumnType<string | null, string | null | undefined, string | null>
  }
  run: {
    organisation_id: string
    id: string
    round_id: string
    participant_id: string
    language: Language
    turn: number
    state: JSONColumnType<Run>
    disposition: Disposition | null
    moved_at: Moment | null
    card_turn: number
    card_cipher: string | null
  }
  answer: {
    organisation_id: string
    run_id: string
    question: string
    round_id: string
    status: AnswerStatus
    codes: string[]
    language: Language
    answered_on: Day
  }
  open_text: {
    organisation_id: string
    run_id: string
    question: string
    text_cipher: string
    written_on: Day
    /** True: a person's name may be in it; held for the moderator. */
    names_suspected: ColumnType<boolean, boolean | undefined, boolean>
    state: ColumnType<OpenTextState, OpenTextState | undefined, OpenTextState>
  }
  /** Counted on paper by the youth worker: an aggregate of its own, never mixed with runs. */
  tally: { organisation_id: string; round_id: string; question: string; code: string; people: number }
  digest: {
    organisation_id: string
    id: string
    /** Null for rounds shown together (`rollup_part`). */
    round_id: string | null
    content: JSONColumnType<object>
    created_at: Moment
    /** When the coach was reminded of the word back; null as long as nobody was. */
    nudged_at: Moment | null
  }
  /** "Jullie zeiden, wij doen". */
  feedback: { organisation_id: string; digest_id: string; content: JSONColumnType<object>; written_at: Moment }
  contact_request: {
    organisation_id: string
    id: string
    contact_id: string
    handle_cipher: string
    state: 'waiting' | 'seen'
    asked_at: Moment
  }
  /** A theme or question that somebody proposed; nobody knows who. */
  proposal: {
    organisation_id: string
    id: string
    text_cipher: string
    language: Language
    names_suspected: boolean
    state: 'new' | 'done'
    proposed_on: Day
  }
  release: { organisation_id: string; digest_id: string; position: number; figure: JSONColumnType<object> }
  outgoing: {
    organisation_id: string
    id: string
    kind: OutgoingKind
    channel: ChannelName
    contact_id: string | null
    place_id: string | null
    /** Somebody of the staff, in private. */
    staff_id: ColumnType<string | null, string | null | undefined, string | null>
    /** Somebody who fills in a worksheet, in private. */
    writer_id: ColumnType<string | null, string | null | undefined, string | null>
    run_id: string | null
    digest_id: string | null
    notice: JSONColumnType<object> | null
    /** What a row of another kind is about: rendered from the store when it is sent. */
    subject_id: string | null
    state: 'due' | 'sent' | 'gone' | 'failed' | 'cancelled'
    send_after: Moment
    claimed_until: Moment | null
    attempts: number
    external_cipher: string | null
    /** Answers somebody: goes before what we ask by ourselves. */
    urgent: ColumnType<boolean, boolean | undefined, boolean>
    /** The platform, or our pace, asked to wait until then; `send_after` stays what it was, and with it the order. */
    not_before: ColumnType<Date | null, string | null | undefined, string | null>
  }
  /** The pace of a bot account, shared by all instances: when its next message may leave, and until when it keeps quiet. */
  pace: { channel: ChannelName; scope: string; next_at: Moment; paused_until: Moment | null }
  /** What was erased or stopped, by random ids alone: a backup that is put back does it again. */
  erasure: { id: string; what: string; subject: string; at: Moment }
  /** A backup that was put back: nobody knows what was sent and posted after it was made, up to `until`. */
  restored: { id: string; made_at: Moment; until: Moment; at: Moment }
  /** What lives for minutes and any instance may be asked about next: sealed, under a keyed hash. */
  fleeting: { key_hash: string; value_cipher: string; expires_at: Moment }
  /** A few known words under the secret key: whoever has another key notices before it reads or writes anything. */
  key_check: { name: string; cipher: string }
  inbound: { channel: ChannelName; id: string; received_on: Day }
  /** An item on the impact timeline. */
  moment: {
    organisation_id: string
    id: string
    /** One of the five fixed moments, or peiling, session, feedback, third, other. */
    kind: string
    /** What it is about; unique by kind: the round, the session, the working year, the name in the file. */
    subject_id: string
    /** Name of who does it. */
    owner: string
    on_date: Day
    /** Planned; `real_minutes` is what it took. */
    minutes: number
    title: ColumnType<LocalText | null, string | null | undefined, string | null>
    status: ColumnType<MomentStatus, MomentStatus | undefined, MomentStatus>
    /** Whose hours these are. */
    person: ColumnType<MomentPerson, MomentPerson | undefined, MomentPerson>
    /** The owner, where they have a role here: who is reminded. */
    owner_staff_id: ColumnType<string | null, string | null | undefined, string | null>
    real_minutes: ColumnType<number | null, number | null | undefined, number | null>
    reason: ColumnType<string | null, string | null | undefined, string | null>
    /** Changed in chat: the file moves it no more. */
    by_hand: ColumnType<boolean, boolean | undefined, boolean>
    reminded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
    /** Of the entry in the file it was made from; null for what was added in chat. */
    file_hash: ColumnType<string | null, string | null | undefined, string | null>
  }
  audit: { organisation_id: string; id: string; at: Moment; actor: string; action: string; subject: string }
  lease: { name: string; holder: string; expires_at: Moment }
}
