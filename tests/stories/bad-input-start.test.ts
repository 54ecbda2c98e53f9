/** Starting under bad luck: a platform that takes a call and never answers, a migration that is cut off half-way. */
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, onTestFinished, test } from 'vitest'
import { migrate, openStore } from '../../src/store/open.ts'
import { makeWorld } from '../support/app.ts'
import { ROOT } from '../support/house-rules.ts'
import { quickFolder } from '../support/memory.ts'
import { describeOnServer, emptyDatabase } from '../support/postgres.ts'
import { launch, plainEnvironment } from '../support/process.ts'
import { startChild } from './child.ts'
import { planFolder } from './plan.ts'

/** Starting processes on a busy machine takes its time, in milliseconds. */
const LONG = 180_000

/** Takes connections and says nothing; resolves when somebody asked something. */
async function silence() {
  const asked = Promise.withResolvers<void>()
  const sockets = new Set<{ destroy(): void }>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('data', () => asked.resolve())
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { root: `http://127.0.0.1:${(server.address() as { port: number }).port}`, asked: asked.promise }
}

test('a platform that never answers: whoever stops Pols while it starts does not wait for it', {
  timeout: LONG,
}, async () => {
  const platform = await silence()
  const world = await makeWorld({ discord: false, configFolder: planFolder().folder })
  const child = startChild({
    ...world,
    settings: { ...world.settings, telegram: { token: world.settings.telegram!.token, apiRoot: platform.root } },
  })
  await platform.asked
  child.kill('SIGTERM')
  const { code, said, complained } = await child.ended
  expect(said).toBe('')
  expect(complained).toContain('stopping before everything was started')
  expect(code).toBe(0)
  // The folder was closed as it should be: it opens again, with nothing half done.
  const store = await openStore(world.settings.store, () => {})
  expect(await migrate(store)).toEqual([])
  await store.close()
})

/** Migrates, and stands still for ever in the middle of it. */
function halfWay(store: object) {
  const code = `import { migrate, openStore } from ${JSON.stringify(join(ROOT, 'src', 'store', 'open.ts'))}
const store = await openStore(${JSON.stringify(store)}, () => {})
let tables = 0
store.pool.on('acquire', (client) => {
  if (client.watched) return
  client.watched = true
  const query = client.query
  client.query = (...given) => {
    const text = String(given[0]?.text ?? given[0])
    if (/create (table|index)/i.test(text) && !/kysely/.test(text) && ++tables === 12) {
      console.log('half-way')
      setInterval(() => {}, 1000)
      return new Promise(() => {})
    }
    return query.apply(client, given)
  }
})
await migrate(store)`
  const running = launch(process.execPath, ['--input-type=module', '--eval', code], plainEnvironment())
  onTestFinished(() => running.end())
  return running
}

async function cutOff(settings: { url: string } | { folder: string }): Promise<void> {
  const first = halfWay(settings)
  await first.says('half-way')
  first.kill('SIGKILL')
  await first.ended
  const store = await openStore(settings, () => {})
  try {
    const done = await migrate(store)
    expect(done.length).toBeGreaterThan(0)
    expect(await migrate(store)).toEqual([])
    const { rows } = await store.pool.query('select name from kysely_migration order by name')
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(done))
    const { rows: tables } = await store.pool.query(
      "select table_name as name from information_schema.tables where table_name in ('run', 'outgoing', 'erasure') order by 1",
    )
    expect(tables).toEqual([{ name: 'erasure' }, { name: 'outgoing' }, { name: 'run' }])
  } finally {
    await store.close()
  }
}

test('an embedded database whose migration was cut off: the next start completes it', { timeout: LONG }, async () => {
  const folder = quickFolder('pols-half-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  // Without any table of ours: a new folder begins with all of them.
  await (await PGlite.create(join(folder, 'postgres'))).close()
  await cutOff({ folder })
})

describeOnServer('on a server', () => {
  test('a migration that was cut off is completed by the next start', { timeout: LONG }, async () => {
    const database = await emptyDatabase()
    onTestFinished(() => database.drop())
    await cutOff({ url: database.url })
  })
})
