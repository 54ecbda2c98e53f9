/** The read-only interface for receivers of data: `/api/v1/…` with a key, and the document that describes it. */
import { type Context, Hono } from 'hono'
import type { ApiAccess } from '../export/data-api.ts'
import { openApi } from '../export/openapi.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { HttpDeps } from './deps.ts'

export function apiPages({ dataApi, publicUrl }: Pick<HttpDeps, 'dataApi' | 'publicUrl'>): Hono {
  const pages = new Hono()

  pages.get('/api/openapi.json', (c) => c.json(openApi(publicUrl())))
  pages.get(
    '/api/v1/agreement',
    answer((access) => dataApi.agreement(access)),
  )
  pages.get(
    '/api/v1/surveys',
    answer((access) => dataApi.surveys(access)),
  )
  pages.get(
    '/api/v1/overviews',
    answer((access, c) => {
      const page = numberOf(c.req.query('page'), 1, MOST_PAGES)
      const size = numberOf(c.req.query('size'), USUAL_SIZE, MOST_SIZE)
      return page === null || size === null ? null : dataApi.overviews(access, page, size)
    }),
  )
  // Whatever else is asked below /api is answered in the same form as the rest.
  pages.all('/api/*', (c) =>
    c.req.method === 'GET' || c.req.method === 'HEAD' ? problem(c, 404, 'not-there') : problem(c, 405, 'read-only'),
  )

  /** @param work null for a wish that cannot be read */
  function answer(work: (access: ApiAccess, c: Context) => object | null | Promise<object | null>) {
    return async (c: Context) => {
      const [, token = ''] = /^Bearer ([\w-]{1,100})$/i.exec(c.req.header('Authorization') ?? '') ?? []
      const access = token === '' ? null : await dataApi.access(token)
      if (!access) {
        c.header('WWW-Authenticate', 'Bearer')
        return problem(c, 401, 'no-key')
      }
      if (!dataApi.mayAskNow(access)) {
        c.header('Retry-After', '60')
        return problem(c, 429, 'too-often')
      }
      const given = await work(access, c)
      return given ? c.json(given) : problem(c, 400, 'bad-page')
    }
  }

  return pages
}

/** As RFC 9457 has it: one sentence that says what to do. */
function problem(c: Context, status: 400 | 401 | 404 | 405 | 429, what: string) {
  const words = wordsFor(nearestLanguage(c.req.header('Accept-Language'), 'en'))
  const detail = words(`sharing-api-${what}`)
  c.header('Content-Type', 'application/problem+json')
  return c.body(JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail }), status)
}

/** Null for what is no whole number within bounds. */
function numberOf(text: string | undefined, usual: number, most: number): number | null {
  if (text === undefined) return usual
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : null
}

const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
}
const USUAL_SIZE = 20
const MOST_SIZE = 100
const MOST_PAGES = 10_000
