import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordChannel } from '../../../src/channels/discord/discord.ts'
import { type FakeDiscord, type FakeServer, startFakeDiscord } from '../../support/fake-discord.ts'
import { makeInbox } from '../contract.ts'
import { AT_ONCE, discordOn } from './harness.ts'
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

describe('joining in a server', () => {
  test('the button leads to a card in private, and says where to look', async () => {
    const place = await joinable()
    const person = discord.person({ server: server.id, locale: 'fr' })
    const tap = await person.tapIn(place, 'Ik doe mee')
    expect(tap.acknowledged).toBe(5)
    const tapped = await inbox.next('tapped')
    expect(tapped).toMatchObject({ data: 'join.abc', from: of(person), language: 'fr' })
    expect(tapped.from?.route).toBeUndefined()
    const id = await channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    const pointer = await person.next((seen) => seen.ephemeral)
    expect(pointer.text).toContain('Regarde dans tes messages privés.')
    expect(pointer.links).toEqual([`https://discord.com/channels/@me/${id}`])
    expect(person.card()?.text).toBe('Hoe was het?')
    expect(place.messages()).toHaveLength(1)
  })

  test('/meedoen names its server', async () => {
    const person = discord.person({ server: server.id })
    await person.command('/meedoen', { place: server.channel() })
    expect(await inbox.next('command')).toMatchObject({ command: 'start', argument: '', community: server.id })
  })

  test('joining twice before the answer gives both an answer', async () => {
    const place = await joinable()
    const person = discord.person({ server: server.id })
    await person.tapIn(place, 'Ik doe mee')
    await person.tapIn(place, 'Ik doe mee')
    await channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    await person.next((seen) => seen.ephemeral)
    await person.next((seen) => seen.ephemeral)
    expect(person.messages().filter((each) => each.ephemeral)).toHaveLength(2)
    expect(inbox.taken).toHaveLength(2)
  })

  test('a command in private leaves nothing but the message itself', async () => {
    const person = discord.person({ server: server.id })
    const command = await person.command('/hulp')
    await inbox.next('command')
    await channel.send(of(person), notice('zo werkt het'), { nonce: 'a' })
    await discord.until(() => !discord.world.messages.has(command.original!))
    expect(person.messages().map((each) => each.text)).toEqual(['zo werkt het'])
  })
})

