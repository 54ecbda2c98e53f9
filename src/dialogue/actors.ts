/** Who acts: somebody with a role, by their account, or a door without accounts. A door proposes and pauses; it never agrees. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { type Act, may, type Office } from '../people/permissions.ts'
import { staffOf } from '../people/staff.ts'
import { withCoach } from './coach-mode.ts'
import type { Maker } from './drafts.ts'

export type Actor = Maker & {
  /** Set for a person: the office under which they act. */
  staffId: string | null
  may(act: Act): boolean
}

/**
 * @param by a staff id of this organisation, or a door
 * @param name what the door was told of who is there; a person has the name of their invitation
 * @returns null for an id without an office here now
 */
export async function actorOf(
  ground: Ground,
  organisation: Organisation,
  by: string,
  name = '',
): Promise<Actor | null> {
  const coach = await withCoach(ground, organisation)
  const everybody = await staffOf(ground, organisation.id)
  const self = everybody.find(({ staffId }) => staffId === by)
  const allowed = (offices: readonly Office[]) => (act: Act) =>
    may(offices, organisation.id, act, { withCoach: coach, nobodyElse: !everybody.some(({ role }) => role === 'lead') })
  if (self) {
    const own = everybody.filter((one) => one.channel === self.channel && one.addressHash === self.addressHash)
    return { by, name: self.name, key: self.addressHash, staffId: by, may: allowed(own) }
  }
  const role = DOORS.get(by)
  if (!role) return null
  const office = { organisationId: organisation.id, staffId: by, role, name, task: null }
  return { by, name: name.trim().replace(/\s+/g, ' '), key: null, staffId: null, may: allowed([office]) }
}

/** Doors without accounts, and whose rights hold there. None of them may agree. */
const DOORS: ReadonlyMap<string, 'coach' | 'worker'> = new Map([
  ['coach-page', 'coach'],
  ['command line', 'worker'],
])
