import { expect, test } from 'vitest'
import { makeWorld, plain, type World } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'
import { granted } from '../support/story.ts'
import { kill, startChild } from './child.ts'
import { ownDatabase } from './database.ts'
import {
  cardsOf,
  HOUSE,
  joinOnTelegram,
  joinOnWeb,
  liveCardsOf,
  NEVER_QUIET,
  planFolder,
  question,
  SERIES,
  turn,
} from './plan.ts'

/** Starting a process on a busy machine takes its time, in milliseconds. */
const LONG = 180_000
const EAR = { ear: { leaseSeconds: 9, renewSeconds: 0.2 } }

/** A house on the clock of the machine, where only what a story does happens. */
async function house(url?: string): Promise<World> {
  const { folder } = planFolder({ cron: '0 3 1 1 *', quiet: NEVER_QUIET })
  return makeWorld({
    discord: false,
    configFolder: folder,
    start: Temporal.Now.instant().toString(),
    ...(url ? { url } : {}),
  })
}

/** Sets the story's clock to the machine's, and so much further. */
const catchUp = (world: World, ahead: Temporal.DurationLike) =>
  world.clock.set(Temporal.Now.instant().add(ahead).toString())

async function sendsSoFar(world: World, method: string): Promise<number> {
  return world.telegram.callsOf(method).length
}

describeOnServer('a crash, on a server', () => {
  test('between storing an answer and showing the next question: it is shown once more, in the same message', {
    timeout: LONG,
  }, async () => {
    const { url, count } = await ownDatabase()
    const world = await house(url)
    const first = await world.start()
    const ann = await joinOnTelegram(world, first, 7)
    await first.desk.holdSession('coach', HOUSE, SERIES)
    expect(liveCardsOf(ann)).toHaveLength(1)
    await first.stop()
    const child = startChild(world)
    await child.ready()
    const edits = await sendsSoFar(world, 'editMessageText')
    world.telegram.fail({ answer: 'hang', method: 'editMessageText' })
    ann.tap(0)
    await world.telegram.called('editMessageText', edits + 1)
    await kill(child)
    expect(await count('answer')).toBe(1)
    catchUp(world, { minutes: 1 })
    const next = await world.start(EAR)
    await turn(next)
    await turn(next)
    await question(ann, 2)
    expect(cardsOf(ann)).toHaveLength(1)
    expect(await sendsSoFar(world, 'editMessageText')).toBe(edits + 2)
    await world.telegram.settled()
    ann.tap(0)
    await world.telegram.settled()
    await next.settled()
    expect(await count('answer')).toBe(2)
    expect(cardsOf(ann).length).toBeLessThanOrEqual(1)
    expect(await count("outgoing where state = 'due'")).toBe(0)
  })

  test('before it was noted that there is a card: who answered it goes on all the same, and was asked when the round closes', {
    timeout: LONG,
  }, async () => {
    const { url, count, run } = await ownDatabase()
    const world = await house(url)
    const first = await world.start()
    const [ann, bo] = [await joinOnTelegram(world, first, 7), await joinOnTelegram(world, first, 8)]
    const { sessionId } = granted(await first.desk.holdSession('coach', HOUSE, SERIES))
    for (const person of [ann, bo]) person.tap(0)
    await world.telegram.settled()
    await first.settled()
    await first.stop()
    await run(`update run set card_turn = 0, card_cipher = null`)
    catchUp(world, { minutes: 1 })
    const sent = await sendsSoFar(world, 'sendMessage')
    const next = await world.start(EAR)
    await turn(next)
    await turn(next)
    // Which message is the card is not known any more, so each gets a new one.
    expect(await sendsSoFar(world, 'sendMessage')).toBe(sent + 2)
    for (const person of [ann, bo]) await question(person, 2)
    await run(`update run set card_turn = 0, card_cipher = null`)
    const [round] = (await run(`select id from round where session_id = '${sessionId}'`)).rows
    granted(await next.desk.closeRound('coach', HOUSE, round.id))
    expect(await count("run where disposition = 'not_asked'")).toBe(0)
  })

  test('while thirty invitations go out: everybody has exactly one card afterwards', { timeout: LONG }, async () => {
    const { url, run, count } = await ownDatabase()
    const world = await house(url)
    const first = await world.start()
    const people = await Promise.all(Array.from({ length: 30 }, (_, i) => joinOnTelegram(world, first, i + 1)))
    await first.stop()
    await run(
      `insert into session (organisation_id, id, series_id, starts_at, ends_at, state, by_hand)
       values ($1, 'now', $2, now() - interval '2 hours', now(), 'planned', true)`,
      [HOUSE, SERIES],
    )
    const sends = await sendsSoFar(world, 'sendMessage')
    const child = startChild(world)
    await world.telegram.called('sendMessage', sends + 12)
    world.telegram.fail({ answer: 'hang', method: 'sendMessage' })
    await world.telegram.called('sendMessage', sends + 13)
    await kill(child)
    expect(people.filter((person) => cardsOf(person).length > 0)).toHaveLength(12)
    catchUp(world, { minutes: 3 })
    const next = await world.start(EAR)
    await turn(next)
    expect(people.map((person) => cardsOf(person).length)).toEqual(people.map(() => 1))
    expect(await count("outgoing where state = 'due'")).toBe(0)
    expect(await count('run where card_turn = 1 and card_cipher is not null')).toBe(30)
  })
})

test('embedded, killed in the middle: on Telegram and on the web people go on at the question where they were', {
  timeout: LONG,
}, async () => {
  const world = await house()
  const first = await world.start()
  const ann = await joinOnTelegram(world, first, 7)
  const web = await joinOnWeb(first)
  await first.desk.holdSession('coach', HOUSE, SERIES)
  expect(liveCardsOf(ann)).toHaveLength(1)
  await first.stop()
  const child = startChild(world)
  web.moveTo(await child.ready())
  const second = question(ann, 2)
  ann.tap(0)
  await second
  await web.tap('heel goed')
  expect(plain(await web.page())).toContain('Vraag 2 van')
  const card = { ...ann.card() }
  await kill(child)
  catchUp(world, { minutes: 1 })
  const next = await world.start()
  await turn(next)
  web.moveTo(`http://127.0.0.1:${next.port()}`)
  expect(plain(await web.page())).toContain('Vraag 2 van')
  expect(liveCardsOf(ann)).toHaveLength(1)
  expect(ann.card().text).toBe(card.text)
  expect(ann.card().id).toBe(card.id)
  const edits = await sendsSoFar(world, 'editMessageText')
  ann.tap(0)
  await world.telegram.called('editMessageText', edits + 1)
  await next.settled()
  expect(cardsOf(ann).filter((message) => plain(message.text).includes('Vraag 2'))).toHaveLength(0)
})
