/**
 * What people who fill in a worksheet do in a chat: the command, buttons (`w.…`), words that were asked for, and a code
 * that lets them into a joint worksheet. A writer is known by their account; they need no role.
 */
import type { Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Speak } from '../rounds/speak.ts'

export type SheetRooms = { speak: Speak; wake(): void; pageUrl(path: string): string }

/** @returns takes one event; false when it is none of a worksheet's */
export function createTakeSheet(
  _ground: Ground,
  _rooms: SheetRooms,
): (inbound: Inbound, addressHash: string) => Promise<boolean> {
  return async () => false
}
