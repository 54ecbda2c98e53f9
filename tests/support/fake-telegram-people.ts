/** The people and groups of the fake Telegram: what they do becomes an update for the bot. */
import { type ChatType, type FakeChat, type FakeMessage, labels, makeChat, Refusal } from './fake-telegram-chats.ts'
import type { Updates } from './fake-telegram-updates.ts'

export function makePeople(me: { id: number }, updates: Updates) {
  const chats = new Map<number, FakeChat>()
  const taps = new Map<string, 'open' | 'answered'>()
  let lastTap = 0

  /** Somebody with a phone. Has not started the bot yet. */
  function person(
    id: number,
    { language, name = 'Ann', username }: { language?: string; name?: string; username?: string } = {},
  ) {
    const chat = chats.get(id) ?? makeChat(id, 'private', name)
    if (!chats.has(id)) chat.refusal = new Refusal(403, "Forbidden: bot can't initiate conversation with a user")
    chats.set(id, chat)
    const user = {
      ...{ id, is_bot: false, first_name: name },
      ...(username ? { username } : {}),
      ...(language ? { language_code: language } : {}),
    }
    const inChat = { chat: { id, type: 'private', first_name: name }, from: user }
    const say = (content: Record<string, unknown>) => {
      chat.refusal = null
      const message_id = chat.theirMessage(typeof content.text === 'string' ? content.text : '')
      return updates.emit('message', { message_id, date: now(), ...inChat, ...content })
    }
    const membership = (from: string, to: string) =>
      updates.emit('my_chat_member', {
        ...inChat,
        date: now(),
        old_chat_member: { status: from, user: me },
        new_chat_member: { status: to, user: me },
      })
    return {
      id,
      user,
      messages: chat.messages,
      next: chat.next,
      card: chat.card,
      /** What this person wrote and still stands in the chat. */
      written: () => chat.theirMessages(),
      /** All that stands in the chat grows so many hours older. */
      pass: chat.pass,
      /** Opens the chat without saying anything: from now on the bot may write. */
      meet: () => {
        chat.refusal = null
      },
      start: (startToken = '') => say({ text: `/start ${startToken}`.trim() }),
      type: (text: string) => say({ text }),
      /** Sends something that is no text, such as `{ sticker: {…} }`. */
      sends: (content: Record<string, unknown>) => say(content),
      /** Taps by words on a button (part of them will do) or by its number from the top; on the card, or on an older message. */
      tap: (what: string | number, on: FakeMessage = chat.card()) => {
        const button =
          typeof what === 'number'
            ? on.buttons.flat()[what]
            : on.buttons.flat().find(({ label }) => label.includes(what))
        if (!button) throw new Error(`no button '${what}' among: ${labels(on).join(' | ')}`)
        if (button.url !== undefined) throw new Error(`the button '${button.label}' leads to a page: follow it instead`)
        return tapData(button.data, on.id)
      },
      /** Where the link button with these words leads. */
      link: (what: string, on: FakeMessage = chat.card()) => {
        const button = on.buttons.flat().find(({ label, url }) => url !== undefined && label.includes(what))
        if (!button?.url) throw new Error(`no link '${what}' among: ${labels(on).join(' | ')}`)
        return button.url
      },
      /** A tap with any data, as a forger would send it. */
      tapData: (data: string) => tapData(data, 1),
      block: () => {
        chat.refusal = new Refusal(403, 'Forbidden: bot was blocked by the user')
        membership('member', 'kicked')
      },
      unblock: () => {
        chat.refusal = null
        membership('kicked', 'member')
      },
      /** The account is gone: no update tells so. */
      deactivate: () => {
        chat.refusal = new Refusal(403, 'Forbidden: user is deactivated')
      },
      wipe: () => chat.messages.splice(0),
    }

    function tapData(data: string, messageId: number): number {
      return press(user, data, { message_id: messageId, chat: inChat.chat })
    }
  }

  function press(user: object, data: string, message: { message_id: number; chat: object }): number {
    lastTap += 1
    taps.set(String(lastTap), 'open')
    return updates.emit('callback_query', {
      id: String(lastTap),
      from: user,
      chat_instance: '1',
      message: { date: now(), from: me, ...message },
      data,
    })
  }

  /** A group, supergroup or channel (id below zero) that the bot is in. */
  function group(
    id: number,
    { title = 'Coaches', type = 'supergroup' as Exclude<ChatType, 'private'>, username = '' } = {},
  ) {
    const chat = chats.get(id) ?? makeChat(id, type, title)
    chats.set(id, chat)
    const asChat: { id: number; type: string; title: string; username?: string } = { id, type, title: chat.title }
    if (username !== '') asChat.username = username
    chat.username = username
    const kind = type === 'channel' ? 'channel_post' : 'message'
    const emit = (content: Record<string, unknown>) =>
      updates.emit(kind, { message_id: chat.theirMessage(), date: now(), chat: asChat, ...content })
    const inTopic = (topic?: number) =>
      topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true }
    return {
      id,
      messages: chat.messages,
      next: chat.next,
      admins: chat.admins,
      /** Gets a public name: anybody finds it and reads along. Telegram tells it with every message. */
      open: (name: string) => {
        asChat.username = name
        chat.username = name
      },
      /** Somebody taps a button under a message of the bot here, by words on it; on the newest with buttons. */
      tap: (what: string, by: { user: { id: number } }, on: FakeMessage = chat.card()) => {
        const button = on.buttons.flat().find(({ label }) => label.includes(what))
        if (!button) throw new Error(`no button '${what}' among: ${labels(on).join(' | ')}`)
        return press(by.user, button.data, { message_id: on.id, chat: asChat, ...inTopic(on.topic ?? undefined) })
      },
      say: (text: string, by: { user: { id: number } }, topic?: number) =>
        emit({ text, from: by.user, ...inTopic(topic) }),
      /** Said by an administrator who is hidden behind the group's own name, or posted in a channel. */
      post: (text: string, topic?: number) =>
        emit({ text, sender_chat: asChat, ...(type === 'channel' ? {} : { from: ANONYMOUS }), ...inTopic(topic) }),
      /** An administrator takes from members, and so from the bot, the right to send these. */
      forbid: (...kinds: ('photo' | 'document')[]) => {
        for (const kind of kinds) chat.forbidden.add(kind)
      },
      openTopic: (name: string) => {
        const topic = chat.nextId()
        chat.topics.set(topic, name)
        return topic
      },
      deleteTopic: (topic: number) => chat.topics.delete(topic),
      /** Somebody puts the bot out. */
      kick: (by: { user: { id: number } }) => {
        chat.refusal = new Refusal(403, `Forbidden: bot was kicked from the ${type} chat`)
        updates.emit('my_chat_member', {
          chat: asChat,
          from: by.user,
          date: now(),
          old_chat_member: { status: 'member', user: me },
          new_chat_member: { status: 'kicked', user: me },
        })
      },
      /** Becomes a supergroup with another id; Telegram tells it in both chats. */
      migrate: (to: number) => {
        chat.refusal = new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
          migrate_to_chat_id: to,
        })
        emit({ migrate_to_chat_id: to })
        const moved = group(to, { title: chat.title, type: 'supergroup' })
        updates.emit('message', {
          message_id: 1,
          date: now(),
          chat: { id: to, type: 'supergroup', title: chat.title },
          migrate_from_chat_id: id,
        })
        return moved
      },
    }
  }

  return { chats, taps, person, group }
}

const now = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)
const ANONYMOUS = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
