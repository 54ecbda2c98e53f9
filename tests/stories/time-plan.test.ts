import { expect, test } from 'vitest'
import type { RunningApp } from '../../src/app.ts'
import { makeWorld, type WorldOptions } from '../support/app.ts'
import { cardsOf, HOUSE, joinOnTelegram, liveCardsOf, look, type Plan, planFolder, SERIES, turn } from './plan.ts'

async function house(plan: Plan, options: WorldOptions = {}) {
  const files = planFolder(plan)
  const world = await makeWorld({ discord: false, configFolder: files.folder, ...options })
  const app = await world.start()
  return { files, world, app }
}

const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Europe/Brussels').toPlainDateTime().toString().slice(0, 16)
const startsOf = async (app: RunningApp) => (await look(app)).sessions.map((session) => local(session.startsAt))
const idAt = async (app: RunningApp, at: string) =>
  (await look(app)).sessions.find((session) => local(session.startsAt) === at)!.id

test('sessions stand sixty days ahead, once each, at the same local time over the end of summer time', async () => {
  const { app, world } = await house({ cron: '0 18 * * 0' }, { start: '2026-09-14T10:00:00Z' })
  const starts = await startsOf(app)
  expect(starts).toEqual(
    ['09-20', '09-27', '10-04', '10-11', '10-18', '10-25', '11-01', '11-08'].map((date) => `2026-${date}T18:00`),
  )
  const before = (await look(app)).sessions.map((session) => session.id)
  for (let i = 0; i < 5; i++) await turn(app)
  expect((await look(app)).sessions.map((session) => session.id)).toEqual(before)
  world.clock.pass({ hours: 24 * 7 })
  await turn(app)
  const later = (await look(app)).sessions.map((session) => session.id)
  expect(later.slice(0, -1)).toEqual(before)
  expect((await startsOf(app)).at(-1)).toBe('2026-11-15T18:00')
})

test('over the beginning of summer time an evening stays an evening', async () => {
  const { app } = await house({ cron: '30 18 * * 0' }, { start: '2027-03-15T10:00:00Z' })
  const sessions = (await look(app)).sessions
  expect(sessions.slice(0, 3).map((session) => local(session.startsAt))).toEqual([
    '2027-03-21T18:30',
    '2027-03-28T18:30',
    '2027-04-04T18:30',
  ])
  expect(sessions.slice(0, 2).map((session) => session.startsAt.toString())).toEqual([
    '2027-03-21T17:30:00Z',
    '2027-03-28T16:30:00Z',
  ])
})

test('a moved session takes its asks along: nothing at the old time, one card at the new time', async () => {
  const { app, world } = await house({}, { start: '2026-11-23T09:00:00Z' })
  const ann = await joinOnTelegram(world, app, 7)
  expect(
    await app.desk.moveSession('coach', HOUSE, await idAt(app, '2026-11-25T18:00'), '2026-11-26T18:00'),
  ).toMatchObject({ ok: true })
  world.clock.set('2026-11-25T20:30:00Z')
  await turn(app)
  expect(cardsOf(ann)).toHaveLength(0)
  world.clock.set('2026-11-26T19:00:00Z')
  await turn(app)
  await turn(app)
  expect(cardsOf(ann)).toHaveLength(1)
  expect((await look(app)).rounds).toHaveLength(1)
  expect((await startsOf(app)).filter((at) => at.startsWith('2026-11-2'))).toEqual(['2026-11-26T18:00'])
})

test('an ask that waits for the morning is taken back when its session moves', async () => {
  const { app, world } = await house({ cron: '10 20 * * 3' }, { start: '2026-11-23T09:00:00Z' })
  const ann = await joinOnTelegram(world, app, 7)
  world.clock.set('2026-11-25T21:10:00Z')
  await turn(app)
  expect((await look(app)).rounds).toHaveLength(1)
  await app.desk.moveSession('coach', HOUSE, await idAt(app, '2026-11-25T20:10'), '2026-11-27T15:00')
  world.clock.set('2026-11-26T08:00:00Z')
  await turn(app)
  expect(cardsOf(ann)).toHaveLength(0)
  world.clock.set('2026-11-27T16:00:00Z')
  await turn(app)
  expect(cardsOf(ann)).toHaveLength(1)
  expect((await look(app)).rounds).toHaveLength(1)
})

test('a cancelled session closes the cards that stand, and posts no digest', async () => {
  const { app, world } = await house({}, { start: '2026-11-25T16:00:00Z' })
  const ann = await joinOnTelegram(world, app, 7)
  world.clock.set('2026-11-25T19:00:00Z')
  await turn(app)
  expect(liveCardsOf(ann)).toHaveLength(1)
  await app.desk.cancelSession('coach', HOUSE, await idAt(app, '2026-11-25T18:00'))
  await app.settled()
  expect(liveCardsOf(ann)).toHaveLength(0)
  world.clock.pass({ hours: 100 })
  await turn(app)
  const { rounds, digests } = await look(app)
  expect(rounds.map((round) => round.state)).toEqual(['cancelled'])
  expect(digests).toHaveLength(0)
  expect(liveCardsOf(ann)).toHaveLength(0)
})

