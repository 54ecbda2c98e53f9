import { expect, test } from 'vitest'
import { makeWorld, plain, type WorldOptions } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'
import { ownDatabase } from './database.ts'
import {
  cardsOf,
  coachGroup,
  HOUSE,
  joinOnTelegram,
  joinOnWeb,
  liveCardsOf,
  look,
  type Plan,
  planFolder,
  question,
  SERIES,
  turn,
} from './plan.ts'

async function house(plan: Plan, options: WorldOptions = {}) {
  const files = planFolder(plan)
  return makeWorld({ discord: false, configFolder: files.folder, start: '2026-11-25T16:00:00Z', ...options })
}

test('a reminder comes once, to those alone who did not begin, and never on the web; the clock closes the cards', async () => {
  const world = await house({ window: 'PT48H', reminder: 'PT23H' })
  const app = await world.start()
  const [silent, busy] = [await joinOnTelegram(world, app, 7), await joinOnTelegram(world, app, 8)]
  const web = await joinOnWeb(app)
  const { digests } = await coachGroup(world, app)
  world.clock.set('2026-11-25T19:00:00Z')
  await turn(app)
  const second = question(busy, 2)
  busy.tap(0)
  await second
  await app.settled()
  for (const at of ['2026-11-26T17:59:00Z', '2026-11-26T18:00:00Z', '2026-11-26T18:01:00Z', '2026-11-27T10:00:00Z']) {
    world.clock.set(at)
    await turn(app)
    expect(cardsOf(silent)).toHaveLength(at < '2026-11-26T18' ? 1 : 2)
  }
  expect(liveCardsOf(silent)).toHaveLength(1)
  expect(cardsOf(busy)).toHaveLength(1)
  expect(plain(await web.page()).split('Vraag 1').length - 1).toBe(1)
  expect(digests()).toHaveLength(0)
  world.clock.set('2026-11-27T19:00:00Z')
  await turn(app)
  await turn(app)
  expect([liveCardsOf(silent), liveCardsOf(busy)]).toEqual([[], []])
  expect(await web.page()).not.toContain('value="r.')
  expect(digests()).toHaveLength(1)
  expect((await look(app)).rounds.map((round) => round.state)).toEqual(['digested'])
})

test('an ask that is due at 22:10 leaves at 09:00; a reminder that is due at night too, and not for who answered by then', async () => {
  const world = await house({ cron: '10 20 * * 3', reminder: 'PT24H' })
  const app = await world.start()
  const [silent, early] = [await joinOnTelegram(world, app, 7), await joinOnTelegram(world, app, 8)]
  for (const at of ['2026-11-25T21:10:00Z', '2026-11-26T07:59:00Z']) {
    world.clock.set(at)
    await turn(app)
  }
  expect([cardsOf(silent), cardsOf(early)]).toEqual([[], []])
  world.clock.set('2026-11-26T08:00:00Z')
  await turn(app)
  expect([cardsOf(silent).length, cardsOf(early).length]).toEqual([1, 1])
  for (const at of ['2026-11-26T21:11:00Z', '2026-11-27T07:58:00Z']) {
    world.clock.set(at)
    await turn(app)
  }
  const second = question(early, 2)
  early.tap(0)
  await second
  await app.settled()
  world.clock.set('2026-11-27T08:00:00Z')
  await turn(app)
  expect([cardsOf(silent).length, cardsOf(early).length]).toEqual([2, 1])
})

test('a reminder comes as long after the card as was agreed, also when the card had to wait', async () => {
  const world = await house({ cron: '10 20 * * 3', reminder: 'PT18H' })
  const app = await world.start()
  const ann = await joinOnTelegram(world, app, 7)
  for (const at of ['2026-11-25T21:10:00Z', '2026-11-26T08:00:00Z', '2026-11-26T15:10:00Z', '2026-11-27T07:59:00Z']) {
    world.clock.set(at)
    await turn(app)
  }
  expect(cardsOf(ann)).toHaveLength(1)
  world.clock.set('2026-11-27T08:00:00Z')
  await turn(app)
  expect(cardsOf(ann)).toHaveLength(2)
})

test('an ask whose window ends before the morning is never sent, and its round still closes', async () => {
  const world = await house({ cron: '10 20 * * 3', window: 'PT2H' })
  const app = await world.start()
  const ann = await joinOnTelegram(world, app, 7)
  for (const at of ['2026-11-25T21:10:00Z', '2026-11-25T23:10:00Z', '2026-11-26T08:00:00Z', '2026-11-26T12:00:00Z']) {
    world.clock.set(at)
    await turn(app)
  }
  expect(cardsOf(ann)).toHaveLength(0)
  expect((await look(app)).rounds.map((round) => round.state)).toEqual(['digested'])
})

