/** Who of the staff a moment on the timeline belongs to: the account that is reminded, or nobody. */
import type { Ground } from '../ground.ts'
import { type StaffMember, staffOf } from '../people/staff.ts'
import { fold, isFixed } from '../timeline/plan.ts'

export type OwnedMoment = { id: string; kind: string; owner: string; owner_staff_id: string | null }
export type MomentOwner = { staffId: string; name: string; reachable: boolean }
export type OwnerOf = (moment: OwnedMoment) => MomentOwner | null

/**
 * Who was chosen, or whoever has the name that was written, or who was asked for this one task; the coach for a fixed
 * moment that nobody took. A name that two people have is nobody's: the wrong person would hear of it.
 */
export async function readOwners(ground: Ground, organisationId: string): Promise<OwnerOf> {
  const staff = await staffOf(ground, organisationId)
  return (moment) => {
    const { owner_staff_id: chosen, owner } = moment
    const found =
      staff.find(({ staffId }) => staffId === chosen) ??
      only(staff.filter(({ name }) => owner !== '' && fold(name) === fold(owner))) ??
      only(staff.filter(({ task }) => task === taskOf(moment.id))) ??
      (owner === '' && isFixed(moment.kind) ? only(staff.filter(({ role }) => role === 'coach')) : null)
    return found && { staffId: found.staffId, name: found.name, reachable: found.reachable }
  }
}

/** What an office has as its task when it is about one moment. */
export const taskOf = (momentId: string): string => `moment:${momentId}`

/** The one person among these offices; null for none and for several. */
function only(offices: StaffMember[]): StaffMember | null {
  const accounts = new Set(offices.map(({ channel, addressHash }) => `${channel} ${addressHash}`))
  return accounts.size === 1 ? offices[0]! : null
}
