/** What is kept of a person: seeing it, erasing it, and taking their own message out of the chat. */
import type { Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { type InboundRooms, remark } from './inbound-rooms.ts'

export async function takeMyData(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'help')
}

export async function takeErase(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'help')
}

export async function takeDataTap(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'tapped' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'notice-stale')
}
