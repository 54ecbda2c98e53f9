/** Updates that are enormous or wrong on the way in, and a configuration that changes while messages go out. */
import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { makeWorld, type World } from '../support/app.ts'
import { freshDatabase, serverExpected } from '../support/postgres.ts'
import {
  cardsOf,
  HOUSE,
  joinOnTelegram,
  liveCardsOf,
  type PlanFolder,
  planFolder,
  question,
  SERIES,
  turn,
} from './plan.ts'

/** Starting an app on a busy machine takes its time, in milliseconds. */
const LONG = 120_000

async function house(more: { publicUrl?: string } = {}): Promise<{ world: World; files: PlanFolder }> {
  const database = serverExpected() ? await freshDatabase() : null
  if (database) onTestFinished(() => database.drop())
  const files = planFolder({ cron: '0 3 1 1 *' })
  const options = { discord: false, configFolder: files.folder, ...more }
  return { world: await makeWorld(database ? { ...options, url: database.url } : options), files }
}

test('an update of a megabyte goes by, and who comes behind it is answered', { timeout: LONG }, async () => {
  const { world } = await house()
  const app = await world.start()
  const ann = await joinOnTelegram(world, app, 7)
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await turn(app)
  const before = await app.ground.store.pool.query('select count(*)::int as n from run')
  ann.type('x'.repeat(1024 * 1024))
  const second = question(ann, 2)
  ann.tap(0)
  await second
  await world.telegram.settled()
  await app.settled()
  expect((await app.ground.store.pool.query('select count(*)::int as n from answer')).rows).toEqual([{ n: 1 }])
  expect((await app.ground.store.pool.query('select count(*)::int as n from run')).rows).toEqual(before.rows)
  expect(world.logs.filter((line) => line.includes('xxxxxxxx'))).toEqual([])
})

test('a file that becomes faulty, or sound again, while invitations go out: everybody gets one card', {
  timeout: LONG,
}, async () => {
  const { world, files } = await house()
  const app = await world.start()
  const people = []
  for (let id = 1; id <= 12; id += 1) people.push(await joinOnTelegram(world, app, id))
  const before = world.telegram.callsOf('sendMessage').length
  const going = app.desk.holdSession('coach', HOUSE, SERIES)
  await world.telegram.called('sendMessage', before + 3)
  files.writeText('id: huis\nname: [')
  await app.sweep()
  await world.telegram.called('sendMessage', before + 7)
  files.write({ cron: '0 3 1 1 *', window: 'PT48H' })
  await app.sweep()
  await going
  await turn(app)
  expect(people.map((one) => [cardsOf(one).length, liveCardsOf(one).length])).toEqual(people.map(() => [1, 1]))
  const waiting = await app.ground.store.pool.query(
    `select state, count(*)::int as n from outgoing where kind = 'card' group by 1`,
  )
  expect(waiting.rows).toEqual([{ state: 'sent', n: 12 }])
  const second = question(people[0]!, 2)
  people[0]!.tap(0)
  await second
})

test('by webhook: more than a megabyte is refused, less is read, a body without an end keeps nobody waiting, nor the stop', {
  timeout: LONG,
}, async () => {
  const { world } = await house({ publicUrl: 'https://pols.example' })
  const app = await world.start()
  const door = `http://127.0.0.1:${app.port()}/telegram`
  world.telegram.leadTo(door)
  const ann = await joinOnTelegram(world, app, 7)
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await turn(app)
  const secret = { 'x-telegram-bot-api-secret-token': world.telegram.webhook()!.secret_token! }
  const endless = request(door, { method: 'POST', headers: secret }).on('error', () => {})
  endless.write('{"update_id":900001,')
  const post = async (text: string) =>
    (
      await fetch(door, {
        method: 'POST',
        headers: secret,
        body: JSON.stringify({
          update_id: 900_002,
          message: { message_id: 1, date: 0, chat: { id: 7, type: 'private' }, from: ann.user, text },
        }),
      })
    ).status
  expect([await post('x'.repeat(1_100_000)), await post('x'.repeat(900_000))]).toEqual([413, 200])
  const second = question(ann, 2)
  ann.tap(0)
  await second
  await world.telegram.settled()
  await app.settled()
  expect((await app.ground.store.pool.query('select count(*)::int as n from answer')).rows).toEqual([{ n: 1 }])
  expect(world.logs.filter((line) => line.includes('xxxxxxxx'))).toEqual([])
  // The one whose body never came to an end is cut off, and is no reason to wait.
  const cut = new Promise((resolve) => endless.once('close', resolve))
  await app.stop()
  await cut
})
