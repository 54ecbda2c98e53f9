/**
 * The desk: what staff can do and see, the same from the command line and from the coach's page.
 * A wish that cannot be granted is a value, never an exception: `fault` is a key in the words files
 * (`desk-…`) that says what is wrong and what to do.
 */
import type { ChannelName } from '../channels/port.ts'
import type { FeedbackDraft } from '../dialogue/feedback.ts'
import type { Sharing } from '../dialogue/read-data-agreements.ts'
import type { TalkPage } from '../dialogue/talk-page.ts'
import type { Digest } from '../digest/content.ts'
import type { SharingDesk, SharingDeskFault } from '../export/sharing-desk.ts'
import type { MethodFault } from '../instrumentarium/outcome.ts'
import type { MethodsView } from '../instrumentarium/own-methods.ts'
import type { PlacePurpose } from '../store/tables.ts'
import type { LocalText } from '../survey/question-set.ts'
import type { DigestDesk, DigestFault } from './digest-desk.ts'
import type { MethodDesk } from './method-desk.ts'
import type { PackDesk } from './pack-desk.ts'
import type { PeopleView } from './people-overview.ts'
import type { ReportDesk, ReportFault } from './report-desk.ts'
import type { ReportLine } from './reports.ts'
import type { RoleDesk, RoleFault } from './role-desk.ts'
import type { SurveyDesk, SurveyFault } from './survey-desk.ts'
import type { TalkDesk, TalkDeskFault } from './talk-desk.ts'
import type { TallyCount, TallyFault, TallyRow } from './tally.ts'
import type { TimelineDesk, TimelineFault, TimelineView } from './timeline-desk.ts'
import type { FeedbackFault } from './write-feedback.ts'

export type Outcome<T> =
  | { ok: true; value: T }
  | { ok: false; fault: DeskFault; values?: Record<string, string | number> }

export type DeskFault =
  | 'desk-no-organisation'
  | 'desk-no-series'
  | 'desk-no-session'
  | 'desk-no-survey'
  | 'desk-no-round'
  | 'desk-bad-time'
  | 'desk-bad-headcount'
  | 'desk-bad-theme'
  | 'desk-session-over'
  | 'desk-session-cancelled'
  | 'desk-round-over'
  | 'desk-not-an-example'
  | 'desk-nothing-asked'
  | 'desk-no-digest'
  | DigestFault
  | SurveyFault
  | TallyFault['fault']
  | FeedbackFault
  | 'desk-no-proposal'
  | RoleFault
  | TimelineFault
  | MethodFault
  | ReportFault
  | TalkDeskFault
  | SharingDeskFault

export type SessionRow = {
  id: string
  seriesId: string
  seriesTitle: LocalText
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  theme: string | null
  headcount: number | null
  state: 'planned' | 'cancelled'
}
/** `open` says nothing of how many answered: nobody sees counts while a round is open. */
export type RoundRow = {
  id: string
  surveyId: string
  aspect: LocalText
  sessionId: string
  state: 'open' | 'closed' | 'digested' | 'cancelled'
  opensAt: Temporal.Instant
  closesAt: Temporal.Instant
  /** True when somebody at all was asked; false when nobody takes part yet. */
  anybodyAsked: boolean
}
export type SurveyRow = {
  id: string
  seriesId: string
  aspect: LocalText
  method: string
  /** agreed: runs as it stands in the files; changed: runs as agreed, the change waits; waiting: never agreed, asks nothing. */
  state: 'agreed' | 'changed' | 'waiting'
  /** Agreed on, and nothing is asked for now. */
  paused?: { by: string } | null
  /** What waits for a yes, or to be proposed. */
  proposal?: { id: string; state: 'draft' | 'proposed'; by: string; notes: { name: string; text: string }[] } | null
}
export type Overview = {
  id: string
  name: string
  example: boolean
  language: 'nl' | 'en' | 'fr' | 'ar'
  timezone: string
  series: { id: string; title: LocalText }[]
  surveys: SurveyRow[]
  /** From 30 days back to 60 days ahead, in order of time. */
  sessions: SessionRow[]
  rounds: RoundRow[]
  /** Newest first. */
  /** `toCoach`: it was posted to a place of the coach. */
  digests: {
    id: string
    /** Null, and no survey, for several rounds together. */
    roundId: string | null
    surveyId: string | null
    createdAt: Temporal.Instant
    content: Digest
    toCoach: boolean
  }[]
  places: { purpose: PlacePurpose; channel: ChannelName; state: 'linked' | 'gone'; linkedAt: Temporal.Instant }[]
  /** Whom young people can ask for contact, named in the file and linked in a private chat, or not yet. */
  staff: { purpose: 'safeguarding' | 'fallback'; name: string | null; linkedAt: Temporal.Instant | null }[]
  /** Languages in which young people can answer. */
  languages: readonly ('nl' | 'en' | 'fr' | 'ar')[]
  /** Digests that were written back about. */
  feedback: { digestId: string; writtenAt: Temporal.Instant }[]
  /** Rounds whose paper answers can be counted, with what was counted. */
  tallies: TallyRow[]
  /** What young people proposed and nobody dealt with yet, oldest first; suspected names are covered. */
  proposals: { id: string; text: string; proposedOn: Temporal.PlainDate }[]
  /** The year that is going on, in days and hours. */
  timeline: TimelineView
  /** Documents for the talks, newest first. */
  reports: ReportLine[]
  /** The talk about what is measured, in the organisation's language; null before the first. */
  talk: TalkPage | null
  /** Agreements on data for others, newest first. */
  sharings: Sharing[]
  /** Own methods, and what can be copied. */
  methods: MethodsView
  people: PeopleView
  /** Faults in this organisation's files, in words; the last good version stays in force. */
  faults: string[]
  /** Local times between which no message leaves (web pages excepted). */
  quiet: { from: string; until: string }
  /** The same on weekdays, for who is not known to be at a session; empty for none. */
  schoolHours: { days: Weekday[]; from: string; until: string }[]
}

