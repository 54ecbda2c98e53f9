/** What a young person arranges for themselves, in the middle of things and before them. */
import { expect, test } from 'vitest'
import type { RunningApp } from '../../src/app.ts'
import { plain, type World } from '../support/app.ts'
import { type FakePerson, labels } from '../support/fake-telegram.ts'
import { readTables } from '../support/story.ts'
import { at, cardsOf, HOUSE, joinOnTelegram, joinOnWeb, openHouse, SERIES, saying, tapFor, wall } from './plan.ts'

const LONG = { timeout: 60_000 }

async function asks(person: FakePerson, command: string, words: string) {
  const answer = person.next((message) => plain(message.text).includes(words))
  person.type(command)
  return answer
}

/** Lets all that a tap led to come to rest. */
async function rest(world: World, app: RunningApp) {
  await world.telegram.settled()
  await app.settled()
}

test(
  'another language in the middle of a set: the card that stands reads in it at once, and the answers stay',
  LONG,
  async () => {
    const { world, app } = await openHouse({}, wall('2026-11-25T17:00'))
    const ann = await joinOnTelegram(world, app, 7)
    await at(world, app, '2026-11-25T20:00')
    await tapFor(ann, 'heel goed', 'Vraag 2 van 2')
    const before = cardsOf(ann)[0]!.id
    const menu = await asks(ann, '/taal', 'In welke taal')
    expect(labels(menu)).toEqual(['✔ Nederlands', 'Makkelijk Nederlands', 'English', 'Français', 'العربية'])
    const read = ann.next((message) => message.id === before && plain(message.text).includes('Question 2 sur 2'))
    ann.tap('Français', menu)
    const card = await read
    await rest(world, app)
    expect(saying(ann, 'Vraag 2 van 2')).toHaveLength(0)
    const done = ann.next((message) => plain(message.text).includes('Merci'))
    ann.tap(0, card)
    await done
    await rest(world, app)
    await app.stop()
    const { participant, answer } = await readTables(world)
    expect(participant!.map((row) => row.language)).toEqual(['fr'])
    expect(answer!.map((row) => [row.question, row.language]).sort()).toEqual([
      ['because', 'fr'],
      ['feeling', 'nl'],
    ])
  },
)

test(
  'a pause of a month: nothing new, what waited is not sent, what stands may be answered; and back again',
  LONG,
  async () => {
    const { world, app } = await openHouse({ cron: '10 20 * * 3' }, wall('2026-11-25T17:00'))
    const ann = await joinOnTelegram(world, app, 7)
    await at(world, app, '2026-11-25T22:10')
    const paused = await asks(ann, '/pauze', 'geen nieuwe vragen tot')
    expect(plain(paused.text)).toContain('25 december')
    for (const moment of ['2026-11-26T09:00', '2026-11-26T12:00']) await at(world, app, moment)
    expect(cardsOf(ann)).toEqual([])
    const back = ann.next((message) => plain(message.text).includes('weer vragen krijgen'))
    ann.tap('Toch weer vragen', paused)
    await back
    await rest(world, app)
    expect(cardsOf(ann)).toHaveLength(1)
  },
)

test(
  'during a pause no round asks, reminds or waits; after it the next one does, and ending it brings what is open',
  LONG,
  async () => {
    const plan = { cron: '0 18 * * 3', window: 'PT72H', reminder: 'PT24H' }
    const { world, app } = await openHouse(plan, wall('2026-11-24T12:00'))
    const [ann, ben] = [await joinOnTelegram(world, app, 7), await joinOnTelegram(world, app, 8)]
    const web = await joinOnWeb(app)
    for (const person of [ann, ben]) await asks(person, '/pauze', 'geen nieuwe vragen tot')
    for (const moment of ['2026-11-25T20:00', '2026-11-26T20:01']) await at(world, app, moment)
    expect([cardsOf(ann), cardsOf(ben)]).toEqual([[], []])
    expect(plain(await web.page())).toContain('Vraag 1 van 2')
    const back = ann.next((message) => plain(message.text).includes('weer vragen krijgen'))
    ann.tap('Toch weer vragen')
    await back
    await rest(world, app)
    expect([cardsOf(ann).length, cardsOf(ben).length]).toEqual([1, 0])
    // Ben's pause ends by itself, on the day itself and not before.
    for (const moment of ['2026-12-23T20:00', '2026-12-23T20:05']) await at(world, app, moment)
    expect(cardsOf(ben)).toEqual([])
    await at(world, app, '2026-12-24T09:00')
    expect(cardsOf(ben)).toHaveLength(1)
  },
)

