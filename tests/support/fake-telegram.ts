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
import { type FakeChat, type FakeMessage, Refusal } from './fake-telegram-chats.ts'
import { makePeople } from './fake-telegram-people.ts'
import { makeUpdates, readWebhook, type Update } from './fake-telegram-updates.ts'
import { readForm } from './fake-telegram-uploads.ts'

export { type FakeMessage, labels } from './fake-telegram-chats.ts'

export type FakeTelegram = Awaited<ReturnType<typeof startFakeTelegram>>
export type FakePerson = ReturnType<FakeTelegram['person']>
export type FakeGroup = ReturnType<FakeTelegram['group']>

/** What goes wrong with the next calls. `drop`: done, but the answer is lost; `half`: done, and half of the answer comes; `reset`: not done, the line breaks. */
export type Fault = {
  answer: 'hang' | 'drop' | 'half' | 'reset' | 'html' | { code: number; description?: string; retryAfter?: number }
  method?: string
  times?: number
}

/** Asked before every call: what goes wrong with it, if anything. */
export type Storm = (method: string, payload: Record<string, unknown>) => Fault['answer'] | undefined

export const FAKE_TOKEN = '4242:fake-telegram-token-of-tests'

export async function startFakeTelegram({ token = FAKE_TOKEN, username = 'pols_bot', port = 0 } = {}) {
  const me = { id: 4242, is_bot: true, first_name: 'Pols', username }
  const updates = makeUpdates()
  const { chats, taps, person, group } = makePeople(me, updates)
  const commands = new Map<string, unknown>()
  const calls: Array<{ method: string; payload: Record<string, unknown> }> = []
  /** Calls that were the answer to an update. */
  const inPlace: typeof calls = []
  let faults: Array<Fault & { times: number }> = []
  const callWatchers = new Set<() => void>()
  let storm: Storm | null = null
  let onStep: ((step: 'asked' | 'done' | 'over', method: string, payload: Record<string, unknown>) => void) | null =
    null

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const payload = readPayload(request.headers['content-type'] ?? '', Buffer.concat(chunks))
      void answer(request.url ?? '', payload, response, gone.signal)
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  async function answer(
    url: string,
    payload: Record<string, unknown>,
    response: http.ServerResponse,
    gone: AbortSignal,
  ): Promise<void> {
    const [, bot = '', method = ''] = url.split('/')
    const once = faults.find((candidate) => candidate.times > 0 && (candidate.method ?? method) === method)
    if (once) once.times -= 1
    onStep?.('asked', method, payload)
    response.once('close', () => onStep?.('over', method, payload))
    const fault = once ?? { answer: storm?.(method, payload) }
    calls.push({ method, payload })
    for (const wake of callWatchers) wake()
    try {
      if (fault.answer === 'hang') return
      if (fault.answer === 'reset') return void response.destroy()
      if (fault.answer === 'html') return void response.writeHead(502).end('<html>Bad Gateway</html>')
      if (typeof fault.answer === 'object') throw faultRefusal(fault.answer)
      if (bot !== `bot${token}`) throw new Refusal(401, 'Unauthorized')
      const result = await run(method, payload, gone)
      onStep?.('done', method, payload)
      if (fault.answer === 'drop') return void response.destroy()
      if (fault.answer === 'half') return replyHalf(response, { ok: true, result })
      reply(response, 200, { ok: true, result })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, message, parameters } = error
      reply(response, code, { ok: false, error_code: code, description: message, parameters })
    }
  }

  updates.onAnswer((method, payload) => {
    inPlace.push({ method, payload })
    onStep?.('asked', method, payload)
    void run(method, payload, new AbortController().signal)
      .then(
        () => onStep?.('done', method, payload),
        () => {},
      )
      .finally(() => onStep?.('over', method, payload))
  })

  async function run(method: string, payload: Record<string, unknown>, gone: AbortSignal): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return me
      case 'sendMessage':
        return asSent(chatOf(payload), chatOf(payload).send(payload))
      case 'editMessageText':
        return asSent(chatOf(payload), chatOf(payload).edit(payload))
      case 'editMessageReplyMarkup':
        return asSent(chatOf(payload), chatOf(payload).editButtons(payload))
      case 'sendPhoto':
        return asSent(chatOf(payload), chatOf(payload).sendMedia('photo', payload))
      case 'sendDocument':
        return asSent(chatOf(payload), chatOf(payload).sendMedia('document', payload))
      case 'editMessageMedia':
        return asSent(chatOf(payload), chatOf(payload).editMedia(payload))
      case 'deleteMessage':
        chatOf(payload).remove(Number(payload.message_id))
        return true
      case 'answerCallbackQuery':
        return answerTap(String(payload.callback_query_id))
      case 'getChat': {
        const { id, type, title, username: own, refusal } = chatOf(payload)
        if (refusal) throw refusal
        return { id, type, title, ...(own === '' ? {} : { username: own }) }
      }
      case 'getChatMember':
        return memberOf(chatOf(payload), Number(payload.user_id))
      case 'getChatAdministrators':
        return [...chatOf(payload).admins].map((id) => memberOf(chatOf(payload), id))
      case 'getMyCommands':
        return commands.get(scopeKey(payload)) ?? []
      case 'setMyCommands':
        commands.set(scopeKey(payload), readCommands(payload.commands))
        return true
      case 'deleteMyCommands':
        commands.delete(scopeKey(payload))
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

  /** The list that a scope means; that of a chat is known by the number of the chat. */
  function scopeKey(payload: Record<string, unknown>): string {
    const { type = 'default', chat_id } = (payload.scope ?? {}) as { type?: string; chat_id?: number }
    const chat = chat_id === undefined ? null : chats.get(chat_id)
    if (chat === undefined) throw new Refusal(400, 'Bad Request: chat not found')
    return [type, chat?.id, payload.language_code].filter((part) => part !== undefined).join(' ')
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
    inPlace,
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
    forget: updates.forget,
    pending: updates.pendingCount,
    webhook: updates.webhook,
    leadTo: updates.leadTo,
    conflicts: updates.conflicts,
    callsOf: (method: string) => calls.filter((call) => call.method === method).map((call) => call.payload),
    /** Resolves when this method has been called `times` times in all. */
    called: async (method: string, times = 1) => {
      while (calls.filter((call) => call.method === method).length < times) {
        const { promise, resolve } = Promise.withResolvers<void>()
        callWatchers.add(resolve)
        await promise.finally(() => callWatchers.delete(resolve))
      }
    },
    fail: (fault: Fault) => {
      faults = [...faults.filter((known) => known.times > 0), { times: 1, ...fault }]
    },
    /** From now on this decides over every call; null: fair weather again. */
    storm: (weather: Storm | null) => {
      storm = weather
    },
    /** Told of every call: before anything is done, when it is done but not answered yet, and when the line is free again. */
    onStep: (told: typeof onStep) => {
      onStep = told
    },
  }
}

