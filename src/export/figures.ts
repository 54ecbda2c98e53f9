/** What a frozen digest says, figure by figure. Pure, and nothing but the digest goes in: no answer is looked at again. */
import type { Bound, Digest, DigestQuestion, Part } from '../digest/content.ts'

/** A digest with where it belongs. */
export type Source = {
  id: string
  surveyId: string
  digest: Digest
}

/**
 * One figure: of `base` people at least `low` and at most `high` are in it. Null: not known. `answers`: the options it
 * takes together; `silent`: who gave no clear answer is in it too; `other`: further options that are too many to name.
 */
export type Figure = {
  /** Key of the question; `_participation` for how many took part. */
  question: string
  /** change: of who answered at the start and at the end, how the second answer lies to the first. */
  about: 'answers' | 'participation' | 'change'
  form: 'count' | 'words' | 'named' | 'spread' | 'texts' | 'hidden'
  answers: string[]
  silent: boolean
  other: boolean
  bound: Bound | null
  low: number | null
  high: number | null
  base: number | null
  /** Words instead of counts: most, about half, a minority of the base or of who was asked. */
  share: 'most' | 'half' | 'minority' | null
}

export function figuresOf(digest: Digest): Figure[] {
  // Of sessions taken together nobody may know how many people there were.
  const base = digest.together ? null : digest.base
  return [
    participationOf(digest),
    ...digest.questions.flatMap((question) => ofQuestion(question, base)),
    ...changeOf(digest),
  ]
}

function participationOf({ participation }: Digest): Figure {
  const figure = { ...EMPTY, question: '_participation', about: 'participation' as const }
  switch (participation.form) {
    case 'few':
      return { ...figure, form: 'hidden', bound: 'at_most', low: 0, high: participation.fewerThan - 1 }
    case 'exactly': {
      const { count } = participation
      return { ...figure, form: 'count', bound: 'exactly', low: count, high: count, base: participation.headcount }
    }
    case 'at_least': {
      const { count, headcount } = participation
      return { ...figure, form: 'count', bound: 'at_least', low: count, high: headcount, base: headcount }
    }
    default: {
      const never: never = participation
      return never
    }
  }
}

function ofQuestion({ key, released }: DigestQuestion, base: number | null): Figure[] {
  const figure = { ...EMPTY, question: key, base }
  switch (released.form) {
    case 'hidden':
      return [{ ...figure, base: null }]
    case 'spread':
      return [{ ...figure, form: 'spread' }]
    case 'parts':
      return released.parts.map((part) => ({ ...figure, ...ofPart(part, base) }))
    case 'chosen':
      return released.options.map(({ code, bound, count }) => ({
        ...figure,
        ...ofPart({ codes: [code], silent: false, other: false, bound, count }, base),
      }))
    case 'named':
      // Three people or more chose each of these.
      return released.codes.map((code) => ({
        ...figure,
        form: 'named' as const,
        answers: [code],
        bound: 'at_least' as const,
        low: NAMED,
        high: base,
      }))
    case 'share':
      return [{ ...figure, form: 'words', answers: released.codes, share: released.share }]
    case 'texts':
      return [{ ...figure, form: 'texts', bound: 'at_least', low: released.atLeast, high: base }]
    default: {
      const never: never = released
      return never
    }
  }
}

function changeOf({ pairs, start }: Digest): Figure[] {
  if (pairs?.form !== 'shown' || !start) return []
  const figure = { ...EMPTY, question: start.endQuestion, about: 'change' as const, base: pairs.base }
  const twice: Figure = {
    ...figure,
    form: 'count',
    answers: ['twice'],
    bound: 'at_least',
    low: pairs.twice,
    high: pairs.base,
  }
  return [twice, ...(pairs.change ?? []).map((part) => ({ ...figure, ...ofPart(part, pairs.base) }))]
}

function ofPart({ codes, silent, other, bound, count }: Part, base: number | null) {
  const low = bound === 'at_most' ? 0 : count
  const high = bound === 'at_least' ? base : count
  return { form: 'count' as const, answers: codes, silent, other, bound, low, high }
}

const EMPTY: Omit<Figure, 'question'> = {
  about: 'answers',
  form: 'hidden',
  answers: [],
  silent: false,
  other: false,
  bound: null,
  low: null,
  high: null,
  base: null,
  share: null,
}
/** Options are named from three people on. */
const NAMED = 3