test('a pause on the page: nothing new stands there', LONG, async () => {
  const { world, app } = await openHouse({}, wall('2026-11-24T12:00'))
  const web = await joinOnWeb(app)
  await web.command('pause')
  expect(plain(await web.page())).toContain('geen nieuwe vragen tot')
  await at(world, app, '2026-11-25T20:00')
  expect(plain(await web.page())).not.toContain('Vraag 1')
  await web.tap('Toch weer vragen')
  await app.settled()
  expect(plain(await web.page())).toContain('Vraag 1 van 2')
})

test(
  'no emoji, and rest at the weekend or outside hours, each with one tap and taken back with the next',
  LONG,
  async () => {
    const { world, app } = await openHouse({ cron: '0 10 * * 6' }, wall('2026-11-27T12:00'))
    const ann = await joinOnTelegram(world, app, 7)
    const menu = await asks(ann, '/instellingen', 'Wat wil je anders')
    expect(labels(menu)).toContain('Niets in het weekend')
    const ticked = ann.next((message) => labels(message).includes('✔ Niets in het weekend'))
    ann.tap('Niets in het weekend', menu)
    await ticked
    await at(world, app, '2026-11-28T12:00')
    expect(cardsOf(ann)).toEqual([])
    // What waits follows the wish: not before 16 o'clock, and when both wishes go, now.
    const early = ann.next((message) => labels(message).includes('✔ Niets voor 16 uur'))
    ann.tap('Niets voor 16 uur')
    await early
    for (const moment of ['2026-11-29T20:00', '2026-11-30T15:59']) await at(world, app, moment)
    expect(cardsOf(ann)).toEqual([])
    await at(world, app, '2026-11-30T16:00')
    expect(cardsOf(ann)).toHaveLength(1)
    expect(labels(cardsOf(ann)[0]!)[0]).toBe('😃 heel goed')
    const words = ann.next((message) => labels(message).includes('heel goed'))
    ann.tap('Zonder plaatjes en emoji', saying(ann, 'Wat wil je anders').at(-1)!)
    await words
    await rest(world, app)
    const shown = [cardsOf(ann)[0]!, saying(ann, 'Wat wil je anders').at(-1)!].map((message) =>
      labels(message).join(' '),
    )
    for (const text of shown) expect(text).not.toMatch(/\p{Extended_Pictographic}/u)
  },
)

test('who takes part nowhere is told where to begin, and nothing is kept', LONG, async () => {
  const { world, app } = await openHouse({}, wall('2026-11-25T17:00'))
  const ann = world.telegram.person(7, { language: 'nl' })
  for (const command of ['/taal', '/pauze', '/instellingen']) await asks(ann, command, 'Open eerst de link')
  ann.wipe()
  const told = ann.next((message) => plain(message.text).includes('Open eerst de link'))
  ann.tapData('s.l.fr')
  await told
  await rest(world, app)
  await app.stop()
  expect((await readTables(world)).contact).toEqual([])
})

test('a yes that is taken back while a card stands: the card says so, and no button brings it back', LONG, async () => {
  const { world, app } = await openHouse({}, wall('2026-11-25T17:00'))
  const ann = await joinOnTelegram(world, app, 7)
  await at(world, app, '2026-11-25T20:00')
  const card = cardsOf(ann)[0]!
  const yes = saying(ann, 'Doe je mee?').at(-1)!
  const stopped = ann.next((message) => plain(message.text).includes('geen vragen meer'))
  ann.tap('Nee, liever niet', yes)
  await stopped
  ann.tap('heel goed', card)
  await rest(world, app)
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await app.settled()
  expect(saying(ann, 'Vraag 2')).toEqual([])
  await app.stop()
  const { answer, run } = await readTables(world)
  expect(answer!.filter((row) => row.status === 'answered')).toEqual([])
  expect(run!.map((row) => row.disposition)).toEqual(['stopped'])
})
