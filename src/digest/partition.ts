/** Counts that together are the whole base, shown in parts of at least three people. */
import type { Part } from './content.ts'
import { CELL } from './participation.ts'

/** People counted together. */
export type Heap = { codes: string[]; silent: boolean; count: number }

/**
 * A heap and the ways in which it may be split in two, the preferred way first. Ways are fixed by
 * the question, never by the counts: an attacker who sees a heap unsplit learns only that each way
 * would have left fewer than three people somewhere, and all of them may be on either side.
 * `inside`: two heaps of which the second is known to have fewer than three people, because an
 * earlier way of splitting failed.
 */
export type Tree = { heap: Heap; ways: Array<[Tree, Tree]>; inside?: [Heap, Heap] }

/**
 * The parts that may be shown. A heap is split only when both halves have three people or more;
 * the halves are then judged by themselves. When the whole cannot be split, its first way is shown
 * as bounds ("at most two", "at least all but two"), which also hides that all answered the same.
 */
export function releaseParts(tree: Tree): Part[] {
  const way = tree.ways.find((halves) => halves.every(({ heap }) => heap.count >= CELL))
  if (way) return way.flatMap(partsOf)
  const [one, other] = tree.ways[0]!
  return bounds(one.heap, other.heap)
}

/** Two parts of which one has fewer than three people. */
export function bounds(one: Heap, other: Heap): [Part, Part] {
  const small = CELL - 1
  const rest = one.count + other.count - small
  return one.count < CELL
    ? [toPart(one, 'at_most', small), toPart(other, 'at_least', rest)]
    : [toPart(one, 'at_least', rest), toPart(other, 'at_most', small)]
}

export function leaf(...heaps: Heap[]): Tree {
  return { heap: together(heaps), ways: [] }
}

export function branch(...ways: Array<[Tree, Tree]>): Tree {
  return { heap: together(ways[0]!.map(({ heap }) => heap)), ways }
}

/** Heaps with one of which the way in the tree already tells that it has fewer than three people. */
export function withSmall(heaps: Heap[], small: Heap): Tree {
  return { heap: together([...heaps, small]), ways: [], inside: [together(heaps), small] }
}

/** Heaps in their order, halved again and again. */
export function halved(heaps: Heap[]): Tree {
  if (heaps.length === 1) return leaf(heaps[0]!)
  const middle = Math.ceil(heaps.length / 2)
  return branch([halved(heaps.slice(0, middle)), halved(heaps.slice(middle))])
}

export function together(heaps: Heap[]): Heap {
  return {
    codes: heaps.flatMap(({ codes }) => codes),
    silent: heaps.some(({ silent }) => silent),
    count: heaps.reduce((sum, { count }) => sum + count, 0),
  }
}

function partsOf(tree: Tree): Part[] {
  const way = tree.ways.find((halves) => halves.every(({ heap }) => heap.count >= CELL))
  if (way) return way.flatMap(partsOf)
  const shown = tree.inside && tree.heap.count >= 2 * CELL - 1
  return shown ? bounds(...tree.inside!) : [toPart(tree.heap, 'exactly', tree.heap.count)]
}

function toPart({ codes, silent }: Heap, bound: Part['bound'], count: number): Part {
  return { codes, silent, other: false, bound, count }
}
