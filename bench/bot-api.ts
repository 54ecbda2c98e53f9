/**
 * A Telegram on loopback, in a process of its own: it answers Bot API calls at once and lets virtual people react.
 * Orders come from the measuring process; see `startPlatform`.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createFlood, type Flood, type FloodFigures, type FloodRules } from './flood.ts'
import { serveJson } from './loopback-http.ts'
import { type Crowd, createCrowd, type Pass, type Tapped } from './people.ts'

export type Platform = {
  apiRoot: string
  /** Resolves when the bot with this token has set its webhook (again, after `forget`). */
  untilListening(token: string): Promise<void>
  forget(token: string): Promise<void>
  /** Makes people who talk to this bot at its webhook's path on a port of this machine. */
  people(token: string, port: number | readonly number[], count: number, how?: How): Promise<void>
  greet(token: string, text: string | readonly string[], agree: string | null): Promise<void>
  untilAsked(token: string, count: number): Promise<void>
  answer(token: string, count: number, replies: number): Promise<Pass>
  load(token: string, count: number, perSecond: number, replies: number): Promise<Pass>
  /** From now on people who have a question before them answer it, so many a second, until `stopTrickle`. */
  trickle(token: string, perSecond: number, twice?: number): Promise<void>
  tapped(token: string): Promise<Tapped[]>
  stopTrickle(token: string): Promise<Pass>
  /** From the first question on, this bot is held to a limit; and what came of that. */
  flood(token: string, rules: FloodRules): Promise<void>
  flooded(token: string): Promise<FloodFigures>
  /** Where the bot's updates go. */
  webhook(token: string): Promise<{ path: string; secret: string }>
  /** What the bot wrote so far in new messages to people that nobody made here, and how often. */
  said(token: string): Promise<[string, number][]>
  /** Calls received so far, by method. */
  calls(token: string): Promise<Record<string, number>>
  /** Its process: the Bot API and all people. */
  pid: number
  stop(): void
}

/** Whether each person stays with one of the ports, and how many connections all of them share. */
export type How = { faithful?: boolean; connections?: number }

/** Starts the platform's process. */
export async function startPlatform(): Promise<Platform> {
  const child = fork(fileURLToPath(import.meta.url), ['serve'], { execArgv: [] })
  const order = ordersTo(child)
  const port = (await order('port')) as number
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    untilListening: async (token) => void (await order('untilListening', token)),
    forget: async (token) => void (await order('forget', token)),
    people: async (...given) => void (await order('people', ...given)),
    greet: async (...given) => void (await order('greet', ...given)),
    untilAsked: async (...given) => void (await order('untilAsked', ...given)),
    answer: async (...given) => (await order('answer', ...given)) as Pass,
    load: async (...given) => (await order('load', ...given)) as Pass,
    trickle: async (...given) => void (await order('trickle', ...given)),
    tapped: async (token) => (await order('tapped', token)) as Tapped[],
    stopTrickle: async (token) => (await order('stopTrickle', token)) as Pass,
    flood: async (...given) => void (await order('flood', ...given)),
    flooded: async (token) => (await order('flooded', token)) as FloodFigures,
    webhook: async (token) => (await order('webhook', token)) as { path: string; secret: string },
    said: async (token) => (await order('said', token)) as [string, number][],
    calls: async (token) => (await order('calls', token)) as Record<string, number>,
    pid: child.pid!,
    stop: () => child.kill(),
  }
}

type Bot = {
  webhook: { path: string; secret: string } | null
  listening: (() => void)[]
  crowd: Crowd | null
  flood: Flood | null
  said: Map<string, number>
  calls: Record<string, number>
}

