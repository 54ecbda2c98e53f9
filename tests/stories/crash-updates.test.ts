import { expect, test } from 'vitest'
import { makeWorld, plain } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'
import { ownDatabase } from './database.ts'
import { cardsOf, HOUSE, joinOnTelegram, liveCardsOf, planFolder, question, SERIES, turn } from './plan.ts'

async function asked(set: string) {
  const database = await ownDatabase()
  const world = await makeWorld({ discord: false, url: database.url, configFolder: planFolder({ set }).folder })
  const app = await world.start()
  const ann = await joinOnTelegram(world, app, 7)
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await app.settled()
  const tapOn = async (words: string, number: number) => {
    const next = question(ann, number)
    ann.tap(words)
    await next
    await app.settled()
  }
  /** Resolves when all that was delivered is stored and all that follows was said. */
  const quiet = async () => {
    await world.telegram.settled()
    await app.settled()
  }
  return { ...database, world, app, ann, tapOn, quiet }
}

describeOnServer('updates that come more than once, or in another order', () => {
  test('the same tap and the same text, delivered twice and three times, count once', async () => {
    const { world, app, ann, count, tapOn, quiet } = await asked('uitgangsvraag')
    await tapOn('veel', 2)
    const before = { ...ann.card() }
    for (let i = 0; i < 2; i++) {
      world.telegram.redeliver()
      await quiet()
    }
    expect(await count('answer')).toBe(1)
    expect(ann.card().text).toBe(before.text)
    await tapOn('een deel', 3)
    await tapOn('Overslaan', 4)
    const thanks = world.telegram.callsOf('sendMessage').length
    ann.type('een groter lokaal')
    await quiet()
    for (let i = 0; i < 2; i++) {
      world.telegram.redeliver()
      await quiet()
    }
    expect(await count('open_text')).toBe(1)
    expect(await count("run where disposition = 'completed'")).toBe(1)
    expect(liveCardsOf(ann)).toEqual([])
    expect(ann.messages.filter((message) => plain(message.text).includes('Vraag 4'))).toHaveLength(1)
    // The typed answer brings one new card; its repetitions bring no second one.
    const cards = world.telegram.callsOf('sendMessage').slice(thanks)
    expect(cards.filter((call) => String(call.text).startsWith('Klaar.'))).toHaveLength(1)
    await turn(app)
    expect(await count("outgoing where state = 'due'")).toBe(0)
  })

  test('of two taps on one card that arrive in the wrong order, the first to arrive counts and the other is told so', async () => {
    const { world, ann, run, count, quiet } = await asked('gevoelsbuttons-einde')
    world.telegram.hold()
    ann.tap('heel goed')
    ann.tap('heel slecht')
    world.telegram.release((updates) => updates.toReversed().flatMap((update) => [update, update]))
    await question(ann, 2)
    await quiet()
    expect(await count('answer')).toBe(1)
    const stored = await run('select codes from answer')
    expect(stored.rows).toHaveLength(1)
    expect(liveCardsOf(ann)).toHaveLength(1)
    expect(cardsOf(ann)).toHaveLength(1)
  })

  test('a tap from before a restart is still a tap after it, and only once', async () => {
    const { world, app, ann, count, tapOn } = await asked('uitgangsvraag')
    await tapOn('veel', 2)
    await app.stop()
    world.telegram.redeliver()
    ann.tap('een deel')
    const next = await world.start()
    await question(ann, 3)
    await world.telegram.settled()
    await next.settled()
    expect(await count('answer')).toBe(2)
    expect(liveCardsOf(ann)).toHaveLength(1)
  })
})

describeOnServer('a platform that says no for now', () => {
  test('a 429 on an invitation holds the bulk back as long as told, and then everybody gets one card', async () => {
    const { url, count } = await ownDatabase()
    const world = await makeWorld({ discord: false, url, configFolder: planFolder().folder })
    const app = await world.start()
    const people = []
    for (let id = 1; id <= 4; id++) people.push(await joinOnTelegram(world, app, id))
    world.telegram.fail({ answer: { code: 429, retryAfter: 1 }, method: 'sendMessage' })
    await app.desk.holdSession('coach', HOUSE, SERIES)
    await app.settled()
    expect(people.map((person) => cardsOf(person).length).sort()).toEqual([0, 1, 1, 1])
    expect(await count("outgoing where state = 'due'")).toBe(1)
    world.clock.pass({ seconds: 2 })
    await app.settled()
    expect(people.map((person) => cardsOf(person).length)).toEqual([1, 1, 1, 1])
    await turn(app)
    expect(people.map((person) => cardsOf(person).length)).toEqual([1, 1, 1, 1])
  })

  for (const [name, answer] of [
    ['a 429', { code: 429, retryAfter: 1 }],
    ['a 500', { code: 500 }],
    ['a page of a proxy', 'html'],
    ['a line that breaks', 'reset'],
    ['an answer that is lost after the edit was made', 'drop'],
  ] as const) {
    test(`${name} on the next question: it is shown a little later, in the same message, and nothing is asked twice`, async () => {
      const { world, app, ann, count } = await asked('uitgangsvraag')
      const edits = world.telegram.callsOf('editMessageText').length
      world.telegram.fail({ answer, method: 'editMessageText' })
      ann.tap('veel')
      await world.telegram.called('editMessageText', edits + 1)
      await world.telegram.settled()
      await app.settled()
      expect(await count('answer')).toBe(1)
      world.clock.pass({ seconds: 40 })
      await turn(app)
      expect(plain(ann.card().text)).toContain('Vraag 2 van 4')
      expect(cardsOf(ann)).toHaveLength(1)
      expect(await count("outgoing where state = 'due'")).toBe(0)
      await turn(app)
      expect(world.telegram.callsOf('editMessageText').length).toBe(edits + 2)
    })
  }
})
