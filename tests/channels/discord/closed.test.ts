import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordChannel } from '../../../src/channels/discord/discord.ts'
import { type FakeDiscord, type FakeServer, startFakeDiscord } from '../../support/fake-discord.ts'
import { makeInbox } from '../contract.ts'
import { discordOn } from './harness.ts'
import { card, join, notice, of } from './prompts.ts'

let discord: FakeDiscord
let server: FakeServer
let channel: DiscordChannel
let now: Temporal.Instant
let inbox: ReturnType<typeof makeInbox>

beforeEach(async () => {
  discord = await startFakeDiscord()
  server = discord.server()
  now = Temporal.Instant.from('2026-11-18T19:00:00Z')
  inbox = makeInbox()
  channel = discordOn(discord, { clock: { now: () => now } }).channel
  await channel.open()
  await channel.listen(inbox.take)
})

afterEach(async () => {
  await channel.close()
  await discord.close()
  expect(discord.violations).toEqual([])
})

/** A server channel with the join message in it. */
async function joinable() {
  const place = server.channel()
  await channel.send({ channel: 'discord', id: place.id, route: place.id }, join, { nonce: 'join' })
  return place
}

/** Somebody with closed direct messages, who has the first card in front of them in the server. */
async function closedPerson() {
  const place = await joinable()
  const person = discord.person({ server: server.id, dmsClosed: true })
  await person.tapIn(place, 'Ik doe mee')
  await inbox.next('tapped')
  const id = await channel.send(of(person), card('Vraag een'), { nonce: 'a' })
  await person.next()
  return { person, place, id }
}

describe('direct messages are closed', () => {
  test('the card is shown in the server, to this person only', async () => {
    const { person, place, id } = await closedPerson()
    expect(id).toMatch(/^eph:\d+$/)
    expect(person.messages()).toMatchObject([{ ephemeral: true, buttons: ['😃 goed', 'Schrijf iets'] }])
    expect(person.card()?.text).toContain('Vraag een')
    expect(person.card()?.text).toContain('Alleen jij ziet dit.')
    expect(place.messages()).toHaveLength(1)
  })

  test('it is answered there, from question to question', async () => {
    const { person, id } = await closedPerson()
    const tap = await person.tap('goed')
    expect(tap.acknowledged).toBe(6)
    expect(await inbox.next('tapped')).toMatchObject({ data: 'r1.1.go', from: of(person) })
    expect(await channel.send(of(person), card('Vraag twee', 2), { nonce: 'b', replaces: id })).toBe(id)
    await channel.send(of(person), notice('Dank je!'), { nonce: 'c' })
    expect(person.messages().map((each) => [each.ephemeral, each.text.split('\n')[0]])).toEqual([
      [true, 'Vraag twee'],
      [true, 'Dank je!'],
    ])
    expect(discord.calls.filter((call) => call.status === 403)).toHaveLength(1)
  })

  test('something is written there', async () => {
    const { person, id } = await closedPerson()
    await person.write('een zin')
    expect(await inbox.next('typed')).toMatchObject({ text: 'een zin', data: 'r1.1._write' })
    expect(await channel.send(of(person), notice('Bewaard'), { nonce: 'b', replaces: id })).toBe(id)
    expect(person.messages()).toHaveLength(1)
  })

  test('the card can still be edited while a text field is open', async () => {
    const { person, id } = await closedPerson()
    await person.tap('Schrijf iets')
    for (const nonce of ['b', 'c', 'd']) {
      expect(await channel.send(of(person), card('Vraag een, nog eens'), { nonce, replaces: id })).toBe(id)
    }
  })

  test('each tap gives another quarter of an hour', async () => {
    const { person, id } = await closedPerson()
    now = now.add({ minutes: 10 })
    await person.tap('goed')
    await inbox.next('tapped')
    now = now.add({ minutes: 10 })
    expect(await channel.send(of(person), card('Vraag twee', 2), { nonce: 'b', replaces: id })).toBe(id)
  })

  test('after a quarter of an hour the person cannot be reached', async () => {
    const { person, id } = await closedPerson()
    now = now.add({ minutes: 15 })
    const sending = channel.send(of(person), card('Vraag twee', 2), { nonce: 'b', replaces: id })
    await expect(sending).rejects.toMatchObject({ name: 'ChannelError', kind: 'gone' })
  })

  test('unless direct messages are open by then', async () => {
    const { person, id } = await closedPerson()
    now = now.add({ minutes: 15 })
    discord.expireInteractions()
    person.openDms()
    const moved = await channel.send(of(person), card('Vraag twee', 2), { nonce: 'b', replaces: id })
    expect(moved).toMatch(/^\d+\/\d+$/)
    expect(person.messages().at(-1)).toMatchObject({ text: 'Vraag twee', ephemeral: false })
  })

  test('a token that Discord no longer takes is not the end when the person is back', async () => {
    const { person, place, id } = await closedPerson()
    discord.expireInteractions()
    await person.command('/meedoen', { place })
    await inbox.next('command')
    const again = await channel.send(of(person), card('Vraag een'), { nonce: 'b', replaces: id })
    expect(again).not.toBe(id)
    expect(again).toMatch(/^eph:/)
  })
})
