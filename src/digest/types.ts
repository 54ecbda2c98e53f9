/** What goes into a digest, and the frozen thing that comes out. */
import type { LocalText, Question } from '../survey/question-set.ts'
import type { Digest } from './content.ts'

/** Raw counts of one question of one closed round. Never shown as they are. */
export type QuestionCounts = {
  question: Question
  /** People who chose each option code, zeros included. In a multi question somebody counts once per option. */
  codes: Record<string, number>
  /** People whose answer is `answered` (for multi: chose at least one; for text: wrote something). */
  answered: number
  dontKnow: number
  declined: number
  skipped: number
  notAsked: number
  expired: number
}

/**
 * People of one session who answered the same feeling question at the start, at the end, or both. Clear answers
 * only: who does not know, skips or was asked to look back is in none of these. Never shown as they are.
 */
export type PairCounts = {
  pairs: number
  startOnly: number
  endOnly: number
  /** Of the pairs, by the order of the options. */
  better: number
  same: number
  lower: number
}

/** Everything known of one closed round, before the small-group rules. */
export type RoundFacts = {
  organisation: string
  /** Smallest group of this organisation: 5 or more; never lower. */
  floor: number
  series: LocalText
  theme: string | null
  /** Local date of the session. */
  date: Temporal.PlainDate
  /** Which moment of the session was asked about: its start, its end or afterwards. */
  moment: 'start' | 'end' | 'after'
  aspect: LocalText
  /** Typed by the youth worker; null when unknown. */
  headcount: number | null
  /** People who gave at least one answer (any status of their own choice: answered, don't know, rather not say). */
  replied: number
  /** True for example data: said so in the digest. */
  example: boolean
  questions: QuestionCounts[]
  /** Hash of the question set. */
  set?: string
  /** The digest of the session before, of the same survey; absent for the first one. */
  previous?: Digest
  /**
   * For an end round with a start round before it: the feeling question they share (its key here), what is behind
   * the pairs, and the digest of the start round with the key that the question has there.
   */
  pairs?: { question: string; counts: PairCounts; start: { digest: Digest; question: string } }
}
