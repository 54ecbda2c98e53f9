/** A digest beside an earlier one of the same survey: only from what both have made public, and in careful words. */
import { contentHash } from '../survey/content-hash.ts'
import { optionsOf, type Question } from '../survey/question-set.ts'
import type { Comparison, Digest, DigestQuestion, FigureRange } from './content.ts'

/** From how many people on, in both digests, figures are put side by side. */
export const LEAST_TO_COMPARE = 20

type Comparable = Pick<Digest, 'participation' | 'base' | 'questions'>

/**
 * Whether the answers of each ordered question that both digests ask in the same way look more or less positive than
 * the time before. Bounds count for their least favourable value: what might be no difference is not called one.
 * @returns undefined for a digest without ordered questions or without figures: there is nothing to put side by side
 */
export function compareDigests(now: Comparable, before: Digest): Comparison | undefined {
  const ordered = now.questions.filter(({ sides }) => sides !== undefined)
  if (ordered.length === 0 || now.base === null) return undefined
  const { date } = before
  const shared = ordered.flatMap((question) => {
    const then = before.questions.find((one) => one.key === question.key && one.scale === question.scale)
    return then && question.scale !== undefined ? [{ question, then }] : []
  })
  if (shared.length === 0) return { form: 'other', date }
  if (answersIn(now) < LEAST_TO_COMPARE || answersIn(before) < LEAST_TO_COMPARE) return { form: 'few', date }
  const questions = shared.flatMap(({ question, then }) => {
    const cut = sharpestCut([
      { question, base: now.base },
      { question: then, base: before.base },
    ])
    if (!cut) return []
    const [here, there] = cut.figures as [FigureRange | null, FigureRange | null]
    if (!here || !there) return []
    const change = changeBetween(there, here)
    return change === 'unclear' ? [] : [{ key: question.key, codes: cut.codes, change, before: there, now: here }]
  })
  return questions.length === 0 ? { form: 'few', date } : { form: 'shown', date, questions }
}

/** How many people took part for certain. */
const answersIn = ({ participation }: Comparable): number => (participation.form === 'few' ? 0 : participation.count)

/**
 * How far apart two shares must be, from 0 to 1, before they look different: 1.96·√(0.25/n + 0.25/m). That is 31
 * points at 20 people each, 22 at 40 and 15 at 80; a rule of thumb, since the same young people come back.
 */
export function apartFrom(n: number, m: number): number {
  return 1.96 * Math.sqrt(0.25 / n + 0.25 / m)
}

/** `unclear`: it may be a difference and it may be none. */
export function changeBetween(before: FigureRange, now: FigureRange): 'higher' | 'lower' | 'similar' | 'unclear' {
  const apart = apartFrom(before.base, now.base)
  const gap = (one: FigureRange, other: FigureRange) => one.least / one.base - other.most / other.base
  if (gap(now, before) > apart) return 'higher'
  if (gap(before, now) > apart) return 'lower'
  return -gap(now, before) <= apart && -gap(before, now) <= apart ? 'similar' : 'unclear'
}

/**
 * The way of cutting an ordered question in two (its first sides against the rest) at which these figures are known
 * best; the first on a tie. Null when none of them says anything.
 */
export function sharpestCut(
  asked: { question: Pick<DigestQuestion, 'sides' | 'released'>; base: number | null }[],
): { codes: string[]; figures: (FigureRange | null)[] } | null {
  const sides = asked[0]?.question.sides ?? []
  const cuts = sides.slice(0, -1).map((_, i) => {
    const codes = sides.slice(0, i + 1).flat()
    const figures = asked.map(({ question, base }) => rangeOf(question, codes, base))
    const width = figures.reduce((sum, one) => sum + (one ? (one.most - one.least) / one.base : 0), 0)
    return { codes, figures, width }
  })
  const known = cuts.filter(({ figures }) => figures.some((one) => one !== null))
  const best = known.toSorted((a, b) => a.width - b.width)[0]
  return best ? { codes: best.codes, figures: best.figures } : null
}

/** How many people of the base gave one of these answers, as far as is public; null where there are no counts. */
export function rangeOf(
  { released }: Pick<DigestQuestion, 'released'>,
  codes: readonly string[],
  base: number | null,
): FigureRange | null {
  if (released.form !== 'parts' || base === null) return null
  let [least, most] = [0, 0]
  for (const part of released.parts) {
    const inside = part.codes.filter((code) => codes.includes(code)).length
    if (inside === 0) continue
    if (inside === part.codes.length && !part.silent && part.bound !== 'at_most') least += part.count
    most += part.bound === 'at_least' ? base : part.count
  }
  return { least, most: Math.min(most, base), base }
}

/** Equal for questions that ask the same with the same answers in the same order: what may be put side by side. */
export function scaleOf(question: Question): string {
  const options = optionsOf(question).map(({ code, text, side }) => [code, text.nl, side ?? ''])
  const asked = { type: question.type, text: question.text.nl, options, showIf: question.showIf ?? null }
  return contentHash(asked).slice(0, 16)
}
