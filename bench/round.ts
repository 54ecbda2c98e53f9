/**
 * What it takes to open a round for a large group and to close it: seconds, statements, rows and memory, beside plain
 * SQL that writes the same rows. Each size runs in a process of its own on a database of its own, so that the most
 * memory it ever had is the size's own; and once more, slowly, to see what of it is in use (see `Live`).
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { syncPlan } from '../src/dialogue/agreements.ts'
import { closeRound } from '../src/rounds/close-round.ts'
import { openDueRounds } from '../src/rounds/open-round.ts'
import { roundFactsReader } from '../src/rounds/round-facts.ts'
import { addSession } from '../src/rounds/sessions.ts'
import { migrate, openStore, type Store } from '../src/store/open.ts'
import { makeGround } from '../tests/support/ground.ts'
import { joinMany } from '../tests/support/large-group.ts'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { countStatements } from '../tests/support/statements.ts'
import { rounded, table } from './figures.ts'
import { loadBefore } from './load.ts'
import { memoryOf } from './process-figures.ts'

/** Seconds of the clock and of the service's processor; rows written; memory in MB over what it was before. */
type Phase = { seconds: number; processor: number; statements: number; rows: number; memory: number }
type Size = { people: number; base: number; plain: number; open: Phase; close: Phase; live: Live }
/**
 * Memory in use, in MB over what it was before: the most that was left when everything that nobody needs was cleared
 * away before each statement. What the system says of a process holds garbage too, of which there is more when there
 * is more to do.
 */
type Live = { open: number; close: number }
/** What the child is asked for. */
type Way = 'time' | 'live'

/** Runs the measurement; prints a table and, last, one JSON line. */
export async function benchRound({ people }: { people: number[] }): Promise<void> {
  const load = loadBefore()
  const server = await startPostgres()
  const sizes: Size[] = []
  try {
    for (const many of people) {
      const timed = await inOwnProcess<Omit<Size, 'live'>>(server.url, many, 'time')
      sizes.push({ ...timed, live: await inOwnProcess<Live>(server.url, many, 'live') })
      process.stderr.write(`${many} people\n`)
    }
  } finally {
    await server.stop()
  }
  const row = (what: 'open' | 'close', size: Size) => {
    const { people, live, [what]: phase } = size
    const { seconds, statements, rows, processor, memory } = phase
    return [
      `${what} for ${people}`,
      ...[rounded(seconds), rounded(processor), statements, rounded(statements / people)],
      ...[rounded(rows / people), rounded(live[what]), rounded(memory)],
    ]
  }
  console.log(
    table(
      ['round', 's', 'processor s', 'statements', 'a person', 'rows a person', 'MB in use', 'MB of the process'],
      sizes.flatMap((size) => [row('open', size), row('close', size)]),
    ),
  )
  for (const { people, plain, open } of sizes) {
    console.log(
      `the rows of opening for ${people} in plain SQL: ${rounded(plain)} s, ${rounded(open.seconds / plain)} ×`,
    )
  }
  console.log(JSON.stringify({ bench: 'round', node: process.version, load, sizes }))
}

/** A database of its own, and a process that ends with its figures. */
async function inOwnProcess<T>(server: string, people: number, way: Way): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const name = `round_${people}_${way}`
  await client.query(`create database ${name}`).finally(() => client.end())
  const url = new URL(server)
  url.pathname = `/${name}`
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), [url.href, String(people), way], {
    execArgv: ['--expose-gc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (figures) => resolve(figures as T))
    child.once('exit', (code) => reject(new Error(`measuring ${people} people ended with code ${code}`)))
  })
}

async function measure(url: string, people: number, way: Way): Promise<Omit<Size, 'live'> | Live> {
  // One connection: what it wrote can be asked of it at once.
  const store = await openStore({ url }, fail, 1)
  await migrate(store)
  const ground = makeGround(store)
  await syncPlan(ground, ground.config())
  const organisation = ground.config().organisations.get(ORGANISATION)!
  const now = ground.clock.now()
  const session = async () => {
    const times = { startsAt: now.subtract({ hours: 2 }), endsAt: now.subtract({ minutes: 1 }) }
    await addSession(ground, ORGANISATION, { seriesId: 'meetingpoint', ...times, theme: null }, 'bench')
  }
  const close = async () => {
    const { rows } = await store.pool.query<{ id: string }>(`select id from round where state = 'open'`)
    await closeRound(ground, roundFactsReader(ground), ORGANISATION, rows[0]!.id, 'clock')
  }
  // Two pages of people first: what is loaded and compiled at the first round, and what a page takes, belongs to no size.
  await joinMany(store, organisation, 1000, now, 'warm')
  for (let turn = 0; turn < 2; turn += 1) {
    await session()
    await openDueRounds(ground, organisation, now)
    await answered(store)
    await close()
  }
  await store.pool.query(`update participant set state = 'stopped'`)
  await joinMany(store, organisation, people, now)
  await store.pool.query('vacuum analyze')
  const plain = await inPlainSql(store)
  await session()
  const opening = () => openDueRounds(ground, organisation, now)
  if (way === 'live') {
    const open = await mostInUse(store, opening)
    await answered(store)
    const shut = await mostInUse(store, close)
    await store.close()
    return { open, close: shut }
  }
  const statements = countStatements(store)
  const base = memoryOf(process.pid).now
  const open = await phase(store, statements, opening)
  await answered(store)
  const shut = await phase(store, statements, close)
  await store.close()
  return { people, base, plain, open, close: shut }
}

