/** Many people are asked at once, and things go wrong meanwhile. */
import { expect, test } from 'vitest'
import type { Overrides } from '../../src/app.ts'
import { makeWorld, plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { describeOnServer } from '../support/postgres.ts'
import { ownDatabase } from './database.ts'
import { cardsOf, HOUSE, joinOnTelegram, liveCardsOf, planFolder, question, SERIES, turn } from './plan.ts'

async function asked(people: number, overrides: Overrides = {}) {
  const { url, count, run } = await ownDatabase()
  const world = await makeWorld({ discord: false, url, configFolder: planFolder().folder })
  const app = await world.start(overrides)
  const joined = []
  for (let id = 1; id <= people; id++) joined.push(await joinOnTelegram(world, app, id))
  return { world, app, joined, count, run }
}

describeOnServer('a broadcast', () => {
  test('two instances, a flood wait and a stop half-way: everybody has one card, and nobody two', {
    timeout: 120_000,
  }, async () => {
    const { world, app, joined, count } = await asked(12)
    const other = await world.start()
    const sends = world.telegram.callsOf('sendMessage').length
    world.telegram.fail({ answer: { code: 429, retryAfter: 1 }, method: 'sendMessage' })
    const opening = app.desk.holdSession('coach', HOUSE, SERIES)
    await world.telegram.called('sendMessage', sends + 3)
    await app.stop()
    await opening.catch(() => {})
    for (let looks = 0; looks < 20 && (await count("outgoing where state = 'due'")) > 0; looks++) {
      world.clock.pass({ seconds: 30 })
      await turn(other)
    }
    expect(joined.map((person) => cardsOf(person).length)).toEqual(joined.map(() => 1))
    expect(await count("outgoing where state = 'due'")).toBe(0)
    await turn(other)
    expect(joined.map((person) => cardsOf(person).length)).toEqual(joined.map(() => 1))
  })

  test('a coach who closes a round meanwhile is answered, and does not wait for what goes to others', {
    timeout: 60_000,
  }, async () => {
    const { world, app, count } = await asked(3, { sendingMs: 1000 })
    // One of the invitations gets no answer until long after: so a broadcast looks that takes minutes.
    world.telegram.fail({ answer: 'hang', method: 'sendMessage' })
    const held = await app.desk.holdSession('coach', HOUSE, SERIES)
    expect(held).toMatchObject({ ok: true })
    // It is being sent still, and has not been given up.
    expect(await count("outgoing where state = 'due' and claimed_until is not null")).toBe(1)
    const { rows } = await app.ground.store.pool.query<{ id: string }>("select id from round where state = 'open'")
    expect(await app.desk.closeRound('coach', HOUSE, rows[0]!.id)).toMatchObject({ ok: true })
    expect(await count("round where state = 'digested'")).toBe(1)
  })

  test('a token that was revoked: rows stay, it is said once and on the status page, and a new start sends them', {
    timeout: 120_000,
  }, async () => {
    const { world, app, joined, count } = await asked(4)
    const before = world.telegram.callsOf('sendMessage').length
    world.telegram.storm((method) =>
      method === 'sendMessage' ? { code: 401, description: 'Unauthorized' } : undefined,
    )
    await app.desk.holdSession('coach', HOUSE, SERIES)
    for (let looks = 0; looks < 5; looks++) await turn(app)
    expect(world.telegram.callsOf('sendMessage').length - before).toBeLessThanOrEqual(4)
    expect(await count("outgoing where state = 'due'")).toBe(4)
    const status = (await app.status()) as { channels: { name: string; ready: boolean; detail: string }[] }
    expect(status.channels.find(({ name }) => name === 'telegram')).toMatchObject({ ready: false })
    expect(world.logs.filter((line) => line.includes('the token is refused, so nothing is sent'))).toHaveLength(1)
    await app.stop()
    world.telegram.storm(null)
    world.clock.pass({ minutes: 6 })
    await turn(await world.start())
    expect(joined.map((person) => cardsOf(person).length)).toEqual([1, 1, 1, 1])
    expect(await count("outgoing where state = 'due'")).toBe(0)
  })
})

describeOnServer('the moment between sent and noted', () => {
  /** Ann has two messages with the first question: the answer to the first was lost, and it was sent once more. */
  async function twice() {
    const made = await asked(1)
    const { world, app, joined, run } = made
    const ann = joined[0]!
    world.telegram.fail({ answer: 'drop', method: 'sendMessage' })
    await app.desk.holdSession('coach', HOUSE, SERIES)
    await app.settled()
    expect(liveCardsOf(ann)).toHaveLength(1)
    return { ...made, ann, run }
  }

  test('whoever taps before it is sent again has one card: it is not sent again', async () => {
    const { world, app, ann, count } = await twice()
    const second = question(ann, 2)
    ann.tap(0)
    await second
    await world.telegram.settled()
    await app.settled()
    world.clock.pass({ minutes: 5 })
    await turn(app)
    expect(cardsOf(ann)).toHaveLength(1)
    expect(await count('answer')).toBe(1)
    expect(await count("outgoing where state = 'due'")).toBe(0)
  })

  for (const [name, which] of [
    ['the one we lost', 0],
    ['the one we know', 1],
  ] as const) {
    test(`sent twice, and ${name} is tapped: it goes on there, and nothing else leads anywhere`, async () => {
      const { world, app, ann, count } = await twice()
      world.clock.pass({ minutes: 5 })
      await turn(app)
      expect(liveCardsOf(ann)).toHaveLength(2)
      const [lost, known] = liveCardsOf(ann)
      const tapped = which === 0 ? lost! : known!
      const other = which === 0 ? known! : lost!
      const next = question(ann, 2)
      ann.tap(0, tapped)
      await next
      await world.telegram.settled()
      await app.settled()
      if (which === 1) {
        // Nobody knows of the lost one until it is tapped; then it leads nowhere, and counts for nothing.
        ann.tap(1, other)
        await world.telegram.settled()
        await app.settled()
        await turn(app)
      }
      expect(labels(other)).toEqual([])
      expect(liveCardsOf(ann).map(({ id }) => id)).toEqual([tapped.id])
      expect(plain(ann.card().text)).toContain('Vraag 2 van')
      expect(await count('answer')).toBe(1)
    })
  }
})
