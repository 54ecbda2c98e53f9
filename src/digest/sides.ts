/** Questions whose options point somewhere: which way, and how their counts may be split. */
import { type Option, optionsOf, type Question, type Side } from '../survey/question-set.ts'
import { branch, type Heap, halved, leaf, type Tree, together, withSmall } from './partition.ts'
import type { QuestionCounts } from './types.ts'

/** Options that point the same way, in the order of the question. */
export type Sided = string[][]

/**
 * The options by side, plus first and minus last, sides without options left out; null for a
 * question without an order. A scale from 0 to 10 is read as 8–10, 5–7 and 0–4; feelings without
 * sides by their place; other options without a side, among options that have one, as middle.
 */
export function sidesOf(question: Question): Sided | null {
  if (question.type === 'multi') return null
  const options = optionsOf(question)
  const plain = options.every((option) => option.side === undefined)
  if (plain && question.type === 'choice') return null
  const sideOf = (option: Option, i: number): Side => {
    if (question.type === 'scale') return i >= 8 ? 'plus' : i >= 5 ? 'middle' : 'minus'
    if (!plain) return option.side ?? 'middle'
    const fromMiddle = i - (options.length - 1) / 2
    return fromMiddle < 0 ? 'plus' : fromMiddle > 0 ? 'minus' : 'middle'
  }
  const sides = (['plus', 'middle', 'minus'] as const)
    .map((side) => options.filter((option, i) => sideOf(option, i) === side).map((option) => option.code))
    .filter((codes) => codes.length > 0)
  return sides.length < 2 ? null : sides
}

/**
 * How the base may be split. Two-way: the last side with the silent against the rest. Three-way:
 * each side, and the silent apart. Full: each option. Where what comes last is too small to stand
 * apart, what comes before it may still be split.
 */
export function treeOf(counts: QuestionCounts, sided: Sided, base: number, detail: 'two' | 'three' | 'full'): Tree {
  const heapOf = (code: string): Heap => ({ codes: [code], silent: false, count: counts.codes[code]! })
  const sides = sided.map((codes) => codes.map(heapOf))
  const silent: Heap = { codes: [], silent: true, count: base - counts.answered }
  const last = sides.at(-1)!
  const [first, middle] = [sides[0]!, sides.length > 2 ? sides[1]! : null]
  if (detail === 'two') return branch([leaf(...sides.slice(0, -1).flat()), leaf(...last, silent)])

  const tree = (heaps: Heap[]) => (detail === 'full' ? halved(heaps) : leaf(...heaps))
  const part = (heaps: Heap[], small: Heap): Array<[Tree, Tree]> =>
    detail === 'full' && heaps.length > 1 ? [[leaf(heaps[0]!), withSmall(heaps.slice(1), small)]] : []
  const back = branch([tree(last), leaf(silent)], ...part(last, silent))
  if (!middle) return branch([tree(first), back])
  const front = branch([tree(first), tree(middle)], ...part(first, together(middle)))
  return branch([front, back], [tree(first), withSmall(middle, back.heap)])
}
