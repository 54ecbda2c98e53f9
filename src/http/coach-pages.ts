/** Routes of the coach's page. Its address is the key: whoever has it may see and do what staff may. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { CHANNELS } from '../channels/port.ts'
import { ACTIONS } from '../console/actions.ts'
import { coachPage } from '../console/coach-page.ts'
import { LIVE_ID, livePart, liveState } from '../console/live-part.ts'
import { sessionLinkPage } from '../console/session-link-page.ts'
import { type CoachView, PAGE_ID, type Said } from '../console/view.ts'
import type { Desk, Outcome } from '../rounds/desk.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import type { HttpDeps } from './deps.ts'
import { messagePage } from './message-pages.ts'
import { renderPage } from './shell.ts'
import type { Streams } from './stream.ts'

export function coachPages(deps: HttpDeps, assets: AssetPaths, streams: Streams): Hono {
  const pages = new Hono()
  const recent = makeRecent()

  pages.get(PAGE, async (c) => {
    const view = await viewOf(c, saidBefore(c))
    return view ? c.html(document(view)) : nowhere(c)
  })

  pages.get(`${PAGE}/stream`, async (c) => {
    const view = await viewOf(c, null)
    if (!view) return nowhere(c)
    const { id } = view.overview
    return streams.open(c, {
      id: `coach:${id}`,
      subscribe: (listener) => deps.web.subscribe(`coach:${id}`, listener),
      async look() {
        const now = (await viewOf(c, null)) ?? view
        return { state: liveState(now.overview), draw: () => livePart(now) }
      },
    })
  })

  pages.get(`${PAGE}/qr/:picture`, async (c) => {
    const organisationId = organisationOf(c)
    return picture(c, organisationId ? await deps.desk.joinLinks(organisationId) : null)
  })

  pages.get(`${PAGE}/sessie/:session`, async (c) => {
    const view = await viewOf(c, null)
    const session = view?.overview.sessions.find(({ id }) => id === c.req.param('session'))
    const links = view && session ? await deps.desk.sessionLinks(view.overview.id, session.id) : null
    if (!view || !session || !links?.ok) return nowhere(c)
    const content = sessionLinkPage(view, session, links.value)
    const { language, name } = view.overview
    return c.html(renderPage({ language, title: name, content, layout: 'coach' }, assets))
  })

  pages.get(`${PAGE}/sessie/:session/:picture`, async (c) => {
    const organisationId = organisationOf(c)
    const links = organisationId ? await deps.desk.sessionLinks(organisationId, c.req.param('session')) : null
    return picture(c, links)
  })

  pages.post(`${PAGE}/:action`, async (c) => {
    const organisationId = organisationOf(c)
    const action = ACTIONS.get(c.req.param('action'))
    if (!organisationId || !action) return nowhere(c)
    const body = await c.req.parseBody()
    const of = (name: string) => (typeof body[name] === 'string' ? body[name].slice(0, MOST_CHARACTERS) : '')
    const input = Object.fromEntries(Object.keys(body).map((name) => [name, of(name)]))
    const where = { at: of('plek'), form: of('wens'), nonce: of('eenmalig').replace(/[^\w-]/g, ''), input }
    const outcome = await recent.once(`${organisationId}:${of('eenmalig')}`, () =>
      action.run(deps.desk, organisationId, of, 'coach-page'),
    )
    if (!outcome.ok) return answer(c, { ...where, kind: 'fault', key: outcome.fault, values: outcome.values ?? {} })
    if (isCode(outcome.value)) return answer(c, { ...where, kind: 'code', ...outcome.value })
    if (c.req.header('HX-Request')) return answer(c, { ...where, kind: 'done', key: action.done })
    return c.redirect(`${baseOf(c)}?${new URLSearchParams({ gedaan: c.req.param('action'), bij: where.at })}`, 303)
  })

  /** The QR code of the link for the channel that the address names. */
  async function picture(c: Context, links: Awaited<ReturnType<Desk['joinLinks']>> | null) {
    const channel = CHANNELS.find((name) => `${name}.svg` === c.req.param('picture'))
    const link = links?.ok ? links.value.find((one) => one.channel === channel) : undefined
    if (!link) return nowhere(c)
    c.header('Content-Type', 'image/svg+xml')
    return c.body(await deps.qr(link.url))
  }

  /** With JavaScript the inside of the page; without, all of it. A fault is a 422: what was sent could not be done. */
  async function answer(c: Context, said: Said) {
    const view = await viewOf(c, said)
    if (!view) return nowhere(c)
    const status = said.kind === 'fault' ? 422 : 200
    return c.html(c.req.header('HX-Request') ? coachPage(view) : document(view), status)
  }

  function document(view: CoachView) {
    const content = html`<div id="${PAGE_ID}">${coachPage(view)}</div>`
    const live = { stream: `${view.base}/stream`, target: LIVE_ID, news: view.words('coach-news') }
    return renderPage(
      { language: view.overview.language, title: view.overview.name, content, layout: 'coach', live },
      assets,
    )
  }

  async function viewOf(c: Context, said: Said | null): Promise<CoachView | null> {
    const organisationId = organisationOf(c)
    const overview = organisationId ? await deps.desk.overview(organisationId) : null
    if (!overview) return null
    const links = await deps.desk.joinLinks(overview.id)
    const words = wordsFor(overview.language)
    return {
      overview,
      joinLinks: links.ok ? links.value : [],
      base: baseOf(c),
      now: deps.clock.now(),
      newId: deps.newId,
      words,
      said,
    }
  }

  /** Null for a wrong secret and for an organisation that is not there: the answer is the same. */
  function organisationOf(c: Context): string | null {
    const { organisation = '', token = '' } = c.req.param() as Record<string, string>
    return deps.isConsoleToken(organisation, token) ? organisation : null
  }

  const nowhere = (c: Context) =>
    c.html(messagePage('web-not-found', nearestLanguage(c.req.header('Accept-Language'), 'nl'), assets), 404)

  return pages
}

const PAGE = '/coach/:organisation/:token'
/** Longer than any field may be; the desk says what is too long. */
const MOST_CHARACTERS = 2000

function baseOf(c: Context): string {
  const { organisation, token } = c.req.param() as Record<string, string>
  return `/coach/${encodeURIComponent(organisation ?? '')}/${encodeURIComponent(token ?? '')}`
}

/** After a redirect: what was done, as the address says it. */
function saidBefore(c: Context): Said | null {
  const action = ACTIONS.get(c.req.query('gedaan') ?? '')
  return action
    ? { kind: 'done', key: action.done, at: c.req.query('bij') ?? '', form: '', nonce: '', input: {} }
    : null
}

function isCode(value: unknown): value is { code: string; expiresAt: Temporal.Instant } {
  return typeof value === 'object' && value !== null && 'code' in value && 'expiresAt' in value
}

/** The forms whose wish was granted last, in this process: a form that is sent twice is one wish. */
function makeRecent(most = 1_000) {
  const wishes = new Map<string, Promise<Outcome<unknown>>>()
  return {
    async once(form: string, run: () => Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
      const known = wishes.get(form)
      if (known) return known
      const wish = run()
      wishes.set(form, wish)
      if (wishes.size > most) wishes.delete(wishes.keys().next().value!)
      const granted = await wish.then(
        (outcome) => outcome.ok,
        () => false,
      )
      if (!granted) wishes.delete(form)
      return wish
    },
  }
}
