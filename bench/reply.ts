/**
 * How fast a reply is answered: virtual people answer three questions through the webhook, on a real Postgres.
 * Contenders take turns in one run, so that what else the machine does hits all of them; ratios matter.
 */
import pg from 'pg'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { type Platform, startPlatform } from './bot-api.ts'
import { type Contender, type ContenderName, type Surroundings, startPlain } from './contenders/contender.ts'
import { startPols } from './contenders/pols.ts'
import { startCountingProxy } from './counting-proxy.ts'
import { median, quantile, rounded, table } from './figures.ts'
import { freePort } from './free-port.ts'
import { loadBefore } from './load.ts'
import { memoryOf, processorSeconds } from './process-figures.ts'

export type ReplyOptions = {
  people: number[]
  /** Replies in one pass; a single person answers a quarter of them. */
  replies: number
  rounds: number
  contenders: ContenderName[]
  /** Options for the node that runs Pols, such as `--cpu-prof`. */
  polsNode: string[]
}

type Figures = { repliesPerSecond: number; p50: number; p99: number; processorMicros: number | null }
type Level = { people: number; passes: Record<string, Figures[]>; memory: Record<string, number> }
type Runner = { name: ContenderName; port: number; database: string; contender: Contender }

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchReply(options: ReplyOptions): Promise<void> {
  const load = loadBefore()
  const server = await startPostgres()
  const platform = await startPlatform()
  const runners: Runner[] = []
  try {
    const version = await serverVersion(server.url)
    for (const [index, name] of options.contenders.entries()) {
      const database = await createDatabase(server.url, `bench_${name}`)
      const port = await freePort()
      const contender = await startContender(name, tokenOf(index), { databaseUrl: database, platform, port }, options)
      runners.push({ name, port, database, contender })
      await platform.people(contender.token, port, Math.max(...options.people))
      progress(`${name}: bringing ${Math.max(...options.people)} people before their first question`)
      await contender.ask(Math.max(...options.people))
    }
    const levels: Level[] = []
    for (const people of options.people) levels.push(await measureLevel(platform, runners, people, options))
    const peaks = Object.fromEntries(runners.map(({ name, contender }) => [name, memoryOf(contender.pid).peak]))
    const trips: Record<string, Record<string, number>> = {}
    for (const runner of runners) trips[runner.name] = await countPerReply(platform, runner, options)
    report(levels, trips, peaks, version, load)
  } finally {
    await Promise.all(runners.map(({ contender }) => contender.stop()))
    platform.stop()
    await server.stop()
  }
}

async function measureLevel(
  platform: Platform,
  runners: Runner[],
  people: number,
  options: ReplyOptions,
): Promise<Level> {
  const replies = people === 1 ? Math.ceil(options.replies / 4) : options.replies
  const level: Level = { people, passes: {}, memory: {} }
  for (const { name, contender } of runners) {
    level.passes[name] = []
    await platform.answer(contender.token, people, Math.ceil(replies / 2))
  }
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const { name, contender } of runners) {
      const before = processorSeconds(contender.pid)
      const pass = await platform.answer(contender.token, people, replies)
      const after = processorSeconds(contender.pid)
      if (pass.refused > 0 || pass.unasked > 0) {
        throw new Error(
          `${name}: ${pass.refused} updates were not taken, ${pass.unasked} cards came that nobody waited for`,
        )
      }
      const used = before === null || after === null ? null : ((after - before) * 1e6) / pass.replies
      const { latencies } = pass
      level.passes[name]!.push({
        repliesPerSecond: pass.replies / pass.seconds,
        p50: quantile(latencies, 0.5),
        p99: quantile(latencies, 0.99),
        processorMicros: used,
      })
      level.memory[name] = memoryOf(contender.pid).now
      progress(`${people} people, round ${round}, ${name}: ${Math.round(pass.replies / pass.seconds)}/s`)
    }
  }
  return level
}

/** Restarts the contender behind the counting proxy, apart from the timing, and lets the same people go on. */
async function countPerReply(
  platform: Platform,
  runner: Runner,
  options: ReplyOptions,
): Promise<Record<string, number>> {
  const url = new URL(runner.database)
  const proxy = await startCountingProxy(Number(url.port))
  url.port = String(proxy.port)
  await runner.contender.stop()
  runner.contender = await startContender(
    runner.name,
    runner.contender.token,
    { databaseUrl: url.href, platform, port: runner.port },
    options,
  )
  const { token } = runner.contender
  const people = Math.min(100, Math.max(...options.people))
  try {
    const woken = await counted(people * 4)
    const going = await counted(COUNTED)
    return { roundTrips: going.trips, afterRestart: woken.trips, calls: going.calls }
  } finally {
    proxy.close()
  }

  async function counted(replies: number) {
    const before = { trips: proxy.roundTrips(), calls: total(await platform.calls(token)) }
    const pass = await platform.answer(token, people, replies)
    // What is written after the reply, gathered for a moment, counts too.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    const calls = total(await platform.calls(token)) - before.calls
    return { trips: (proxy.roundTrips() - before.trips) / pass.replies, calls: calls / pass.replies }
  }
}

