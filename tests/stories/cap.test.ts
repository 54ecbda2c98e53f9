/** How often somebody is asked, over all organisations together. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { RunningApp } from '../../src/app.ts'
import { makeWorld, type World } from '../support/app.ts'
import { freshDatabase, serverExpected } from '../support/postgres.ts'
import { readTables } from '../support/story.ts'
import { cardsOf, HOUSE, joinOnTelegram, type Plan, planFolder, SERIES, turn, wall } from './plan.ts'

const LONG = { timeout: 60_000 }
const OTHER = 'elders'

/** Two organisations with the same plan, each on its own. */
function folderOfTwo(plan: Plan): string {
  const { folder, write } = planFolder(plan)
  write(plan)
  const path = join(folder, 'organisations', `${HOUSE}.yaml`)
  const yaml = readFileSync(path, 'utf8')
  writeFileSync(
    join(folder, 'organisations', `${OTHER}.yaml`),
    yaml.replace(`id: ${HOUSE}`, `id: ${OTHER}`).replace('name: Het Huis', 'name: Elders'),
  )
  return folder
}

async function house(configFolder: string, start: string): Promise<{ world: World; app: RunningApp }> {
  const database = serverExpected() ? await freshDatabase() : null
  if (database) onTestFinished(() => database.drop())
  const options = { discord: false, configFolder, start }
  const world = await makeWorld(database ? { ...options, url: database.url } : options)
  return { world, app: await world.start() }
}

const hold = async (app: RunningApp, organisation: string) => {
  const held = await app.desk.holdSession('coach', organisation, SERIES)
  if (!held.ok) throw new Error(held.fault)
  await app.settled()
}

test(
  'two sets in thirty days from two organisations together; the round says how many were left in peace, not who',
  LONG,
  async () => {
    const { world, app } = await house(folderOfTwo({ cron: '0 10 * * 1', window: 'PT2H' }), wall('2026-11-25T12:00'))
    const ann = await joinOnTelegram(world, app, 7)
    await joinOnTelegram(world, app, 7, { organisation: OTHER })
    await joinOnTelegram(world, app, 8, { organisation: OTHER })
    for (const [day, organisation] of [
      ['2026-11-25', HOUSE],
      ['2026-11-26', OTHER],
      ['2026-11-27', OTHER],
    ] as const) {
      world.clock.set(wall(`${day}T18:00`))
      await hold(app, organisation)
    }
    // Thirty days after the first, one place is free again.
    for (const day of ['2026-12-24', '2026-12-25']) {
      world.clock.set(wall(`${day}T18:00`))
      await hold(app, HOUSE)
      expect(cardsOf(ann)).toHaveLength(day === '2026-12-24' ? 0 : 1)
    }
    await app.stop()
    const { round, run, asked } = await readTables(world)
    const inOrder = round!.toSorted((a, b) => (String(a.opens_at) < String(b.opens_at) ? -1 : 1))
    expect(inOrder.map(({ id, rested }) => [run!.filter((row) => row.round_id === id).length, rested])).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
      [0, 1],
      [1, 0],
    ])
    expect(Object.keys(asked![0]!).sort()).toEqual(['asked_on', 'contact_id', 'id'])
    const rounds = new Set(round!.map((row) => row.id))
    expect(asked!.filter((row) => rounds.has(row.id))).toEqual([])
  },
)

test('feeling buttons at the start and at the end do not count, and are not held back', LONG, async () => {
  const start = [
    '  begin:',
    '    aspect: { nl: Hoe begin je?, en: How do you start?, fr: "Comment tu commences ?", ar: كيف البداية؟ }',
    '    set: gevoelsbuttons-start',
    `    series: ${SERIES}`,
    '    moment: start',
    '    window: PT45M',
    '    of: subscribers',
  ].join('\n')
  const plan = { cron: '0 18 * * *', window: 'PT2H', surveys: start }
  const { world, app } = await house(planFolder(plan).folder, wall('2026-11-25T12:00'))
  const ann = await joinOnTelegram(world, app, 7)
  for (const day of ['25', '26', '27', '28'])
    for (const hour of ['18', '20']) {
      world.clock.set(wall(`2026-11-${day}T${hour}:00`))
      await turn(app)
    }
  await app.stop()
  const { run, asked } = await readTables(world)
  expect(run).toHaveLength(8)
  expect(asked).toEqual([])
  expect(ann.messages.length).toBeGreaterThan(8)
})

test('what reached nobody does not count: its session moved before the morning', LONG, async () => {
  const { world, app } = await house(
    planFolder({ cron: '10 20 * * 3', window: 'PT12H' }).folder,
    wall('2026-11-25T12:00'),
  )
  const ann = await joinOnTelegram(world, app, 7)
  world.clock.set(wall('2026-11-25T22:10'))
  await turn(app)
  const [session] = (await app.desk.overview(HOUSE))!.sessions
  await app.desk.moveSession('coach', HOUSE, session!.id, '2026-12-01T18:00')
  expect(cardsOf(ann)).toEqual([])
  await app.stop()
  const { asked, run } = await readTables(world)
  expect([asked, run]).toEqual([[], []])
})

test('what waited for the morning while the app was away does not count either', LONG, async () => {
  const { world, app } = await house(
    planFolder({ cron: '10 20 * * 3', window: 'PT12H' }).folder,
    wall('2026-11-25T12:00'),
  )
  const ann = await joinOnTelegram(world, app, 7)
  for (const moment of ['2026-11-25T22:10', '2026-11-26T11:00']) {
    world.clock.set(wall(moment))
    await turn(app)
  }
  expect(cardsOf(ann)).toEqual([])
  await app.stop()
  const { asked, run } = await readTables(world)
  expect(asked).toEqual([])
  expect(run!.map((row) => row.disposition)).toEqual(['not_asked'])
})