test('an ask that waits for the morning never leaves when its session is cancelled; a session cancelled ahead asks nothing', async () => {
  const { app, world } = await house({ cron: '10 20 * * 3' }, { start: '2026-11-25T16:00:00Z' })
  const ann = await joinOnTelegram(world, app, 7)
  await app.desk.cancelSession('coach', HOUSE, await idAt(app, '2026-12-02T20:10'))
  world.clock.set('2026-11-25T21:10:00Z')
  await turn(app)
  await app.desk.cancelSession('coach', HOUSE, await idAt(app, '2026-11-25T20:10'))
  for (const at of ['2026-11-26T08:30:00Z', '2026-12-02T21:10:00Z', '2026-12-03T09:00:00Z']) {
    world.clock.set(at)
    await turn(app)
  }
  expect(ann.messages.filter((message) => message.text.includes('Vraag'))).toHaveLength(0)
  expect((await look(app)).rounds.map((round) => round.state)).toEqual(['cancelled'])
})

test('a session that ends early asks at once; one that is over or has not begun cannot end', async () => {
  const { app, world } = await house({}, { start: '2026-11-25T16:00:00Z' })
  const ann = await joinOnTelegram(world, app, 7)
  const id = await idAt(app, '2026-11-25T18:00')
  expect(await app.desk.endSession('coach', HOUSE, id)).toMatchObject({ ok: false, fault: 'desk-session-over' })
  world.clock.set('2026-11-25T17:40:00Z')
  expect(await app.desk.endSession('coach', HOUSE, id)).toMatchObject({ ok: true })
  expect(cardsOf(ann)).toHaveLength(1)
  expect(await app.desk.endSession('coach', HOUSE, id)).toMatchObject({ ok: false, fault: 'desk-session-over' })
  world.clock.set('2026-11-25T19:00:00Z')
  await turn(app)
  expect(cardsOf(ann)).toHaveLength(1)
  expect((await look(app)).rounds).toHaveLength(1)
})

test('an edited rule moves the sessions it made, and leaves alone what was changed by hand', async () => {
  const { app, files, world } = await house({}, { start: '2026-11-23T09:00:00Z' })
  const first = await idAt(app, '2026-11-25T18:00')
  await app.desk.moveSession('coach', HOUSE, await idAt(app, '2026-12-02T18:00'), '2026-12-03T15:00')
  await app.desk.cancelSession('coach', HOUSE, await idAt(app, '2026-12-09T18:00'))
  const added = await app.desk.addSession('coach', HOUSE, { seriesId: SERIES, startsAt: '2026-11-28T14:00' })
  expect(added.ok).toBe(true)
  files.write({ cron: '0 19 * * 3', themes: { '2026-12-16': 'wonen' } })
  await turn(app)
  const sessions = (await look(app)).sessions
  expect(sessions.slice(0, 5).map((session) => [local(session.startsAt), session.state])).toEqual([
    ['2026-11-25T19:00', 'planned'],
    ['2026-11-28T14:00', 'planned'],
    ['2026-12-03T15:00', 'planned'],
    ['2026-12-09T18:00', 'cancelled'],
    ['2026-12-16T19:00', 'planned'],
  ])
  expect(sessions[0]!.id).toBe(first)
  expect(sessions.find((session) => local(session.startsAt) === '2026-12-16T19:00')?.theme).toBe('wonen')
  expect(world.logs.join('')).not.toContain('part of the sweep failed')
})

test('a theme given by hand stays', async () => {
  const { app } = await house({ themes: { '2026-12-02': 'wonen' } }, { start: '2026-11-23T09:00:00Z' })
  const [bare, themed] = [await idAt(app, '2026-11-25T18:00'), await idAt(app, '2026-12-02T18:00')]
  await app.desk.setTheme('coach', HOUSE, bare, 'racisme')
  await app.desk.setTheme('coach', HOUSE, themed, 'school')
  await turn(app)
  expect((await look(app)).sessions.slice(0, 2).map((session) => session.theme)).toEqual(['racisme', 'school'])
})

test('a faulty file keeps the last good plan in force, and the coach reads what is wrong', async () => {
  const { app, files } = await house({}, { start: '2026-11-23T09:00:00Z' })
  const before = await startsOf(app)
  files.write({ cron: '0 19 31 2 *' })
  await turn(app)
  expect(await startsOf(app)).toEqual(before)
  const { faults } = await look(app)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(`${HOUSE}.yaml`)
  files.writeText('id: [')
  await turn(app)
  expect(await startsOf(app)).toEqual(before)
  expect((await look(app)).faults.length).toBeGreaterThan(0)
  files.write({ cron: '0 17 * * 3' })
  await turn(app)
  expect((await look(app)).faults).toEqual([])
  expect((await startsOf(app))[0]).toBe('2026-11-25T17:00')
})
