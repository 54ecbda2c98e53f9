/** Two instances: one hears somebody in a server, the other has something to say to them, and their direct messages are closed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordChannel, DiscordOptions } from '../../../src/channels/discord/discord.ts'
import type { VisitBook } from '../../../src/channels/discord/visits.ts'
import { type FakeDiscord, type FakePlace, type FakeServer, startFakeDiscord } from '../../support/fake-discord.ts'
import { makeInbox } from '../contract.ts'
import { AT_ONCE, discordOn } from './harness.ts'
import { card, notice, of } from './prompts.ts'

let discord: FakeDiscord
let server: FakeServer
let place: FakePlace
let book: ReturnType<typeof makeBook>
let now: Temporal.Instant
let inbox: ReturnType<typeof makeInbox>
let channels: DiscordChannel[]
let logs: string[][]
/** The one that listens, and another. */
let hears: DiscordChannel
let other: DiscordChannel

beforeEach(async () => {
  discord = await startFakeDiscord()
  server = discord.server()
  place = server.channel()
  now = Temporal.Instant.from('2026-11-18T19:00:00Z')
  inbox = makeInbox()
  book = makeBook()
  channels = []
  logs = []
  hears = await instance()
  other = await instance()
  await hears.listen(inbox.take)
})

afterEach(async () => {
  for (const channel of channels) await channel.close()
  await discord.close()
  expect(discord.violations).toEqual([])
  expect(logs.flat().join('\n')).not.toMatch(/token-\d/)
})

async function instance(more: Partial<DiscordOptions> = {}): Promise<DiscordChannel> {
  const { channel, lines } = discordOn(discord, { clock: { now: () => now }, visits: book, ...more })
  channels.push(channel)
  logs.push(lines)
  await channel.open()
  return channel
}

/** What a house keeps, as JSON; it can be told to know nobody, or to be out of reach. */
function makeBook() {
  const rows = new Map<string, string>()
  const claims: string[] = []
  const stirred = new Set<() => void>()
  const state = { knows: true, down: false, gate: null as Promise<void> | null }
  const reached = async () => {
    await state.gate
    if (state.down) throw new Error('no database')
  }
  const made: VisitBook = {
    async keep(_, name, value) {
      await reached()
      if (state.knows) rows.set(name, JSON.stringify(value))
      for (const stir of stirred) stir()
      return state.knows
    },
    async find(name) {
      await reached()
      const row = rows.get(name)
      return row === undefined ? null : JSON.parse(row)
    },
    async claim(name, by) {
      await reached()
      if (!rows.has(name)) rows.set(name, by)
      claims.push(by)
      for (const stir of stirred) stir()
      return rows.get(name) === by
    },
  }
  /** Resolves when something is kept or claimed. */
  const stir = () =>
    new Promise<void>((resolve) => {
      stirred.add(resolve)
    })
  return { ...made, rows, state, claims, stir }
}

/** Somebody who came in from a server, and cannot be written to. */
async function visitor() {
  const person = discord.person({ server: server.id, dmsClosed: true })
  await person.command('/meedoen', { place })
  await inbox.next('command')
  return person
}

const firstLines = (person: Awaited<ReturnType<typeof visitor>>) =>
  person.messages().map(({ text, ephemeral }) => [ephemeral, text.split('\n')[0]])

