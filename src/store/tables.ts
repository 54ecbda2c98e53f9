/** Table types, one a table, in the words of the house. Dates travel as ISO text, instants as Date (converted at the edge of `store`). */
import type { ColumnType, JSONColumnType } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Language, LocalText, QuestionSet } from '../survey/question-set.ts'
import type { AnswerStatus, Disposition, Run } from '../survey/types.ts'

type Moment = ColumnType<Date, Date | string, Date | string>
type Day = ColumnType<string, string, string>

export interface Tables {
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
  }
  participant: {
    organisation_id: string
    id: string
    language: Language
    state: 'joined' | 'stopped'
    example: boolean
    joined_on: Day
  }
  consent: {
    organisation_id: string
    participant_id: string
    version: string
    language: Language
    given_on: Day
    withdrawn_on: Day | null
  }
  contact: {
    id: string
    channel: ChannelName
    address_hash: string
    address_cipher: string
    state: 'reachable' | 'gone'
  }
  contact_link: { contact_id: string; organisation_id: string; participant_id: string }
  join_link: { token_hash: string; organisation_id: string; id: string; expires_at: Moment }
  link_code: {
    code_hash: string
    organisation_id: string
    purpose: 'coach' | 'join'
    expires_at: Moment
    used_at: Moment | null
  }
  place: {
    organisation_id: string
    id: string
    purpose: 'coach' | 'join'
    channel: ChannelName
    address_hash: string
    address_cipher: string
    community_hash: string | null
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
  open_text: { organisation_id: string; run_id: string; question: string; text_cipher: string; written_on: Day }
  digest: { organisation_id: string; id: string; round_id: string; content: JSONColumnType<object>; created_at: Moment }
  release: { organisation_id: string; digest_id: string; position: number; figure: JSONColumnType<object> }
  outgoing: {
    organisation_id: string
    id: string
    kind: 'card' | 'reminder' | 'notice' | 'digest'
    channel: ChannelName
    contact_id: string | null
    place_id: string | null
    run_id: string | null
    digest_id: string | null
    notice: JSONColumnType<object> | null
    state: 'due' | 'sent' | 'gone' | 'failed' | 'cancelled'
    send_after: Moment
    claimed_until: Moment | null
    attempts: number
    external_cipher: string | null
  }
  inbound: { channel: ChannelName; id: string; received_on: Day }
  moment: {
    organisation_id: string
    id: string
    kind: string
    subject_id: string
    owner: string
    on_date: Day
    minutes: number
  }
  audit: { organisation_id: string; id: string; at: Moment; actor: string; action: string; subject: string }
  lease: { name: string; holder: string; expires_at: Moment }
}
