/** The page where a curator takes a pack up: by a link of an hour, and who has it is asked for their role each time. */
import { actorOf } from '../dialogue/actors.ts'
import type { Ground } from '../ground.ts'
import type { Done, Hand } from '../instrumentarium/outcome.ts'
import { lookInPack, type PackIn, packIn } from '../instrumentarium/packs.ts'
import { readStaffLink } from '../people/staff-links.ts'

export type PackDoor = {
  /** Whether this link leads somewhere, for somebody who may. */
  open(token: string): Promise<boolean>
  /** What a file holds; keeps nothing. Null for a link that leads nowhere. */
  look(token: string, bytes: Uint8Array): Promise<Done<PackIn> | null>
  /** @param said the fingerprint that was looked at and said yes to */
  take(token: string, bytes: Uint8Array, said: string): Promise<Done<{ taken: number; same: number }> | null>
}

export function createPackDoor(ground: Ground): PackDoor {
  return {
    open: async (token) => (await holderOf(ground, token)) !== null,
    async look(token, bytes) {
      return (await holderOf(ground, token)) && lookInPack(ground, bytes)
    },
    async take(token, bytes, said) {
      const holder = await holderOf(ground, token)
      return holder && packIn(ground, holder.hand, bytes, said, holder.organisationId)
    },
  }
}

async function holderOf(ground: Ground, token: string): Promise<{ hand: Hand; organisationId: string } | null> {
  const link = await readStaffLink(ground, 'upload', token)
  const organisation = ground.config().organisations.get(link?.organisationId ?? '')
  if (!link?.staffId || link.subject !== 'pack' || !organisation) return null
  const hand = await actorOf(ground, organisation, link.staffId)
  return hand?.may('method.curate') ? { hand, organisationId: organisation.id } : null
}
