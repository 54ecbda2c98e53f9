/** Who was there: asked first, said with a tap at the start, or known by the link of the session. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { readTables } from '../support/story.ts'
import {
  at,
  cardsOf,
  HOUSE,
  joinOnTelegram,
  liveCardsOf,
  look,
  openHouse,
  saying,
  sessionUrl,
  tapFor,
  turn,
  wall,
} from './plan.ts'

const LONG = { timeout: 60_000 }

/** A start tap and an end question, for one evening. */
const BOTH = [
  '  begin:',
  '    aspect: { nl: Hoe begin je?, en: How do you start?, fr: "Comment tu commences ?", ar: كيف البداية؟ }',
  '    set: gevoelsbuttons-start',
  '    series: avond',
  '    moment: start',
  '    window: PT45M',
  '    of: subscribers',
].join('\n')

test(
  'subscribers are first asked whether they were there; a no ends it, and leaves what is counted',
  LONG,
  async () => {
    const { world, app } = await openHouse({ presence: 'ask' }, wall('2026-11-24T12:00'))
    const [ann, ben] = [await joinOnTelegram(world, app, 7), await joinOnTelegram(world, app, 8)]
    await at(world, app, '2026-11-25T20:00')
    for (const person of [ann, ben]) {
      expect(saying(person, 'Was je erbij?')).toHaveLength(1)
      expect(cardsOf(person)).toEqual([])
    }
    await tapFor(ann, 'ja', 'Vraag 1 van 2')
    await tapFor(ben, 'nee', 'Bedankt om het te laten weten')
    await app.settled()
    await at(world, app, '2026-11-28T20:00')
    expect((await look(app)).rounds.map((round) => round.state)).toEqual(['digested'])
    await app.stop()
    const { presence, run, answer } = await readTables(world)
    expect(presence!.map((row) => row.source)).toEqual(['said'])
    expect(run!.map((row) => row.disposition).sort()).toEqual(['absent', 'expired'])
    expect(answer!.filter((row) => String(row.question).startsWith('_'))).toEqual([])
    const absent = run!.find((row) => row.disposition === 'absent')!
    expect(new Set(answer!.filter((row) => row.run_id === absent.id).map((row) => row.status))).toEqual(
      new Set(['not_asked']),
    )
  },
)

test('a yes that is taken back is no longer kept', LONG, async () => {
  const { world, app } = await openHouse({ presence: 'ask' }, wall('2026-11-24T12:00'))
  const ann = await joinOnTelegram(world, app, 7)
  await at(world, app, '2026-11-25T20:00')
  await tapFor(ann, 'ja', 'Vraag 1 van 2')
  await tapFor(ann, 'Vorige', 'Was je erbij?')
  await tapFor(ann, 'nee', 'Bedankt om het te laten weten')
  await app.settled()
  await app.stop()
  const { presence, run } = await readTables(world)
  expect(presence).toEqual([])
  expect(run!.map((row) => row.disposition)).toEqual(['absent'])
})

test(
  'a tap at the start says who is there; who does not tap is asked at the end, and who is elsewhere says so',
  LONG,
  async () => {
    const { world, app } = await openHouse({ presence: 'ask', surveys: BOTH }, wall('2026-11-24T12:00'))
    const people = []
    for (const id of [7, 8, 9]) people.push(await joinOnTelegram(world, app, id))
    const [ann, ben, cas] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
    await at(world, app, '2026-11-25T18:00')
    expect(labels(ann.card())).toContain('Ik ben er niet bij')
    await tapFor(ann, 'goed', 'Klaar')
    await tapFor(cas, 'Ik ben er niet bij', 'Bedankt om het te laten weten')
    await app.settled()
    await at(world, app, '2026-11-25T20:00')
    expect(saying(ann, 'Was je erbij?')).toHaveLength(0)
    expect(plain(ann.card().text)).toContain('Vraag 1 van 2')
    expect(labels(ann.card())).not.toContain('Ik ben er niet bij')
    expect(saying(ben, 'Was je erbij?')).toHaveLength(1)
    await app.stop()
    const { presence } = await readTables(world)
    expect(presence!.map((row) => row.source)).toEqual(['tap'])
  },
)

