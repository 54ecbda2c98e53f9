/** What a person arranges for themselves: language, rest, and how a card looks. */
import type { Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { type InboundRooms, remark } from './inbound-rooms.ts'

export async function takeLanguage(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'help')
}

export async function takePause(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'help')
}

export async function takeSettings(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'help')
}

export async function takeSettingsTap(
  _ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'tapped' }>,
  _addressHash: string,
): Promise<void> {
  remark(rooms, inbound, 'notice-stale')
}
