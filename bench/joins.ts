/**
 * A flood of people who join by one link, over Telegram and over the page, from as many chats and addresses: how many
 * come in, what the others read, whether somebody in conversation notices, and what is left of it afterwards.
 */
import { Agent, type IncomingMessage, request } from 'node:http'
import pg from 'pg'
import { TAP_PATH } from '../src/channels/web/wire.ts'
import { CONSENT_TEXT } from '../src/people/consent-gate.ts'
import { encodeJoin } from '../src/people/join-conversation.ts'
import { wordsFor } from '../src/words/words.ts'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { startPlatform } from './bot-api.ts'
import { startPols } from './contenders/pols.ts'
import { quantile, rounded, table } from './figures.ts'
import { freePort } from './free-port.ts'
import { loadBefore } from './load.ts'
import type { Pass } from './people.ts'
import { memoryOf } from './process-figures.ts'
import { shareLines } from './shared-lines.ts'

export type JoinsOptions = {
  /** Who joins, half of them by Telegram and half by the page. */
  joins: number
  /** Over how many minutes they come, unless the service takes longer. */
  minutes: number
  /** Who is in conversation meanwhile, and how many of them answer each second. */
  people: number
  replies: number
  /** For the service's own node, such as `--cpu-prof`. */
  polsNode: string[]
}

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchJoins(options: JoinsOptions): Promise<void> {
  const load = loadBefore()
  const server = await startPostgres()
  const platform = await startPlatform()
  const around = { databaseUrl: server.url, platform, port: await freePort() }
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const pols = await startPols(TOKEN, around, {
    node: options.polsNode,
    organisations: ['bench', 'elders'],
    environment: { TRUSTED_PROXIES: '127.0.0.1', TELEGRAM_PER_SECOND: '1000' },
  })
  try {
    const [token, other] = await pols.joinTokens()
    await platform.people(TOKEN, around.port, options.people, { connections: 20 })
    await pols.ask(options.people)
    const talk = async (during: () => Promise<unknown>) => {
      await platform.trickle(TOKEN, options.replies)
      await during()
      return platform.stopTrickle(TOKEN)
    }
    const quiet = () => new Promise((done) => setTimeout(done, QUIET_MS))
    const before = await talk(quiet)
    const rows = await rowsOf(client)
    const memory = memoryOf(pols.pid)
    process.stderr.write(`${options.joins} people join by one link\n`)
    const yes = encodeJoin({ token: token!, choice: 'y', language: 'nl', age: 'd', text: CONSENT_TEXT })
    const began = performance.now()
    let web = { in: 0, wait: 0, other: 0 }
    const again = { times: 0 }
    const webhook = await platform.webhook(TOKEN)
    const during = await talk(async () => {
      const perSecond = options.joins / 2 / (options.minutes * 60)
      const flood = { port: around.port, token: token!, yes, perSecond, count: options.joins / 2, again }
      const [, come] = await Promise.all([overTelegram({ ...webhook, ...flood }), overPages(flood)])
      web = come
    })
    const seconds = (performance.now() - began) / 1000
    const peak = memoryOf(pols.pid)
    const said = await platform.said(TOKEN)
    const after = await talk(quiet)
    const more = await rowsOf(client)
    const grown = Object.fromEntries(
      [...more].map(([name, count]) => [name, count - (rows.get(name) ?? 0)] as const).filter(([, n]) => n !== 0),
    )
    // Another link is another hall.
    await platform.people(TOKEN, around.port, 5)
    await platform.greet(TOKEN, `/start ${other}`, '^j\\.[^.]+\\.(s\\.nl(\\.d)?$|y\\.)')
    const words = wordsFor('nl')
    const heard = (text: string) =>
      said.filter(([one]) => one.includes(text)).reduce((sum, [, times]) => sum + times, 0)
    const telegram = {
      in: heard(words('join-done', { organisation: 'Bench bench' })),
      wait: heard(words('join-too-many')),
    }
    const pause = (pass: Pass) => [
      pass.replies,
      ...[0.5, 0.99, 1].map((share) => rounded(quantile(pass.latencies, share))),
    ]
    console.log(
      table(
        ['who joins', 'came in', 'asked to wait', 'neither'],
        [
          ['by Telegram', telegram.in, telegram.wait, options.joins / 2 - telegram.in - telegram.wait],
          ['by the page', web.in, web.wait, web.other],
        ],
      ),
    )
    console.log(
      `\n${table(
        ['in conversation', 'replies', 'p50 ms', 'p99 ms', 'most ms'],
        [
          ['before', ...pause(before)],
          ['meanwhile', ...pause(during)],
          ['afterwards', ...pause(after)],
        ],
      )}`,
    )
    const figures = {
      seconds: rounded(seconds),
      again: again.times,
      unanswered: during.unanswered,
      memory: memory.now,
      peak: peak.peak,
      afterwards: memoryOf(pols.pid).now,
    }
    console.log(
      `\nThe flood took ${figures.seconds} s, and ${again.times} times it was asked to come again. Memory: ${memory.now} MB before, ${peak.peak} MB at most, ${figures.afterwards} MB afterwards.`,
    )
    console.log(`Rows more than before: ${JSON.stringify(grown)}`)
    const p99 = {
      before: quantile(before.latencies, 0.99),
      during: quantile(during.latencies, 0.99),
      after: quantile(after.latencies, 0.99),
    }
    console.log(
      JSON.stringify({
        bench: 'joins',
        node: process.version,
        load,
        ...options,
        telegram,
        web,
        p99,
        ...figures,
        grown,
      }),
    )
  } finally {
    await pols.stop()
    await client.end()
    platform.stop()
    await server.stop()
  }
}

