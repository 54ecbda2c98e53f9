/**
 * How fast a reply is answered: virtual people answer three questions through the webhook, on a real Postgres.
 * Contenders take turns in one run, so that what else the machine does hits all of them; ratios matter.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { type Platform, startPlatform } from './bot-api.ts'
import { type Contender, type ContenderName, type Surroundings, startPlain } from './contenders/contender.ts'
import { organisationsFor, startPols } from './contenders/pols.ts'
import { startCountingProxy } from './counting-proxy.ts'
import { median, quantile, rounded, table } from './figures.ts'
import { freePort } from './free-port.ts'
import { loadBefore } from './load.ts'
import { familySeconds, memoryOf, processorSeconds } from './process-figures.ts'

export type ReplyOptions = {
  people: number[]
  /** Replies in one pass; a single person answers a quarter of them. */
  replies: number
  rounds: number
  contenders: ContenderName[]
  /** Folder with an older Pols, which is the contender `before`. */
  before: string | undefined
  /** Options for the node that runs Pols, such as `--cpu-prof`. */
  polsNode: string[]
}

type Figures = { repliesPerSecond: number; p50: number; p99: number; processorMicros: number | null }
type Level = { people: number; passes: Record<string, Figures[]>; memory: Record<string, number> }
/**
 * A load that does not wait for the answers, at `LOAD` of what was reached when it did. `cores` are those that were busy
 * meanwhile, on average: of the contender, of Postgres, of the platform with the people.
 */
type Load = { people: number; perSecond: number; p50: number; p99: number; most: number; cores: number[] }
type Runner = { name: ContenderName; port: number; database: string; contender: Contender }

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchReply(options: ReplyOptions): Promise<void> {
  const load = loadBefore()
  const server = await startPostgres()
  const platform = await startPlatform()
  const postgres = Number(readFileSync(join(server.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
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
    const loads: Record<string, Load[]> = {}
    for (const people of options.people) {
      const level = await measureLevel(platform, runners, people, options)
      levels.push(level)
      // One person has one question at a time: nothing can come beside it.
      if (people > 1) for (const runner of runners) await measureLoad(platform, postgres, runner, level, options, loads)
    }
    const peaks = Object.fromEntries(runners.map(({ name, contender }) => [name, memoryOf(contender.pid).peak]))
    const trips: PerReply[] = []
    for (const runner of runners) trips.push(...(await countPerReply(platform, runner, options)))
    report(levels, loads, trips, peaks, version, load)
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

/** Replies come at random moments, at a share of the rate that this contender reached, for about the same number. */
async function measureLoad(
  platform: Platform,
  postgres: number,
  { name, contender }: Runner,
  { people, passes }: Level,
  options: ReplyOptions,
  loads: Record<string, Load[]>,
): Promise<void> {
  const perSecond = LOAD * median(passes[name]!.map((figures) => figures.repliesPerSecond))
  const all: Load[] = []
  // It stood still while the others were measured: what the machine took from it meanwhile comes back first.
  await platform.load(contender.token, people, perSecond, Math.ceil(options.replies / 4))
  const seconds = () => [processorSeconds(contender.pid), familySeconds(postgres), processorSeconds(platform.pid)]
  for (let round = 1; round <= options.rounds; round += 1) {
    const before = seconds()
    const pass = await platform.load(contender.token, people, perSecond, options.replies)
    const cores = seconds().map((now, whose) => ((now ?? Number.NaN) - (before[whose] ?? Number.NaN)) / pass.seconds)
    const { latencies } = pass
    const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)]
    all.push({ people, perSecond, p50, p99, most: latencies.at(-1)!, cores })
    progress(`${people} people, ${Math.round(perSecond)}/s, round ${round}, ${name}: p99 ${Math.round(p99)} ms`)
  }
  const of = (pick: (load: Load) => number) => rounded(median(all.map(pick)))
  loads[name] ??= []
  loads[name].push({
    people,
    perSecond: rounded(perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    most: of(({ most }) => most),
    cores: [0, 1, 2].map((whose) => of(({ cores }) => cores[whose]!)),
  })
}

type PerReply = {
  name: string
  people: number
  roundTrips: number
  afterRestart: number | null
  calls: number
  inPlace: number
}

/** Restarts the contender behind the counting proxy, apart from the timing, and lets the same people go on. */
async function countPerReply(platform: Platform, runner: Runner, options: ReplyOptions): Promise<PerReply[]> {
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
  try {
    progress(`${runner.name}: round trips, after a restart`)
    const counts: PerReply[] = []
    // From many to few: the first lap after the restart is of everybody.
    for (const people of [...options.people].sort((a, b) => b - a)) {
      const woken = counts.length === 0 ? await counted(people, people * 4) : null
      const going = await counted(people, Math.max(COUNTED, people * 2))
      counts.push({
        name: runner.name,
        people,
        roundTrips: rounded(going.trips),
        afterRestart: woken && rounded(woken.trips),
        calls: rounded(going.calls),
        inPlace: rounded(going.inPlace),
      })
    }
    return counts.reverse()
  } finally {
    proxy.close()
  }

  async function counted(people: number, replies: number) {
    const before = { trips: proxy.roundTrips(), calls: total(await platform.calls(token)) }
    const pass = await platform.answer(token, people, replies)
    // What is written after the reply, gathered for a moment, counts too.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    const calls = total(await platform.calls(token)) - before.calls
    return {
      trips: (proxy.roundTrips() - before.trips) / pass.replies,
      calls: calls / pass.replies,
      inPlace: pass.answeredInPlace / pass.replies,
    }
  }
}

function startContender(
  name: ContenderName,
  token: string,
  around: Surroundings,
  options: ReplyOptions,
): Promise<Contender> {
  const organisations = organisationsFor(Math.max(...options.people))
  if (name === 'pols') return startPols(token, around, { node: options.polsNode, organisations })
  if (name === 'before')
    return startPols(token, around, { name, node: options.polsNode, folder: options.before!, organisations })
  return startPlain(name, token, around)
}

function report(
  levels: Level[],
  loads: Record<string, Load[]>,
  trips: PerReply[],
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
      [
        `load of ${LOAD * 100} %`,
        'people',
        'replies/s',
        'p50 ms',
        'p99 ms',
        'most ms',
        'busy cores',
        'Postgres',
        'people',
      ],
      Object.entries(loads).flatMap(([name, all]) =>
        all.map(({ people, perSecond, p50, p99, most, cores }) => [
          ...[name, people, Math.round(perSecond), p50, p99, most],
          ...cores.map((busy) => (Number.isNaN(busy) ? '-' : busy)),
        ]),
      ),
    ),
  )
  console.log()
  console.log(
    table(
      [
        'per reply',
        'people',
        'round trips',
        'first lap after a restart',
        'calls',
        'answered in place',
        'peak memory MB',
      ],
      trips.map(({ name, people, roundTrips, afterRestart, calls, inPlace }) => [
        name,
        people,
        roundTrips,
        afterRestart ?? '',
        calls,
        inPlace,
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
  console.log(
    JSON.stringify({
      bench: 'reply',
      load,
      node: process.version,
      postgres,
      levels: json,
      loads,
      perReply: trips,
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

/** Of what was reached at most. */
const LOAD = 0.7
const COUNTED = 2000
const SETTLE_MS = 1500
