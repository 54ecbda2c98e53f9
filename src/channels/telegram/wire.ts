/**
 * What comes in from Telegram, as events of ours. Pure: no clock, no network. Updates are treated
 * as strangers: whatever they hold, they become an event we know or nothing at all.
 */
import type { Address, Inbound } from '../port.ts'
import { commandNamed, placeCommandNamed } from './commands.ts'
import { externalIdOf } from './external-id.ts'

/** Longest text of one message, counted in UTF-16 units after the markup is read (never less strict than Telegram). */
export const TEXT_LIMIT = 4096
/** Longest words under a picture, counted the same way. */
export const CAPTION_LIMIT = 1024
/** Longest button data in bytes. */
export const DATA_LIMIT = 64

/** The kinds of update that `toInbound` understands; Telegram is asked for these only. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member', 'channel_post'] as const

/**
 * Reads one update.
 * @param botUsername without @, to know commands meant for another bot
 * @returns null for everything that is not for us: unknown, malformed or enormous updates, edits,
 *   talk in groups, service messages. Never throws. `manager` is true only where the update itself
 *   proves it (channel posts, anonymous administrators); the transport asks Telegram about others.
 */
export function toInbound(update: unknown, botUsername: string): Inbound | null {
  const root = record(update)
  const updateId = integer(root?.update_id)
  if (!root || updateId === null || updateId < 0) return null
  const id = String(updateId)
  const tap = record(root.callback_query)
  if (tap) return fromTap(id, tap)
  const membership = record(root.my_chat_member)
  if (membership) return fromMembership(id, membership)
  const message = record(root.message) ?? record(root.channel_post)
  if (!message) return null
  const chat = record(message.chat)
  if (chat?.type === 'private') return fromPrivate(id, message, botUsername)
  return chat ? fromPlace(id, message, chat, botUsername) : null
}

/** The address of a place: the chat, and the topic in it if there is one. */
export function placeAddress(chatId: number, topic: number | null): Address {
  return { channel: 'telegram', id: topic === null ? String(chatId) : `${chatId}/${topic}` }
}

/** What Telegram's methods take for an address. */
export type ChatAddress = { chat_id: number; message_thread_id?: number }

/** Splits an address. Null when it is not one of ours. */
export function readAddress(address: Address): ChatAddress | null {
  const match = /^(-?\d{1,16})(?:\/(\d{1,16}))?$/.exec(address.id)
  if (!match) return null
  const chat_id = Number(match[1])
  return match[2] === undefined ? { chat_id } : { chat_id, message_thread_id: Number(match[2]) }
}

function fromTap(id: string, tap: Json): Inbound | null {
  const person = personOf(tap.from)
  const data = tap.data
  if (!person || typeof data !== 'string' || !fitsButton(data)) return null
  return { channel: 'telegram', id, ...person, type: 'tapped', data, ...standing(tap.message) }
}

/** Where the message with the button stands: its id, and the group, topic or channel unless that is a private chat. */
function standing(message: unknown): { message?: string; place?: Address } {
  const shown = record(message)
  const chat = record(shown?.chat)
  const [chatId, messageId] = [integer(chat?.id), integer(shown?.message_id)]
  if (!shown || !chat || chatId === null || messageId === null) return {}
  const tapped = { message: externalIdOf(chatId, messageId) }
  return PLACE_TYPES.has(chat.type) ? { ...tapped, place: placeAddress(chatId, topicOf(shown)) } : tapped
}

function fromMembership(id: string, membership: Json): Inbound | null {
  const chat = record(membership.chat)
  const chatId = integer(chat?.id)
  const status = record(membership.new_chat_member)?.status
  const person = personOf(membership.from)
  if (!chat || chatId === null) return null
  if (chat.type === 'private') {
    if (!person) return null
    if (status === 'kicked') return { channel: 'telegram', id, ...person, type: 'blocked' }
    if (status === 'member') return { channel: 'telegram', id, ...person, type: 'unblocked' }
    return null
  }
  if (!PLACE_TYPES.has(chat.type)) return null
  if (status !== 'left' && status !== 'kicked') return null
  return { channel: 'telegram', id, ...person, type: 'place-lost', place: placeAddress(chatId, null) }
}

function fromPrivate(id: string, message: Json, botUsername: string): Inbound | null {
  const person = personOf(message.from)
  if (!person) return null
  const common = { channel: 'telegram' as const, id, ...person }
  const text = message.text
  const messageId = integer(message.message_id)
  const typed = messageId === null ? { type: 'typed' as const } : { type: 'typed' as const, message: String(messageId) }
  if (typeof text !== 'string') {
    return OTHER_CONTENT.some((key) => message[key] != null) ? { ...common, ...typed, text: '' } : null
  }
  if (text.length > 2 * TEXT_LIMIT) return null
  const said = readCommand(text, botUsername)
  const command = said && commandNamed(said.command)
  return command ? { ...common, type: 'command', command, argument: said.argument } : { ...common, ...typed, text }
}

