/**
 * What may be said of the use of a method by many organisations. Pure. It is said of a half working year, once, and
 * never again otherwise:
 * - five organisations and a hundred people, so that it is nobody's own figure; and none of them more than half of the
 *   people, or it would be theirs after all;
 * - times in tens, shares in tenths: one person more or less is not seen;
 * - each half year counts rounds of its own, so that two of them do not differ by somebody's answers; and who agreed
 *   then and now differ by none or by two or more, so that a difference is of nobody in particular.
 */
export type UseIn = {
  organisationId: string
  times: number
  people: number
  answered: number
  /** By key of a question: how many were asked it, and how many of them passed it by. */
  questions: Record<string, { asked: number; skipped: number }>
}
/** Shares in tenths. */
export type UsageFact = { times: number; response: number; skips: Record<string, number> }

/** @param before organisations of the last half year of which something was said; null when nothing ever was */
export function usageFact(uses: readonly UseIn[], before: readonly string[] | null): UsageFact | null {
  const used = uses.filter(({ people }) => people > 0)
  const total = (of: (use: UseIn) => number) => used.reduce((sum, use) => sum + of(use), 0)
  const people = total((use) => use.people)
  if (!isNobodysOwn(used.map((use) => use.people))) return null
  if (before && differing(before, organisationsOf(used)) === 1) return null
  const keys = [...new Set(used.flatMap(({ questions }) => Object.keys(questions)))]
  const skips = keys.flatMap((key): [string, number][] => {
    const of = used.map(({ questions }) => questions[key] ?? { asked: 0, skipped: 0 })
    const asked = of.reduce((sum, one) => sum + one.asked, 0)
    const skipped = of.reduce((sum, one) => sum + one.skipped, 0)
    // The same rules for each question: fewer are asked it than the whole.
    return isNobodysOwn(of.map((one) => one.asked)) ? [[key, tenths(skipped, asked)]] : []
  })
  return {
    times: Math.floor(total(({ times }) => times) / 10) * 10,
    response: tenths(
      total(({ answered }) => answered),
      people,
    ),
    skips: Object.fromEntries(skips),
  }
}

/** @param counts people by organisation: enough of both, and none of them more than half */
function isNobodysOwn(counts: readonly number[]): boolean {
  const all = counts.reduce((sum, one) => sum + one, 0)
  const there = counts.filter((one) => one > 0).length
  return there >= LEAST_ORGANISATIONS && all >= LEAST_PEOPLE && counts.every((one) => one * 2 <= all)
}

/** Whose use it is; kept to compare with, never shown. */
export const organisationsOf = (uses: readonly UseIn[]): string[] =>
  uses
    .filter(({ people }) => people > 0)
    .map(({ organisationId }) => organisationId)
    .sort()

const differing = (one: readonly string[], other: readonly string[]): number =>
  new Set(one).symmetricDifference(new Set(other)).size

const tenths = (part: number, whole: number): number => Math.round((part / whole) * 10)

export const LEAST_ORGANISATIONS = 5
export const LEAST_PEOPLE = 100
