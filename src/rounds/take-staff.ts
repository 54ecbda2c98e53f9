/** A code that staff give in their private chat: that chat becomes where requests for contact arrive. */
import type { Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { InboundRooms } from './inbound-rooms.ts'
import { takePlaceCommand } from './take-place.ts'

export async function takeStaffCode(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
): Promise<void> {
  if (inbound.from)
    await takePlaceCommand(ground, rooms, {
      ...inbound,
      type: 'place-command',
      command: 'koppel',
      place: inbound.from,
      label: '',
      manager: true,
    })
}
