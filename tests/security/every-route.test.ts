/** What holds for pages holds for each of them: the router is walked, so that a new page cannot be forgotten. */
import { expect, test } from 'vitest'
import { createHttp } from '../../src/http/server.ts'
import { CONSOLE_TOKEN, JOIN_TOKEN, makeHouse, WRITE_TOKEN } from '../support/web-house.ts'

const house = makeHouse({ publicUrl: () => 'http://localhost' })
const http = createHttp(house.deps)
const routes = http.routes().filter(({ path }) => !path.endsWith('*'))
const gets = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]
const posts = [...new Set(routes.filter(({ method }) => method === 'POST').map(({ path }) => path))]

/** A route with something in every place: once what the house knows, once what nobody knows. */
const filled = (path: string, known: boolean): string =>
  path
    .replace(':organisation', 'xyz')
    .replace(/:token\b/, known ? (tokenOf(path) ?? CONSOLE_TOKEN) : 'x'.repeat(24))
    .replace(':action', 'session-hold')
    .replace(/:file\{[^}]*\}/, 'a.ics')
    .replace(/:(\w+)(\{[^}]*\})?/g, 'x1')

const tokenOf = (path: string) =>
  path.startsWith('/doe-mee') ? JOIN_TOKEN : path.startsWith('/schrijf') ? WRITE_TOKEN : null

test('there are many routes, and all kinds of them', () => {
  expect(gets.length).toBeGreaterThan(35)
  expect(posts.length).toBeGreaterThan(25)
  expect(posts).toContain('/coach/:organisation/:token/:action')
})

test('every answer forbids scripts and styles that stand in a page, everything from elsewhere, and frames', async () => {
  const seen = new Map<string, number>()
  for (const path of gets)
    for (const known of [true, false]) {
      const response = await http.fetch(new Request(`http://localhost${filled(path, known)}`))
      seen.set(path, response.status)
      const at = `GET ${path} ${response.status}`
      expect(response.headers.get('content-security-policy'), at).toBe(POLICY)
      expect(response.headers.get('x-frame-options'), at).toBe('DENY')
      expect(response.headers.get('referrer-policy'), at).toBe('no-referrer')
      expect(response.headers.get('x-content-type-options'), at).toBe('nosniff')
      for (const cookie of response.headers.getSetCookie()) expect(cookie, at).toMatch(/; HttpOnly; SameSite=Lax/)
      if (!response.headers.get('content-type')?.startsWith('text/html')) {
        await response.body?.cancel()
        continue
      }
      const html = await response.text()
      expect(html, at).not.toMatch(/<style|<script(?! defer src="\/assets\/)|\sstyle=|\son\w+=|javascript:/i)
      const loaded = [
        ...html.matchAll(
          /<(?:script|link|img|video|audio|source|iframe|object|form)[^>]+(?:src|href|action|data)="([^"]+)"/g,
        ),
      ]
      expect(
        loaded.map(([, url]) => url).filter((url) => !url!.startsWith('/')),
        at,
      ).toEqual([])
    }
  // Some of these are the real page, not only the page that says there is none.
  expect([...seen.values()].filter((status) => status === 404).length).toBeLessThan(seen.size)
})

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

test('no form that another site sends is taken, wherever it is sent to', async () => {
  const before = [house.taken.length, house.wishes.length, house.written.length]
  const foreign: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://elsewhere.example' },
  ]
  for (const path of posts)
    for (const headers of foreign) {
      const response = await http.fetch(
        new Request(`http://localhost${filled(path, true)}`, {
          method: 'POST',
          headers: { ...headers, Cookie: `pols=${'a'.repeat(43)}` },
          body: new URLSearchParams({ eenmalig: 'once-0123456789abcdef', data: 'j.x.y', text: 'hoi' }),
        }),
      )
      expect(response.status, `POST ${path} ${JSON.stringify(headers)}`).toBe(403)
      expect(response.headers.get('content-security-policy')).toBe(POLICY)
    }
  expect([house.taken.length, house.wishes.length, house.written.length]).toEqual(before)
})
