/**
 * Discord on loopback: the REST API and the gateway, as far as a bot like ours touches them, with the
 * limits and refusals of the real one. People and servers act through it; nothing in it sleeps.
 */
import { createServer } from 'node:http'
import { Refusal } from './fake-discord-checks.ts'
import { makeFakeGateway } from './fake-discord-gateway.ts'
import { makeSigner, postInteraction } from './fake-discord-http.ts'
import { makePeople } from './fake-discord-people.ts'
import { type Fault, makeFakeRest, type Storm } from './fake-discord-rest.ts'
import { makeWorld } from './fake-discord-world.ts'

export type { FakePerson, FakePlace, FakeServer } from './fake-discord-people.ts'
export type { Seen } from './fake-discord-screen.ts'

export type FakeDiscord = Awaited<ReturnType<typeof startFakeDiscord>>

/** Starts on a free port; `apiRoot` and `token` are what the bot has to be given. */
export async function startFakeDiscord() {
  const world = makeWorld()
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as { port: number }
  const rest = makeFakeRest(world, () => `ws://127.0.0.1:${port}`)
  http.on('request', (request, response) => {
    rest.handle(request, response).catch((error: unknown) => {
      world.violations.push(`the fake itself failed: ${String(error)}`)
      response.writeHead(500).end('{}')
    })
  })
  const gateway = makeFakeGateway(http, world)
  const people = makePeople(world, gateway, rest.callback)

  return {
    apiRoot: `http://127.0.0.1:${port}/api`,
    token: world.bot.token,
    world,
    gateway,
    server: people.server,
    person: people.person,
    until: world.until,
    calls: world.calls,
    violations: world.violations,

    /**
     * From now on interactions are posted: `shown` stands in the portal, and requests go to `to`. The bot is asked whether
     * it knows our key first, as the portal does; the answers to a right and to a wrong signature are given back.
     */
    async postTo(shown: string, to: string, now: () => Temporal.Instant = Temporal.Now.instant) {
      const endpoint = { shown, to, now }
      const right = await postInteraction(endpoint, world.signer, { type: 1 })
      const wrong = await postInteraction(endpoint, makeSigner(), { type: 1 })
      world.endpoint = endpoint
      return { right, wrong: wrong.status }
    },
    /** The next `times` calls that match (method and path, such as /POST .*messages/) are refused. */
    refuse(match: RegExp, status: number, code: number, times = 1) {
      rest.faults.push({ match, answer: new Refusal(status, code, `refused: ${code}`), times })
    },
    /** The next message to anybody is answered with "too many, wait". */
    flood(seconds: number, match = MESSAGES) {
      const headers = { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' }
      const answer = new Refusal(429, 0, 'You are being rate limited.', headers)
      rest.faults.push({ match, answer, times: 1 })
    },
    /** The next message gets through, and was the last that is allowed for so many seconds. */
    exhaust(seconds: number, match = MESSAGES) {
      const headers = {
        'x-ratelimit-limit': '1',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset-after': String(seconds),
      }
      rest.faults.push({ match, answer: { headers }, times: 1 })
    },
    /** The next `times` messages get through, but the bot never hears so. */
    dropAnswers(times = 1, match = MESSAGES) {
      rest.faults.push({ match, answer: 'drop', times } satisfies Fault)
    },
    /** From now on this decides over every call; null: fair weather again. */
    storm(weather: Storm | null) {
      rest.weather.storm = weather
    },
    /** Told of every call: before anything is done, when it is done but not answered yet, and when the line is free again. */
    onStep(told: typeof rest.weather.onStep) {
      rest.weather.onStep = told
    },
    /** The tokens of all interactions so far stop working, as they do after 15 minutes. */
    expireInteractions() {
      for (const interaction of world.interactions.values()) interaction.expired = true
    },
    async close() {
      gateway.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

const MESSAGES = /^(POST|PATCH) \/channels\/\d+\/messages/
