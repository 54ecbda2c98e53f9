/**
 * Sessions of one survey that were each too small to show, taken together: when, and what may then be known. Why it
 * is done so: docs/decisions/small-groups.md.
 */
import { EngineError } from '../errors.ts'
import type { Digest, Part, Released, ReleaseEntry } from './content.ts'
import { discussionOf } from './discussion.ts'
import { releaseNames } from './nominal.ts'
import { CELL, checkFloor } from './participation.ts'
import { freeze, peopleOf } from './release-rules.ts'
import { sidesOf } from './sides.ts'
import { summarise } from './summarise.ts'
import type { QuestionCounts, RoundFacts } from './types.ts'

/**
 * A round whose digest showed nothing. `headcount`: people present, null when unknown. `tried`: it was taken together
 * with others before, and that was still too few.
 */
export type WaitingRound = { id: string; headcount: number | null; tried: boolean }

/**
 * Which rounds are taken together now; null for none. Everything that decides is public, so that neither a try nor its
 * absence tells anything: those tried before and the next three, or six, …; at the end of the year also fewer. Rounds
 * with fewer than four present never come in, and three people fewer than can have replied must still be a group.
 * @param waiting of one survey in one working year, by the time they closed
 * @param last no round will join them any more
 */
export function nextTogether(waiting: readonly WaitingRound[], floor: number, last: boolean): string[] | null {
  checkFloor(floor)
  const tried = waiting.filter((round) => round.tried)
  const fresh = waiting.filter((round) => !round.tried && (round.headcount === null || round.headcount >= PRESENT))
  for (let joining = AT_ONCE; joining <= fresh.length; joining += AT_ONCE) {
    const pool = [...tried, ...fresh.slice(0, joining)]
    if (mostReplies(pool, floor) >= floor + CELL) return pool.map(({ id }) => id)
  }
  const rest = [...tried, ...fresh]
  if (!last || fresh.length === 0 || rest.length < 2 || mostReplies(rest, floor) < floor + CELL) return null
  return rest.map(({ id }) => id)
}

/** How many people, at most, can have replied in rounds that were each below the floor, for whoever reads that. */
export function mostReplies(rounds: readonly Pick<WaitingRound, 'headcount'>[], floor: number): number {
  return rounds.reduce((sum, { headcount }) => sum + Math.min(floor - 1, headcount ?? floor - 1), 0)
}

/** Facts of all sessions together: each person counts once, with everything of the last round they replied in. */
export type TogetherFacts = Omit<RoundFacts, 'theme' | 'headcount' | 'pairs' | 'previous'> & {
  /** Local date of the first session; `date` is that of the last. */
  from: Temporal.PlainDate
  /** Headcounts of the rounds. */
  rounds: Pick<WaitingRound, 'headcount'>[]
}

/**
 * The digest of sessions taken together, or null when there were too few people even so. How many there were is not
 * shown, only that they were as many as the floor: who was there more than once could otherwise be known as silent.
 * @throws EngineError when the facts contradict each other
 */
export function summariseTogether(facts: TogetherFacts): Digest | null {
  const { from, rounds, ...round } = facts
  const { floor, replied } = round
  checkFloor(floor)
  if (rounds.length < 2) throw new EngineError('digest: one session is not several together')
  if (replied < floor) return null
  const all = summarise({ ...round, theme: null, headcount: null })
  const asked = round.questions.filter(({ question }) => question.type !== 'card')
  const questions = all.questions.map((question, i) => {
    return { ...question, released: releaseTogether(asked[i]!, floor, replied) }
  })
  const participation = { form: 'at_least' as const, count: floor, headcount: mostReplies(rounds, floor) }
  const entries = questions.map(({ key, type, released }): ReleaseEntry => {
    const n: ReleaseEntry['n'] = released.form === 'hidden' ? null : [floor, participation.headcount]
    return { of: key, kind: type, n, shown: codeOf(released) }
  })
  const counted: ReleaseEntry = {
    of: '_participation',
    kind: 'participation',
    n: [floor, participation.headcount],
    shown: `>=${floor}`,
  }
  return freeze({
    ...all,
    participation,
    base: floor,
    questions,
    together: { sessions: rounds.length, from: from.toString({ calendarName: 'never' }) },
    discussion: discussionOf(
      asked.map(({ question }) => question),
      questions.map(({ released }) => released),
      floor,
    ),
    caution: 'small' as const,
    released: [counted, ...entries],
  })
}

/**
 * What may be known of one question of people whose number is not shown. An ordered question: one side has two people
 * at most, or both have three or more ("spread"). Without an order: the one option that three or more chose. Nothing
 * of a sensitive question, of one that only some were asked, or of open answers: those would say that there were more
 * than the floor.
 * @param people how many replied
 * @throws EngineError when counts contradict each other
 */
export function releaseTogether(counts: QuestionCounts, floor: number, people: number): Released {
  const { question } = counts
  if (peopleOf(counts) > people) throw new EngineError(`digest: question ${question.key}: more people than replied`)
  const conditional = question.showIf !== undefined || question.retrospective === true
  if (question.type === 'card' || question.type === 'text' || question.sensitive || conditional) return HIDDEN
  if (peopleOf(counts) < floor) return HIDDEN
  const sided = sidesOf(question)
  if (!sided) return freeze(releaseNames(counts, floor))
  const front = sided.slice(0, -1).flat()
  const positive = front.reduce((sum, code) => sum + counts.codes[code]!, 0)
  const small = positive < CELL ? 'front' : people - positive < CELL ? 'back' : null
  if (!small) return SPREAD
  const part = (codes: string[], side: 'front' | 'back'): Part => ({
    codes,
    silent: side === 'back',
    other: false,
    bound: side === small ? 'at_most' : 'at_least',
    count: side === small ? CELL - 1 : floor - CELL + 1,
  })
  return freeze({ form: 'parts', parts: [part(front, 'front'), part(sided.at(-1)!, 'back')] })
}

function codeOf(released: Released): string {
  if (released.form === 'parts') {
    return released.parts.map(({ codes, bound, count }) => `${codes.join('+')}:${bound}:${count}`).join('|')
  }
  return released.form === 'named' ? `named:${released.codes.join('+')}` : released.form
}

const HIDDEN: Released = Object.freeze({ form: 'hidden' })
const SPREAD: Released = Object.freeze({ form: 'spread' })
/**
 * So many people, at least, are present where a round comes in. With one fewer, somebody who was there, and knows of one
 * other that they erased everything, can be sure of the third.
 */
const PRESENT = CELL + 1
/** So many rounds join at a time. */
const AT_ONCE = 3