function reply(response: http.ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text)
}

/** Promises the whole and breaks off in the middle. */
function replyHalf(response: http.ServerResponse, body: object): void {
  const text = JSON.stringify(body)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.write(text.slice(0, text.length / 2), () => response.destroy())
}

function faultRefusal({ code, description, retryAfter }: Exclude<Fault['answer'], string>): Refusal {
  if (code !== 429)
    return new Refusal(code, description ?? (code >= 500 ? 'Internal Server Error' : 'Bad Request: made to fail'))
  return new Refusal(429, `Too Many Requests: retry after ${retryAfter ?? 1}`, { retry_after: retryAfter ?? 1 })
}

/** Checks a list of commands as Telegram does. @throws Refusal */
function readCommands(commands: unknown): unknown {
  if (!Array.isArray(commands) || commands.length > 100)
    throw new Refusal(400, 'Bad Request: too many bot commands specified')
  for (const { command, description } of commands as Array<Record<string, unknown>>) {
    if (typeof command !== 'string' || !/^[a-z0-9_]{1,32}$/.test(command))
      throw new Refusal(400, 'Bad Request: BOT_COMMAND_INVALID')
    if (typeof description !== 'string' || description.length < 1 || description.length > 256)
      throw new Refusal(400, 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID')
  }
  return commands
}

function readPayload(type: string, body: Buffer): Record<string, unknown> {
  if (type.startsWith('multipart/form-data')) return readForm(type, body)
  return body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>)
}

const now = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)
