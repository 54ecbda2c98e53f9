/**
 * The words of a survey, as types. Each has one meaning in the whole house:
 *
 * - question set: the questions, versioned; a version never changes once used
 * - run: one participant's way through one round; `turn` counts its steps
 * - reply: what came in; prompt: what goes out
 * - answer: the stored, coded answer to one question of one run
 * - disposition: how a run ended
 *
 * Question sets themselves are defined by zod in `question-set.ts`.
 */
import type { Question, QuestionSet } from './question-set.ts'

export type { Question, QuestionSet }

export type QuestionKey = string

/**
 * What became of one question in one run. Six codes that are never mixed up:
 * `answered`, and five ways of having no answer.
 */
export type AnswerStatus = 'answered' | 'dont_know' | 'declined' | 'skipped' | 'not_asked' | 'expired'

/**
 * A stored answer. `codes` holds option codes: one for feeling, choice and
 * yesno, several for multi, the number as text ('0' to '10') for scale, none
 * for text and for every status but `answered`. Typed text is never in here.
 * An information card that was read is `skipped`: reading is not answering, and
 * must not count as a reply.
 */
export type Answer = { status: AnswerStatus; codes: string[] }

/**
 * How a run ended. `completed`: went through all; `partial`: the round closed
 * after at least one answer; `declined`: "not now"; `stopped`: wants no more
 * questions; `expired`: the round closed without any answer; `unreachable`:
 * the platform refused delivery; `not_asked`: never sent (rest, quiet hours);
 * `absent`: was not there, so does not count at all.
 */
export type Disposition =
  | 'completed'
  | 'partial'
  | 'declined'
  | 'stopped'
  | 'expired'
  | 'unreachable'
  | 'not_asked'
  | 'absent'

/** State of one run. Plain JSON: it is stored as it is and read back at every turn. */
export type Run = {
  /** Raised by one at each accepted step; a tap that carries another turn is stale. */
  turn: number
  /** Key of the question on the card, or null when past the last one. */
  at: QuestionKey | null
  /** Answers so far, without typed text. */
  answers: Record<QuestionKey, Answer>
  /** Options ticked so far in the multi question on the card, in the order of the question. */
  ticked: string[]
  /** Turn at which the question on the card came up. A quick second choice still carries an earlier turn of the same question. */
  since: number
  /** Turn of the last tap on each option of the multi question on the card; tells a second choice from a double tap. */
  toggled: Record<string, number>
  /** Set when the run is over for now. A completed run may be reopened until its round closes. */
  disposition: Disposition | null
  /** True once the round has closed: nothing changes any more. */
  closed: boolean
  /** ISO instant of the last accepted step, null before the first; tells a double tap from a stale one. */
  movedAt: string | null
  /** True: "Was je erbij?" comes first (its key is `CHECK_IN`); a no ends the run. */
  checkIn?: boolean
  /** Keys of questions that this person is not asked (channel, retrospective, no moderator): recorded as `not_asked`. */
  without?: QuestionKey[]
  /** True: the first card also offers "I am not there" (at the start of a session); it ends the run. */
  absentButton?: boolean
}

/** The question before the first: was this person there? Never stored as an answer. */
export const CHECK_IN = '_here'

/** What a young person did. `turn` is the turn of the card it belongs to, null for a message typed in a chat. */
export type Reply =
  | { type: 'tapped'; turn: number; code: string }
  | { type: 'typed'; turn: number | null; text: string }

/** An event for the engine. Time comes in the event: the engine has no clock. */
export type SurveyEvent = {
  at: Temporal.Instant
} /** `writeElsewhere`: an open answer is written on our own page, so what is typed in the chat (turn null) is not taken as one. */ & (
  | { type: 'replied'; reply: Reply; writeElsewhere?: boolean }
  | { type: 'closed' }
  | { type: 'unreachable' }
)

/** Short remarks next to the card; each is a key in the words files (`notice-…`). */
export type Notice =
  | 'stale'
  | 'closed'
  | 'tap-please'
  | 'too-long'
  | 'empty'
  | 'pick-at-least'
  | 'pick-at-most'
  | 'not-this-one'
  /** Typed after the last question; and a stop that comes when the run is over already. */
  | 'finished'
  | 'stopped'
  /** Typed in a chat where the answer is written on our own page. */
  | 'write-there'

/** What a step asks the host to do. Applied by one exhaustive switch. */
export type Effect =
  /** The card must show the run as it now is. */
  | { type: 'card' }
  | { type: 'notice'; notice: Notice; count?: number }
  /** Store (or replace) the answer to one question; `text` only for a typed answer. Without it, a text stored before goes. */
  | { type: 'record'; question: QuestionKey; answer: Answer; text?: string }
  | { type: 'finish'; disposition: Disposition }
  /** The run was reopened to change an answer: its disposition is null again. */
  | { type: 'reopen' }
  /** The person wants no more questions from this organisation. */
  | { type: 'stop' }
  /** The person said whether they were at the session; null: took it back. */
  | { type: 'present'; present: boolean | null }
  /** Show the help card to this person, now; nothing of it is kept. */
  | { type: 'help' }

/**
 * Codes of the buttons that are on (nearly) every card. They start with an
 * underscore; option codes never do.
 */
export const CONTROL = {
  dontKnow: '_dk',
  decline: '_no',
  skip: '_skip',
  stop: '_stop',
  later: '_later',
  back: '_back',
  change: '_change',
  done: '_done',
  next: '_next',
  write: '_write',
  help: '_help',
  /** On a card at the start: not at the session. */
  absent: '_absent',
} as const
export type ControlCode = (typeof CONTROL)[keyof typeof CONTROL]