/** What a group or channel can be linked for. */
export type LinkPurpose = Exclude<PlacePurpose, 'safeguarding' | 'fallback'>

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export interface Desk
  extends DigestDesk,
    MethodDesk,
    PackDesk,
    ReportDesk,
    RoleDesk,
    SharingDesk,
    SurveyDesk,
    TalkDesk,
    TimelineDesk {
  organisations(): Promise<{ id: string; name: string; example: boolean }[]>
  overview(organisationId: string): Promise<Overview | null>
  /** "Hou nu een sessie": a session of this series that ends now; what is asked at its end is asked at once. */
  holdSession(by: string, organisationId: string, seriesId: string): Promise<Outcome<{ sessionId: string }>>
  /** `startsAt` is a local date-time ('2026-12-09T14:00') in the organisation's time zone. */
  addSession(
    by: string,
    organisationId: string,
    wish: { seriesId: string; startsAt: string; theme?: string },
  ): Promise<Outcome<{ sessionId: string }>>
  moveSession(
    by: string,
    organisationId: string,
    sessionId: string,
    startsAt: string,
  ): Promise<Outcome<{ sessionId: string }>>
  cancelSession(by: string, organisationId: string, sessionId: string): Promise<Outcome<{ sessionId: string }>>
  /** Ends a session that is going on, now. */
  endSession(by: string, organisationId: string, sessionId: string): Promise<Outcome<{ sessionId: string }>>
  setHeadcount(
    by: string,
    organisationId: string,
    sessionId: string,
    headcount: number,
  ): Promise<Outcome<{ sessionId: string }>>
  setTheme(
    by: string,
    organisationId: string,
    sessionId: string,
    theme: string,
  ): Promise<Outcome<{ sessionId: string }>>
  /** Closes an open round now and posts its digest. */
  closeRound(by: string, organisationId: string, roundId: string): Promise<Outcome<{ roundId: string }>>
  /** Twelve example young people answer an open round through the same engine. Sample organisations only. */
  exampleAnswers(by: string, organisationId: string, roundId: string): Promise<Outcome<{ people: number }>>
  /** A one-time code, valid for 30 minutes, for `/koppel <code>` in a group, channel or topic. */
  linkCode(
    by: string,
    organisationId: string,
    purpose: LinkPurpose,
  ): Promise<Outcome<{ code: string; expiresAt: Temporal.Instant }>>
  /** Takes a proposal off the list; its words go. */
  /** Stores what was counted on paper for a round, in place of what was counted before. */
  setTally(
    by: string,
    organisationId: string,
    roundId: string,
    counts: TallyCount[],
  ): Promise<Outcome<{ roundId: string }>>
  /** "Jullie zeiden, wij doen", to everybody who took part: once a digest. */
  writeFeedback(
    by: string,
    organisationId: string,
    digestId: string,
    draft: FeedbackDraft,
  ): Promise<Outcome<{ digestId: string }>>
  closeProposal(by: string, organisationId: string, proposalId: string): Promise<Outcome<{ proposalId: string }>>
  /** Where young people join: one address a channel that is set up. */
  joinLinks(organisationId: string): Promise<Outcome<{ channel: ChannelName; url: string }[]>>
  /** The same for one session: who opens this link is there, and is not asked so. */
  sessionLinks(organisationId: string, sessionId: string): Promise<Outcome<{ channel: ChannelName; url: string }[]>>
  digest(roundId: string): Promise<Outcome<{ organisationId: string; content: Digest }>>
}
