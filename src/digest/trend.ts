/** One question of one survey, time after time: the figures of frozen digests beside each other, nothing new. */
import { sharpestCut } from './compare.ts'
import type { Digest, DigestQuestion, FigureRange } from './content.ts'

/** A digest with its id, for who wants to point at it. */
export type DigestAt = { id: string; content: Digest }

/** `figure` null: that time too few answered, or nothing may be known. */
export type TrendPoint = { id: string; date: string; figure: FigureRange | null }

/**
 * Times at which a question was asked in one and the same way, oldest first. `codes`: the answers that are counted;
 * `question`: as it was asked then. `why`: what changed since the stretch before; null for the first one.
 */
export type TrendStretch = {
  why: 'scale' | 'set' | null
  question: DigestQuestion
  codes: string[]
  points: TrendPoint[]
}

/** `number`: its place in the newest digest that has it. */
export type Trend = { key: string; number: number; stretches: TrendStretch[] }

/** From how many figures in one stretch on there is a line to look at: two points are none. */
export const LEAST_FOR_LINE = 3

/**
 * The ordered questions of one survey over its digests: one entry a question that was shown at least twice, in the
 * order of the newest digest. A digest without figures is a gap. Where the question, its answers or the set around it
 * changed, a new stretch begins: figures on both sides are not put on one line.
 * @param digests of one survey, in any order; those of several rounds together are left out
 */
export function trendsOf(digests: readonly DigestAt[]): Trend[] {
  const inTime = digests
    .filter(({ content }) => !content.together)
    .toSorted((a, b) => (a.content.date < b.content.date ? -1 : a.content.date > b.content.date ? 1 : 0))
  const keys = new Map<string, number>()
  for (const { content } of inTime.toReversed())
    for (const { key, number, sides } of content.questions) if (sides && !keys.has(key)) keys.set(key, number)
  return [...keys]
    .map(([key, number]) => ({ key, number, stretches: stretchesOf(inTime, key) }))
    .filter(({ stretches }) => figuresIn(stretches) >= 2)
    .toSorted((a, b) => a.number - b.number)
}

/** Whether the newest stretch has so many figures that there is a line to look at. */
export function hasLine({ stretches }: Trend): boolean {
  const newest = stretches.at(-1)
  return newest !== undefined && figuresIn([newest]) >= LEAST_FOR_LINE
}

const figuresIn = (stretches: TrendStretch[]): number =>
  stretches.reduce((sum, { points }) => sum + points.filter(({ figure }) => figure !== null).length, 0)

type Asked = { id: string; content: Digest; question: DigestQuestion }

function stretchesOf(inTime: readonly DigestAt[], key: string): TrendStretch[] {
  const asked = inTime.flatMap(({ id, content }): Asked[] => {
    const question = content.questions.find((one) => one.key === key && one.sides !== undefined)
    return question ? [{ id, content, question }] : []
  })
  const groups: { why: TrendStretch['why']; asked: Asked[] }[] = []
  for (const one of asked) {
    const before = groups.at(-1)?.asked.at(-1)
    const why = before ? changeSince(before, one) : null
    if (before && why === null) groups.at(-1)!.asked.push(one)
    else groups.push({ why, asked: [one] })
  }
  return groups.map(({ why, asked: together }) => {
    const cut = sharpestCut(together.map(({ question, content }) => ({ question, base: content.base })))
    const question = together.at(-1)!.question
    return {
      why,
      question,
      codes: cut?.codes ?? question.sides![0]!,
      points: together.map(({ id, content }, i) => ({ id, date: content.date, figure: cut?.figures[i] ?? null })),
    }
  })
}

function changeSince(before: Asked, now: Asked): 'scale' | 'set' | null {
  if (before.question.scale === undefined || before.question.scale !== now.question.scale) return 'scale'
  return before.content.set === now.content.set ? null : 'set'
}
