/** Who stands behind a page: the coach's page of an organisation, or the personal page of somebody with a role. */
import type { Address } from '../channels/port.ts'
import { type Authority, authorityOf, COACH_PAGE, coachPageOffice } from '../dialogue/authority.ts'
import type { Ground } from '../ground.ts'
import { readInvitation } from '../people/open-invitations.ts'
import type { Office } from '../people/permissions.ts'
import { type Accepted, accept, readStaff } from '../people/staff.ts'
import type { StaffRole } from '../store/tables.ts'
import { chosenOrganisation } from './staff-chat.ts'

export type PageAccess = {
  organisationId: string
  /** The name in the audit: a staff id, or the door of the coach's page. */
  by: string
  authority: Authority
  /** Set on a personal page: the account that the address is. */
  self?: { address: Address; office: Office }
}

export type StaffDoor = {
  coach(organisationId: string): Promise<PageAccess | null>
  /** @param secret the last part of the address of a personal page; null when nobody with a role has it */
  person(secret: string): Promise<PageAccess | null>
  invitation(code: string): Promise<{ organisation: string; role: StaffRole; name: string } | null>
  /** Gives the role to the page with this secret. */
  accept(code: string, secret: string): Promise<Accepted | 'not-here' | null>
}

export function createStaffDoor(ground: Ground): StaffDoor {
  return {
    async coach(organisationId) {
      const organisation = ground.config().organisations.get(organisationId)
      if (!organisation) return null
      const authority = await authorityOf(ground, organisation, [coachPageOffice(organisationId)])
      return { organisationId, by: COACH_PAGE, authority }
    },
    async person(secret) {
      const address = pageAddress(secret)
      const person = address && (await readStaff(ground, 'web', ground.vault.hashAddress(address)))
      if (!address || !person) return null
      const organisationId = await chosenOrganisation(ground, 'web', person)
      const authority = await authorityOf(ground, ground.config().organisations.get(organisationId)!, person.offices)
      const office = authority.offices[0]!
      return { organisationId, by: office.staffId, authority, self: { address, office } }
    },
    async invitation(code) {
      const found = await readInvitation(ground, code)
      if (!found) return null
      const organisation = ground.config().organisations.get(found.organisationId)!.name
      return { organisation, role: found.role, name: found.name }
    },
    async accept(code, secret) {
      const address = pageAddress(secret)
      return address && accept(ground, code, address)
    },
  }
}

/** The address of a personal page is an account of its own: long, random, and written down nowhere. */
const pageAddress = (secret: string): Address | null =>
  /^[\w-]{43}$/.test(secret) ? { channel: 'web', id: secret } : null
