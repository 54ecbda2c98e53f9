import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { SettingsError } from '../../src/errors.ts'
import { migrate, openStore, type Store } from '../../src/store/open.ts'
import { ROOT } from '../support/house-rules.ts'
import { quickFolder } from '../support/memory.ts'
import { ask, describeOnServer, emptyDatabase } from '../support/postgres.ts'
import { launch, plainEnvironment } from '../support/process.ts'
import { eachStore } from '../support/stores.ts'

/** Starting processes on a busy machine takes its time, in milliseconds. */
const LONG = 120_000

function ownFolder(): string {
  const folder = quickFolder('pols-store-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function fault(opening: Promise<Store>): Promise<string> {
  const error = await opening.then(
    () => null,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(SettingsError)
  return (error as SettingsError).message
}

/** A process that holds the store in `folder` and does what `script` says with it. */
function holder(folder: string, script: string, ...options: string[]) {
  const code = `import { migrate, openStore } from ${JSON.stringify(join(ROOT, 'src', 'store', 'open.ts'))}
const store = await openStore({ folder: ${JSON.stringify(folder)} }, () => {})
await migrate(store)
${script}`
  const running = launch(process.execPath, [...options, '--input-type=module', '--eval', code], plainEnvironment())
  onTestFinished(() => running.end())
  return running
}

describeOnServer('on a server', () => {
  test('eight that migrate one empty database at once carry each migration out once', async () => {
    const database = await emptyDatabase()
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(database, () => {}, 3)))
    onTestFinished(async () => {
      await Promise.all(stores.map((store) => store.close()))
      await database.drop()
    })
    const done = await Promise.all(stores.map((store) => migrate(store)))
    expect(done.flat().sort()).toEqual([...new Set(done.flat())].sort())
    expect(done.filter((names) => names.length > 0)).toHaveLength(1)
    expect(await migrate(stores[0]!)).toEqual([])
    const { rows } = await stores[0]!.pool.query(`select count(*)::int as n from pg_tables where tablename = 'run'`)
    expect(rows).toEqual([{ n: 1 }])
  })
})

test('a server that is not there is told in one sentence, without user or password', async () => {
  const said = await fault(openStore({ url: 'postgres://els:geheim@127.0.0.1:1/pols' }, () => {}))
  expect(said).toMatch(/^DATABASE_URL: the database cannot be reached \(ECONNREFUSED\)\. Check .+\.$/)
  expect(said).not.toMatch(/els|geheim/)
})

test('a server that is too old is told in one sentence, with what to do', async () => {
  const old = createServer((socket) =>
    socket.on('error', () => {}).on('data', (data) => socket.write(oldPostgres(data as Buffer))),
  )
  await new Promise<void>((done) => old.listen(0, '127.0.0.1', done))
  onTestFinished(() => void old.close())
  const { port } = old.address() as { port: number }
  const said = await fault(openStore({ url: `postgres://els@127.0.0.1:${port}/pols?sslmode=disable` }, () => {}))
  expect(said).toMatch(/^DATABASE_URL: this Postgres is version 13; Pols needs 15 or newer\. Upgrade .+\.$/)
})

test('a folder is for one process; when that is killed, the next may have it and finds every commit', {
  timeout: LONG,
}, async () => {
  await ask('/template')
  const folder = ownFolder()
  const first = holder(
    folder,
    `for (let n = 1; ; n++) {
      await store.pool.query("insert into lease (name, holder, expires_at) values ($1, 'a', now())", [String(n)])
      process.stdout.write(n + '\\n')
    }`,
  )
  await first.says(/^20$/m)
  expect(await fault(openStore({ folder }, () => {}))).toContain(`another process already uses the folder ${folder}`)
  first.kill('SIGKILL')
  const { said } = await first.ended
  const acknowledged = Number(said.trim().split('\n').at(-1))
  const store = await openStore({ folder }, () => {})
  onTestFinished(() => store.close())
  const { rows } = await store.pool.query<{ n: number; last: number }>(
    'select count(*)::int as n, max(name::int) as last from lease',
  )
  expect(rows[0]!.n).toBeGreaterThanOrEqual(acknowledged)
  // At most the one that was under way.
  expect(rows[0]!.n).toBeLessThanOrEqual(acknowledged + 1)
  expect(rows[0]!.last).toBe(rows[0]!.n)
  await expect(migrate(store)).resolves.toEqual([])
})

