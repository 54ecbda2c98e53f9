/** What leaves for a chat: a message or an edit of one; and a person's own message, taken out again. */
import type { Api } from 'grammy'
import { type Address, type Channel, ChannelError, type ExternalId, type Prompt } from '../port.ts'
import { isHarmless, isMessageGone, isPictureRefused, toChannelError } from './errors.ts'
import { type TelegramMessage, toMessage } from './message.ts'
import { type ChatAddress, externalIdOf, readAddress } from './wire.ts'

/** @param call makes one call of the Bot API and counts how it ended */
export function makeSending(
  api: Api,
  call: <T>(method: string, run: () => Promise<T>) => Promise<T>,
): { send: Channel['send']; remove: NonNullable<Channel['remove']> } {
  return { send, remove }

  async function send(to: Address, prompt: Prompt, { replaces }: { replaces?: ExternalId }): Promise<ExternalId> {
    const address = readAddress(to)
    if (!address) throw new ChannelError('rejected', 'telegram: an address has not the form of a Telegram address')
    const old = replaces === undefined ? null : readExternalId(replaces)
    const replaced = old?.chat_id === address.chat_id ? old : null
    const silent = prompt.silent === true
    const message = toMessage(prompt)
    // A question never waits for its picture.
    const { picture, ...rest } = prompt
    const inWords = picture && toMessage(rest)
    try {
      return await show(address, message, silent, replaced).catch((error: unknown) => {
        if (!inWords || !isPictureRefused(error)) throw error
        return show(address, inWords, silent, replaced)
      })
    } catch (error) {
      throw toChannelError(error, 'sendMessage')
    }
  }

  /** Edits the message, or sends a new one when there is none to edit. */
  async function show(
    to: ChatAddress,
    message: TelegramMessage,
    silent: boolean,
    replaced: ShownMessage | null,
  ): Promise<ExternalId> {
    if (replaced) {
      const shown = externalIdOf(replaced.chat_id, replaced.message_id)
      try {
        await call('editMessageText', () => api.raw.editMessageText({ ...replaced, ...message }))
        return shown
      } catch (error) {
        if (isHarmless(error)) return shown
        if (isPictureRefused(error)) throw error
        if (!isMessageGone(error)) throw toChannelError(error, 'editMessageText')
      }
    }
    const manner = { disable_notification: silent }
    const sent = await call('sendMessage', () => api.raw.sendMessage({ ...to, ...message, ...manner }))
    return externalIdOf(to.chat_id, sent.message_id)
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

type ShownMessage = { chat_id: number; message_id: number }

/** An ExternalId of ours is `chat:message`. */
function readExternalId(id: ExternalId): ShownMessage | null {
  const match = /^(-?\d{1,16}):(\d{1,16})$/.exec(id)
  return match ? { chat_id: Number(match[1]), message_id: Number(match[2]) } : null
}
