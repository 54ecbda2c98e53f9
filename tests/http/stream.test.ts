import { expect, test } from 'vitest'
import { createHttp } from '../../src/http/server.ts'
import { visitor } from '../support/visitor.ts'
import { CONSOLE_TOKEN, JOIN_TOKEN, makeHouse } from '../support/web-house.ts'
import { notice } from '../support/web-samples.ts'

/** Reads server-sent events one by one. */
function eventsOf(response: Response) {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  return {
    async next(): Promise<string> {
      while (!rest.includes('\n\n')) {
        const { done, value } = await reader.read()
        if (done) return 'end'
        rest += value
      }
      const end = rest.indexOf('\n\n')
      const event = rest.slice(0, end)
      rest = rest.slice(end + 2)
      return event
    },
    leave: () => reader.cancel(),
  }
}

async function joined(pace = { look: 60_000, beat: 60_000 }) {
  const house = makeHouse()
  let looks = 0
  const http = createHttp({
    ...house.deps,
    pace,
    cardsFor: async (address) => {
      looks += 1
      return house.deps.cardsFor(address)
    },
  })
  const person = visitor(http)
  await person.press(await person.page(`/doe-mee/${JOIN_TOKEN}`), 'Ja')
  return { house, http, person, looks: () => looks }
}

test('a stream begins with the page as it is, and is not kept or packed', async () => {
  const { person } = await joined()
  const response = await person.fetch('/hier/stream', { headers: { 'accept-encoding': 'gzip' } })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  const events = eventsOf(response)
  expect(await events.next()).toContain('je doet mee')
  await events.leave()
})

test('a card that is sent comes at once, each line of it as data', async () => {
  const { house, person } = await joined()
  const events = eventsOf(await person.fetch('/hier/stream'))
  await events.next()
  await house.ask()
  const event = await events.next()
  expect(event).toContain('Hoe voel je je nu?')
  expect(event.split('\n').every((line) => line.startsWith('data: '))).toBe(true)
  await events.leave()
})

test('what another instance sent is found by looking, and nothing is sent while nothing changed', async () => {
  const { house, person, looks } = await joined({ look: 1, beat: 60_000 })
  const events = eventsOf(await person.fetch('/hier/stream'))
  await events.next()
  const before = looks()
  const next = events.next()
  while (looks() < before + 3) await new Promise((resolve) => setImmediate(resolve))
  // Nothing was sent here: only looking can find it.
  house.deps.cardsFor = async () => [notice('van elders')]
  expect(await next).toContain('van elders')
  await events.leave()
})

test('a quiet line shows a sign of life', async () => {
  const { person } = await joined({ look: 60_000, beat: 1 })
  const events = eventsOf(await person.fetch('/hier/stream'))
  const seen = [await events.next(), await events.next()]
  expect(seen).toContain(': ')
  await events.leave()
})

test('a page that left is no longer listened for', async () => {
  const { house, person, looks } = await joined()
  const events = eventsOf(await person.fetch('/hier/stream'))
  await events.next()
  await events.leave()
  const before = looks()
  await house.ask()
  expect(looks()).toBe(before)
})

test('a store that fails once does not end the line', async () => {
  const { house, person } = await joined({ look: 1, beat: 60_000 })
  const cardsFor = house.deps.cardsFor
  let failing = 1
  house.deps.cardsFor = async (address) => {
    if (failing-- > 0) throw new Error('database away')
    return cardsFor(address)
  }
  const events = eventsOf(await person.fetch('/hier/stream'))
  expect(await events.next()).toContain('je doet mee')
  await events.leave()
  expect(house.logs.join('\n')).toContain('could not be drawn')
})

test('who has too many pages open is asked to wait', async () => {
  const { person } = await joined()
  const open = []
  for (let i = 0; i < 10; i += 1) open.push(await person.fetch('/hier/stream'))
  const refused = await person.fetch('/hier/stream')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
  for (const response of open) await response.body?.cancel()
})

test('nobody in particular has no stream', async () => {
  const { http } = await joined()
  expect((await visitor(http).fetch('/hier/stream')).status).toBe(204)
})

test('a digest reaches the coach without a reload', async () => {
  const house = makeHouse()
  const coach = visitor(createHttp(house.deps))
  house.overview.rounds = []
  const digests = house.overview.digests
  house.overview.digests = []
  const events = eventsOf(await coach.fetch(`/coach/xyz/${CONSOLE_TOKEN}/stream`))
  expect(await events.next()).toContain('Er is nog geen overzicht.')
  house.overview.digests = digests
  await house.web.send(
    { channel: 'web', id: 'coach:xyz' },
    { kind: 'digest', language: 'nl', lines: [], choices: [] },
    { nonce: 'n' },
  )
  expect(await events.next()).toContain('id="overzicht-d1"')
  await events.leave()
})
