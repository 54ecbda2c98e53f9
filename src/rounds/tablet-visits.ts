/**
 * Who stands at a shared device now. Only in this process's memory: a visit that is over leaves nothing to find, and
 * after a restart the device shows its start screen.
 */
import type { Address } from '../channels/port.ts'
import type { AgeCode } from '../people/ages.ts'
import type { Language } from '../survey/question-set.ts'

export type TabletOver = 'thanks' | 'no' | 'under-13' | 'not-here' | 'wiped'

export type Visit = {
  id: string
  token: string
  organisationId: string
  sessionId: string
  language: Language
  /** What stands on the screen; `over`: the thanks, until the next person begins. */
  step: 'alias' | 'age' | 'consent' | 'cards' | 'over'
  /** Its last words: what follows `tablet-` in a key of the words files. */
  over: TabletOver | null
  /** Folded; null for somebody who goes on without a word. */
  alias: string | null
  age: AgeCode | null
  more: boolean
  /** Set by a yes, not before. */
  address: Address | null
  touchedAt: Temporal.Instant
}

export type Visits = {
  open(visit: Visit): void
  /** The visit, when it goes on at this link. */
  find(token: string, id: string): Visit | null
  end(visit: Visit): void
  /** Whether somebody else at this session goes by this word just now. */
  isTaken(visit: Visit, alias: string, now: Temporal.Instant): boolean
}

export function createVisits(): Visits {
  const visits = new Map<string, Visit>()
  return {
    open(visit) {
      visits.set(visit.id, visit)
      if (visits.size > MOST) visits.delete(visits.keys().next().value!)
    },
    find(token, id) {
      const visit = visits.get(id)
      return visit?.token === token ? visit : null
    },
    end: (visit) => void visits.delete(visit.id),
    isTaken: (visit, alias, now) =>
      [...visits.values()].some(
        (other) =>
          other.id !== visit.id &&
          other.step !== 'over' &&
          other.sessionId === visit.sessionId &&
          other.alias === alias &&
          Temporal.Instant.compare(other.touchedAt.add({ minutes: WALKED_AWAY_MINUTES }), now) > 0,
      ),
  }
}

/** More people than stand at all tablets at once; the ones that began longest ago go first. */
const MOST = 1_000
/** Who did nothing for this long has walked away, and may come back under the same word. Nobody is sent away for it. */
const WALKED_AWAY_MINUTES = 30
