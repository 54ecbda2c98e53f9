import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordChannel } from '../../../src/channels/discord/discord.ts'
import { ChannelError, type Prompt } from '../../../src/channels/port.ts'
import {
  type FakeDiscord,
  type FakePerson,
  type FakeServer,
  type Seen,
  startFakeDiscord,
} from '../../support/fake-discord.ts'
import { tinyPng } from '../../support/tiny-png.ts'
import { makeInbox } from '../contract.ts'
import { discordOn } from './harness.ts'

let discord: FakeDiscord
let server: FakeServer
let channel: DiscordChannel
let lines: string[]
let now: Temporal.Instant
let inbox: ReturnType<typeof makeInbox>
const outcomes: string[] = []

beforeEach(async () => {
  discord = await startFakeDiscord()
  server = discord.server()
  now = Temporal.Instant.from('2026-11-18T19:00:00Z')
  outcomes.length = 0
  inbox = makeInbox()
  const made = discordOn(discord, {
    clock: { now: () => now },
    metrics: { called: (action, outcome) => outcomes.push(`${action}: ${outcome}`) },
  })
  channel = made.channel
  lines = made.lines
  await channel.open()
  await channel.listen(inbox.take)
})

afterEach(async () => {
  await channel.close()
  await discord.close()
  expect(discord.violations).toEqual([])
})

const notice = (text: string): Prompt => ({ kind: 'notice', language: 'nl', lines: [{ text }], choices: [] })
const card: Prompt = {
  kind: 'card',
  language: 'nl',
  lines: [{ text: 'Hoe was het?', style: 'strong' }],
  choices: [
    { data: 'r1.1.go', label: 'goed', emoji: '😃', role: 'option' },
    { data: 'r1.1.ba', label: 'niet goed', emoji: '🙁', role: 'option' },
  ],
}
const of = (person: FakePerson) => ({ channel: 'discord' as const, id: person.id })
const messageCalls = () => discord.calls.filter((call) => /^\/channels\/\d+\/messages/.test(call.path))
const texts = (person: FakePerson) => person.messages().map((each) => each.text)

async function refusal(sending: Promise<unknown>): Promise<ChannelError> {
  const error = await sending.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ChannelError)
  return error as ChannelError
}

