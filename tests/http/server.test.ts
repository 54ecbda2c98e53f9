import { request as httpRequest } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { HttpDeps } from '../../src/http/deps.ts'
import { createHttp } from '../../src/http/server.ts'
import { wordsOf } from '../support/html.ts'
import { visitor } from '../support/visitor.ts'
import { CONSOLE_TOKEN, JOIN_TOKEN, makeHouse } from '../support/web-house.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A server on loopback. */
async function serve(deps: HttpDeps) {
  const server = await createHttp(deps).listen(0)
  closing.push(server.close)
  return { ...server, url: `http://127.0.0.1:${server.port}` }
}

const PAGES = ['/', `/doe-mee/${JOIN_TOKEN}`, '/hier', `/coach/xyz/${CONSOLE_TOKEN}`, '/nothing']

describe('every page', () => {
  test.each(PAGES)(
    '%s loads nothing from elsewhere, is not framed, not kept, and leaves no address behind',
    async (path) => {
      const response = await visitor(createHttp(makeHouse().deps)).fetch(path)
      const policy = response.headers.get('content-security-policy')!
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('cache-control')).toBe('no-store')
      const html = await response.text()
      expect(html).not.toMatch(/<style|<script(?! defer src="\/assets\/)|\sstyle=|\son\w+=|javascript:/)
      expect(
        [...html.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g)].every((match) =>
          match[1]!.startsWith('/'),
        ),
      ).toBe(true)
    },
  )

  test('over https the browser is told to stay there', async () => {
    const header = async (url: string) =>
      (await visitor(createHttp({ ...makeHouse().deps, publicUrl: () => url })).fetch('/')).headers.get(
        'strict-transport-security',
      )
    expect(await header('https://pols.example')).toBe('max-age=31536000')
    expect(await header('http://localhost:3000')).toBeNull()
  })

  test('the start says what Pols is, and links only to examples', async () => {
    const house = makeHouse()
    const person = visitor(createHttp(house.deps))
    expect(await person.page('/')).toContain(`href="https://pols.example/doe-mee/${JOIN_TOKEN}"`)
    house.overview.example = false
    const html = await person.page('/')
    expect(html).not.toContain('doe-mee')
    expect(html).not.toContain('XYZ')
    expect(wordsOf(html)).toContain('Pols stelt korte vragen aan jongeren.')
  })

  test('an address that is not there says so, in the language of the browser', async () => {
    const response = await visitor(createHttp(makeHouse().deps), 'en-GB').fetch('/nothing')
    expect(response.status).toBe(404)
    expect(wordsOf(await response.text())).toContain('This page does not exist.')
  })

  test('a bug shows a page without a word of it; the log has its place, not its words', async () => {
    const house = makeHouse()
    const person = visitor(
      createHttp({
        ...house.deps,
        cardsFor: async () => {
          throw new TypeError('the secret answer')
        },
      }),
    )
    person.cookies.set('pols', 'somebody-with-a-long-cookie')
    const response = await person.fetch('/hier')
    expect(response.status).toBe(500)
    const html = await response.text()
    expect(wordsOf(html)).toContain('Er ging iets mis bij ons.')
    const log = house.logs.join('\n')
    expect(log).toContain('TypeError')
    for (const text of [html, log]) {
      expect(text).not.toContain('the secret answer')
      expect(text).not.toContain('somebody-with-a-long-cookie')
    }
  })

  test('the log knows routes, never addresses, cookies or what was typed', async () => {
    const house = makeHouse()
    const person = visitor(createHttp(house.deps))
    await person.press(await person.page(`/doe-mee/${JOIN_TOKEN}`), 'Ja')
    await person.post('/hier/schrijf', { eenmalig: 'form-1', data: 'd', text: 'a very private answer' })
    await person.page(`/coach/xyz/${CONSOLE_TOKEN}`)
    const log = house.logs.join('\n')
    expect(log).toContain('"route":"/coach/:organisation/:token"')
    for (const secret of [JOIN_TOKEN, CONSOLE_TOKEN, person.cookies.get('pols')!, 'private', 'form-1'])
      expect(log).not.toContain(secret)
  })
})

describe('forms of other sites', () => {
  const fields = { eenmalig: '1', data: `j.${JOIN_TOKEN}.y.nl` }
  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost' }, 403],
    [{ Origin: 'https://elsewhere.example' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 303],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, 303],
    [{ Origin: 'http://localhost' }, 303],
    [{ Origin: 'https://pols.example' }, 303],
    [{ Origin: 'null' }, 303],
    [{}, 303],
  ])('%j is answered with %i', async (headers, status) => {
    const house = makeHouse({ publicUrl: () => 'https://pols.example' })
    const response = await visitor(createHttp(house.deps)).post('/hier/tik', fields, headers as Record<string, string>)
    expect(response.status).toBe(status)
    expect(house.taken).toHaveLength(status === 303 ? 1 : 0)
  })

  test('a form that is far too long is refused before it is read', async () => {
    const house = makeHouse()
    const response = await visitor(createHttp(house.deps)).post('/hier/tik', { ...fields, more: 'x'.repeat(300_000) })
    expect(response.status).toBe(413)
    expect(wordsOf(await response.text())).toContain('Dat is te veel tekst.')
    expect(house.taken).toEqual([])
  })
})