function fromPlace(id: string, message: Json, chat: Json, botUsername: string): Inbound | null {
  const chatId = integer(chat.id)
  if (chatId === null || !PLACE_TYPES.has(chat.type)) return null
  const movedTo = integer(message.migrate_to_chat_id)
  const movedFrom = integer(message.migrate_from_chat_id)
  if (movedTo !== null || movedFrom !== null) {
    const [before, after] = movedTo !== null ? [chatId, movedTo] : [movedFrom ?? chatId, chatId]
    const place = placeAddress(before, null)
    return { channel: 'telegram', id, type: 'place-moved', place, to: placeAddress(after, null) }
  }
  const text = message.text
  if (typeof text !== 'string' || text.length > 2 * TEXT_LIMIT) return null
  const said = readCommand(text, botUsername)
  const command = said && placeCommandNamed(said.command)
  if (!command) return null
  const topic = topicOf(message)
  const anonymous = integer(record(message.sender_chat)?.id)
  const person = anonymous === null ? personOf(message.from) : null
  const manager = chat.type === 'channel' || anonymous === chatId
  if (!manager && !person) return null
  const label = labelOf(chat, topic === null ? null : message)
  const place = placeAddress(chatId, topic)
  return {
    channel: 'telegram',
    id,
    ...person,
    type: 'place-command',
    command,
    argument: said.argument,
    place,
    community: String(chatId),
    label,
    manager,
    // A group or channel with a name of its own can be found and read by anybody.
    ...(typeof chat.username === 'string' && chat.username !== '' ? { public: true } : {}),
  }
}

/** The number of the topic a message stands in, in a group that has topics. */
function topicOf(message: Json): number | null {
  return message.is_topic_message === true ? integer(message.message_thread_id) : null
}

/** The chat's title, and the topic's where Telegram sends it along. */
function labelOf(chat: Json, inTopic: Json | null): string {
  const topic = record(record(inTopic?.reply_to_message)?.forum_topic_created)?.name
  return [chat.title, topic]
    .filter((part) => typeof part === 'string')
    .map((part) => part.slice(0, 128))
    .join(' › ')
}

/** `/name@bot argument`; null when it is no command, or one for another bot. */
function readCommand(text: string, botUsername: string): { command: string; argument: string } | null {
  const match = /^\/([a-z0-9_]{1,32})(?:@(\w{1,64}))?(?:\s+([\s\S]*))?$/i.exec(text.trim())
  if (!match) return null
  if (match[2] !== undefined && match[2].toLowerCase() !== botUsername.toLowerCase()) return null
  return { command: match[1]!.toLowerCase(), argument: (match[3] ?? '').trim().slice(0, ARGUMENT_LIMIT) }
}

/** The human behind an update, as the beginning of an inbound event. Without a username only the number leads to them. */
function personOf(user: unknown): { from: Address; handle: string; language?: string } | null {
  const known = record(user)
  const id = integer(known?.id)
  if (!known || id === null || id <= 0 || known.is_bot === true) return null
  const { username, language_code: tag } = known
  const named = typeof username === 'string' && /^\w{1,32}$/.test(username)
  const person = {
    from: { channel: 'telegram' as const, id: String(id) },
    handle: named ? `@${username}` : `tg://user?id=${id}`,
  }
  return typeof tag === 'string' && tag.length > 0 && tag.length <= 35 ? { ...person, language: tag } : person
}

/** Whether Telegram takes (and so ever sends) this as button data: 1 to 64 bytes. */
export function fitsButton(data: string): boolean {
  return data.length > 0 && Buffer.byteLength(data) <= DATA_LIMIT
}

type Json = Record<string, unknown>

function record(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
}

function integer(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null
}

const PLACE_TYPES: ReadonlySet<unknown> = new Set(['group', 'supergroup', 'channel'])
/** More than a proposal may have, so that one that is too long is told so instead of cut. */
const ARGUMENT_LIMIT = 1000
/** What a person can send that is no text: the house answers that it reads words only. */
const OTHER_CONTENT = [
  'animation',
  'audio',
  'document',
  'live_photo',
  'paid_media',
  'photo',
  'sticker',
  'story',
  'video',
  'video_note',
  'voice',
  'checklist',
  'contact',
  'dice',
  'game',
  'poll',
  'venue',
  'location',
  'rich_message',
] as const
