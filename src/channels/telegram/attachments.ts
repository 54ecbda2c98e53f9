/**
 * Pictures and documents under a message: each a reply to it, for a caption is too short for the words. What Telegram
 * refuses is left out, and the words stand; what has to wait is told, with what stands by then.
 */
import { type Api, InputFile } from 'grammy'
import { describeError, type Log } from '../../log.ts'
import type { ChannelError, Prompt } from '../port.ts'
import { isHarmless, isMessageGone, toChannelError } from './errors.ts'
import { type Part, printOf } from './external-id.ts'
import { toCaption } from './message.ts'
import type { ChatAddress } from './wire.ts'

/** `later`: why the rest has to wait; the parts stand already. */
export type Attached = { parts: Part[]; later: ChannelError | null }

type Wanted = { kind: Part['kind']; name: string; bytes: Uint8Array; caption: string; print: string }

/** @param call makes one call of the Bot API and counts how it ended */
export function makeAttachments(api: Api, call: <T>(method: string, run: () => Promise<T>) => Promise<T>, log: Log) {
  return { attach, drop }

  /**
   * Makes what stands under a message what the prompt wants there: kept where nothing changed, replaced in place, sent
   * anew, or taken away.
   * @param standing what is there now
   */
  async function attach(to: ChatAddress, message: number, prompt: Prompt, standing: Part[]): Promise<Attached> {
    const left = [...standing]
    const parts: Part[] = []
    for (const wanted of wantedOf(prompt)) {
      const at = left.findIndex(({ kind }) => kind === wanted.kind)
      const [before] = at === -1 ? [] : left.splice(at, 1)
      try {
        const id = await put(to, message, wanted, before)
        parts.push({ kind: wanted.kind, id, print: wanted.print })
      } catch (error) {
        // The words of the same message were taken a moment ago: it is this chat that has to wait.
        const refused = toChannelError(error, 'a picture or document', 'chat')
        if (refused.kind === 'later') return { parts: [...parts, ...(before ? [before] : []), ...left], later: refused }
        log.warn(describeError(refused), 'telegram: a picture or document was refused; the words stand without it')
        // What it would have replaced says something else by now.
        if (before) left.push(before)
      }
    }
    const later = await drop(to, left)
    return { parts: later ? [...parts, ...left] : parts, later }
  }

  /**
   * Takes away what stands under a message; what Telegram keeps (two days old, say) stays.
   * @returns why it has to wait, or null
   */
  async function drop({ chat_id }: ChatAddress, parts: Part[]): Promise<ChannelError | null> {
    for (const { id } of parts) {
      try {
        await call('deleteMessage', () => api.raw.deleteMessage({ chat_id, message_id: id }))
      } catch (error) {
        const refused = toChannelError(error, 'deleteMessage')
        if (refused.kind === 'later') return refused
        log.debug(describeError(refused), 'telegram: an old picture could not be removed')
      }
    }
    return null
  }

  /** @returns the number of the message that now shows it */
  async function put(to: ChatAddress, message: number, wanted: Wanted, before: Part | undefined): Promise<number> {
    if (before?.print === wanted.print) return before.id
    if (before) {
      try {
        await replace(to.chat_id, before.id, wanted)
        return before.id
      } catch (error) {
        if (isHarmless(error)) return before.id
        if (!isMessageGone(error)) throw error
      }
    }
    return sendAnew(to, message, wanted)
  }

  async function replace(chat_id: number, message_id: number, wanted: Wanted): Promise<void> {
    const { kind, caption } = wanted
    const media = { type: kind, media: fileOf(wanted), caption }
    await call('editMessageMedia', () => api.raw.editMessageMedia({ chat_id, message_id, media }))
  }

  /** Without a sound: the words made one, or were asked not to. */
  async function sendAnew(to: ChatAddress, message: number, wanted: Wanted): Promise<number> {
    const manner = {
      ...to,
      caption: wanted.caption,
      disable_notification: true,
      reply_parameters: { message_id: message, allow_sending_without_reply: true },
    }
    const sent =
      wanted.kind === 'photo'
        ? await call('sendPhoto', () => api.raw.sendPhoto({ ...manner, photo: fileOf(wanted) }))
        : await call('sendDocument', () => api.raw.sendDocument({ ...manner, document: fileOf(wanted) }))
    return sent.message_id
  }
}

/** What a prompt wants under its words; no pictures for who wants text only. */
function wantedOf({ image, files = [], language, textOnly }: Prompt): Wanted[] {
  const pictures = image && !textOnly ? [{ name: 'pols.png', bytes: image.png, caption: image.alt }] : []
  return [
    ...pictures.map(({ name, bytes, caption }) => wanted('photo', name, bytes, toCaption(caption, language))),
    ...files.map(({ name, bytes }) => wanted('document', name, bytes, '')),
  ]
}

function wanted(kind: Part['kind'], name: string, bytes: Uint8Array, caption: string): Wanted {
  return { kind, name: plainName(name), bytes, caption, print: printOf(bytes, `${name}\n${caption}`) }
}

const fileOf = ({ bytes, name }: Wanted) => new InputFile(bytes, name)

/** The name travels unquoted in a header: letters, figures, dots and dashes only. */
function plainName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '')
  return plain.replace(/[^A-Za-z0-9._-]+/g, '-').slice(-LONGEST_NAME)
}

const LONGEST_NAME = 64
