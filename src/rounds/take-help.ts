/** The help card, and asking to be contacted. */
import type { Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { type InboundRooms, remark } from './inbound-rooms.ts'

export async function takeHelp(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'help')
}

export async function takeHelpTap(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'tapped' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'notice-stale')
}

export async function takeHelpTyped(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'typed' }>,
  _addressHash: string,
  _organisationId: string,
): Promise<void> {
  remark(rooms, inbound, 'nothing-open')
}

export async function takeUnexpected(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'typed' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'nothing-open')
}
