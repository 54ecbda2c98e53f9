/**
 * A Bot API server on loopback, with people and groups that tests (and benches) move. It refuses
 * what Telegram refuses and words it the same way. One bot; nothing leaves the machine.
 *
 *   await using telegram = await startFakeTelegram()
 *   const ann = telegram.person(7, { language: 'nl' })
 *   ann.start('token')
 *   const card = await ann.next()
 *   ann.tap('goed')
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ChatType, type FakeChat, type FakeMessage, labels, makeChat, Refusal } from './fake-telegram-chats.ts'
import { makeUpdates, readWebhook, type Update } from './fake-telegram-updates.ts'

export { type FakeMessage, labels } from './fake-telegram-chats.ts'

export type FakeTelegram = Awaited<ReturnType<typeof startFakeTelegram>>
export type FakePerson = ReturnType<FakeTelegram['person']>
export type FakeGroup = ReturnType<FakeTelegram['group']>

/** What goes wrong with the next calls. `drop`: done, but the answer is lost; `reset`: not done, the line breaks. */
export type Fault = {
  answer: 'hang' | 'drop' | 'reset' | 'html' | { code: number; description?: string; retryAfter?: number }
  method?: string
  times?: number
}

export const FAKE_TOKEN = '4242:fake-telegram-token'

