/** The id of a message as the house keeps it: the chat, the message, and what was sent along under it. */
import { createHash } from 'node:crypto'
import type { ExternalId } from '../port.ts'

/** A picture or document under a message: its own number in the chat, and a print that tells whether it changed. */
export type Part = { kind: 'photo' | 'document'; id: number; print: string }
export type ShownMessage = { chat_id: number; message_id: number; parts: Part[] }

/** `chat:message`, then `:p<number>.<print>` for each picture and `:d<number>.<print>` for each document. */
export function externalIdOf(chatId: number, messageId: number, parts: Part[] = []): ExternalId {
  const rest = parts.map(({ kind, id, print }) => `:${kind === 'photo' ? 'p' : 'd'}${id}.${print}`)
  return `${chatId}:${messageId}${rest.join('')}`
}

/** Null when it is not one of ours. */
export function readExternalId(id: ExternalId): ShownMessage | null {
  const match = /^(-?\d{1,16}):(\d{1,16})((?::[pd]\d{1,16}\.[\w-]{8})*)$/.exec(id)
  if (!match) return null
  const parts = [...match[3]!.matchAll(/:([pd])(\d+)\.([\w-]+)/g)].map(
    ([, kind, number, print]): Part => ({
      kind: kind === 'p' ? 'photo' : 'document',
      id: Number(number),
      print: print!,
    }),
  )
  return { chat_id: Number(match[1]), message_id: Number(match[2]), parts }
}

/** Eight characters that differ when the file or the words with it do. */
export function printOf(bytes: Uint8Array, words: string): string {
  return createHash('sha256').update(bytes).update(words).digest('base64url').slice(0, 8)
}
