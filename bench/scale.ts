/**
 * What one more instance costs: the same people answer through one, two and three instances on one Postgres, each
 * update going to the next instance (the worst case: none finds in memory what the last reply left), or each person
 * staying with one. The sets take turns in one run; ratios matter.
 */
import pg from 'pg'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { type Platform, startPlatform } from './bot-api.ts'
import type { Contender } from './contenders/contender.ts'
import { startPols } from './contenders/pols.ts'
import { median, quantile, rounded, table } from './figures.ts'
import { freePort } from './free-port.ts'
import { loadBefore } from './load.ts'
import { processorSeconds } from './process-figures.ts'

export type ScaleOptions = { people: number; replies: number; rounds: number; instances: number[]; faithful: boolean }

type House = { instances: number; token: string; database: string; all: Contender[]; passes: Figures[] }
type Figures = { repliesPerSecond: number; p99: number; processorMicros: number; waits: Waits }
/** Looks at the sessions of a database while it is busy, and what they waited for: locks on rows, or the disk. */
type Waits = { looks: number; locks: number }

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchScale(options: ScaleOptions): Promise<void> {
  const load = loadBefore()
  const server = await startPostgres()
  const platform = await startPlatform()
  const houses: House[] = []
  try {
    for (const instances of options.instances) houses.push(await openHouse(server.url, platform, instances, options))
    // Each process gets as warm as the one that is alone.
    for (const { token, instances } of houses) await platform.answer(token, options.people, instances * options.replies)
    for (let round = 1; round <= options.rounds; round += 1) {
      for (const house of houses) {
        house.passes.push(await pass(platform, house, options))
        progress(`round ${round}, ${house.instances}: ${Math.round(house.passes.at(-1)!.repliesPerSecond)}/s`)
      }
    }
    report(houses, options, load)
  } finally {
    await Promise.all(houses.flatMap(({ all }) => all.map((one) => one.stop())))
    platform.stop()
    await server.stop()
  }
}

async function openHouse(url: string, platform: Platform, instances: number, options: ScaleOptions): Promise<House> {
  const token = `77${instances}:bench-token-of-a-house-with-more-instances`
  const database = await createDatabase(url, `scale_${instances}`)
  const ports: number[] = []
  const all: Contender[] = []
  for (let i = 0; i < instances; i += 1) {
    const port = await freePort()
    ports.push(port)
    all.push(await startPols(token, { databaseUrl: database, platform, port }))
  }
  progress(`${instances}: bringing ${options.people} people before their first question`)
  await platform.people(token, ports, options.people, { faithful: options.faithful })
  await all[0]!.ask(options.people)
  return { instances, token, database, all, passes: [] }
}

async function pass(platform: Platform, house: House, options: ScaleOptions): Promise<Figures> {
  const before = used(house)
  const watch = await watchWaits(house.database)
  const { replies, seconds, latencies, refused, unasked } = await platform.answer(
    house.token,
    options.people,
    options.replies,
  )
  const waits = await watch()
  if (refused > 0 || unasked > 0)
    throw new Error(`${refused} updates were not taken, ${unasked} cards came that nobody waited for`)
  return {
    repliesPerSecond: replies / seconds,
    p99: quantile(latencies, 0.99),
    processorMicros: ((used(house) - before) * 1e6) / replies,
    waits,
  }
}

/** Looks every 20 ms at what sessions of this database wait for. @returns stops looking, and tells */
async function watchWaits(database: string): Promise<() => Promise<Waits>> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const waits: Waits = { looks: 0, locks: 0 }
  let over = false
  const looking = (async () => {
    while (!over) {
      const { rows } = await client.query<{ locks: number }>(
        `select count(*)::int as locks from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`,
      )
      waits.looks += 1
      waits.locks += rows[0]!.locks > 0 ? 1 : 0
      await new Promise((next) => setTimeout(next, 20))
    }
  })()
  return async () => {
    over = true
    await looking
    await client.end()
    return waits
  }
}

const used = ({ all }: House): number => all.reduce((sum, { pid }) => sum + (processorSeconds(pid) ?? 0), 0)

function report(houses: House[], options: ScaleOptions, load: unknown): void {
  const of = (house: House, pick: (figures: Figures) => number) => median(house.passes.map(pick))
  const one = of(houses[0]!, ({ repliesPerSecond }) => repliesPerSecond)
  const figures = houses.map((house) => ({
    instances: house.instances,
    repliesPerSecond: rounded(of(house, ({ repliesPerSecond }) => repliesPerSecond)),
    ratio: rounded(of(house, ({ repliesPerSecond }) => repliesPerSecond) / one),
    p99: rounded(of(house, ({ p99 }) => p99)),
    processorMicros: rounded(of(house, ({ processorMicros }) => processorMicros)),
    looks: house.passes.reduce((sum, { waits }) => sum + waits.looks, 0),
    withLockWaits: house.passes.reduce((sum, { waits }) => sum + waits.locks, 0),
  }))
  const head = ['instances', 'replies/s', 'to one', 'p99 ms', 'processor µs', 'looks', 'with a lock waited for']
  process.stdout.write(
    `${table(
      head,
      figures.map((each) => Object.values(each)),
    )}\n`,
  )
  process.stdout.write(`${JSON.stringify({ bench: 'scale', ...options, load, figures })}\n`)
}

async function createDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`).finally(() => client.end())
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

const progress = (text: string) => process.stderr.write(`${text}\n`)
