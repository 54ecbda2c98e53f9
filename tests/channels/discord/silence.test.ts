/** A Discord that takes connections and says nothing, or no longer; and requests to our door that never end. */
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { answerDiscord } from '../../../src/http/discord-webhook.ts'
import { createLog } from '../../../src/log.ts'
import { type FakeDiscord, type FakeServer, startFakeDiscord } from '../../support/fake-discord.ts'
import { makeInbox } from '../contract.ts'
import { AT_ONCE, discordOn } from './harness.ts'
import { card, of } from './prompts.ts'

let discord: FakeDiscord
let server: FakeServer
let inbox: ReturnType<typeof makeInbox>
let made: ReturnType<typeof discordOn>

beforeEach(async () => {
  discord = await startFakeDiscord()
  server = discord.server()
  inbox = makeInbox()
})

afterEach(async () => {
  await made.channel.close()
  await discord.close()
})

const soon = Temporal.Duration.from('PT0.05S')

describe('calls', () => {
  test('a call without an answer is given up as later, said by its name alone, and the next one gets through', async () => {
    made = discordOn(discord, { timing: { ...AT_ONCE, call: soon } })
    await made.channel.open()
    const person = discord.person({ server: server.id })
    let hangs = 0
    discord.storm((key) => {
      if (!key.startsWith('POST /channels/')) return undefined
      hangs += 1
      return 'hang'
    })
    const failed = await made.channel
      .send(of(person), card('Hoe was het?'), { nonce: 'a' })
      .catch((why: unknown) => why)
    expect(failed).toMatchObject({ name: 'ChannelError', kind: 'later', pauses: undefined })
    expect(String(failed)).not.toContain('Hoe was het')
    // Tried once more, and then it is for the house to plan.
    expect(hangs).toBe(2)
    discord.storm(null)
    await made.channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    expect(person.messages()).toHaveLength(1)
  })

  test('whoever stops does not wait for an answer: what is under way ends at once, and so does what follows', async () => {
    made = discordOn(discord)
    await made.channel.open()
    const person = discord.person({ server: server.id })
    const asked = Promise.withResolvers<void>()
    discord.storm(() => 'hang')
    discord.onStep((step) => {
      if (step === 'asked') asked.resolve()
    })
    const sending = made.channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    const ended = expect(sending).rejects.toMatchObject({ name: 'ChannelError', kind: 'later' })
    await asked.promise
    made.channel.hangUp!()
    await ended
    await expect(made.channel.send(of(person), card('Nog een'), { nonce: 'b' })).rejects.toMatchObject({
      kind: 'later',
    })
  })
})

describe('the gateway', () => {
  test('takes the line and says no hello: nobody waits for it, it is said, and once it greets all comes in', async () => {
    made = discordOn(discord, { timing: { ...AT_ONCE, greeting: soon } })
    await made.channel.open()
    discord.gateway.silence('greetings', 1)
    await made.channel.listen(inbox.take)
    expect(made.channel.health()).toEqual({ ready: false, detail: expect.stringContaining('connecting again') })
    // Sending does not need it.
    const person = discord.person({ server: server.id })
    await made.channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    await discord.until(() => discord.gateway.isListening())
    person.type('hallo')
    expect(await inbox.next('typed')).toMatchObject({ text: 'hallo' })
    expect(made.channel.health().ready).toBe(true)
    expect(discord.gateway.connections()).toBe(2)
  })

  test('never says hello: it can be stopped while it waits', async () => {
    made = discordOn(discord)
    await made.channel.open()
    discord.gateway.silence('greetings', 10)
    const listening = made.channel.listen(inbox.take)
    await discord.until(() => discord.gateway.connections() > 0)
    await made.channel.deafen()
    await listening
    expect(made.channel.health()).toEqual({ ready: true, detail: 'able to send; not listening here' })
  })

  test('answers no heartbeat any more: the line is given up and taken up again, and nothing comes twice', async () => {
    made = discordOn(discord)
    await made.channel.open()
    discord.gateway.silence('beats', 1)
    await made.channel.listen(inbox.take)
    const person = discord.person({ server: server.id })
    person.type('voor')
    expect(await inbox.next('typed')).toMatchObject({ text: 'voor' })
    await discord.until(() => discord.gateway.resumes.length > 0)
    person.type('na')
    expect(await inbox.next('typed')).toMatchObject({ text: 'na' })
    expect(discord.gateway.identifies).toHaveLength(1)
    expect(inbox.taken).toHaveLength(2)
    expect(made.lines.join()).toContain('the gateway closed')
  })
})

describe('our door', () => {
  const SIGNED = { 'x-signature-ed25519': 'ab'.repeat(64), 'x-signature-timestamp': '1800000000' }

  test.each([
    ['no signature, and a body without an end', {}, 0, 401],
    ['a length of a gigabyte that never comes', { ...SIGNED, 'content-length': String(2 ** 30) }, 0, 413],
    ['no length, and more than a megabyte', SIGNED, 1_200_000, 413],
  ])('%s: refused before the rest is read, and the line is cut', async (_, headers, bytes, status) => {
    made = discordOn(discord)
    await made.channel.open()
    await made.channel.atDoor.listen(inbox.take)
    const door = createServer(answerDiscord(made.channel.door, createLog('silent')))
    door.listen(0, '127.0.0.1')
    await once(door, 'listening')
    onTestFinished(() => {
      door.closeAllConnections()
      door.close()
    })
    const { port } = door.address() as { port: number }
    const endless = request({ host: '127.0.0.1', port, path: '/discord', method: 'POST', headers })
    endless.on('error', () => {})
    const cut = once(endless, 'close')
    endless.flushHeaders()
    endless.write('{"type":2,')
    for (let sent = 0; sent < bytes; sent += 100_000) endless.write('x'.repeat(100_000))
    const [response] = await once(endless, 'response')
    expect(response.statusCode).toBe(status)
    response.resume()
    await cut
    expect(inbox.taken).toEqual([])
  })
})
