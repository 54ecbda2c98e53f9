/** Files that a bot uploads to the fake Telegram: the form read, and refused as Telegram refuses. */
import { Refusal } from './fake-telegram-chats.ts'

export type Upload = { name: string; bytes: Buffer }
/** A picture or document that stands in a chat. */
export type FakeMedia = { kind: 'photo' | 'document'; name: string; bytes: Buffer; width: number; height: number }

/** The fields of a form as the payload that JSON would be, with uploads in place of `attach://` names. */
export function readForm(type: string, body: Buffer): Record<string, unknown> {
  const boundary = /boundary=(\S+)/.exec(type)?.[1]
  const fields: Record<string, unknown> = {}
  const uploads = new Map<string, Upload>()
  for (const part of boundary === undefined ? [] : splitAt(body, `--${boundary}`)) {
    const end = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, end).toString()
    const content = part.subarray(end + 4, part.length - 2)
    const name = /name="([^"]*)"/.exec(head)?.[1]
    if (name === undefined) continue
    const file = /filename="?([^"\r\n;]*)/.exec(head)?.[1]
    if (file === undefined) fields[name] = readField(content.toString())
    else uploads.set(`attach://${name}`, { name: file, bytes: Buffer.from(content) })
  }
  return JSON.parse(JSON.stringify(fields), (_, value: unknown) => uploads.get(value as string) ?? value)
}

/** Checks a picture or document as Telegram does. @throws Refusal */
export function readMedia(kind: unknown, given: unknown): FakeMedia {
  const upload = given as Upload | undefined
  if ((kind !== 'photo' && kind !== 'document') || !Buffer.isBuffer(upload?.bytes)) {
    throw new Refusal(400, "Bad Request: can't parse InputMedia: media not found")
  }
  const { name, bytes } = upload
  if (bytes.length === 0) throw new Refusal(400, 'Bad Request: file must be non-empty')
  if (bytes.length > (kind === 'photo' ? 10_000_000 : 50_000_000)) throw new Refusal(413, 'Request Entity Too Large')
  if (kind === 'document') return { kind, name, bytes, width: 0, height: 0 }
  if (bytes.subarray(1, 4).toString('latin1') !== 'PNG') throw new Refusal(400, 'Bad Request: IMAGE_PROCESS_FAILED')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (width + height > 10_000 || Math.max(width / height, height / width) > 20) {
    throw new Refusal(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS')
  }
  return { kind, name, bytes, width, height }
}

/** @throws Refusal */
export function readCaption(given: unknown): string {
  const caption = typeof given === 'string' ? given.trim() : ''
  if (caption.length > 1024) throw new Refusal(400, 'Bad Request: message caption is too long')
  return caption
}

function splitAt(body: Buffer, mark: string): Buffer[] {
  const parts: Buffer[] = []
  for (let at = body.indexOf(mark); at !== -1; ) {
    const next = body.indexOf(mark, at + mark.length)
    if (next === -1) break
    parts.push(body.subarray(at + mark.length + 2, next))
    at = next
  }
  return parts
}

function readField(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