describe('heard by one, answered by another', () => {
  test('the question stands in the server once, where the one that heard promised it', async () => {
    const person = await visitor()
    expect(await other.send(of(person), card('Vraag een'), { nonce: 'a' })).toMatch(/^eph:\d+$/)
    expect(firstLines(person)).toEqual([[true, 'Vraag een']])
    expect(discord.calls.filter(({ path }) => path.endsWith('/messages/@original'))).toHaveLength(1)
  })

  test('both send the same message: it stands there once', async () => {
    const person = await visitor()
    const sent = await Promise.all([
      hears.send(of(person), card('Vraag een'), { nonce: 'a' }),
      other.send(of(person), card('Vraag een'), { nonce: 'a' }),
    ])
    expect(new Set(sent).size).toBe(1)
    expect(firstLines(person)).toEqual([[true, 'Vraag een']])
  })

  test('said by one below what stood there already, and again by the other: it stands there once', async () => {
    const person = await visitor()
    await hears.send(of(person), notice('Welkom.'), { nonce: 'a' })
    const sent = await other.send(of(person), card('Vraag een'), { nonce: 'b' })
    expect(await hears.send(of(person), card('Vraag een'), { nonce: 'b' })).toBe(sent)
    expect(firstLines(person)).toEqual([
      [true, 'Welkom.'],
      [true, 'Vraag een'],
    ])
  })

  test('an answer of Discord that was lost leads to no second question', async () => {
    const person = await visitor()
    discord.dropAnswers(1, /^PATCH \/webhooks/)
    await expect(other.send(of(person), card('Vraag een'), { nonce: 'a' })).rejects.toMatchObject({ kind: 'later' })
    await hears.send(of(person), card('Vraag een'), { nonce: 'a' })
    expect(firstLines(person)).toEqual([[true, 'Vraag een']])
  })

  test('two say different things: neither takes the place of the other', async () => {
    const person = await visitor()
    await Promise.all([
      hears.send(of(person), notice('Welkom.'), { nonce: 'a' }),
      other.send(of(person), card('Vraag een'), { nonce: 'b' }),
    ])
    expect(firstLines(person).toSorted()).toEqual([
      [true, 'Vraag een'],
      [true, 'Welkom.'],
    ])
  })

  test('the card that one made is edited by the other, after a tap that either heard', async () => {
    const person = await visitor()
    const id = await other.send(of(person), card('Vraag een'), { nonce: 'a' })
    expect(await hears.send(of(person), card('Vraag een, anders'), { nonce: 'b', replaces: id })).toBe(id)
    now = now.add({ minutes: 14 })
    await person.tap('goed')
    await inbox.next('tapped')
    now = now.add({ minutes: 14 })
    expect(await other.send(of(person), card('Vraag twee', 2), { nonce: 'c', replaces: id })).toBe(id)
    expect(firstLines(person)).toEqual([[true, 'Vraag twee']])
  })

  test('after a quarter of an hour nobody can reach them', async () => {
    const person = await visitor()
    now = now.add({ minutes: 15 })
    const sending = other.send(of(person), card('Vraag een'), { nonce: 'a' })
    await expect(sending).rejects.toMatchObject({ name: 'ChannelError', kind: 'gone' })
  })

  test('what was shown is not taken away by a sentence that says it is still to come', async () => {
    await hears.close()
    const impatient = await instance({ timing: { ...AT_ONCE, quiet: Temporal.Duration.from('PT0S') } })
    await impatient.listen(inbox.take)
    const gate = inbox.holdNext()
    const person = discord.person({ server: server.id, dmsClosed: true })
    await person.command('/meedoen', { place })
    await gate.reached
    await other.send(of(person), card('Vraag een'), { nonce: 'a' })
    gate.open()
    while (book.claims.length < 2) await book.stir()
    // Whatever the one that heard does about it is done by the time that its next call is.
    await impatient.send(of(person), notice('En nog iets.'), { nonce: 'b' })
    expect(book.claims).toEqual(['a', 'discord-received'])
    expect(firstLines(person)).toEqual([
      [true, 'Vraag een'],
      [true, 'En nog iets.'],
    ])
  })

  test('with open direct messages the other writes there, opens them at once, and says where to look', async () => {
    const asked: string[] = []
    const openings = {
      take: async (nonce: string) => {
        asked.push(nonce)
        return Temporal.Duration.from('PT1H')
      },
      tooFast: async () => {},
    }
    const slow = await instance({ openings })
    const person = await visitor()
    person.openDms()
    const id = await slow.send(of(person), card('Vraag een'), { nonce: 'a' })
    expect(asked).toEqual([])
    const pointer = await person.next((seen) => seen.ephemeral)
    expect(pointer.links).toEqual([`https://discord.com/channels/@me/${id}`])
    const stranger = discord.person({ server: server.id })
    await expect(slow.send(of(stranger), card('Vraag een'), { nonce: 'b' })).rejects.toMatchObject({ kind: 'later' })
    expect(asked).toEqual(['b'])
  })
})

describe('while the house stores nothing', () => {
  test('nobody is lost: what one cannot know is for later, and the one that heard goes on', async () => {
    const person = await visitor()
    book.state.down = true
    const sending = other.send(of(person), card('Vraag een'), { nonce: 'a' })
    await expect(sending).rejects.toMatchObject({ name: 'ChannelError', kind: 'later' })
    book.state.down = false
    await other.send(of(person), card('Vraag een'), { nonce: 'a' })
    expect(firstLines(person)).toEqual([[true, 'Vraag een']])
    book.state.down = true
    const editing = other.send(of(person), notice('Dank je.'), { nonce: 'b', replaces: 'eph:123456' })
    await expect(editing).rejects.toMatchObject({ kind: 'later' })
  })

  test('somebody whose answer could not be kept hears so', async () => {
    book.state.down = true
    inbox.failNext(3)
    const person = discord.person({ server: server.id, dmsClosed: true })
    await person.command('/meedoen', { place })
    expect((await person.next()).text).toContain('niet bewaard')
  })

  test('a tap is acknowledged before anything is looked up or stored', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    book.state.gate = promise
    const person = discord.person({ server: server.id, dmsClosed: true })
    const { acknowledged } = await person.command('/meedoen', { place })
    expect([acknowledged, inbox.taken, book.rows.size]).toEqual([5, [], 0])
    resolve()
    await inbox.next('command')
    expect([...book.rows.keys()]).toEqual([`person:${person.id}`])
  })
})

describe('somebody of whom nothing may be stored', () => {
  test('is answered by the one that heard them, and stays unknown to the other', async () => {
    book.state.knows = false
    const person = await visitor()
    await expect(other.send(of(person), card('Vraag een'), { nonce: 'a' })).rejects.toMatchObject({ kind: 'gone' })
    await hears.send(of(person), card('Vraag een'), { nonce: 'a' })
    expect(firstLines(person)).toEqual([[true, 'Vraag een']])
    expect(book.rows.size).toBe(0)
  })

  test('once they have become known, the other shows its own below what stands there', async () => {
    book.state.knows = false
    const gate = inbox.holdNext()
    const person = discord.person({ server: server.id, dmsClosed: true })
    await person.command('/meedoen', { place })
    await gate.reached
    await hears.send(of(person), notice('Welkom.'), { nonce: 'a' })
    book.state.knows = true
    gate.open()
    await inbox.next('command')
    // Taken in, and noted right behind that.
    while (book.rows.size === 0) await book.stir()
    await other.send(of(person), card('Vraag een'), { nonce: 'b' })
    expect(firstLines(person)).toEqual([
      [true, 'Welkom.'],
      [true, 'Vraag een'],
    ])
  })
})

test('in the direct message nothing is noted: any instance can answer there', async () => {
  const person = discord.person({ server: server.id })
  await person.command('/hulp')
  await inbox.next('command')
  await other.send(of(person), notice('Zo werkt het.'), { nonce: 'a' })
  expect(book.rows.size).toBe(0)
})
