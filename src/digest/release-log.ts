/** What was ever made public about which answers, and whether something new may be added to it. */
import type { ReleaseEntry } from './content.ts'

/** One digest's entries, about the answers of these rounds. */
export type Published = { rounds: readonly string[]; entries: readonly ReleaseEntry[] }

/**
 * Why not: `overlap`: a round counts twice in the new figures; `published`: figures about answers of one of its rounds
 * are public already, so that two of them could be subtracted.
 */
export type Refusal = 'overlap' | 'published'

/**
 * Whether these figures may be made public beside everything that is. Null when they may. That too few replied is no
 * figure. Pairs are weighed against the digests of both their rounds before they come here (`releasePairs`), so their
 * entry is about the round of its own digest only; no two figures may be about the same answers otherwise.
 * @param earlier everything published so far of these rounds or of others
 */
export function mayRelease(earlier: readonly Published[], next: Published): Refusal | null {
  if (new Set(next.rounds).size < next.rounds.length) return 'overlap'
  if (!next.entries.some(isFigure)) return null
  const taken = new Set(earlier.filter(({ entries }) => entries.some(isFigure)).flatMap(({ rounds }) => rounds))
  return next.rounds.some((round) => taken.has(round)) ? 'published' : null
}

/** Whether an entry says more than that there were too few. */
export const isFigure = ({ shown }: ReleaseEntry): boolean => shown !== 'hidden' && !shown.startsWith('few<')
