/**
 * How somebody in a Discord server can be answered, where any instance finds it. Of who is not known to us nothing is
 * stored: the instance that heard them answers.
 */
import type { VisitBook } from '../channels/discord/visits.ts'
import type { Ground } from '../ground.ts'
import type { Fleeting } from './fleeting.ts'
import { isKnownAddress } from './known-address.ts'

export function createVisitBook(ground: Pick<Ground, 'store' | 'vault'>, fleeting: Fleeting): VisitBook {
  return {
    async keep(person, name, value) {
      if (!(await isKnownAddress(ground, { channel: 'discord', id: person }))) return false
      await fleeting.keep('visit', name, value, LIVES)
      return true
    },
    find: (name) => fleeting.find('visit', name),
    claim: (name, by) => fleeting.claim('visit', name, by, LIVES),
  }
}

/** As long as Discord lets an interaction be answered. */
const LIVES = { minutes: 15 }
