/**
 * Several frozen digests of one question, taken together. Only what stands in the digests goes in, so nothing comes
 * out that a reader could not add up: counts are answers, not people, since the same young people answer each time.
 */
import { optionsOf, type Question } from '../survey/question-set.ts'
import type { Part, Released } from './content.ts'
import { sidesOf } from './sides.ts'

/** One digest's figure of the question; `base` is the digest's number of people. */
export type FrozenFigure = { base: number | null; released: Released }

/**
 * `range`: between `least` and `most` of the `answers` are one of `codes`; `named`: in how many digests an option was
 * shown by itself, most often first; `few`: nothing can be said. `digests`: how many of them it is about.
 */
export type Pooled =
  | { form: 'range'; codes: string[]; least: number; most: number; answers: number; digests: number }
  | { form: 'named'; options: { code: string; times: number }[]; digests: number }
  | { form: 'few' }

/**
 * Takes the figures of one question together. An ordered question is read two-way: all sides but the last against
 * the rest, because that is how far every digest goes.
 */
export function pool(question: Question, figures: readonly FrozenFigure[]): Pooled {
  const front = sidesOf(question)?.slice(0, -1).flat()
  return front ? poolOrdered(front, figures) : poolNamed(question, figures)
}

function poolOrdered(codes: string[], figures: readonly FrozenFigure[]): Pooled {
  const ranges = figures.flatMap(({ base, released }) =>
    base !== null && released.form === 'parts' ? [{ base, ...rangeOf(released.parts, base, codes) }] : [],
  )
  if (ranges.length === 0) return { form: 'few' }
  const sum = (of: (range: (typeof ranges)[number]) => number) => ranges.reduce((total, range) => total + of(range), 0)
  return {
    form: 'range',
    codes,
    least: sum(({ least }) => least),
    most: sum(({ most }) => most),
    answers: sum(({ base }) => base),
    digests: ranges.length,
  }
}

/** How many of the base chose one of these options, at least and at most, as far as the parts say. */
export function rangeOf(
  parts: readonly Part[],
  base: number,
  codes: readonly string[],
): { least: number; most: number } {
  const wanted = new Set(codes)
  const within = parts.filter(
    (part) => !part.silent && part.codes.length > 0 && part.codes.every((code) => wanted.has(code)),
  )
  const outside = parts.filter((part) => !part.codes.some((code) => wanted.has(code)))
  const sure = (some: readonly Part[]) =>
    some.reduce((total, { bound, count }) => total + (bound === 'at_most' ? 0 : count), 0)
  const open = (some: readonly Part[]): number | null =>
    some.every(({ bound }) => bound !== 'at_least') ? some.reduce((total, { count }) => total + count, 0) : null
  const rest = parts.length === within.length + outside.length
  // Where every part is on one side or the other, a bound on one side is a bound on the other.
  const elsewhere = rest ? open(outside) : null
  const here = rest ? open(within) : null
  return {
    least: Math.max(sure(within), elsewhere === null ? 0 : base - elsewhere),
    most: Math.min(base - sure(outside), here === null ? base : here),
  }
}

function poolNamed(question: Question, figures: readonly FrozenFigure[]): Pooled {
  const shown = figures.map(({ released }) => namedIn(released)).filter((codes) => codes.length > 0)
  if (shown.length === 0) return { form: 'few' }
  const options = optionsOf(question)
    .map(({ code }) => ({ code, times: shown.filter((codes) => codes.includes(code)).length }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
  return { form: 'named', options, digests: shown.length }
}

/** Options that a digest showed by themselves, as chosen by three or more. */
function namedIn(released: Released): string[] {
  switch (released.form) {
    case 'named':
      return released.codes
    case 'chosen':
      return released.options.filter(({ bound }) => bound !== 'at_most').map(({ code }) => code)
    case 'parts':
      return released.parts
        .filter(({ codes, silent, other, bound }) => codes.length === 1 && !silent && !other && bound !== 'at_most')
        .map(({ codes }) => codes[0]!)
    default:
      return []
  }
}