test('after eight days away the open round closes once, with one digest; of the missed evenings only the last is still asked', async () => {
  const world = await house({ cron: '0 18 * * *', window: 'PT24H' })
  const before = await world.start()
  const ann = await joinOnTelegram(world, before, 7)
  const { digests } = await coachGroup(world, before)
  world.clock.set('2026-11-25T19:00:00Z')
  await turn(before)
  const second = question(ann, 2)
  ann.tap(0)
  await second
  await before.stop()
  world.clock.set('2026-12-03T18:30:00Z')
  const app = await world.start()
  await turn(app)
  await turn(app)
  const rounds = (await look(app)).rounds
  expect(rounds.map((round) => [round.opensAt.toString(), round.state]).sort()).toEqual([
    ['2026-11-25T19:00:00Z', 'digested'],
    ['2026-12-02T19:00:00Z', 'open'],
  ])
  expect(digests()).toHaveLength(1)
  expect(liveCardsOf(ann)).toHaveLength(1)
})

test('three missed days bring no message at night, and in the morning two cards: the third is more than the cap allows', async () => {
  const world = await house({ cron: '10 20 * * *', window: 'PT96H' })
  const before = await world.start()
  const ann = await joinOnTelegram(world, before, 7)
  world.clock.set('2026-11-25T21:10:00Z')
  await turn(before)
  await before.stop()
  world.clock.set('2026-11-28T02:00:00Z')
  const app = await world.start()
  await turn(app)
  expect(cardsOf(ann)).toHaveLength(0)
  world.clock.set('2026-11-28T08:00:00Z')
  await turn(app)
  await turn(app)
  expect(cardsOf(ann)).toHaveLength(2)
  expect((await look(app)).rounds).toHaveLength(3)
})

test('who opens the join link at night gets the card at night', async () => {
  const world = await house({})
  const app = await world.start()
  world.clock.set('2026-11-25T22:30:00Z')
  await turn(app)
  const ann = await joinOnTelegram(world, app, 7)
  expect(cardsOf(ann)).toHaveLength(1)
})

describeOnServer('two instances on one Postgres', () => {
  test('open, remind and close each round once, however often both look at the same time', async () => {
    const world = await house({ window: 'PT48H', reminder: 'PT23H' }, { url: (await ownDatabase()).url })
    const apps = [await world.start(), await world.start()] as const
    const people = []
    for (let id = 1; id <= 6; id++) people.push(await joinOnTelegram(world, apps[0], id))
    const { digests } = await coachGroup(world, apps[0])
    const burst = async (at: string) => {
      world.clock.set(at)
      await Promise.all(Array.from({ length: 10 }, () => apps.map((app) => app.sweep())).flat())
      await Promise.all(apps.map((app) => app.settled()))
    }
    await burst('2026-11-25T19:00:00Z')
    expect(people.map((person) => cardsOf(person).length)).toEqual([1, 1, 1, 1, 1, 1])
    await burst('2026-11-26T18:00:00Z')
    expect(people.map((person) => cardsOf(person).length)).toEqual([2, 2, 2, 2, 2, 2])
    await burst('2026-11-27T19:00:00Z')
    expect(people.flatMap(liveCardsOf)).toEqual([])
    expect(digests()).toHaveLength(1)
    const { rounds, sessions } = await look(apps[1])
    expect(rounds).toHaveLength(1)
    expect(new Set(sessions.map((session) => session.startsAt.toString())).size).toBe(sessions.length)
    expect(world.logs.join('')).not.toContain('part of the sweep failed')
  })

  test('a reminder is not sent by the instance that did not hear the answer', async () => {
    const world = await house({ cron: '0 10 * * 1', reminder: 'PT24H' }, { url: (await ownDatabase()).url })
    const [hearing, other] = [await world.start(), await world.start()]
    const ann = await joinOnTelegram(world, hearing, 7)
    world.clock.set('2026-11-25T19:00:00Z')
    expect(await other.desk.holdSession('coach', HOUSE, SERIES)).toMatchObject({ ok: true })
    expect(cardsOf(ann)).toHaveLength(1)
    world.clock.set('2026-11-26T20:30:00Z')
    await turn(other)
    const second = question(ann, 2)
    ann.tap(0)
    await second
    await hearing.settled()
    world.clock.set('2026-11-27T08:00:00Z')
    await turn(other)
    expect(cardsOf(ann)).toHaveLength(1)
  })
})
