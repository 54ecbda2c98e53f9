/**
 * The digest of one session and a whole year of one organisation, out of ever more answers of ever more years and
 * organisations, beside plain SQL that only counts. What is asked for stays the same size; what it is found in grows.
 */
import pg from 'pg'
import { syncPlan } from '../src/dialogue/agreements.ts'
import { readYearPlan } from '../src/dialogue/timeline.ts'
import { erasePerson } from '../src/people/erasing.ts'
import { countDigest, makeDigest } from '../src/rounds/make-digest.ts'
import { reportFacts } from '../src/rounds/report-facts.ts'
import { readRoundFacts } from '../src/rounds/round-facts.ts'
import { migrate, openStore } from '../src/store/open.ts'
import { makeGround, type TestGround } from '../tests/support/ground.ts'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { seedAnswers } from './digest-rows.ts'
import { median, quantile, rounded, table } from './figures.ts'
import { loadBefore } from './load.ts'

/** Milliseconds; `worst`: what 19 of 20 stay under. */
type Times = { middle: number; worst: number }
type Level = { answers: number; seeding: number; megabytes: number; times: Record<string, Times>; plans: string[] }

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchDigest({ answers, tries }: { answers: number[]; tries: number }): Promise<void> {
  const load = loadBefore()
  const server = await startPostgres()
  const levels: Level[] = []
  try {
    for (const many of answers) levels.push(await measure(server.url, many, tries))
  } finally {
    await server.stop()
  }
  const names = Object.keys(levels[0]!.times)
  console.log(
    table(
      ['ms, middle (19 of 20 stay under)', ...levels.map((level) => `${level.answers} answers`)],
      names.map((name) => [
        name,
        ...levels.map(({ times }) => `${rounded(times[name]!.middle)} (${rounded(times[name]!.worst)})`),
      ]),
    ),
  )
  for (const { answers, megabytes, seeding } of levels)
    console.log(`${answers} answers: ${megabytes} MB, seeded in ${Math.round(seeding)} s`)
  for (const plan of levels.at(-1)!.plans) console.log(plan)
  console.log(JSON.stringify({ bench: 'digest', node: process.version, load, levels }))
}

async function measure(server: string, answers: number, tries: number): Promise<Level> {
  const url = new URL(server)
  url.pathname = `/digest_${answers}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database digest_${answers}`).finally(() => client.end())
  let closing = false
  const store = await openStore({ url: url.href }, (error) => {
    // A connection may still hear of the server's stop after the pool has let it go.
    if (!closing) throw error
  })
  try {
    await migrate(store)
    const ground = withOrganisations(makeGround(store, '2026-11-25T17:00:00Z'))
    await syncPlan(ground, ground.config())
    const began = performance.now()
    await seedAnswers(ground, url.href, answers)
    const seeding = (performance.now() - began) / 1000
    const { rows } = await store.pool.query<{ mb: number }>(
      `select (pg_database_size(current_database()) / 1048576)::int as mb`,
    )
    process.stderr.write(`${answers} answers are there after ${Math.round(seeding)} s\n`)
    const times = await timeAll(ground, tries)
    return { answers, seeding, megabytes: rows[0]!.mb, times, plans: await plansOf(ground) }
  } finally {
    closing = true
    await store.close()
  }
}

/** Two hundred organisations like a sample one; the first are much larger than the last. */
function withOrganisations(ground: TestGround): TestGround {
  const sample = ground.config().organisations.get('xy')!
  const organisations = new Map(
    Array.from({ length: ORGANISATIONS }, (_, at) => [`o${at + 1}`, { ...sample, id: `o${at + 1}` }] as const),
  )
  const config = { ...ground.config(), organisations }
  return { ...ground, config: () => config }
}