function startContender(
  name: ContenderName,
  token: string,
  around: Surroundings,
  options: ReplyOptions,
): Promise<Contender> {
  return name === 'pols' ? startPols(token, around, options.polsNode) : startPlain(name, token, around)
}

function report(
  levels: Level[],
  trips: Record<string, Record<string, number>>,
  peaks: Record<string, number | null>,
  postgres: string,
  load: number,
): void {
  const rows: (string | number)[][] = []
  const json = levels.map(({ people, passes, memory }) => {
    const contenders = Object.fromEntries(Object.entries(passes).map(([name, all]) => [name, medians(all)]))
    for (const [name, figures] of Object.entries(contenders)) {
      const { repliesPerSecond, p50, p99, processorMicros } = figures
      rows.push([
        `${people} people`,
        name,
        Math.round(repliesPerSecond),
        p50,
        p99,
        processorMicros ?? '-',
        memory[name]!,
      ])
    }
    return { people, contenders, ratios: ratiosOf(passes), memory }
  })
  console.log(table(['', 'contender', 'replies/s', 'p50 ms', 'p99 ms', 'processor µs/reply', 'memory MB'], rows))
  console.log()
  console.log(
    table(
      ['per reply', 'round trips to Postgres', 'first lap after a restart', 'calls to the Bot API', 'peak memory MB'],
      Object.entries(trips).map(([name, { roundTrips, afterRestart, calls }]) => [
        name,
        rounded(roundTrips!),
        rounded(afterRestart!),
        rounded(calls!),
        peaks[name] ?? '-',
      ]),
    ),
  )
  console.log()
  console.log(
    table(
      ['Pols against', 'people', 'replies/s', 'p99', 'processor'],
      json.flatMap(({ people, ratios }) =>
        Object.entries(ratios).map(([other, r]) => [
          other,
          people,
          `${r.repliesPerSecond} ×`,
          `${r.p99} ×`,
          `${r.processor} ×`,
        ]),
      ),
    ),
  )
  const roundedTrips = Object.fromEntries(
    Object.entries(trips).map(([name, of]) => [
      name,
      Object.fromEntries(Object.entries(of).map(([key, value]) => [key, rounded(value)])),
    ]),
  )
  console.log(
    JSON.stringify({
      bench: 'reply',
      load,
      node: process.version,
      postgres,
      levels: json,
      perReply: roundedTrips,
      peakMemory: peaks,
    }),
  )
}

function medians(all: Figures[]): Figures {
  const of = (pick: (figures: Figures) => number) => rounded(median(all.map(pick)))
  const processor = all.every((figures) => figures.processorMicros !== null)
  return {
    repliesPerSecond: of((figures) => figures.repliesPerSecond),
    p50: of((figures) => figures.p50),
    p99: of((figures) => figures.p99),
    processorMicros: processor ? of((figures) => figures.processorMicros!) : null,
  }
}

/** Pols divided by each other contender, round by round, then the median: a slow moment of the machine hits both. */
function ratiosOf(passes: Record<string, Figures[]>) {
  const { pols, ...others } = passes
  if (!pols) return {}
  return Object.fromEntries(
    Object.entries(others).map(([name, other]) => {
      const ratio = (pick: (figures: Figures) => number) =>
        rounded(median(pols.map((figures, round) => pick(figures) / pick(other[round]!))))
      return [
        name,
        {
          repliesPerSecond: ratio((f) => f.repliesPerSecond),
          p99: ratio((f) => f.p99),
          processor: ratio((f) => f.processorMicros ?? Number.NaN),
        },
      ]
    }),
  )
}

async function createDatabase(url: string, name: string): Promise<string> {
  await withClient(url, (client) => client.query(`create database ${name}`))
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}

async function serverVersion(url: string): Promise<string> {
  const asked = await withClient(url, (client) => client.query('show server_version'))
  return (asked.rows[0] as { server_version: string }).server_version
}

async function withClient(url: string, use: (client: pg.Client) => Promise<pg.QueryResult>): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return use(client).finally(() => client.end())
}

const total = (calls: Record<string, number>) => Object.values(calls).reduce((sum, count) => sum + count, 0)

/** A token as BotFather writes them; each contender is a bot of its own. */
const tokenOf = (index: number) => `10000${index}:measuring_measuring_measuring`

const progress = (line: string) => process.stderr.write(`${line}\n`)

const COUNTED = 2000
const SETTLE_MS = 1500