test(
  'the link of a session, also before its questions open, is asked nothing first; who was not there gets nothing',
  LONG,
  async () => {
    const { world, app } = await openHouse({ of: 'present', presence: 'ask' }, wall('2026-11-25T17:00'))
    const ann = await joinOnTelegram(world, app, 7)
    const [session] = (await look(app)).sessions
    world.clock.set(wall('2026-11-25T19:00'))
    const ben = await joinOnTelegram(world, app, 8, { url: await sessionUrl(app, session!.id) })
    await at(world, app, '2026-11-25T20:00')
    expect(cardsOf(ann)).toEqual([])
    expect(plain(ben.card().text)).toContain('Vraag 1 van 2')
    // At home the next day with the link on the wall: asked first; with the link of the session: there.
    world.clock.set(wall('2026-11-26T17:00'))
    const cas = await joinOnTelegram(world, app, 9)
    expect(saying(cas, 'Was je erbij?')).toHaveLength(1)
    await tapFor(cas, 'nee', 'Bedankt om het te laten weten')
    const url = await sessionUrl(app, session!.id)
    const card = ann.next((message) => plain(message.text).includes('Vraag 1 van 2'))
    ann.start(url.split('start=')[1])
    await card
    expect(saying(ann, 'Was je erbij?')).toHaveLength(0)
    await app.settled()
    await app.stop()
    const { presence } = await readTables(world)
    expect(presence!.map((row) => row.source)).toEqual(['link', 'link'])
  },
)

test(
  'the link of a session that moved to another day, or does not take place, says so, and who joins has joined',
  LONG,
  async () => {
    const { world, app } = await openHouse({ presence: 'ask' }, wall('2026-11-25T17:00'))
    const [first, second] = (await look(app)).sessions
    const urls = [await sessionUrl(app, first!.id), await sessionUrl(app, second!.id)]
    await app.desk.moveSession('coach', HOUSE, first!.id, '2026-11-27T16:00')
    await app.desk.cancelSession('coach', HOUSE, second!.id)
    expect(await app.desk.sessionLinks(HOUSE, second!.id)).toMatchObject({ ok: false, fault: 'desk-session-cancelled' })
    const ann = await joinOnTelegram(world, app, 7, { url: urls[0]! })
    expect(plain(saying(ann, 'op een ander moment')[0]!.text)).toContain('27 november')
    const told = ann.next((message) => plain(message.text).includes('gaat niet door'))
    ann.start(urls[1]!.split('start=')[1])
    await told
    await app.settled()
    await at(world, app, '2026-11-27T18:00')
    expect(saying(ann, 'Was je erbij?')).toHaveLength(1)
    await app.stop()
    expect((await readTables(world)).presence).toEqual([])
  },
)

test('a start tap for a session that moved is closed when it comes late, and changes nothing', LONG, async () => {
  const { world, app } = await openHouse(
    { moment: 'start', set: 'gevoelsbuttons-start', window: 'PT45M' },
    wall('2026-11-25T17:00'),
  )
  const ann = await joinOnTelegram(world, app, 7)
  await at(world, app, '2026-11-25T18:00')
  const [session] = (await look(app)).sessions
  const card = liveCardsOf(ann)[0]!
  await app.desk.moveSession('coach', HOUSE, session!.id, '2026-11-25T19:30')
  world.clock.set(wall('2026-11-25T18:50'))
  const closed = ann.next((message) => plain(message.text).includes('al gesloten'))
  ann.tap('goed', card)
  await closed
  await turn(app)
  await app.stop()
  const { answer, presence } = await readTables(world)
  expect(answer!.map((row) => row.status)).toEqual(['expired'])
  expect(presence).toEqual([])
})

test('the coach finds the link and its QR code beside each session of today, and beside no other', LONG, async () => {
  const { world, app } = await openHouse({}, wall('2026-11-25T12:00'))
  const base = `http://127.0.0.1:${app.port()}${new URL(app.addresses()[0]!.coach).pathname}`
  const read = async (path = '') => {
    const response = await fetch(base + path)
    return { status: response.status, text: plain(await response.text()) }
  }
  const [today, later] = (await look(app)).sessions
  const linked = async () => [...(await read()).text.matchAll(/\/sessie\/([\w-]+)"/g)].map((match) => match[1])
  expect(await linked()).toEqual([today!.id])
  const page = await read(`/sessie/${today!.id}`)
  expect(page.text).toContain(await sessionUrl(app, today!.id))
  expect((await read(`/sessie/${today!.id}/telegram.svg`)).text).toContain('<svg')
  for (const path of [`/sessie/${today!.id}/discord.svg`, '/sessie/nobody', '/sessie/nobody/web.svg'])
    expect((await read(path)).status).toBe(404)
  await app.desk.cancelSession('coach', HOUSE, today!.id)
  expect((await read(`/sessie/${today!.id}`)).status).toBe(404)
  expect(await linked()).toEqual([])
  // Its questions are open for three days after it.
  world.clock.set(wall('2026-12-02T20:00'))
  await turn(app)
  world.clock.set(wall('2026-12-05T12:00'))
  expect(await linked()).toEqual([later!.id])
})