describe('to a person', () => {
  test('every new message carries its nonce, and mentions nobody', async () => {
    const person = discord.person({ server: server.id })
    await channel.send(of(person), card, { nonce: 'rij-1' })
    expect(messageCalls()[0]?.body).toMatchObject({
      nonce: 'rij-1',
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    })
  })

  test('a lost answer does not become a second message', async () => {
    const person = discord.person({ server: server.id })
    discord.dropAnswers()
    const error = await refusal(channel.send(of(person), card, { nonce: 'rij-1' }))
    expect(error.kind).toBe('later')
    await channel.send(of(person), card, { nonce: 'rij-1' })
    expect(messageCalls()).toHaveLength(2)
    expect(person.messages()).toHaveLength(1)
  })

  test('the direct message is opened once', async () => {
    const person = discord.person({ server: server.id })
    await Promise.all([channel.send(of(person), card, { nonce: 'a' }), channel.send(of(person), card, { nonce: 'b' })])
    expect(discord.world.opens).toBe(1)
    expect(person.messages()).toHaveLength(2)
  })

  test('a route that is known needs no opening', async () => {
    const person = discord.person({ server: server.id })
    await channel.send({ ...of(person), route: person.dm() }, card, { nonce: 'a' })
    expect(discord.world.opens).toBe(0)
    expect(texts(person)).toEqual(['Hoe was het?'])
  })

  test('a route that leads nowhere is found again', async () => {
    const person = discord.person({ server: server.id })
    await channel.send({ ...of(person), route: '999' }, card, { nonce: 'a' })
    expect(texts(person)).toEqual(['Hoe was het?'])
  })

  test('the house is asked before a direct message is opened, and told when Discord finds it too many', async () => {
    const asked: string[] = []
    const told: string[] = []
    let wait: Temporal.Duration | null = Temporal.Duration.from({ seconds: 40 })
    const openings = {
      take: async (nonce: string) => {
        asked.push(nonce)
        return wait
      },
      tooFast: async (pause: Temporal.Duration) => void told.push(pause.toString()),
    }
    const { channel: slow } = discordOn(discord, { openings })
    const person = discord.person({ server: server.id })
    const error = await refusal(slow.send(of(person), card, { nonce: 'a' }))
    expect(error).toMatchObject({ kind: 'later', pauses: 'bucket' })
    expect(error.retryAfter?.total('seconds')).toBe(40)
    expect(discord.world.opens).toBe(0)
    wait = null
    discord.world.mostOpens = 0
    expect(await refusal(slow.send(of(person), card, { nonce: 'a' }))).toMatchObject({ pauses: 'bucket' })
    discord.world.mostOpens = 10
    await slow.send(of(person), card, { nonce: 'a' })
    await slow.send(of(person), notice('nog iets'), { nonce: 'b' })
    expect([asked, told]).toEqual([['a', 'a', 'a'], ['PT60S']])
  })

  test('buttons are taken away and the words stay; once more, or where nothing is left, does no harm', async () => {
    const person = discord.person({ server: server.id })
    const shown = await channel.send(of(person), card, { nonce: 'a' })
    expect(person.card()?.buttons).toEqual(['😃 goed', '🙁 niet goed'])
    await channel.disarm!(of(person), shown)
    await channel.disarm!(of(person), shown)
    expect([texts(person), person.messages()[0]!.buttons]).toEqual([['Hoe was het?'], []])
    person.wipe()
    await channel.disarm!(of(person), shown)
    expect(person.messages()).toEqual([])
  })

  test('who asks for it is not made to wait', async () => {
    const place = server.channel()
    const people = Array.from({ length: 8 }, () => discord.person({ server: server.id }))
    for (const person of people) {
      await person.command('/meedoen', { place })
      await inbox.next('command')
      await channel.send(of(person), card, { nonce: 'a' })
    }
    expect(discord.world.opens).toBe(8)
  })

  test('Discord finds that we open too many: later', async () => {
    discord.world.mostOpens = 0
    const error = await refusal(channel.send(of(discord.person({ server: server.id })), card, { nonce: 'a' }))
    expect(error).toMatchObject({ kind: 'later' })
    expect(error.retryAfter?.total('seconds')).toBe(60)
    discord.world.mostOpens = 10
  })

  test('after a refusal the opening is tried again', async () => {
    const person = discord.person({ server: server.id })
    discord.refuse(/POST \/users\/@me\/channels/, 500, 0, 2)
    expect((await refusal(channel.send(of(person), card, { nonce: 'a' }))).kind).toBe('later')
    await channel.send(of(person), card, { nonce: 'a' })
    expect(texts(person)).toEqual(['Hoe was het?'])
  })

  test('somebody who left every server with us is gone', async () => {
    const person = discord.person({ server: server.id })
    person.leaveServer()
    expect((await refusal(channel.send(of(person), card, { nonce: 'a' }))).kind).toBe('gone')
  })

  test.each([
    ['deleted', 404, 10008],
    ['edited too often', 400, 30046],
    ['of an earlier bot', 403, 50005],
  ])('a card that was %s is sent anew', async (_, status, code) => {
    const person = discord.person({ server: server.id })
    const first = await channel.send(of(person), card, { nonce: 'a' })
    discord.refuse(/^PATCH/, status, code)
    const second = await channel.send(of(person), notice('verder'), { nonce: 'b', replaces: first })
    expect(second).not.toBe(first)
    expect(texts(person)).toEqual(['Hoe was het?', 'verder'])
    expect(outcomes).toContain('edit a message: harmless')
  })

  test('silence is for new messages; an edit makes no sound anyway', async () => {
    const person = discord.person({ server: server.id })
    const first = await channel.send(of(person), { ...card, silent: true }, { nonce: 'a' })
    expect(person.card()?.silent).toBe(true)
    expect(await channel.send(of(person), { ...notice('stil'), silent: true }, { nonce: 'b', replaces: first })).toBe(
      first,
    )
  })

  test('one fault at Discord is gone around, two are for later', async () => {
    const person = discord.person({ server: server.id })
    await channel.send(of(person), notice('een'), { nonce: 'a' })
    discord.refuse(/POST .*messages/, 500, 0, 1)
    await channel.send(of(person), notice('twee'), { nonce: 'b' })
    discord.refuse(/POST .*messages/, 503, 0, 2)
    expect((await refusal(channel.send(of(person), notice('drie'), { nonce: 'c' }))).kind).toBe('later')
    expect(texts(person)).toEqual(['een', 'twee'])
  })

  test('a message that Discord finds wrong is rejected', async () => {
    discord.refuse(/POST .*messages/, 400, 50035)
    const error = await refusal(channel.send(of(discord.person({ server: server.id })), card, { nonce: 'a' }))
    expect(error).toMatchObject({ kind: 'rejected', message: 'discord: could not deliver a message (code 50035)' })
  })

  test('a short wait that Discord announces happens here', async () => {
    const person = discord.person({ server: server.id })
    discord.exhaust(0.05)
    await channel.send(of(person), notice('een'), { nonce: 'a' })
    await channel.send(of(person), notice('twee'), { nonce: 'b' })
    expect(texts(person)).toEqual(['een', 'twee'])
  })

  test('a long wait that Discord announces is kept without asking', async () => {
    const person = discord.person({ server: server.id })
    discord.exhaust(60)
    await channel.send(of(person), notice('een'), { nonce: 'a' })
    const error = await refusal(channel.send(of(person), notice('twee'), { nonce: 'b' }))
    expect(error.kind).toBe('later')
    expect(error.retryAfter?.total('seconds')).toBeGreaterThan(50)
    expect(messageCalls()).toHaveLength(1)
  })

  test('a flood is counted as one, and the refused call is not made again by itself', async () => {
    const person = discord.person({ server: server.id })
    discord.flood(7)
    expect((await refusal(channel.send(of(person), card, { nonce: 'a' }))).kind).toBe('later')
    expect(outcomes.filter((outcome) => outcome === 'send a message: flood')).toHaveLength(1)
    expect(messageCalls()).toHaveLength(1)
  })
})

