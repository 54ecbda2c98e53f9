/** How much room the figures that are public already leave to the changes of pairs. */
import { optionsOf, type Question } from '../survey/question-set.ts'
import type { Part } from './content.ts'

/** People who went up, stayed, or went down. */
export type Changes = { better: number; same: number; lower: number }

/**
 * How far these changes are, in people, from what the parts of both digests force, whichever way one looks: more
 * or fewer of one kind, or of one kind against another. Zero or less: as far as it goes. The parts are spread over
 * the pairs in one way that they allow, so there is at least this much room.
 */
export function roomAround(
  question: Question,
  start: readonly Part[],
  end: readonly Part[],
  { better, same, lower }: Changes,
): number {
  const pairs = better + same + lower
  const before = ranked(question, start, pairs)
  const after = ranked(question, end, pairs)
  const rooms = DIRECTIONS.map(([up, level, down]) => {
    const worth = (from: number, to: number) => (to < from ? up : to > from ? down : level)
    return mostWorth(before, after, worth) - (up * better + level * same + down * lower)
  })
  return Math.min(...rooms)
}

/** Weights of better, same and lower: each alone, and each against each, both ways. */
const DIRECTIONS: Array<[number, number, number]> = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
  [1, -1, 0],
  [-1, 1, 0],
  [0, 1, -1],
  [0, -1, 1],
  [1, 0, -1],
  [-1, 0, 1],
]

/** People by the place of their option, as many as there are pairs: who is too many is taken from the largest heap. */
function ranked(question: Question, parts: readonly Part[], pairs: number): number[] {
  const codes = optionsOf(question).map(({ code }) => code)
  const counts = codes.map(() => 0)
  for (const part of parts) {
    const places = part.codes.map((code) => codes.indexOf(code))
    if (places.length > 0) counts[Math.min(...places)]! += part.count
  }
  for (let left = counts.reduce((sum, n) => sum + n, 0); left > pairs; left -= 1) {
    counts[counts.indexOf(Math.max(...counts))]! -= 1
  }
  return counts
}

/**
 * The most that pairing everybody can be worth. Pairs are made one heap at a time along the way that gains most,
 * undoing earlier ones where that pays: the longest path through a graph of a few places.
 */
function mostWorth(before: number[], after: number[], worth: (from: number, to: number) => number): number {
  const [left, open] = [[...before], [...after]]
  const pairs = before.map(() => after.map(() => 0))
  let total = 0
  for (;;) {
    const path = bestPath(left, open, pairs, worth)
    if (!path) return total
    const many = Math.min(
      left[path[0]!.from]!,
      open[path.at(-1)!.to]!,
      ...path.map(({ from, to, undo }) => (undo ? pairs[from]![to]! : Number.POSITIVE_INFINITY)),
    )
    for (const { from, to, undo } of path) {
      pairs[from]![to]! += undo ? -many : many
      total += (undo ? -many : many) * worth(from, to)
    }
    left[path[0]!.from]! -= many
    open[path.at(-1)!.to]! -= many
  }
}

type Step = { from: number; to: number; undo: boolean }

/** Steps that pair one more person: make, undo, make, undo, make. Null when nobody is left. */
function bestPath(
  left: number[],
  open: number[],
  pairs: number[][],
  worth: (from: number, to: number) => number,
): Step[] | null {
  const paths = left.map((n): { gain: number; steps: Step[] } | null => (n > 0 ? { gain: 0, steps: [] } : null))
  const ends = open.map((): { gain: number; steps: Step[] } | null => null)
  for (let round = 0; round < left.length; round += 1) {
    for (const [from, path] of paths.entries()) {
      if (!path) continue
      for (const to of open.keys()) {
        const gain = path.gain + worth(from, to)
        if (!ends[to] || gain > ends[to].gain) ends[to] = { gain, steps: [...path.steps, { from, to, undo: false }] }
      }
    }
    for (const [to, path] of ends.entries()) {
      if (!path) continue
      for (const from of left.keys()) {
        if (pairs[from]![to] === 0) continue
        const gain = path.gain - worth(from, to)
        if (!paths[from] || gain > paths[from].gain) {
          paths[from] = { gain, steps: [...path.steps, { from, to, undo: true }] }
        }
      }
    }
  }
  const best = ends.filter((path, to) => path && open[to]! > 0).toSorted((a, b) => b!.gain - a!.gain)[0]
  return best?.steps ?? null
}
