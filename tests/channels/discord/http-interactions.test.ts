/** Interactions that Discord posts: checked, answered at once, taken in like those of the gateway. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordChannel } from '../../../src/channels/discord/discord.ts'
import { makeDoor, readVerifyKey } from '../../../src/channels/discord/http-interactions.ts'
import { answerDiscord } from '../../../src/http/discord-webhook.ts'
import { createLog } from '../../../src/log.ts'
import { type FakeDiscord, type FakeServer, startFakeDiscord } from '../../support/fake-discord.ts'
import { makeSigner } from '../../support/fake-discord-http.ts'
import { type ChannelHarness, channelContract, makeInbox } from '../contract.ts'
import { discordOn, makeHarness } from './harness.ts'
import { card, join, of } from './prompts.ts'

const NOW = Temporal.Instant.from('2026-11-18T19:00:00Z')
const URL_IN_PORTAL = 'https://pols.example/discord'

/** A server of the test with nothing on it but the door, until `close`. */
async function serveDoor(channel: Pick<DiscordChannel, 'door'>) {
  const server = createServer(
    answerDiscord(channel.door, createLog('error', { write: (line) => void process.stderr.write(line) })),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { url: `http://127.0.0.1:${port}/discord`, close }
}

async function makeHttpHarness(): Promise<ChannelHarness> {
  const serving: Awaited<ReturnType<typeof serveDoor>>[] = []
  const harness = await makeHarness((discord, channel) => ({
    ...channel,
    async open() {
      await channel.open()
      const door = await serveDoor(channel)
      serving.push(door)
      await discord.postTo(URL_IN_PORTAL, door.url)
    },
    async listen(take) {
      await channel.atDoor.listen(take)
      await channel.listen(take)
    },
    async deafen() {
      await channel.atDoor.deafen()
      await channel.deafen()
    },
  }))
  const close = async () => {
    for (const door of serving) await door.close()
    await harness.close()
  }
  return { ...harness, close }
}

channelContract('discord over HTTP', makeHttpHarness, { blocks: true, wipes: true, floods: true, redelivers: true })

describe('at the door', () => {
  let discord: FakeDiscord
  let server: FakeServer
  let channel: DiscordChannel
  let lines: string[]
  let inbox: ReturnType<typeof makeInbox>
  let door: Awaited<ReturnType<typeof serveDoor>>

  beforeEach(async () => {
    discord = await startFakeDiscord()
    server = discord.server()
    inbox = makeInbox()
    const made = discordOn(discord, { clock: { now: () => NOW }, interactionsUrl: URL_IN_PORTAL })
    channel = made.channel
    lines = made.lines
    await channel.open()
    await channel.atDoor.listen(inbox.take)
    door = await serveDoor(channel)
  })

  afterEach(async () => {
    await channel.close()
    await door.close()
    await discord.close()
    expect(discord.violations).toEqual([])
  })

  const posts = () => discord.postTo(URL_IN_PORTAL, door.url, () => NOW)

  test('the portal asks whether we know the key: a right signature gets a PONG, a wrong one 401', async () => {
    expect(await posts()).toEqual({ right: { status: 200, answer: { type: 1 } }, wrong: 401 })
  })

  test('a tap is acknowledged by the answer itself, with no call, and leads to the next card', async () => {
    await posts()
    const person = discord.person({ server: server.id, locale: 'fr' })
    await channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    const tap = await person.tap('goed')
    expect(tap.acknowledged).toBe(6)
    expect(await inbox.next('tapped')).toMatchObject({ from: { id: person.id }, id: tap.id, language: 'fr' })
    expect(discord.calls.filter(({ path }) => path.includes('/callback'))).toEqual([])
    expect(discord.gateway.identifies).toEqual([])
  })

  test('a tap in a server promises an answer and points to the direct message', async () => {
    await posts()
    const place = server.channel()
    await channel.send({ channel: 'discord', id: place.id, route: place.id }, join, { nonce: 'join' })
    const person = discord.person({ server: server.id })
    expect((await person.tapIn(place, 'Ik doe mee')).acknowledged).toBe(5)
    await inbox.next('tapped')
    await channel.send(of(person), card('Hoe was het?'), { nonce: 'a' })
    expect((await person.next((seen) => seen.ephemeral)).links).toHaveLength(1)
  })

  test('a button to write opens its field, and what is written comes in', async () => {
    await posts()
    const person = discord.person({ server: server.id })
    const prompt = card('Wat nam je mee?')
    const typed = { label: 'Schrijf', max: 200, data: 'r.1.text' }
    const choices = [{ data: 'r.1.text', label: 'Schrijf', role: 'write' as const }]
    await channel.send(of(person), { ...prompt, choices, typed }, { nonce: 'a' })
    await person.write('veel geleerd')
    expect(await inbox.next('typed')).toMatchObject({ text: 'veel geleerd', data: 'r.1.text' })
  })

  test('the same interaction posted twice keeps its number and is acknowledged alike', async () => {
    const person = discord.person({ server: server.id })
    const { payload } = person.begin(2, { id: '1', name: 'hulp', type: 1 }, person.dm())
    const answers = [await post(payload), await post(payload)]
    expect(answers[0]!.status).toBe(200)
    expect(answers[1]).toEqual(answers[0])
    await inbox.next('command')
    await inbox.next('command')
    expect(inbox.taken.map(({ id }) => id)).toEqual([payload.id, payload.id])
  })

  test.each([
    ['no headers at all', () => ({})],
    ['no signature', (own: Headers) => ({ ...own, 'x-signature-ed25519': '' })],
    ['half a signature', (own: Headers) => ({ ...own, 'x-signature-ed25519': own['x-signature-ed25519'].slice(2) })],
    ['no hexadecimal digits', (own: Headers) => ({ ...own, 'x-signature-ed25519': 'z'.repeat(128) })],
    ['no timestamp', (own: Headers) => ({ ...own, 'x-signature-timestamp': '' })],
    ['another timestamp', (own: Headers) => ({ ...own, 'x-signature-timestamp': `${seconds(NOW) - 1}` })],
    ['a timestamp in words', (own: Headers) => ({ ...own, 'x-signature-timestamp': 'now' })],
    ['a key of somebody else', (_: Headers, body: string) => makeSigner().headers(body, NOW)],
  ])('refused and unread: %s', async (_, change) => {
    const person = discord.person({ server: server.id })
    const { payload } = person.begin(2, { id: '1', name: 'hulp', type: 1 }, person.dm())
    const body = JSON.stringify(payload)
    const headers = change(discord.world.signer.headers(body, NOW), body)
    expect((await fetch(door.url, { method: 'POST', headers, body })).status).toBe(401)
    expect(inbox.taken).toEqual([])
  })

  test('one changed byte is refused', async () => {
    const person = discord.person({ server: server.id })
    const { payload } = person.begin(2, { id: '1', name: 'hulp', type: 1 }, person.dm())
    const body = JSON.stringify(payload)
    const headers = discord.world.signer.headers(body, NOW)
    const other = body.replace('hulp', 'stop')
    expect((await fetch(door.url, { method: 'POST', headers, body: other })).status).toBe(401)
    expect(inbox.taken).toEqual([])
  })

  test.each([
    ['5 minutes ago', -300, 200],
    ['a second more', -301, 401],
    ['5 minutes ahead', 300, 200],
    ['a second more ahead', 301, 401],
    ['yesterday', -86_400, 401],
  ])('signed %s', async (_, ago, status) => {
    const person = discord.person({ server: server.id })
    const { payload } = person.begin(2, { id: '1', name: 'hulp', type: 1 }, person.dm())
    expect((await post(payload, NOW.add({ seconds: ago }))).status).toBe(status)
  })

  test('signed but no interaction: 400; more than a megabyte: 413', async () => {
    expect((await post('tekst')).status).toBe(400)
    expect((await post({ type: 2 })).status).toBe(400)
    expect((await post({ type: 2, data: 'x'.repeat(1_100_000) })).status).toBe(413)
    expect(inbox.taken).toEqual([])
  })

  test('while nothing is taken in, nothing is acknowledged', async () => {
    await posts()
    const person = discord.person({ server: server.id })
    await channel.atDoor.deafen()
    const tap = await person.command('/hulp')
    expect(tap).toMatchObject({ acknowledged: null, failed: 503 })
  })

  test('stopping waits for what was acknowledged', async () => {
    await posts()
    const person = discord.person({ server: server.id })
    const gate = inbox.holdNext()
    await person.command('/hulp')
    await gate.reached
    let stopped = false
    const stopping = channel.atDoor.deafen().then(() => {
      stopped = true
    })
    await person.command('/hulp')
    expect(stopped).toBe(false)
    gate.open()
    await stopping
    expect(inbox.taken.length).toBeGreaterThanOrEqual(1)
  })

  test('another address in the portal is told to the operator, ours is not', async () => {
    discord.world.endpoint = { shown: 'https://elsewhere.example/x', to: door.url, now: () => NOW }
    await channel.open()
    expect(lines.filter((line) => line.includes('Interactions Endpoint URL'))).toHaveLength(1)
    discord.world.endpoint = { shown: URL_IN_PORTAL, to: door.url, now: () => NOW }
    await channel.open()
    expect(lines.filter((line) => line.includes('Interactions Endpoint URL'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('come over HTTP'))).toHaveLength(1)
  })

  async function post(payload: unknown, at = NOW) {
    const body = JSON.stringify(payload)
    const response = await fetch(door.url, { method: 'POST', headers: discord.world.signer.headers(body, at), body })
    return { status: response.status, body: await response.text() }
  }
})

test('without a key of the application nothing is answered', () => {
  const door = makeDoor({ clock: { now: () => NOW }, key: () => readVerifyKey('not a key'), receive: () => null })
  const body = Buffer.from('{"type":1}')
  const headers = makeSigner().headers(body.toString(), NOW)
  const request = { signature: headers['x-signature-ed25519'], timestamp: headers['x-signature-timestamp'], body }
  expect(door(request)).toEqual({ status: 503 })
})

type Headers = ReturnType<ReturnType<typeof makeSigner>['headers']>
const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000)