async function timeAll(ground: TestGround, tries: number): Promise<Record<string, Times>> {
  const { pool } = ground.store
  const { rows: open } = await pool.query<{ organisation_id: string; id: string }>(
    `select organisation_id, id from round where state = 'closed' order by md5(id)`,
  )
  const { rows: people } = await pool.query<{ address_hash: string }>(
    `select address_hash from contact order by md5(id) limit ${tries}`,
  )
  const organisations = [...ground.config().organisations.values()]
  const some = organisations.filter((_, at) => at % Math.max(1, Math.floor(ORGANISATIONS / tries)) === 0)
  const rounds = open.slice(0, tries)
  const year = Temporal.PlainDate.from('2026-11-25').year
  return {
    'one session, plain SQL that counts': await timed(rounds, (round) =>
      pool.query({ name: 'one', text: ONE_SESSION, values: [round.organisation_id, round.id] }),
    ),
    'a transaction that writes one row': await timed(rounds, async (round) => {
      const one = await pool.connect()
      await one.query('begin')
      await one.query({ name: 'line', text: ONE_ROW, values: [round.organisation_id, ground.newId()] })
      await one.query('commit')
      one.release()
    }),
    'one session, its digest read and counted': await timed(rounds, async (round) => {
      const facts = await readRoundFacts(ground, round.organisation_id, round.id)
      await ground.store.db.transaction().execute((trx) => countDigest(ground, trx, facts))
    }),
    'one session, its digest read, counted, stored and queued': await timed(rounds, async (round) => {
      const facts = await readRoundFacts(ground, round.organisation_id, round.id)
      if (!(await makeDigest(ground, facts))) throw new Error('this digest was made before')
    }),
    'a year of one organisation, plain SQL that counts': await timed(some, ({ id }) =>
      pool.query({ name: 'year', text: ONE_YEAR, values: [id, `${year}-09-01`, `${year + 1}-09-01`] }),
    ),
    'the year before of one organisation, plain SQL that counts': await timed(some, ({ id }) =>
      pool.query({ name: 'year', text: ONE_YEAR, values: [id, `${year - 1}-09-01`, `${year}-09-01`] }),
    ),
    'a year of one organisation, its plan and report read and counted': await timed(some, async (organisation) => {
      const plan = await readYearPlan(ground, organisation, year)
      await reportFacts(ground, organisation, 'year-end', plan, true)
    }),
    'the year before of one organisation, its plan and report read and counted': await timed(
      some,
      async (organisation) => {
        const plan = await readYearPlan(ground, organisation, year - 1)
        await reportFacts(ground, organisation, 'year-end', plan, true)
      },
    ),
    'one person erased everywhere': await timed(people, async ({ address_hash }) => {
      if (!(await erasePerson(ground, 'telegram', address_hash))) throw new Error('this person was erased before')
    }),
  }
}

async function timed<T>(these: readonly T[], work: (one: T) => Promise<unknown>): Promise<Times> {
  const times: number[] = []
  for (const one of these) {
    const began = performance.now()
    await work(one)
    times.push(performance.now() - began)
  }
  // The first ones prepare statements and fill caches.
  const warm = times.slice(Math.min(5, Math.floor(times.length / 3))).sort((a, b) => a - b)
  return { middle: median(warm), worst: quantile(warm, 0.95) }
}

/** How the database finds the answers of one session and of one year. */
async function plansOf(ground: TestGround): Promise<string[]> {
  const { pool } = ground.store
  const { rows } = await pool.query<{ organisation_id: string; id: string }>(
    `select organisation_id, id from round where organisation_id = 'o20' limit 1`,
  )
  const lines = async (text: string, values: unknown[]) =>
    (await pool.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, values)).rows.map(
      (row) => row['QUERY PLAN'],
    )
  return [
    ...(await lines(ONE_SESSION, [rows[0]!.organisation_id, rows[0]!.id])),
    ...(await lines(ONE_YEAR, ['o20', '2026-09-01', '2027-09-01'])),
  ]
}

const ORGANISATIONS = 200
const ONE_SESSION = `select question, status, codes, count(*) from answer
  where organisation_id = $1 and round_id = $2 group by question, status, codes`
const ONE_ROW = `insert into audit (organisation_id, id, at, actor, action, subject) values ($1, $2, now(), 'bench', 'bench', 'bench')`
const ONE_YEAR = `select round.survey_id, answer.question, answer.status, answer.codes, count(*) from session
  join round on round.organisation_id = session.organisation_id and round.session_id = session.id
  join answer on answer.organisation_id = round.organisation_id and answer.round_id = round.id
  where session.organisation_id = $1 and session.starts_at >= $2::timestamptz and session.starts_at < $3::timestamptz
  group by 1, 2, 3, 4`