describe('an answer in time', () => {
  test('a tap is acknowledged while the house is slow', async () => {
    const person = discord.person({ server: server.id })
    await channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    const gate = inbox.holdNext()
    const tap = await person.tap('goed')
    expect(tap.acknowledged).toBe(6)
    await gate.reached
    expect(inbox.taken).toEqual([])
    gate.open()
    expect(await inbox.next('tapped')).toMatchObject({ data: 'r1.1.go', from: { route: person.dm() } })
  })

  test('deafening waits for the house to have stored what came in', async () => {
    const person = discord.person({ server: server.id })
    const gate = inbox.holdNext()
    person.type('hallo')
    await gate.reached
    let deaf = false
    const deafened = channel.deafen().then(() => {
      deaf = true
    })
    await discord.until(() => !discord.gateway.isListening())
    for (const nonce of ['a', 'b', 'c']) await channel.send(of(person), notice('nog even'), { nonce })
    expect(deaf).toBe(false)
    gate.open()
    await deafened
    expect(inbox.taken).toMatchObject([{ text: 'hallo' }])
  })

  test('a tap that could not be acknowledged still counts', async () => {
    const person = discord.person({ server: server.id })
    await channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    discord.refuse(/POST \/interactions/, 404, 10062)
    void person.tap('goed')
    expect(await inbox.next('tapped')).toMatchObject({ data: 'r1.1.go' })
    discord.expireInteractions()
  })

  test('the write button opens a field at once, without the house', async () => {
    const person = discord.person({ server: server.id })
    await channel.send(of(person), card('Wat neem je *mee*?'), { nonce: 'a' })
    const tap = await person.tap('Schrijf iets')
    expect(tap.acknowledged).toBe(9)
    expect(person.modal()).toMatchObject({
      custom_id: 'r1.1._write',
      title: 'Wat neem je *mee*?',
      components: [{ label: 'Schrijf iets' }],
    })
    await person.submitModal('a'.repeat(4000))
    expect(await inbox.next('typed')).toMatchObject({ text: 'a'.repeat(4000), data: 'r1.1._write' })
    expect(inbox.taken).toHaveLength(1)
  })

  test('what is written in the conversation comes in, and shows the way back', async () => {
    const person = discord.person({ server: server.id })
    const id = person.type('hallo')
    const typed = await inbox.next('typed')
    expect(typed).toMatchObject({ id, text: 'hallo', from: { id: person.id, route: person.dm() } })
    expect('data' in typed).toBe(false)
    await channel.send(typed.from!, notice('dag'), { nonce: 'a' })
    expect(discord.world.opens).toBe(0)
  })

  test('what the house cannot store, the person hears of', async () => {
    const person = discord.person({ server: server.id })
    await channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    inbox.failNext(3)
    await person.tap('goed')
    const told = await person.next((seen) => seen.ephemeral)
    expect(told.text).toContain('Je antwoord is niet bewaard.')
    expect(new Set(inbox.failed).size).toBe(1)
    expect(inbox.failed).toHaveLength(3)
    inbox.failNext(3)
    person.type('hallo')
    expect((await person.next()).text).toContain('niet bewaard')
    inbox.failNext(3)
    await person.command('/meedoen', { place: server.channel() })
    expect((await person.next()).text).toContain('niet bewaard')
  })

  test('a command that we no longer have gets a sentence', async () => {
    const person = discord.person({ server: server.id })
    await person.command('/dans', { place: server.channel() })
    expect((await person.next()).text).toContain('Dit ken ik niet meer.')
    expect(inbox.taken).toEqual([])
  })

  test('forged and stale buttons come in as they are', async () => {
    const person = discord.person({ server: server.id })
    await channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    const on = [...discord.world.messages.values()][0]!
    const forged = person.begin(3, { custom_id: 'r9.99.hack', component_type: 2 }, person.dm(), on)
    discord.gateway.dispatch('INTERACTION_CREATE', forged.payload)
    expect(await inbox.next('tapped')).toMatchObject({ data: 'r9.99.hack' })
  })
})

test('without a message of the house, "thinking" ends after a while', async () => {
  await channel.close()
  const at = { ...AT_ONCE, quiet: Temporal.Duration.from('PT0S') }
  channel = discordOn(discord, { timing: at }).channel
  await channel.open()
  await channel.listen(inbox.take)
  const person = discord.person({ server: server.id, locale: 'en-GB' })
  await person.command('/stop', { place: server.channel() })
  expect((await person.next()).text).toBe('I got your message. The answer comes in your direct messages.')
})

describe('linking a place', () => {
  test('the code comes in, and the answer in the place ends the waiting', async () => {
    const place = server.channel('begeleiding')
    const coach = discord.person({ server: server.id, manager: true })
    const command = await coach.command('/koppel', { place, code: 'K7-DEF' })
    const inbound = await inbox.next('place-command')
    expect(inbound).toMatchObject({ argument: 'K7-DEF', community: server.id, label: '#begeleiding', manager: true })
    await channel.send(inbound.place, notice('Gekoppeld'), { nonce: 'a' })
    expect(place.messages().map((each) => each.text)).toEqual(['Gekoppeld'])
    await discord.until(() => !discord.world.messages.has(command.original!))
    expect(coach.messages()).toEqual([])
  })

  test('a place where we may not write is said to the coach alone', async () => {
    const place = server.channel('begeleiding')
    place.closeToBot()
    const coach = discord.person({ server: server.id, manager: true })
    await coach.command('/koppel', { place, code: 'K7-DEF' })
    const inbound = await inbox.next('place-command')
    await expect(channel.send(inbound.place, notice('Gekoppeld'), { nonce: 'a' })).rejects.toMatchObject({
      kind: 'gone',
    })
    expect((await coach.next()).text).toContain('Ik mag niet schrijven in dit kanaal.')
  })

  test('a plain member is told apart', async () => {
    const member = discord.person({ server: server.id })
    await member.command('/koppel', { place: server.channel(), code: 'K7-DEF' })
    expect(await inbox.next('place-command')).toMatchObject({ manager: false })
  })
})