describe('to a place', () => {
  const digest: Prompt = { ...notice('overzicht'), kind: 'digest' }

  test('a digest reaches a channel and a thread', async () => {
    const parent = server.channel('begeleiding')
    const thread = server.channel('overzicht', { parent: parent.id })
    for (const place of [parent, thread]) {
      await channel.send({ channel: 'discord', id: place.id, route: place.id }, digest, { nonce: place.id })
      expect(place.messages().map((each) => each.text)).toEqual(['overzicht'])
    }
    expect(discord.world.opens).toBe(0)
  })

  test('a deleted channel is lost, and gone', async () => {
    const place = server.channel()
    place.remove()
    const address = { channel: 'discord' as const, id: place.id, route: place.id }
    expect(await inbox.next('place-lost')).toMatchObject({ place: address })
    expect((await refusal(channel.send(address, digest, { nonce: 'a' }))).kind).toBe('gone')
  })

  test('a channel that we may not see is gone', async () => {
    const place = server.channel()
    place.closeToBot()
    const error = await refusal(
      channel.send({ channel: 'discord', id: place.id, route: place.id }, digest, { nonce: 'a' }),
    )
    expect(error).toMatchObject({ kind: 'gone', message: 'discord: could not deliver a message (code 50001)' })
  })
})

describe('a picture', () => {
  const withPicture = (text: string, shade = 128): Prompt => ({
    ...notice(text),
    image: { png: tinyPng({ shade }), alt: 'acht goed' },
  })
  const attached = (messages: Seen[]) => messages.map((each) => each.attachments.map((file) => file.description))

  test.each([
    ['no right to attach files', 403, 50013],
    ['too large', 413, 40005],
    ['a picture that cannot be read', 400, 50046],
  ])('%s: the words stand, tried twice in all', async (_, status, code) => {
    const person = discord.person({ server: server.id })
    discord.refuse(/^POST .*messages/, status, code)
    await channel.send(of(person), withPicture('seedwoord'), { nonce: 'a' })
    expect(texts(person)).toEqual(['seedwoord'])
    expect(attached(person.messages())).toEqual([[]])
    expect(messageCalls()).toHaveLength(2)
    expect(lines.filter((line) => line.includes('was refused'))).toHaveLength(1)
    expect(lines.join()).not.toMatch(/seedwoord|acht goed|IHDR/)
  })

  test('where even the words are refused, that is what is told', async () => {
    const place = server.channel()
    discord.refuse(/^POST .*messages/, 403, 50013, 2)
    const address = { channel: 'discord' as const, id: place.id, route: place.id }
    expect((await refusal(channel.send(address, withPicture('x'), { nonce: 'a' }))).kind).toBe('gone')
    expect(messageCalls()).toHaveLength(2)
  })

  test('a flood lets words and picture wait together, and nothing is said twice', async () => {
    const person = discord.person({ server: server.id })
    discord.flood(7)
    const error = await refusal(channel.send(of(person), withPicture('seedwoord'), { nonce: 'a' }))
    expect(error.kind).toBe('later')
    expect(error.retryAfter?.total('seconds')).toBeGreaterThanOrEqual(7)
    expect(person.messages()).toEqual([])
  })

  test('a lost answer does not become a second picture', async () => {
    const person = discord.person({ server: server.id })
    discord.dropAnswers()
    expect((await refusal(channel.send(of(person), withPicture('een'), { nonce: 'a' }))).kind).toBe('later')
    await channel.send(of(person), withPicture('een'), { nonce: 'a' })
    expect(attached(person.messages())).toEqual([['acht goed']])
  })

  test('with closed direct messages it is shown in the server, to one person, and can be replaced there', async () => {
    const person = discord.person({ server: server.id, dmsClosed: true })
    await person.command('/hulp', { place: server.channel() })
    await inbox.next('command')
    const shown = await channel.send(of(person), withPicture('een'), { nonce: 'a' })
    expect(attached(person.messages())).toEqual([['acht goed']])
    await channel.send(of(person), notice('twee'), { nonce: 'b', replaces: shown })
    expect(attached(person.messages())).toEqual([[]])
    expect(person.messages()).toMatchObject([{ ephemeral: true }])
  })
})

test('nothing that was said, and nobody, is in the logs', async () => {
  const person = discord.person({ server: server.id })
  await channel.send(of(person), notice('seedwoord'), { nonce: 'a' })
  person.type('seedantwoord')
  await inbox.next('typed')
  discord.refuse(/messages/, 400, 50035)
  await refusal(channel.send(of(person), notice('seedwoord'), { nonce: 'b' }))
  const logged = lines.join('\n')
  expect(lines.length).toBeGreaterThan(0)
  for (const secret of ['seedwoord', 'seedantwoord', person.id, person.dm(), discord.token]) {
    expect(logged).not.toContain(secret)
  }
})
