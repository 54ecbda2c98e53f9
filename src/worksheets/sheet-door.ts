/** What a writer's own page shows and keeps. Its address is a link for an hour out of a chat, or the account of a personal page. */
import type { Address } from '../channels/port.ts'
import { eraseField } from '../dialogue/sheet-erasing.ts'
import { SHEET_FIELDS } from '../dialogue/sheet-fields.ts'
import { type FieldValue, fieldOf, keepField, knownCodes, readOwn, readWords } from '../dialogue/sheet-own.ts'
import { readPrivate } from '../dialogue/sheet-private.ts'
import { type Received, receivedBy, sharedWith } from '../dialogue/sheet-shared-with.ts'
import { readWriter, touchWriter, type Writer, writerById } from '../dialogue/sheet-writers.ts'
import type { Ground } from '../ground.ts'
import { readStaffLink } from '../people/staff-links.ts'
import { mayWrite } from './may-write.ts'
import { startsOf } from './starts.ts'

export type SheetPage = {
  name: string
  partner: string
  /** Also what only the writer sees: this is their own page. */
  values: ReadonlyMap<string, FieldValue>
  /** Names of partners who have a copy, by field. */
  shared: ReadonlyMap<string, string[]>
  received: Received[]
  mayWrite: boolean
  /** The account whose conversation stands on this page as well; absent behind a link out of a chat. */
  self?: Address
}

/** kept, erased; gone: no such page or field; ended: this writer may write no more; empty and long: why words were not kept. */
export type Kept = 'kept' | 'erased' | 'gone' | 'ended' | { fault: 'empty' | 'long'; length: number; max: number }

export type SheetDoor = {
  page(token: string): Promise<SheetPage | null>
  /** Keeps one field as it was filled in; all of it empty erases the field. */
  keep(token: string, field: string, filled: { codes: readonly string[]; text: string }): Promise<Kept>
  /** Erases one field, with every copy of it. */
  erase(token: string, field: string): Promise<Kept>
}

/** @param rooms.wake messages that showed a copy are edited */
export function createSheetDoor(ground: Ground, rooms: { wake(): void }): SheetDoor {
  return {
    async page(token) {
      const writer = await writerBehind(ground, token)
      if (!writer) return null
      await touchWriter(ground, writer.id)
      const { values } = await readOwn(ground, writer.id)
      const all = new Map(values)
      for (const { key, visibility } of SHEET_FIELDS) {
        const secret = visibility === 'private' ? await readPrivate(ground, writer.id, key) : null
        if (secret) all.set(key, secret)
      }
      return {
        ...{ name: writer.name, partner: writer.partner, values: all },
        shared: await sharedWith(ground, writer.id),
        received: await receivedBy(ground, writer.id),
        mayWrite: await writes(ground, writer),
        ...(writer.address.channel === 'web' && writer.address.id === token ? { self: writer.address } : {}),
      }
    },
    async keep(token, key, filled) {
      const [writer, field] = [await writerBehind(ground, token), fieldOf(key)]
      if (!writer || !field) return 'gone'
      if (!(await writes(ground, writer))) return 'ended'
      const known = knownCodes(field, filled.codes)
      const codes = field.kind === 'choice' ? known.slice(0, 1) : known
      const bare = filled.text.trim() === '' || field.max === 0
      if (bare && codes.length === 0) {
        await erased(writer, key)
        return 'erased'
      }
      const read = bare ? null : readWords(field, filled.text)
      if (read && !read.ok) return { fault: read.fault, length: read.length, max: field.max }
      const chosen = field.kind === 'choice' && codes.length === 0 ? ['else'] : codes
      const value = { ...(chosen.length > 0 ? { codes: chosen } : {}), ...(read ? { text: read.text } : {}) }
      await touchWriter(ground, writer.id)
      await keepField(ground, writer.id, field, value)
      return 'kept'
    },
    async erase(token, key) {
      const [writer, field] = [await writerBehind(ground, token), fieldOf(key)]
      if (!writer || !field) return 'gone'
      await erased(writer, key)
      return 'erased'
    },
  }

  async function erased(writer: Writer, field: string): Promise<void> {
    await touchWriter(ground, writer.id)
    await eraseField(ground, writer.id, field)
    rooms.wake()
  }
}

async function writerBehind(ground: Ground, token: string): Promise<Writer | null> {
  const link = await readStaffLink(ground, 'sheet', token)
  if (link) return link.writerId === null ? null : writerById(ground, link.writerId)
  if (!/^[\w-]{43}$/.test(token)) return null
  return readWriter(ground, 'web', ground.vault.hashAddress({ channel: 'web', id: token }))
}

async function writes(ground: Ground, writer: Writer): Promise<boolean> {
  const { starts } = await startsOf(ground, writer.address.channel, writer.addressHash)
  return mayWrite({ ground, starts, writer })
}
