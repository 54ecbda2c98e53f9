/** A clock that jumps back, by an hour, a day and a year: nothing is asked twice, nothing closes twice, nothing stands still. */
import { expect, onTestFinished, test } from 'vitest'
import type { RunningApp } from '../../src/app.ts'
import { makeWorld, type World } from '../support/app.ts'
import { freshDatabase, serverExpected } from '../support/postgres.ts'
import {
  cardsOf,
  coachGroup,
  HOUSE,
  joinOnTelegram,
  liveCardsOf,
  look,
  planFolder,
  question,
  SERIES,
  turn,
} from './plan.ts'

/** Starting an app and three years of sweeps on a busy machine, in milliseconds. */
const LONG = 120_000
const START = '2026-11-25T16:00:00Z'
/** After the session of that evening. */
const OVER = '2026-11-25T19:00:00Z'

async function evening(): Promise<{ world: World; app: RunningApp }> {
  const database = serverExpected() ? await freshDatabase() : null
  if (database) onTestFinished(() => database.drop())
  const { folder } = planFolder({ window: 'PT24H', set: 'uitgangsvraag', reminder: 'PT20H' })
  const options = { discord: false, configFolder: folder, start: START }
  const world = await makeWorld(database ? { ...options, url: database.url } : options)
  return { world, app: await world.start() }
}

const ask = async (app: RunningApp, statement: string) => (await app.ground.store.pool.query(statement)).rows

test.each([
  ['an hour', { hours: 1 }],
  ['a day', { hours: 24 }],
  ['a year', { hours: 24 * 365 }],
])('%s: nobody is asked twice, answers count, and the round closes once', { timeout: LONG }, async (_, jump) => {
  const { world, app } = await evening()
  const people = [await joinOnTelegram(world, app, 7), await joinOnTelegram(world, app, 8)]
  const [ann, ben] = people as [(typeof people)[0], (typeof people)[0]]
  const { digests } = await coachGroup(world, app)
  world.clock.set(OVER)
  await turn(app)
  expect(people.map((one) => cardsOf(one).length)).toEqual([1, 1])

  const second = question(ann, 2)
  ann.tap(0)
  await second
  await app.settled()
  const rounds = (await look(app)).rounds.length

  world.clock.set(Temporal.Instant.from(OVER).subtract(jump).toString())
  await turn(app)
  await turn(app)
  expect(people.map((one) => cardsOf(one).length)).toEqual([1, 1])
  expect((await look(app)).rounds).toHaveLength(rounds)

  const third = question(ann, 3)
  ann.tap(0)
  await third
  const bens = question(ben, 2)
  ben.tap(0)
  await bens
  await app.settled()
  expect(await ask(app, 'select count(*)::int as n from answer')).toEqual([{ n: 3 }])
  expect(await ask(app, `select id from outgoing where state = 'due' and kind = 'card'`)).toEqual([])

  // What is asked by hand meanwhile leaves at once: no claim and no pace waits for the time of before.
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await turn(app)
  expect(people.map((one) => cardsOf(one).length)).toEqual([2, 2])

  for (const at of ['2026-11-26T19:01:00Z', '2026-11-26T19:02:00Z']) {
    world.clock.set(at)
    await turn(app)
  }
  const asked = async () =>
    ask(
      app,
      `select r.id, r.state, count(d.id)::int as digests from round r left join digest d on d.round_id = r.id group by r.id, r.state order by r.id`,
    )
  const closed = await asked()
  expect(closed).toHaveLength(2)
  expect(closed.map(({ state, digests: made }) => [state, made])).toEqual([
    ['digested', 1],
    ['digested', 1],
  ])
  const posted = digests().length

  world.clock.set(Temporal.Instant.from('2026-11-26T19:02:00Z').subtract(jump).toString())
  await turn(app)
  world.clock.set('2026-11-26T19:03:00Z')
  await turn(app)
  expect(await asked()).toEqual(closed)
  expect(digests()).toHaveLength(posted)
  expect(people.flatMap((one) => liveCardsOf(one))).toEqual([])
})

test('what an instance claimed before it died and the clock jumped back, another sends', {
  timeout: LONG,
}, async () => {
  const { world, app } = await evening()
  const ann = await joinOnTelegram(world, app, 7)
  const held = app.desk.holdSession('coach', HOUSE, SERIES)
  await held
  await turn(app)
  expect(cardsOf(ann)).toHaveLength(1)
  // As it stands when the process was killed between the claim and the platform, a year ahead.
  await ask(
    app,
    `update outgoing set state = 'due', claimed_until = claimed_until + interval '1 year' where kind = 'card'`,
  )
  await ask(
    app,
    `update outgoing set claimed_until = now() + interval '1 year' where kind = 'card' and claimed_until is null`,
  )
  await turn(app)
  expect(await ask(app, `select state from outgoing where kind = 'card'`)).toEqual([{ state: 'sent' }])
  expect(liveCardsOf(ann)).toHaveLength(1)
})