async function serve(): Promise<void> {
  const bots = new Map<string, Bot>()
  let messages = 0
  let people = 500_000

  const botOf = (token: string): Bot => {
    const known = bots.get(token)
    if (known) return known
    const made: Bot = { webhook: null, listening: [], crowd: null, flood: null, said: new Map(), calls: {} }
    bots.set(token, made)
    return made
  }

  const server = await serveJson((path, body) => {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)/.exec(path) ?? []
    if (token === undefined || method === undefined) return '{"ok":false,"error_code":404,"description":"Not Found"}'
    const bot = botOf(token)
    bot.calls[method] = (bot.calls[method] ?? 0) + 1
    switch (method) {
      case 'sendMessage':
      case 'editMessageText':
        return shown(bot, JSON.parse(body) as MessageCall)
      case 'getMe':
        return `{"ok":true,"result":{"id":${token.split(':')[0]},"is_bot":true,"first_name":"Bench","username":"bench_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false}}`
      case 'answerCallbackQuery':
        bot.crowd?.acknowledged((JSON.parse(body) as { callback_query_id: string }).callback_query_id)
        return OK
      case 'getMyCommands':
        return '{"ok":true,"result":[]}'
      case 'setWebhook': {
        const { url, secret_token } = JSON.parse(body) as { url: string; secret_token?: string }
        bot.webhook = { path: new URL(url).pathname, secret: secret_token ?? '' }
        for (const tell of bot.listening.splice(0)) tell()
        return OK
      }
      default:
        return OK
    }
  })

  function shown(bot: Bot, call: MessageCall): string {
    const isCard = (call.reply_markup?.inline_keyboard ?? [])
      .flat()
      .some((button) => button.callback_data?.startsWith('r.'))
    const wait = bot.flood?.call(call.chat_id, isCard && call.message_id === undefined) ?? 0
    if (wait > 0)
      return `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after ${wait}","parameters":{"retry_after":${wait}}}`
    if (call.chat_id > MOST_MADE) bot.said.set(call.text, (bot.said.get(call.text) ?? 0) + 1)
    const messageId = call.message_id ?? ++messages
    const markup = call.reply_markup ? `,"reply_markup":${JSON.stringify(call.reply_markup)}` : ''
    const json = `{"message_id":${messageId},"from":{"id":1,"is_bot":true,"first_name":"Bench","username":"bench_bot"},"chat":{"id":${call.chat_id},"first_name":"Sam","type":"private"},"date":1800000000,"text":${JSON.stringify(call.text)}${markup}}`
    const buttons = (call.reply_markup?.inline_keyboard ?? []).flat().flatMap((button) => button.callback_data ?? [])
    if (buttons.length > 0) bot.crowd?.showed(call.chat_id, { messageId, buttons, json })
    return `{"ok":true,"result":${json}}`
  }

  const orders: Record<string, (...given: never[]) => unknown> = {
    port: () => server.port,
    untilListening: (token: string) => {
      const bot = botOf(token)
      return bot.webhook ? undefined : new Promise<void>((resolve) => bot.listening.push(resolve))
    },
    forget: (token: string) => {
      botOf(token).webhook = null
    },
    people: (token: string, port: number | readonly number[], count: number, how: How = {}) => {
      const bot = botOf(token)
      people += 100_000
      bot.crowd = createCrowd({ port, ...how, ...bot.webhook!, count, firstId: people })
    },
    greet: (token: string, text: string | readonly string[], agree: string | null) =>
      botOf(token).crowd!.greet(text, agree === null ? null : new RegExp(agree)),
    untilAsked: (token: string, count: number) => botOf(token).crowd!.untilAsked(count),
    answer: (token: string, count: number, replies: number) => botOf(token).crowd!.answer(count, replies),
    load: (token: string, count: number, perSecond: number, replies: number) =>
      botOf(token).crowd!.load(count, perSecond, replies),
    trickle: (token: string, perSecond: number, twice?: number) => botOf(token).crowd!.trickle(perSecond, twice),
    tapped: (token: string) => botOf(token).crowd!.tapped(),
    stopTrickle: (token: string) => botOf(token).crowd!.stopTrickle(),
    flood: (token: string, rules: FloodRules) => {
      botOf(token).flood = createFlood(rules)
    },
    flooded: (token: string) => botOf(token).flood!.figures(),
    webhook: (token: string) => botOf(token).webhook!,
    said: (token: string) => [...botOf(token).said],
    calls: (token: string) => botOf(token).calls,
  }

  process.on('message', async ({ id, name, given }: Order) => {
    try {
      process.send!({ id, value: await orders[name]!(...(given as never[])) } satisfies Answer)
    } catch (error) {
      process.send!({ id, fault: (error as Error).message } satisfies Answer)
    }
  })
  process.on('disconnect', () => process.exit())
}

type MessageCall = {
  chat_id: number
  message_id?: number
  text: string
  reply_markup?: { inline_keyboard?: { callback_data?: string }[][] }
}
type Order = { id: number; name: string; given: unknown[] }
type Answer = { id: number; value?: unknown; fault?: string }

function ordersTo(child: ChildProcess): (name: string, ...given: unknown[]) => Promise<unknown> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let orders = 0
  child.on('message', ({ id, value, fault }: Answer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (fault === undefined) asked?.resolve(value)
    else asked?.reject(new Error(`platform: ${fault}`))
  })
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the platform process ended'))
  })
  return (name, ...given) =>
    new Promise((resolve, reject) => {
      orders += 1
      waiting.set(orders, { resolve, reject })
      child.send({ id: orders, name, given } satisfies Order)
    })
}

/** People who are made here have smaller ids. */
const MOST_MADE = 60_000_000
const OK = '{"ok":true,"result":true}'

if (process.argv[2] === 'serve') await serve()
