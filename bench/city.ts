/**
 * A city's evening: rounds are open in many organisations at once, people tap when they like, others are invited
 * meanwhile, and the sweep goes each minute. What was tapped is then held against what is in the database.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { createApp } from '../src/app.ts'
import { readSettings } from '../src/settings.ts'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { countStatements } from '../tests/support/statements.ts'
import { startPlatform } from './bot-api.ts'
import { startPols } from './contenders/pols.ts'
import { QUESTIONS } from './contenders/questions.ts'
import { quantile, rounded, table } from './figures.ts'
import { freePort } from './free-port.ts'
import { loadBefore } from './load.ts'
import type { Tapped } from './people.ts'
import { familySeconds, memoryOf, processorSeconds } from './process-figures.ts'

export type CityOptions = {
  organisations: number
  people: number
  tapsPerMinute: number
  minutes: number
  /** Messages a second that the house sends in bulk. */
  limit: number
}

/** A run as the database has it: each accepted reply raises its turn by one, from 1; answers in the order of the questions. */
export type StoredRun = { run: string; turn: number; choices: (string | null)[] }
/** Replies that are in no run, that count twice, and questions whose answer is not the one that was tapped last. */
export type Difference = { lost: number; doubled: number; other: number }

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchCity(options: CityOptions): Promise<void> {
  const load = loadBefore()
  const server = await startPostgres()
  const platform = await startPlatform()
  const { busy, invited } = shareOut(options)
  const organisations = [...busy.ids, ...invited.ids]
  const around = { databaseUrl: server.url, platform, port: await freePort() }
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const start = (pace: Record<string, string>) => startPols(TOKEN, around, { organisations, environment: pace })
  let pols = await start({})
  try {
    progress(`${options.people} people join ${options.organisations} organisations`)
    await platform.people(TOKEN, around.port, options.people, { connections: CONNECTIONS })
    const tokens = await pols.joinTokens()
    // The first people are of the organisations whose round is open, the others of those that are invited meanwhile.
    const texts = Array.from({ length: options.people }, (_, n) => {
      const at = n < busy.people ? n % busy.ids.length : busy.ids.length + ((n - busy.people) % invited.ids.length)
      return `/start ${tokens[at]}`
    })
    await platform.greet(TOKEN, texts, '^j\\.[^.]+\\.(s\\.nl(\\.d)?$|y\\.)')
    await pols.stop()

    progress(`${busy.people} of them before their first question`)
    await addSessions(client, busy.ids, () => -2 * 60)
    pols = await start({})
    await platform.untilAsked(TOKEN, busy.people)
    await pols.stop()

    progress(`${options.tapsPerMinute} taps a minute, for ${options.minutes} minutes, while others are invited`)
    await addSessions(client, invited.ids, (n) => Math.floor((n * options.minutes) / invited.ids.length) * 60 - 1)
    pols = await start({ TELEGRAM_PER_SECOND: String(options.limit), TELEGRAM_PER_CHAT_MINUTE: '60' })
    const database = await postmasterOf(client, server.folder)
    const used = () => [processorSeconds(pols.pid) ?? 0, familySeconds(database) ?? 0] as const
    const [before, began] = [used(), performance.now()]
    await platform.trickle(TOKEN, options.tapsPerMinute / 60, TWICE)
    await pause(options.minutes * 60_000)
    const pass = await platform.stopTrickle(TOKEN)
    const seconds = (performance.now() - began) / 1000
    const [service, postgres] = used().map((now, n) => (now - before[n]!) / seconds)
    const memory = memoryOf(pols.pid)
    const invitations = await invitedIn(client, invited.ids)
    await settled(client)
    const tapped = await platform.tapped(TOKEN)
    const difference = compare(tapped, await storedRuns(client))
    const sweep = await sweepCost(pols.environment)
    const taps = tapped.reduce((sum, one) => sum + one.taps, 0)
    const of = (name: string, times: number[]) =>
      [name, ...[0.5, 0.95, 0.99, 1].map((share) => rounded(quantile(times, share)))] as (string | number)[]
    console.log(
      table(
        ['milliseconds from the tap', 'p50', 'p95', 'p99', 'most'],
        [of('to the acknowledgement', pass.acknowledged), of('to the next question', pass.latencies)],
      ),
    )
    const { lost, doubled, other } = difference
    const figures = {
      taps,
      perMinute: rounded((taps / seconds) * 60),
      ...{ unanswered: pass.unanswered, lost, doubled, otherAnswer: other, redelivered: pass.redelivered },
      ...{ invited: invitations.sent, ofInvited: invitations.all },
      ...{ serviceCores: rounded(service!), postgresCores: rounded(postgres!) },
      ...{ memory: memory.now, peak: memory.peak, sweepStatements: sweep.statements, sweepMs: rounded(sweep.ms) },
    }
    console.log(
      `\n${table(
        ['', 'value'],
        Object.entries(figures).map(([name, value]) => [name, value ?? '-']),
      )}`,
    )
    const line = (times: number[]) => ({
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      p99: quantile(times, 0.99),
    })
    const times = { acknowledged: line(pass.acknowledged), next: line(pass.latencies) }
    console.log(JSON.stringify({ bench: 'city', node: process.version, load, ...options, ...times, ...figures }))
  } finally {
    await pols.stop()
    await client.end()
    platform.stop()
    await server.stop()
  }
}