async function phase(store: Store, statements: () => number, work: () => Promise<unknown>): Promise<Phase> {
  gc?.()
  const before = await rowsWritten(store)
  const memory = memoryOf(process.pid).now
  let most = memory
  const looking = setInterval(() => {
    most = Math.max(most, memoryOf(process.pid).now)
  }, 5)
  statements()
  const processor = process.cpuUsage()
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(processor)
  const asked = statements()
  clearInterval(looking)
  const rows = (await rowsWritten(store)) - before
  return { seconds, processor: (user + system) / 1e6, statements: asked, rows, memory: most - memory }
}

/** @returns MB over what was in use before */
async function mostInUse(store: Store, work: () => Promise<unknown>): Promise<number> {
  inUse()
  const before = inUse()
  let most = Number.NEGATIVE_INFINITY
  const look = (client: pg.PoolClient) => {
    const query = client.query as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      most = Math.max(most, inUse())
      return query.apply(client, given)
    }) as never
    store.pool.once('release', () => {
      client.query = query as never
    })
  }
  store.pool.on('acquire', look)
  await work()
  store.pool.off('acquire', look)
  return most - before
}

function inUse(): number {
  gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1_048_576
}

async function rowsWritten(store: Store): Promise<number> {
  await store.pool.query('select pg_stat_force_next_flush()')
  const { rows } = await store.pool.query<{ written: number }>(
    `select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as written from pg_stat_user_tables`,
  )
  return rows[0]!.written
}

/** Everybody was shown the card; of ten people six answered everything, two one question, two nothing. */
async function answered(store: Store): Promise<void> {
  const { rows } = await store.pool.query<{
    id: string
    set: { questions: { key: string; options?: { code: string }[] }[] }
  }>(
    `select round.id, question_set_version.content as set from round
      join survey_version on survey_version.organisation_id = round.organisation_id and survey_version.survey_id = round.survey_id
        and survey_version.hash = round.survey_hash
      join question_set_version on question_set_version.hash = survey_version.set_hash
      where round.state = 'open'`,
  )
  const { id, set } = rows[0]!
  const closed = set.questions.filter(({ options }) => options !== undefined)
  const given = (keys: typeof closed) =>
    JSON.stringify(
      Object.fromEntries(keys.map(({ key, options }) => [key, { status: 'answered', codes: [options![0]!.code] }])),
    )
  await store.pool.query(`update run set card_turn = 1 where round_id = $1`, [id])
  const tenths = `abs(hashtext(participant_id)) % 10`
  for (const [which, keys, disposition] of [
    [`${tenths} < 6`, closed, 'completed'],
    [`${tenths} in (6, 7)`, closed.slice(0, 1), 'partial'],
  ] as const) {
    await store.pool.query(
      `with answering as (
        update run set turn = 2, card_turn = 2, disposition = $3::text, state = state || jsonb_build_object('turn', 2, 'disposition', $3::text, 'answers', $2::jsonb)
        where round_id = $1 and ${which} returning organisation_id, id
      )
      insert into answer (organisation_id, run_id, question, round_id, status, codes, language, answered_on)
      select organisation_id, id, one.key, $1, 'answered', array[one.value -> 'codes' ->> 0], 'nl', current_date
      from answering, jsonb_each($2::jsonb) as one`,
      [id, given([...keys]), disposition],
    )
  }
  await store.pool.query(`update outgoing set state = 'sent' where state = 'due'`)
}

/** The same rows as opening writes, of another round, by three statements that know nothing. @returns seconds */
async function inPlainSql(store: Store): Promise<number> {
  const began = performance.now()
  for (const statement of [
    `insert into run (organisation_id, id, round_id, participant_id, language, turn, state, card_turn)
      select organisation_id, 'plain' || participant_id, (select id from round limit 1), participant_id, 'nl', 1, '{"turn":1}', 0
      from contact_link where participant_id not like 'warm%'`,
    `insert into outgoing (organisation_id, id, kind, channel, contact_id, run_id, state, send_after, attempts)
      select organisation_id, 'plain' || participant_id, 'card', 'telegram', contact_id, 'plain' || participant_id, 'due', now(), 0
      from contact_link where participant_id not like 'warm%'`,
    `insert into asked select contact_id, 'plain', current_date from contact_link where participant_id not like 'warm%'`,
  ]) {
    await store.pool.query(statement)
  }
  const seconds = (performance.now() - began) / 1000
  for (const one of ['run', 'outgoing']) await store.pool.query(`delete from ${one} where id like 'plain%'`)
  await store.pool.query(`delete from asked where id = 'plain'`)
  return seconds
}

function fail(error: Error): never {
  throw error
}

const ORGANISATION = 'xy'

if (process.argv[2]?.startsWith('postgres:')) {
  process.send?.(await measure(process.argv[2], Number(process.argv[3]), process.argv[4] as Way))
  process.disconnect?.()
}