type Coming = {
  port: number
  token: string
  yes: string
  perSecond: number
  count: number
  /** How often the service had no room just then, and was asked again. */
  again: { times: number }
}

/** Each from a chat of their own: the link, and at once a yes. */
async function overTelegram(flood: Coming & { path: string; secret: string }): Promise<void> {
  const head = `Content-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: ${flood.secret}\r\n`
  const lines = shareLines(flood.port, flood.path, head, TELEGRAM_LINES)
  let updates = 900_000_000
  await evenly(flood, async (n) => {
    const id = 70_000_000 + n
    const from = `{"id":${id},"is_bot":false,"first_name":"Sam","language_code":"nl"}`
    const chat = `{"id":${id},"type":"private","first_name":"Sam"}`
    const text = `/start ${flood.token}`
    await posted(
      `"message":{"message_id":1,"from":${from},"chat":${chat},"date":1800000000,"text":"${text}","entities":[{"type":"bot_command","offset":0,"length":6}]}`,
    )
    await posted(
      `"callback_query":{"id":"${id}","from":${from},"message":{"message_id":2,"chat":${chat},"date":1800000000,"text":"?"},"chat_instance":"${id}","data":"${flood.yes}"}`,
    )
  })
  lines.close()

  function posted(content: string): Promise<void> {
    return new Promise((taken) => {
      let wait = AGAIN_MS
      const line = lines.person((status) => {
        if (status === 200) taken()
        else {
          flood.again.times += 1
          setTimeout(() => line.post(body), wait)
          wait = Math.min(2 * wait, LONGEST_AGAIN_MS)
        }
      })
      updates += 1
      const body = `{"update_id":${updates},${content}}`
      line.post(body)
    })
  }
}

/** Each from an address of their own, as a proxy tells it: the page of the link, a yes, and the page behind it. */
async function overPages(flood: Coming): Promise<{ in: number; wait: number; other: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: PAGE_LINES })
  const words = wordsFor('nl')
  const done = words('join-done', { organisation: 'Bench bench' })
  const wait = words('join-too-many')
  const come = { in: 0, wait: 0, other: 0 }
  await evenly(flood, async (n) => {
    const address = { 'X-Forwarded-For': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`, 'Accept-Language': 'nl' }
    await asked(agent, flood.port, `/doe-mee/${flood.token}`, address)
    const form = new URLSearchParams({ eenmalig: `flood-of-joins-${String(n).padStart(7, '0')}`, data: flood.yes })
    let answer = await asked(agent, flood.port, TAP_PATH, address, form.toString())
    for (let wait = AGAIN_MS; answer.status === 503; wait = Math.min(2 * wait, LONGEST_AGAIN_MS)) {
      flood.again.times += 1
      await new Promise((patient) => setTimeout(patient, wait))
      answer = await asked(agent, flood.port, TAP_PATH, address, form.toString())
    }
    const { cookie, text } = answer
    const page = cookie === '' ? text : (await asked(agent, flood.port, '/hier', { ...address, Cookie: cookie })).text
    if (page.includes(wait)) come.wait += 1
    else if (page.includes(done) || page.includes('<form')) come.in += 1
    else come.other += 1
  })
  agent.destroy()
  return come
}

function asked(agent: Agent, port: number, path: string, headers: Record<string, string>, form?: string) {
  return new Promise<{ text: string; cookie: string; status: number | undefined }>((resolve, reject) => {
    const body = form ? { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': form.length } : {}
    const answered = (response: IncomingMessage) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      const cookie = (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
      response.on('end', () => resolve({ text, cookie, status: response.statusCode }))
    }
    const method = form ? 'POST' : 'GET'
    const asking = request({ agent, host: '127.0.0.1', port, path, method, headers: { ...headers, ...body } }, answered)
    asking.on('error', reject).end(form)
  })
}

/** So many a second, however long each takes. */
async function evenly({ count, perSecond }: Coming, one: (n: number) => Promise<void>): Promise<void> {
  const began = performance.now()
  const all: Promise<void>[] = []
  for (let n = 0; n < count; n += 1) {
    const early = began + (n * 1000) / perSecond - performance.now()
    if (early > 1) await new Promise((due) => setTimeout(due, early))
    all.push(one(n))
  }
  await Promise.all(all)
}

async function rowsOf(client: pg.Client): Promise<Map<string, number>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const counts = new Map<string, number>()
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from "${name}"`)
    counts.set(name, rows[0]!.n)
  }
  return counts
}

const TOKEN = '6161:bench-token-of-a-flood-of-nobody'
const TELEGRAM_LINES = 100
const PAGE_LINES = 100
const QUIET_MS = 5000
/** A platform delivers again a little later, and later each time; people tap again. */
const AGAIN_MS = 1000
const LONGEST_AGAIN_MS = 15_000