describe('files of a page', () => {
  test('may be kept for good, are packed, and nothing else is served', async () => {
    const person = visitor(createHttp(makeHouse().deps))
    const html = await person.page('/')
    const paths = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
    expect(new Set(paths).size).toBe(3)
    for (const path of paths) {
      const packed = await person.fetch(path, { headers: { 'accept-encoding': 'gzip' } })
      expect([packed.status, packed.headers.get('content-encoding')]).toEqual([200, 'gzip'])
      expect(packed.headers.get('cache-control')).toContain('immutable')
      expect(await (await person.fetch(path)).text()).not.toContain('sourceMappingURL')
    }
    expect((await person.fetch('/assets/..%2Fserver.ts')).status).toBe(404)
    expect((await person.fetch('/assets/pols.css')).status).toBe(404)
  })
})

describe('for who keeps it running', () => {
  test('alive, and ready', async () => {
    const person = visitor(createHttp(makeHouse().deps))
    expect(await (await person.fetch('/healthz')).json()).toEqual({ alive: true })
    const ready = await person.fetch('/readyz')
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ ready: true, notReady: [] })
  })

  test('not ready: 503, and what is not', async () => {
    const channels = [
      { name: 'telegram' as const, ready: false, detail: 'token refused' },
      { name: 'web' as const, ready: true, detail: '' },
    ]
    const deps = { ...makeHouse().deps, health: async () => ({ database: false, channels }) }
    const response = await visitor(createHttp(deps)).fetch('/readyz')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ ready: false, notReady: ['database', 'telegram'], channels })
  })

  test('metrics only on this machine itself, not through a proxy', async () => {
    const { deps } = makeHouse()
    const { url } = await serve(deps)
    const here = await fetch(`${url}/metrics`)
    expect([here.status, await here.text()]).toEqual([200, 'pols_rounds_total 1\n'])
    for (const name of ['X-Forwarded-For', 'Forwarded', 'Via']) {
      const through = await fetch(`${url}/metrics`, { headers: { [name]: '203.0.113.7' } })
      expect(through.status).toBe(404)
      await through.text()
    }
    expect((await createHttp(deps).fetch(new Request('http://localhost/metrics'))).status).toBe(404)
  })
})

describe('listening', () => {
  test('pages are packed on the wire', async () => {
    const { url } = await serve(makeHouse().deps)
    const response = await fetch(`${url}/coach/xyz/${CONSOLE_TOKEN}`, { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(await response.text()).toContain('</html>')
  })

  test('a port that is taken is a settings error that says what to do', async () => {
    const { port } = await serve(makeHouse().deps)
    await expect(createHttp(makeHouse().deps).listen(port)).rejects.toMatchObject({
      name: 'SettingsError',
      message: `PORT: port ${port} cannot be listened on: another program uses it. Choose another one.`,
    })
  })

  test('closing ends open streams, and the port is free again', async () => {
    const server = await createHttp(makeHouse().deps).listen(0)
    const url = `http://127.0.0.1:${server.port}`
    const stream = await fetch(`${url}/hier/stream`, { headers: { cookie: 'pols=somebody-with-a-long-cookie' } })
    const reading = stream.text()
    await server.close()
    expect(await reading).toContain('Er is nu geen vraag')
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })

  test('a request in flight gets its answer while closing', async () => {
    const gate = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    const house = makeHouse()
    const server = await createHttp({
      ...house.deps,
      async metrics() {
        reached.resolve()
        await gate.promise
        return 'late\n'
      },
    }).listen(0)
    const answer = fetch(`http://127.0.0.1:${server.port}/metrics`)
    await reached.promise
    const closed = server.close()
    gate.resolve()
    expect(await (await answer).text()).toBe('late\n')
    await closed
  })
})

describe('the Telegram webhook', () => {
  const SECRET = 'X-Telegram-Bot-Api-Secret-Token'
  const post = async (url: string, body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/telegram`, { method: 'POST', body, headers })
    return { status: response.status, text: await response.text() }
  }

  test('hands over the secret and the body as they came', async () => {
    const seen: unknown[] = []
    const { url } = await serve(
      makeHouse({
        webhook: async (request) => {
          seen.push(request)
          return request.secretHeader === 's' ? { status: 200, body: '{"method":"x"}' } : { status: 401 }
        },
      }).deps,
    )
    expect(await post(url, '{"update_id":1,"é":"😃"}', { [SECRET]: 's' })).toEqual({
      status: 200,
      text: '{"method":"x"}',
    })
    expect(await post(url, '{}')).toEqual({ status: 401, text: '' })
    expect(seen).toEqual([
      { secretHeader: 's', body: '{"update_id":1,"é":"😃"}' },
      { secretHeader: undefined, body: '{}' },
    ])
  })

  test('an enormous update is refused', async () => {
    let calls = 0
    const house = makeHouse({
      webhook: async () => {
        calls += 1
        return { status: 200 }
      },
    })
    const { port } = await serve(house.deps)
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest({ port, host: '127.0.0.1', path: '/telegram', method: 'POST' }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      request.on('error', reject)
      request.write('x'.repeat(1024 * 1024 + 1))
    })
    expect(status).toBe(413)
    expect(calls).toBe(0)
  })

  test('what could not be stored is delivered again: 500, and nothing of it in the log', async () => {
    const house = makeHouse({ webhook: async () => Promise.reject(new Error('a private text')) })
    const { url } = await serve(house.deps)
    expect((await post(url, '{}')).status).toBe(500)
    expect(house.logs.join()).toContain('webhook failed')
    expect(house.logs.join()).not.toContain('private')
  })

  test('without a webhook the address is not there', async () => {
    const { url } = await serve(makeHouse().deps)
    expect((await post(url, '{}')).status).toBe(404)
  })
})
