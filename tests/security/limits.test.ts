/** How often one address may ask: wide enough for a class, narrow for who tries out secret addresses. */
import { request } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createHttp } from '../../src/http/server.ts'
import { testClock } from '../support/app.ts'
import { JOIN_TOKEN, makeHouse } from '../support/web-house.ts'

type Asked = { status: number; retry: string | undefined; html: string }

/** A server on loopback; each connection comes from the address it is told, as far as loopback has it. */
async function serve(trustedProxies: string[] = ['127.0.0.1']) {
  const house = makeHouse()
  const clock = testClock()
  const server = await createHttp({ ...house.deps, clock, trustedProxies }).listen(0)
  onTestFinished(server.close)
  const ask = (path: string, forwarded?: string, localAddress?: string) =>
    new Promise<Asked>((resolve, reject) => {
      const headers = { 'accept-language': 'nl', ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) }
      request(
        {
          host: '127.0.0.1',
          port: server.port,
          path,
          headers,
          agent: false,
          ...(localAddress ? { localAddress } : {}),
        },
        (response) => {
          let html = ''
          response.setEncoding('utf8').on('data', (chunk: string) => {
            html += chunk
          })
          response.on('end', () =>
            resolve({ status: response.statusCode!, retry: response.headers['retry-after'], html }),
          )
        },
      )
        .on('error', reject)
        .end()
    })
  return { house, clock, ask }
}

const guess = (n: number) => `/doe-mee/${String(n).padStart(24, 'g')}`

describe('who tries out secret addresses', () => {
  test('is asked to wait, in plain words; who comes from elsewhere is not, and after the wait it goes on', async () => {
    const { clock, ask } = await serve()
    for (let n = 0; n < 300; n += 1) expect((await ask(guess(n), '203.0.113.7')).status).toBe(404)
    const refused = await ask(`/doe-mee/${JOIN_TOKEN}`, '203.0.113.7')
    expect(refused.status).toBe(429)
    expect(Number(refused.retry)).toBeGreaterThan(0)
    expect(refused.html).toMatch(/<h1>Even wachten<\/h1>.*Wacht één minuut en probeer het dan opnieuw/s)
    expect((await ask(`/doe-mee/${JOIN_TOKEN}`, '203.0.113.8')).status).toBe(200)
    // What the pages load, and what the keeper asks, always comes.
    expect((await ask('/healthz', '203.0.113.7')).status).toBe(200)
    clock.pass({ seconds: Number(refused.retry) })
    expect((await ask(`/doe-mee/${JOIN_TOKEN}`, '203.0.113.7')).status).toBe(200)
  })

  test('cannot come from elsewhere by writing so, nor by another address of the same household', async () => {
    const { ask } = await serve()
    for (let n = 0; n < 300; n += 1) await ask(guess(n), `${n}.1.1.1, 203.0.113.7`)
    expect((await ask('/hier', '9.9.9.9, 203.0.113.7')).status).toBe(429)
    const { ask: six } = await serve()
    for (let n = 0; n < 300; n += 1) await six(guess(n), `2001:db8:1:2::${n.toString(16)}`)
    expect((await six('/hier', '2001:db8:1:2:ffff::1')).status).toBe(429)
    expect((await six('/hier', '2001:db8:1:3::1')).status).toBe(200)
  })
})

test('a class behind one address comes in: sixty people, all that their browsers ask in two minutes', async () => {
  const { ask } = await serve()
  const statuses = new Set<number>()
  for (let n = 0; n < 60; n += 1)
    for (const path of [`/doe-mee/${JOIN_TOKEN}`, ...Array<string>(24).fill('/hier')])
      statuses.add((await ask(path, '198.51.100.1')).status)
  expect([...statuses]).toEqual([200])
})

test('what a proxy says is believed only of a proxy that is named', async () => {
  // Nobody is named: what anybody writes of themselves counts for nothing, and one address is one address.
  const open = await serve([])
  for (let n = 0; n < 300; n += 1) await open.ask(guess(n))
  expect((await open.ask('/hier')).status).toBe(429)
  // A proxy on our own network that was forgotten: nobody is shut out for it, and the log says so once.
  const forgotten = await serve([])
  for (let n = 0; n < 310; n += 1) await forgotten.ask(guess(n), '203.0.113.7')
  expect((await forgotten.ask('/hier', '203.0.113.7')).status).toBe(200)
  expect(forgotten.house.logs.filter((line) => line.includes('TRUSTED_PROXIES'))).toHaveLength(1)
  // A network is a name as well.
  const network = await serve(['10.0.0.0/8', '127.0.0.0/8'])
  for (let n = 0; n < 300; n += 1) await network.ask(guess(n), '203.0.113.7, 10.1.2.3')
  expect((await network.ask('/hier', '203.0.113.7, 10.9.9.9')).status).toBe(429)
  expect((await network.ask('/hier', '203.0.113.9, 10.9.9.9')).status).toBe(200)
})

test('no log and no page holds the address of who asks', async () => {
  const { house, ask } = await serve()
  for (let n = 0; n < 305; n += 1) expect((await ask(guess(n), '203.0.113.7')).html).not.toContain('203.0.113.7')
  expect(house.logs.join('\n')).not.toContain('203.0.113.7')
})
