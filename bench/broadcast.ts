/**
 * A broadcast against a platform that keeps its limit: so many people are invited, some of them answer meanwhile. The
 * ideal is each message and edit of that time at the full limit; a person who answers must not notice the broadcast.
 */
import { startPostgres } from '../tests/support/postgres-server.ts'
import { startPlatform } from './bot-api.ts'
import { organisationsFor, startPols } from './contenders/pols.ts'
import { quantile, rounded, table } from './figures.ts'
import type { FloodFigures } from './flood.ts'
import { freePort } from './free-port.ts'
import { loadBefore } from './load.ts'

export type BroadcastOptions = {
  people: number[]
  /** Messages a second that the platform takes, and how long it refuses everything when it gets more. */
  limit: number
  floodWait: number
  /** Answers a second that come meanwhile. */
  replies: number
}

type Result = FloodFigures & { people: number; ideal: number; replies: number; waits: number[] }

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchBroadcast(options: BroadcastOptions): Promise<void> {
  const load = loadBefore()
  const results: Result[] = []
  for (const people of options.people) results.push(await broadcast(people, options))
  const rows = results.map(({ people, seconds, ideal, calls, refused, asked, twice, replies, waits }) => [
    ...[people, rounded(seconds), rounded(ideal), rounded(seconds / ideal), calls, refused, asked, twice, replies],
    ...[rounded(quantile(waits, 0.5)), rounded(quantile(waits, 0.99))],
  ])
  const head = [
    'people',
    'seconds',
    'ideal',
    'ratio',
    'calls',
    'refused',
    'asked',
    'twice',
    'replies',
    'p50 ms',
    'p99 ms',
  ]
  process.stdout.write(`${table(head, rows)}\n`)
  const line = results.map(({ waits, ...rest }) => ({ ...rest, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) }))
  process.stdout.write(`${JSON.stringify({ bench: 'broadcast', load, limit: options.limit, results: line })}\n`)
}

async function broadcast(people: number, { limit, floodWait, replies }: BroadcastOptions): Promise<Result> {
  const server = await startPostgres()
  const platform = await startPlatform()
  const port = await freePort()
  const environment = { TELEGRAM_PER_SECOND: String(limit), TELEGRAM_PER_CHAT_MINUTE: '60' }
  const around = { databaseUrl: server.url, platform, port }
  const pols = await startPols(TOKEN, around, { environment, organisations: organisationsFor(people) })
  try {
    await platform.people(TOKEN, port, people)
    await platform.flood(TOKEN, { perSecond: limit, waitSeconds: floodWait })
    process.stderr.write(`${people} people join and are invited\n`)
    const all = pols.ask(people)
    all.catch(() => {})
    const some = Math.min(30, people)
    while ((await platform.flooded(TOKEN)).asked < some) await Promise.race([pause(200), all])
    await platform.trickle(TOKEN, replies)
    await all
    const figures = await platform.flooded(TOKEN)
    const pass = await platform.stopTrickle(TOKEN)
    const ideal = figures.calls / limit
    return { ...figures, people, ideal, replies: pass.replies, waits: pass.latencies }
  } finally {
    await pols.stop()
    platform.stop()
    await server.stop()
  }
}

const pause = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms)
  })

const TOKEN = '4242:bench-broadcast-token-of-nobody'