test('in a folder every commit is pushed to the disk before it is acknowledged', { timeout: LONG }, async () => {
  await ask('/template')
  const [folder, trace] = [ownFolder(), ownFolder()]
  const settings = holder(
    folder,
    `const { symlinkSync } = await import('node:fs')
    // A call that nothing else makes, to find the inserts in the trace.
    const mark = (name) => symlinkSync('nowhere', ${JSON.stringify(folder)} + '/' + name)
    const named = {}
    for (const name of ['fsync', 'wal_sync_method', 'synchronous_commit', 'full_page_writes'])
      named[name] = (await store.pool.query('show ' + name)).rows[0][name]
    process.stdout.write(JSON.stringify(named))
    await store.pool.query("create table kept (n int)")
    mark('begin')
    for (let n = 0; n < 40; n++) await store.pool.query('insert into kept values (1)')
    mark('end')
    await store.close()`,
    '--trace-event-categories',
    'node.fs.sync',
    '--trace-event-file-pattern',
    join(trace, '$'.concat('{rotation}.json')),
  )
  const { said, code, complained } = await settings.ended
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  expect(JSON.parse(said)).toEqual({
    fsync: 'on',
    wal_sync_method: 'fsync',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  })
  const calls = readdirSync(trace).flatMap(
    (file) =>
      (
        JSON.parse(readFileSync(join(trace, file), 'utf8')) as {
          traceEvents: { name: string; ph: string; ts: number }[]
        }
      ).traceEvents,
  )
  const begun = calls
    .filter(({ ph }) => ph === 'B')
    .sort((a, b) => a.ts - b.ts)
    .map(({ name }) => name)
  const inserts = begun.slice(begun.indexOf('fs.sync.symlink'), begun.lastIndexOf('fs.sync.symlink'))
  expect(inserts.filter((name) => name === 'fs.sync.fsync').length).toBeGreaterThanOrEqual(40)
})

test('a folder that is no folder, and one that holds something else, are told in one sentence', async () => {
  const folder = ownFolder()
  spawnSync('touch', [join(folder, 'file')])
  expect(await fault(openStore({ folder: join(folder, 'file') }, () => {}))).toMatch(/^DATA_DIR: .+\.$/)
})

eachStore((_kind, open) => {
  test('values come back as the same JavaScript values', async () => {
    const { pool } = await open()
    const { rows } = await pool.query(
      `select '2026-10-25'::date as day, 9007199254740991::bigint as big, count(*) as counted, '{"a":[1,null]}'::jsonb as json,
        array['x','y']::text[] as words, array[]::text[] as none, timestamptz '2026-10-25 02:30+01' as at, 3::int as small, true as yes, null as nothing`,
    )
    expect(rows).toEqual([
      {
        day: '2026-10-25',
        big: 9007199254740991,
        counted: 1,
        json: { a: [1, null] },
        words: ['x', 'y'],
        none: [],
        at: new Date('2026-10-25T01:30:00Z'),
        small: 3,
        yes: true,
        nothing: null,
      },
    ])
  })

  test('what is given as text, date and list is stored as that', async () => {
    const { pool } = await open()
    await pool.query('create table given (day date, at timestamptz, words text[], json jsonb)')
    await pool.query('insert into given values ($1, $2, $3, $4)', [
      '2026-03-29',
      '2026-03-29T01:00:00Z',
      ['a', 'b"c'],
      JSON.stringify({ q: 'é' }),
    ])
    const { rows } = await pool.query(`select day, at, words, json from given where day = $1 and words @> $2`, [
      '2026-03-29',
      ['b"c'],
    ])
    expect(rows).toEqual([
      { day: '2026-03-29', at: new Date('2026-03-29T01:00:00Z'), words: ['a', 'b"c'], json: { q: 'é' } },
    ])
  })

  test('closing twice is closing once', async () => {
    const store = await open()
    await Promise.all([store.close(), store.close()])
    await expect(store.pool.query('select 1')).rejects.toThrow()
  })
})

/** Answers as a Postgres 13 does: lets everybody in, and says its version. */
function oldPostgres(data: Buffer): Buffer {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(body.length + 4)
    return Buffer.concat([Buffer.from(type), length, body])
  }
  const ready = message('Z', Buffer.from('I'))
  if (data[0] !== 0x51) return Buffer.concat([message('R', Buffer.from([0, 0, 0, 0])), ready])
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from('version\0'),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 23, 0, 4, 255, 255, 255, 255, 0, 0]),
  ])
  const value = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 6]), Buffer.from('130009')])
  return Buffer.concat([message('T', column), message('D', value), message('C', Buffer.from('SELECT 1\0')), ready])
}