/** Holds what was tapped against what is stored. */
export function compare(tapped: readonly Tapped[], stored: readonly StoredRun[]): Difference {
  const runs = new Map(stored.map((one) => [one.run, one]))
  const difference = { lost: 0, doubled: 0, other: 0 }
  for (const { run, taps, choices } of tapped) {
    const { turn, choices: kept } = runs.get(run) ?? { turn: 1, choices: [] }
    difference.lost += Math.max(taps - (turn - 1), 0)
    difference.doubled += Math.max(turn - 1 - taps, 0)
    difference.other += choices.filter((choice, at) => choice !== kept[at]).length
  }
  return difference
}

/** Of five organisations four have a round open, and one is asked meanwhile; people likewise. */
function shareOut({ organisations, people }: CityOptions) {
  // In the order of their files, which is also that of their links.
  const ids = Array.from({ length: organisations }, (_, n) => `plek-${String(n + 1).padStart(5, '0')}`)
  const first = Math.max(Math.round(organisations * 0.8), 1)
  if (first === organisations) throw new Error('a city has two organisations at least')
  const most = Math.round((people * first) / organisations)
  return {
    busy: { ids: ids.slice(0, first), people: most },
    invited: { ids: ids.slice(first), people: people - most },
  }
}

/** @param endsIn seconds from now, of the nth organisation */
async function addSessions(client: pg.Client, ids: string[], endsIn: (n: number) => number): Promise<void> {
  for (const [n, id] of ids.entries())
    await client.query(
      `insert into session (organisation_id, id, series_id, starts_at, ends_at, state, by_hand)
      select $1, $1 || '-avond', 'activiteit', ends - interval '2 hours', ends, 'planned', true
      from (select date_trunc('second', now()) + $2 * interval '1 second' as ends) as moment`,
      [id, endsIn(n)],
    )
}

async function invitedIn(client: pg.Client, ids: string[]): Promise<{ all: number; sent: number }> {
  const { rows } = await client.query<{ all: number; sent: number }>(
    `select count(*)::int as all, count(*) filter (where card_turn > 0)::int as sent from run where organisation_id = any($1)`,
    [ids],
  )
  return rows[0]!
}

/** What waits to be sent when the taps end is sent before anything is counted; for as long as a city may wait. */
async function settled(client: pg.Client): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { rows } = await client.query(`select 1 from outgoing where state = 'due' and send_after <= now() limit 1`)
    if (rows.length === 0) break
    await pause(500)
  }
  await pause(500)
}

async function storedRuns(client: pg.Client): Promise<StoredRun[]> {
  const { rows } = await client.query<StoredRun>(
    `select run.id as run, run.turn, (select array_agg(answer.codes[1] order by n) from unnest($1::text[]) with ordinality as asked(key, n)
        left join answer on answer.organisation_id = run.organisation_id and answer.run_id = run.id and answer.question = asked.key) as choices
      from run`,
    [QUESTIONS.map(({ key }) => key)],
  )
  return rows
}

/** A sweep of the same house on the same rows, when nothing new is due; the one before it learned what is foreseen. */
async function sweepCost(environment: NodeJS.ProcessEnv): Promise<{ statements: number; ms: number }> {
  const { TELEGRAM_BOT_TOKEN: _, ...given } = environment
  const app = await createApp(readSettings(given), { ticking: false })
  try {
    const statements = countStatements(app.ground.store)
    await app.sweep()
    statements()
    const began = performance.now()
    await app.sweep()
    return { ms: performance.now() - began, statements: statements() }
  } finally {
    await app.stop()
  }
}

async function postmasterOf(client: pg.Client, folder: string): Promise<number> {
  const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
  return Number(readFileSync(join(rows[0]?.folder ?? folder, 'postmaster.pid'), 'utf8').split('\n')[0])
}

const pause = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms)
  })
const progress = (text: string) => process.stderr.write(`${text}\n`)

const TOKEN = '5151:bench-token-of-a-whole-city-of-nobody'
/** As many connections as Telegram opens to a webhook unless it is told otherwise. */
const CONNECTIONS = 40
/** One tap in fifty is delivered a second time, as after an answer that was lost. */
const TWICE = 0.02
const MOST_LOOKS = 240
