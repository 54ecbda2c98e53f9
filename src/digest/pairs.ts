/** People who answered the same feeling question at the start and at the end: what may be known of them. */
import { EngineError } from '../errors.ts'
import { optionsOf, type Question } from '../survey/question-set.ts'
import type { Part, Released, ReleasedPairs } from './content.ts'
import { roomAround } from './pair-room.ts'
import { CELL, checkFloor } from './participation.ts'
import { freeze } from './release-rules.ts'
import { sidesOf } from './sides.ts'
import type { PairCounts } from './types.ts'

/** How somebody's answer at the end lies to the one at the start, by the order of the options: positive first. */
export type Change = 'better' | 'same' | 'lower'

/** @throws EngineError when a code is not an option of the question */
export function changeOf(question: Question, start: string, end: string): Change {
  const codes = optionsOf(question).map(({ code }) => code)
  const [before, after] = [codes.indexOf(start), codes.indexOf(end)]
  if (before < 0 || after < 0) throw new EngineError(`digest: question ${question.key} has no such option`)
  return after < before ? 'better' : after > before ? 'lower' : 'same'
}

/**
 * What is public of the feeling question in one of the two rounds.
 * `headcount`: people present, null when unknown.
 */
export type Known = { base: number; headcount: number | null; released: Released }

/** From how many pairs on it is said how they changed. A higher floor moves it up. */
const LEAST = 10
/** So many people, at least, a count of changes stays away from what the public figures force. */
const ROOM = 4

/**
 * What may be known of the pairs, frozen. How many there are is shown as a bound; how their answers changed only where
 * three parts of three people or more can be shown, each of them far enough from what the figures of the start and the
 * end force by themselves. Otherwise the figures, taken together, give people away.
 * @param known what the digests of both rounds say of the question; null for a digest without figures
 * @throws EngineError when counts contradict each other
 */
export function releasePairs(
  counts: PairCounts,
  known: { start: Known | null; end: Known | null },
  floor: number,
  question: Question,
): ReleasedPairs {
  checkFloor(floor)
  checkCounts(counts, known)
  const { start, end } = known
  if (!start || !end) return freeze({ form: 'hidden' })
  const [atStart, atEnd] = [mostClear(start), mostClear(end)]
  const base = Math.min(atStart, atEnd)
  const twice = base - mostOnce(base - counts.pairs, { start, end }, question)
  if (twice < floor) return freeze({ form: 'hidden' })
  const onceOf = (all: number) => (all - twice < floor ? null : all - twice)
  const detailed = twice >= Math.max(LEAST, floor) && !question.sensitive
  return freeze({
    form: 'shown',
    twice,
    startOnly: onceOf(atStart),
    endOnly: onceOf(atEnd),
    base,
    change: detailed ? changeParts(counts, { start, end }, base, question) : null,
  })
}

/**
 * How many people of the base may have answered only once: a bound, in wide steps, never the number. Who is in both
 * rounds and in no pair was silent in one of them, and so is in its last part. To learn that there are about as many
 * of those as people in the last parts is to learn that all of them were silent; so the first step takes in all of
 * them where they are few, and is well below them where they are many.
 */
function mostOnce(once: number, { start, end }: { start: Known; end: Known }, question: Question): number {
  const headcount = end.headcount ?? start.headcount
  const away = headcount === null ? 0 : Math.max(headcount - Math.max(start.base, end.base), 0)
  const silent = lastPart(start, question) + lastPart(end, question) + away
  const first = silent > MANY ? FEW : Math.max(FEW, silent)
  return first + STEP * Math.max(0, Math.ceil((once - first) / STEP))
}

/** Nearly complete: at most two silent and two away, at each of two moments, and one more. */
const FEW = 2 * CELL - 1
const MANY = FEW + CELL
const STEP = 10

/**
 * How many silent people, at most, a last part can hold for whoever knows the rules. A part of other options than
 * those of the last side was made because the silent, or all of the last side, were fewer than three.
 */
function lastPart({ released }: Known, question: Question): number {
  const last = released.form === 'parts' ? released.parts.find(({ silent, codes }) => silent && codes.length > 0) : null
  if (!last) return 0
  return last.codes.join() === sidesOf(question)?.at(-1)?.join() ? last.count : Math.min(last.count, CELL - 1)
}

/** How many people, at most, gave a clear answer, for whoever reads the digest. */
function mostClear({ base, released }: Known): number {
  const silent = released.form === 'parts' ? released.parts.filter(({ codes }) => codes.length === 0) : []
  return base - silent.reduce((sum, { bound, count }) => sum + (bound === 'at_most' ? 0 : count), 0)
}

/** Three parts of the base, or null. Who may have answered only once is in the last one. */
function changeParts(
  { pairs, better, same, lower }: PairCounts,
  { start, end }: { start: Known; end: Known },
  base: number,
  question: Question,
): Part[] | null {
  const [before, after] = [partsOf(start), partsOf(end)]
  if (!before || !after) return null
  const last = lower + base - pairs
  if (Math.min(better, same, last) < CELL) return null
  if (roomAround(question, before, after, { better, same, lower: last }) < ROOM) return null
  const part = (code: Change, count: number): Part => ({
    codes: [code],
    silent: code === 'lower',
    other: false,
    bound: 'exactly',
    count,
  })
  return [part('better', better), part('same', same), part('lower', last)]
}

const partsOf = ({ released }: Known): Part[] | null => (released.form === 'parts' ? released.parts : null)

function checkCounts(counts: PairCounts, { start, end }: { start: Known | null; end: Known | null }): void {
  const { pairs, startOnly, endOnly, better, same, lower } = counts
  const fail = (what: string) => new EngineError(`digest: pairs: ${what}`)
  if (!Object.values(counts).every((n) => Number.isInteger(n) && n >= 0)) throw fail('counts are whole numbers')
  if (better + same + lower !== pairs) throw fail('changes do not add up to the pairs')
  if (start && pairs + startOnly > mostClear(start)) throw fail('more people than answered at the start')
  if (end && pairs + endOnly > mostClear(end)) throw fail('more people than answered at the end')
}
