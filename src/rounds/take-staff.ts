/** A code that staff give in their private chat: that chat becomes where requests for contact arrive. */
import type { Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { linkPlace } from '../people/places.ts'
import { nearestLanguage } from '../words/words.ts'
import { type InboundRooms, notice, remark } from './inbound-rooms.ts'

export async function takeStaffCode(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
): Promise<void> {
  if (!inbound.from) return
  // A page has no name and makes no sound: a request would lie there unseen.
  if (inbound.channel === 'web') return remark(rooms, inbound, 'staff-not-here')
  const linked = await linkPlace(ground, inbound.argument, inbound.from, undefined, 'private')
  if (!linked) return remark(rooms, inbound, 'link-wrong-code')
  if (linked === 'misplaced') return remark(rooms, inbound, 'staff-in-group')
  const organisation = ground.config().organisations.get(linked.organisationId)
  const language = organisation?.language ?? nearestLanguage(inbound.language, 'nl')
  const values = { organisation: organisation?.name ?? linked.organisationId }
  rooms.speak(inbound.from, notice('staff-linked', language, values))
}
