import { expect, test } from 'vitest'
import { agreed, staffMember } from '../support/agreed.ts'
import { makeWorld, plain } from '../support/app.ts'
import { granted } from '../support/story.ts'
import { cardsOf, HOUSE, joinOnTelegram, look, planFolder, question, SERIES, SURVEY, turn } from './plan.ts'

const stateOf = async (app: Parameters<typeof look>[0]) => (await look(app)).surveys[0]!.state

test('a survey asks nothing until two people agreed; one person cannot agree with themselves', async () => {
  const files = planFolder({ example: false })
  const world = await makeWorld({ discord: false, configFolder: files.folder })
  const app = await world.start()
  const ann = await joinOnTelegram(world, app, 7)
  expect(await stateOf(app)).toBe('waiting')
  await app.desk.holdSession('coach', HOUSE, SERIES)
  world.clock.pass({ hours: 2 })
  await turn(app)
  expect((await look(app)).rounds).toEqual([])
  expect(await app.desk.proposeSurvey('coach-page', HOUSE, 'nergens', 'Els')).toMatchObject({
    ok: false,
    fault: 'desk-no-survey',
  })
  const { proposalId } = granted(await app.desk.proposeSurvey('coach-page', HOUSE, SURVEY, 'Els'))
  for (const name of ['Els', ' els ', 'ÉLS']) {
    const lead = await staffMember(app, HOUSE, 'lead', name)
    expect(await app.desk.decideSurvey(lead, HOUSE, proposalId, 'agreed')).toMatchObject({
      ok: false,
      fault: 'desk-same-person',
    })
  }
  for (const nobody of ['coach-page', 'command line', 'Omar', ''])
    expect(await app.desk.decideSurvey(nobody, HOUSE, proposalId, 'agreed')).toMatchObject({
      ok: false,
      fault: 'desk-may-not',
    })
  expect(await stateOf(app)).toBe('waiting')
  expect(cardsOf(ann)).toHaveLength(0)
  const omar = await staffMember(app, HOUSE, 'lead', 'Omar')
  expect(await app.desk.decideSurvey(omar, HOUSE, proposalId, 'agreed')).toMatchObject({ ok: true })
  expect(await app.desk.decideSurvey(omar, HOUSE, proposalId, 'agreed')).toMatchObject({
    ok: false,
    fault: 'desk-agreed-already',
  })
  await app.settled()
  expect(await stateOf(app)).toBe('agreed')
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await app.settled()
  expect(cardsOf(ann).length).toBeGreaterThan(0)
})

test('an edited survey runs as it was agreed until it is agreed anew, and a round that is open keeps its version', async () => {
  const files = planFolder({ cron: '0 10 * * 1', window: 'PT72H', set: 'gevoelsbuttons-einde' })
  const world = await makeWorld({ discord: false, configFolder: files.folder, start: '2026-11-25T09:00:00Z' })
  const app = await world.start()
  const ann = await joinOnTelegram(world, app, 7)
  expect(await stateOf(app)).toBe('agreed')
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await app.settled()
  const questions = /Vraag 1 van (\d)/.exec(plain(ann.card().text))![1]
  expect(
    ann
      .card()
      .buttons.flat()
      .map((button) => button.label)
      .join(),
  ).toContain('heel goed')

  files.write({ cron: '0 10 * * 1', window: 'PT2H', set: 'uitgangsvraag' })
  world.clock.pass({ hours: 3 })
  await turn(app)
  expect(await stateOf(app)).toBe('changed')
  expect((await look(app)).rounds.map((round) => round.state)).toEqual(['open'])
  const second = question(ann, 2)
  ann.tap('heel goed')
  expect(plain((await second).text)).toContain(`Vraag 2 van ${questions}`)
  await app.settled()
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await app.settled()
  const { rounds } = await look(app)
  expect(rounds[0]!.opensAt.until(rounds[0]!.closesAt).total('hours')).toBe(72)
  expect(
    ann
      .card()
      .buttons.flat()
      .map((button) => button.label)
      .join(),
  ).toContain('heel goed')

  await agreed(app, HOUSE, SURVEY, { proposer: 'Els', lead: 'Omar' })
  expect(await stateOf(app)).toBe('agreed')
  // Two sets were sent by now; a third comes a month later.
  world.clock.pass({ hours: 24 * 31 })
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await app.settled()
  const newest = (await look(app)).rounds[0]!
  expect(newest.opensAt.until(newest.closesAt).total('hours')).toBe(2)
  expect(
    ann
      .card()
      .buttons.flat()
      .map((button) => button.label)
      .join(),
  ).not.toContain('heel goed')
  expect((await look(app)).rounds.map((round) => round.state)).toEqual(['open', 'digested', 'digested'])
})

test('a method that is edited while a round is open changes nothing for that round, also after a restart', async () => {
  const files = planFolder({ set: 'gevoelsbuttons-einde' })
  const world = await makeWorld({ discord: false, configFolder: files.folder })
  const before = await world.start()
  const ann = await joinOnTelegram(world, before, 7)
  await before.desk.holdSession('coach', HOUSE, SERIES)
  await before.settled()
  files.editMethod('gevoelsbuttons-einde', (text) => text.replaceAll('de activiteit', 'het weer'))
  await turn(before)
  expect(await stateOf(before)).toBe('changed')
  await before.stop()
  const app = await world.start()
  const second = question(ann, 2)
  ann.tap(0)
  await second
  await app.settled()
  const words = ann
    .card()
    .buttons.flat()
    .map((button) => button.label)
    .join()
  expect(words).toContain('de activiteit')
  expect(words).not.toContain('het weer')
})
