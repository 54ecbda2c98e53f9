/** What leaves for a chat: a message or an edit of one; and a person's own message, taken out again. */
import type { Api } from 'grammy'
import { describeError, type Log } from '../../log.ts'
import { type Address, type Channel, ChannelError, type ExternalId, type Prompt } from '../port.ts'
import { makeAttachments } from './attachments.ts'
import { isHarmless, isMessageGone, isPictureRefused, toChannelError } from './errors.ts'
import { externalIdOf, type Part, readExternalId, type ShownMessage } from './external-id.ts'
import { type TelegramMessage, toMessage } from './message.ts'
import { createTraffic } from './traffic.ts'
import { type ChatAddress, readAddress } from './wire.ts'

/** @param call makes one call of the Bot API and counts how it ended */
export function makeSending(
  api: Api,
  call: <T>(method: string, run: () => Promise<T>) => Promise<T>,
  log: Log,
): Pick<Channel, 'send'> & Required<Pick<Channel, 'remove' | 'disarm'>> {
  const attachments = makeAttachments(api, call, log)
  const traffic = createTraffic()
  /** What stands under a message, by the id that a tap gives: a tap tells the message only. */
  const under = recent<Part[]>(MOST_MESSAGES)
  /** Words that stand while their picture waits, by nonce: the next try goes on from there. */
  const begun = recent<{ shown: ExternalId; tries: number }>(MOST_BEGUN)
  return { send, remove, disarm }

  async function send(
    to: Address,
    prompt: Prompt,
    { nonce, replaces }: { nonce: string; replaces?: ExternalId },
  ): Promise<ExternalId> {
    const address = readAddress(to)
    if (!address) throw new ChannelError('rejected', 'telegram: an address has not the form of a Telegram address')
    const before = begun.get(nonce)?.shown ?? replaces
    const old = before === undefined ? null : readExternalId(before)
    const replaced = old?.chat_id === address.chat_id ? old : null
    const silent = prompt.silent === true
    const message = toMessage(prompt)
    // A question never waits for its picture.
    const { picture, ...rest } = prompt
    const inWords = picture && toMessage(rest)
    traffic.note(address.chat_id)
    try {
      const shown = await show(address, message, silent, replaced).catch((error: unknown) => {
        if (!inWords || !isPictureRefused(error)) throw error
        return show(address, inWords, silent, replaced)
      })
      return await withParts(address, shown, prompt, replaced, nonce)
    } catch (error) {
      throw refusalOf(error, 'sendMessage', address.chat_id)
    }
  }

  function refusalOf(error: unknown, method: string, chat: number): ChannelError {
    return toChannelError(error, method, traffic.isBusy(chat) ? 'chat' : 'account')
  }

  /** Edits the message, or sends a new one when there is none to edit; gives its number. */
  async function show(
    to: ChatAddress,
    message: TelegramMessage,
    silent: boolean,
    replaced: ShownMessage | null,
  ): Promise<number> {
    if (replaced) {
      const { chat_id, message_id } = replaced
      try {
        await call('editMessageText', () => api.raw.editMessageText({ chat_id, message_id, ...message }))
        return message_id
      } catch (error) {
        if (isHarmless(error)) return message_id
        if (isPictureRefused(error)) throw error
        if (!isMessageGone(error)) throw refusalOf(error, 'editMessageText', chat_id)
      }
    }
    const manner = { disable_notification: silent }
    const sent = await call('sendMessage', () => api.raw.sendMessage({ ...to, ...message, ...manner }))
    return sent.message_id
  }

  /** Puts pictures and documents under the words that stand; after a few tries the words go without. */
  async function withParts(
    to: ChatAddress,
    message: number,
    prompt: Prompt,
    replaced: ShownMessage | null,
    nonce: string,
  ): Promise<ExternalId> {
    const key = externalIdOf(to.chat_id, message)
    const known = replaced ? (under.get(externalIdOf(to.chat_id, replaced.message_id)) ?? replaced.parts) : []
    const wants = prompt.image !== undefined || (prompt.files ?? []).length > 0
    if (!wants && known.length === 0) return key
    const anew = replaced?.message_id !== message
    if (anew) await attachments.drop(to, known)
    const { parts, later } = await attachments.attach(to, message, prompt, anew ? [] : known)
    under.set(key, parts)
    const shown = externalIdOf(to.chat_id, message, parts)
    const tries = (begun.get(nonce)?.tries ?? 0) + 1
    begun.delete(nonce)
    if (!later) return shown
    if (tries < MOST_TRIES) {
      begun.set(nonce, { shown, tries })
      throw later
    }
    log.warn(describeError(later), 'telegram: a picture or document was tried often enough; the words stand without it')
    return shown
  }

  async function disarm(_: Address, message: ExternalId): Promise<void> {
    const shown = readExternalId(message)
    if (!shown) return
    const { chat_id, message_id } = shown
    traffic.note(chat_id)
    try {
      await call('editMessageReplyMarkup', () => api.raw.editMessageReplyMarkup({ chat_id, message_id }))
    } catch (error) {
      if (isHarmless(error) || isMessageGone(error)) return
      throw refusalOf(error, 'editMessageReplyMarkup', chat_id)
    }
  }

  /** Telegram lets a bot take out what a person wrote in private, for two days. */
  async function remove(to: Address, message: ExternalId): Promise<boolean> {
    const address = readAddress(to)
    if (!address || !/^\d{1,16}$/.test(message)) return false
    const { chat_id } = address
    try {
      await call('deleteMessage', () => api.raw.deleteMessage({ chat_id, message_id: Number(message) }))
      return true
    } catch (error) {
      const refused = toChannelError(error, 'deleteMessage')
      if (refused.kind === 'later') throw refused
      return false
    }
  }
}

/** Remembers the newest things only. */
function recent<T>(most: number) {
  const kept = new Map<string, T>()
  return {
    get: (key: string) => kept.get(key),
    set(key: string, value: T) {
      kept.delete(key)
      kept.set(key, value)
      if (kept.size > most) kept.delete(kept.keys().next().value!)
    },
    delete: (key: string) => void kept.delete(key),
  }
}

const MOST_MESSAGES = 5000
const MOST_BEGUN = 500
const MOST_TRIES = 4