export async function startFakeTelegram({ token = FAKE_TOKEN, username = 'pols_bot', port = 0 } = {}) {
  const me = { id: 4242, is_bot: true, first_name: 'Pols', username }
  const chats = new Map<number, FakeChat>()
  const updates = makeUpdates()
  const commands = new Map<string, unknown>()
  const taps = new Map<string, 'open' | 'answered'>()
  const calls: Array<{ method: string; payload: Record<string, unknown> }> = []
  let faults: Array<Fault & { times: number }> = []
  let lastTap = 0

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void answer(request.url ?? '', Buffer.concat(chunks).toString(), response, gone.signal))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  async function answer(url: string, body: string, response: http.ServerResponse, gone: AbortSignal): Promise<void> {
    const [, bot = '', method = ''] = url.split('/')
    const payload = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>
    const fault = faults.find((candidate) => candidate.times > 0 && (candidate.method ?? method) === method)
    if (fault) fault.times -= 1
    calls.push({ method, payload })
    try {
      if (fault?.answer === 'hang') return
      if (fault?.answer === 'reset') return void response.destroy()
      if (fault?.answer === 'html') return void response.writeHead(502).end('<html>Bad Gateway</html>')
      if (typeof fault?.answer === 'object') throw faultRefusal(fault.answer)
      if (bot !== `bot${token}`) throw new Refusal(401, 'Unauthorized')
      const result = await run(method, payload, gone)
      if (fault?.answer === 'drop') return void response.destroy()
      reply(response, 200, { ok: true, result })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, message, parameters } = error
      reply(response, code, { ok: false, error_code: code, description: message, parameters })
    }
  }

  async function run(method: string, payload: Record<string, unknown>, gone: AbortSignal): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return me
      case 'sendMessage':
        return asSent(chatOf(payload), chatOf(payload).send(payload))
      case 'editMessageText':
        return asSent(chatOf(payload), chatOf(payload).edit(payload))
      case 'answerCallbackQuery':
        return answerTap(String(payload.callback_query_id))
      case 'getChatMember':
        return memberOf(chatOf(payload), Number(payload.user_id))
      case 'getChatAdministrators':
        return [...chatOf(payload).admins].map((id) => memberOf(chatOf(payload), id))
      case 'getMyCommands':
        return commands.get(scopeKey(payload)) ?? []
      case 'setMyCommands':
        commands.set(scopeKey(payload), payload.commands)
        return true
      case 'getUpdates':
        return updates.getUpdates(payload, gone)
      case 'setWebhook':
        updates.setWebhook(readWebhook(payload), payload.allowed_updates)
        return true
      case 'deleteWebhook':
        updates.setWebhook(null, undefined)
        return true
      case 'getWebhookInfo':
        return { url: updates.webhook()?.url ?? '', pending_update_count: updates.pendingCount() }
      default:
        throw new Refusal(404, 'Not Found: method not found')
    }
  }

  function chatOf(payload: Record<string, unknown>): FakeChat {
    const chat = chats.get(Number(payload.chat_id))
    if (!chat) throw new Refusal(400, 'Bad Request: chat not found')
    return chat
  }

  function answerTap(id: string): true {
    if (taps.get(id) !== 'open') {
      throw new Refusal(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
    }
    taps.set(id, 'answered')
    return true
  }

  function asSent(chat: FakeChat, message: FakeMessage) {
    return { message_id: message.id, from: me, chat: { id: chat.id, type: chat.type }, date: now(), text: message.text }
  }

  function memberOf(chat: FakeChat, id: number) {
    return { status: chat.admins.has(id) ? 'administrator' : 'member', user: { id, is_bot: false, first_name: 'Lid' } }
  }

  /** Somebody with a phone. Has not started the bot yet. */
  function person(id: number, { language, name = 'Ann' }: { language?: string; name?: string } = {}) {
    const chat = chats.get(id) ?? makeChat(id, 'private', name)
    if (!chats.has(id)) chat.refusal = new Refusal(403, "Forbidden: bot can't initiate conversation with a user")
    chats.set(id, chat)
    const user = { id, is_bot: false, first_name: name, ...(language ? { language_code: language } : {}) }
    const inChat = { chat: { id, type: 'private', first_name: name }, from: user }
    const say = (content: Record<string, unknown>) => {
      chat.refusal = null
      return updates.emit('message', { message_id: chat.theirMessage(), date: now(), ...inChat, ...content })
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
        return tapData(button.data, on.id)
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
      lastTap += 1
      taps.set(String(lastTap), 'open')
      const message = { message_id: messageId, date: now(), chat: inChat.chat, from: me }
      return updates.emit('callback_query', { id: String(lastTap), from: user, chat_instance: '1', message, data })
    }
  }

  /** A group, supergroup or channel (id below zero) that the bot is in. */
  function group(id: number, { title = 'Coaches', type = 'supergroup' as Exclude<ChatType, 'private'> } = {}) {
    const chat = chats.get(id) ?? makeChat(id, type, title)
    chats.set(id, chat)
    const asChat = { id, type, title: chat.title }
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
      say: (text: string, by: { user: { id: number } }, topic?: number) =>
        emit({ text, from: by.user, ...inTopic(topic) }),
      /** Said by an administrator who is hidden behind the group's own name, or posted in a channel. */
      post: (text: string, topic?: number) =>
        emit({ text, sender_chat: asChat, ...(type === 'channel' ? {} : { from: ANONYMOUS }), ...inTopic(topic) }),
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

  async function close(): Promise<void> {
    updates.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    username,
    person,
    group,
    calls,
    commands,
    taps,
    close,
    [Symbol.asyncDispose]: close,
    deliver: (update: unknown) => updates.deliver(update as Update),
    /** The same update once more; the last one if no number is given. */
    redeliver: (id = updates.past.at(-1)?.update_id) =>
      updates.deliver(updates.past.find((update) => update.update_id === id)!),
    hold: updates.hold,
    release: updates.release,
    settled: updates.settled,
    webhook: updates.webhook,
    callsOf: (method: string) => calls.filter((call) => call.method === method).map((call) => call.payload),
    fail: (fault: Fault) => {
      faults = [...faults.filter((known) => known.times > 0), { times: 1, ...fault }]
    },
  }
}

function reply(response: http.ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text)
}

function faultRefusal({ code, description, retryAfter }: Exclude<Fault['answer'], string>): Refusal {
  if (code !== 429)
    return new Refusal(code, description ?? (code >= 500 ? 'Internal Server Error' : 'Bad Request: made to fail'))
  return new Refusal(429, `Too Many Requests: retry after ${retryAfter ?? 1}`, { retry_after: retryAfter ?? 1 })
}

function scopeKey(payload: Record<string, unknown>): string {
  const scope = payload.scope as { type?: string } | undefined
  return `${scope?.type ?? 'default'} ${payload.language_code ?? ''}`.trim()
}

const now = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)
const ANONYMOUS = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
