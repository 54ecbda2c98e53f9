/** Who stands at a shared device now. A visit that is over leaves nothing to find. */

import type { Address } from '../channels/port.ts'
import type { AgeCode } from '../people/ages.ts'
import type { Fleeting } from '../people/fleeting.ts'
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
  /** Keeps it as it is now: before the yes in this process, after it where any instance finds it. */
  save(visit: Visit): Promise<void>
  /** The visit, when it goes on at this link. */
  find(token: string, id: string): Promise<Visit | null>
  end(visit: Visit): Promise<void>
  /** Whether somebody else at this session goes by this word just now. */
  isTaken(visit: Visit, alias: string, now: Temporal.Instant): Promise<boolean>
  /** Takes the word of this visit for it alone. @returns false when somebody else was first, on whichever instance */
  claim(visit: Visit): Promise<boolean>
}

/**
 * Before the yes nothing of a person may be stored, so a visit is in this process alone and its device has to come back
 * here; what is lost with the process is a word and an age that nobody kept. From the yes on it is in the store.
 */
export function createVisits(fleeting: Fleeting): Visits {
  const before = new Map<string, Visit>()
  const wordOf = (visit: Visit, alias: string) => `${visit.sessionId}:${alias}`
  return {
    async save(visit) {
      if (visit.address === null) {
        before.set(visit.id, visit)
        if (before.size > MOST) before.delete(before.keys().next().value!)
        return
      }
      before.delete(visit.id)
      await fleeting.keep('tablet', visit.id, { ...visit, touchedAt: visit.touchedAt.toString() }, VISIT_LIVES)
      if (visit.alias === null) return
      if (visit.step === 'over') await fleeting.drop('alias', wordOf(visit, visit.alias))
      else await fleeting.keep('alias', wordOf(visit, visit.alias), visit.id, LIVES)
    },
    async find(token, id) {
      const visit = before.get(id) ?? revived(await fleeting.find('tablet', id))
      return visit?.token === token ? visit : null
    },
    async end(visit) {
      before.delete(visit.id)
      await fleeting.drop('tablet', visit.id)
      if (visit.alias !== null && visit.address !== null) await fleeting.drop('alias', wordOf(visit, visit.alias))
    },
    async isTaken(visit, alias, now) {
      const here = [...before.values()].some(
        (other) =>
          other.id !== visit.id &&
          other.step !== 'over' &&
          other.sessionId === visit.sessionId &&
          other.alias === alias &&
          Temporal.Instant.compare(other.touchedAt.add(LIVES), now) > 0,
      )
      if (here) return true
      const holder = await fleeting.find('alias', wordOf(visit, alias))
      return holder !== null && holder !== visit.id
    },
    claim: async (visit) =>
      visit.alias === null || (await fleeting.claim('alias', wordOf(visit, visit.alias), visit.id, LIVES)),
  }
}

function revived(stored: unknown): Visit | null {
  if (stored === null) return null
  const visit = stored as Omit<Visit, 'touchedAt'> & { touchedAt: string }
  return { ...visit, touchedAt: Temporal.Instant.from(visit.touchedAt) }
}

/** More people than stand at all tablets at once; the ones that began longest ago go first. */
const MOST = 1_000
/** Longer than any session: who comes back to a device that was left alone goes on where they were. */
const VISIT_LIVES = { hours: 12 }
/** Who did nothing for this long has walked away, and may come back under the same word. Nobody is sent away for it before. */
const LIVES = { minutes: 30 }
