/** Questions whose options have no order, and questions with several answers a person. */
import { optionsOf, type Question } from '../survey/question-set.ts'
import type { Part, Released } from './content.ts'
import { CELL } from './participation.ts'
import { bounds, type Heap, together } from './partition.ts'
import type { QuestionCounts } from './types.ts'

type Multi = Extract<Question, { type: 'multi' }>

/**
 * Counts of the options that at least three people chose; the others and the silent are one part
 * of three people or more. When that part would be smaller, the smallest option joins it; when
 * there is no second option left to name, the one that nearly all chose gets a bound.
 */
export function releaseNominal(counts: QuestionCounts, base: number): Released {
  const all = optionsOf(counts.question).map(
    ({ code }): Heap => ({ codes: [code], silent: false, count: counts.codes[code]! }),
  )
  const silent: Heap = { codes: [], silent: true, count: base - counts.answered }
  const restBeside = (named: Heap[]) => together([...all.filter((option) => !named.includes(option)), silent])
  let named = all.filter(({ count }) => count >= CELL)
  if (named.length === 0) return { form: 'spread' }
  if (restBeside(named).count < CELL) {
    if (named.length === 1) return partsOf(bounds(named[0]!, restBeside(named)))
    const least = Math.min(...named.map(({ count }) => count))
    const leaves = named.findLast(({ count }) => count === least)
    named = named.filter((option) => option !== leaves)
  }
  return partsOf([...named, restBeside(named)].map((heap) => ({ ...heap, other: false, bound: 'exactly' })))
}

/**
 * Counts per option of a question with several answers a person: exact from three people up to
 * all but three, a bound above that, no name below. Names only when everybody must choose more
 * than one, or when the counts nearly use up all choices there were: then sums give counts away.
 */
export function releaseChosen(counts: QuestionCounts, question: Multi, base: number): Released {
  const high = base - CELL
  const options = question.options
    .map(({ code }) => ({ code, count: counts.codes[code]! }))
    .filter(({ count }) => count >= CELL)
    .map(({ code, count }) =>
      count > high ? { code, bound: 'at_least' as const, count: high + 1 } : { code, bound: 'exactly' as const, count },
    )
  const used = options.reduce((sum, { count }) => sum + count, 0)
  if (options.length === 0) return { form: 'spread' }
  if (question.min > 1 || base * mostOf(question) - used < CELL) return releaseNames(counts, base)
  return { form: 'chosen', options }
}

/**
 * Names of the options that at least three people chose, in the order of the question, unless
 * there are so many that "three or more each" already fixes the counts.
 * @param most how many people, at most, the question can have as far as is public
 */
export function releaseNames(counts: QuestionCounts, most: number): Released {
  const codes = optionsOf(counts.question)
    .map(({ code }) => code)
    .filter((code) => counts.codes[code]! >= CELL)
  const room = most * mostOf(counts.question)
  return codes.length === 0 || codes.length * CELL > room - CELL + 1 ? { form: 'spread' } : { form: 'named', codes }
}

/** How many options one person can choose. */
function mostOf(question: Question): number {
  return question.type === 'multi' ? Math.min(question.max ?? question.options.length, question.options.length) : 1
}

/** Parts of which the silent one is called "something else" when it takes several options together. */
function partsOf(parts: Array<Part | (Heap & Pick<Part, 'other' | 'bound'>)>): Released {
  return { form: 'parts', parts: parts.map((part) => ({ ...part, other: part.silent && part.codes.length > 1 })) }
}
