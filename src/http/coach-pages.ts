/** Routes of the coach's page and of personal pages of the staff. The address is the key; what may be done behind it is asked each time. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { CHANNELS } from '../channels/port.ts'
import type { Html } from '../channels/web/wire.ts'
import { ACTIONS, type Action, type Fields } from '../console/actions.ts'
import { coachPage } from '../console/coach-page.ts'
import { LIVE_ID, livePart, liveState } from '../console/live-part.ts'
import { seenBy } from '../console/seen.ts'
import { sessionLinkPage } from '../console/session-link-page.ts'
import { type CoachView, PAGE_ID, type Said } from '../console/view.ts'
import { timelineImage } from '../pictures/timeline-image.ts'
import type { Desk, Outcome } from '../rounds/desk.ts'
import type { PageAccess } from '../staff/staff-door.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { addAgreementPages } from './agreement-pages.ts'
import type { AssetPaths } from './assets.ts'
import { addDataPages } from './data-pages.ts'
import type { HttpDeps } from './deps.ts'
import { addDoorPages } from './door-pages.ts'
import { addDrawnPages } from './drawn-pages.ts'
import { messagePage } from './message-pages.ts'
import { renderPage } from './shell.ts'
import type { Streams } from './stream.ts'

export function coachPages(deps: HttpDeps, assets: AssetPaths, streams: Streams): Hono {
  return consolePages(deps, assets, streams, {
    path: PAGE,
    async access(c) {
      const { organisation = '', token = '' } = c.req.param() as Record<string, string>
      if (!deps.isConsoleToken(organisation, token)) return null
      const access = await deps.staff.coach(organisation)
      if (!access) return null
      const base = `/coach/${encodeURIComponent(organisation)}/${encodeURIComponent(token)}`
      return { ...access, base, listens: `coach:${organisation}` }
    },
  })
}

export type ConsoleAccess = PageAccess & {
  /** The address of the page, without a slash at the end. */
  base: string
  /** Whose news this page shows, as the web channel names it. */
  listens: string
}

export type ConsoleDoor = {
  path: string
  /** Null for a wrong secret, for an organisation that is not there, and for a role that ended: the answer is the same. */
  access(c: Context): Promise<ConsoleAccess | null>
  /** What stands in the conversation of a personal page. */
  chat?(access: ConsoleAccess): Promise<{ state: string; draw(): Html | Html[] }>
  nowhere?(c: Context): Response | Promise<Response>
}

/** The pages behind one kind of address. */
export function consolePages(deps: HttpDeps, assets: AssetPaths, streams: Streams, door: ConsoleDoor): Hono {
  const pages = new Hono()
  const PAGE = door.path
  const recent = makeRecent()

  pages.get(PAGE, async (c) => {
    const view = await viewOf(c, saidBefore(c))
    return view ? c.html(document(view)) : nowhere(c)
  })

  pages.get(`${PAGE}/stream`, async (c) => {
    const view = await viewOf(c, null)
    if (!view) return nowhere(c)
    let marks: string | null = null
    let last = shownOf(view)
    return streams.open(c, {
      id: view.access.listens,
      subscribe: (listener) => deps.web.subscribe(view.access.listens, listener),
      async look() {
        const access = await door.access(c)
        if (!access) return last
        const found = JSON.stringify([
          await deps.liveMarks(access.organisationId),
          access.organisationId,
          access.authority.offices,
          access.self && (await door.chat?.(access))?.state,
        ])
        if (found === marks) return last
        const now = await viewOf(c, null)
        if (now) last = shownOf(now)
        marks = found
        return last
      },
    })
  })

  pages.get(`${PAGE}/qr/:picture`, async (c) => {
    const access = await door.access(c)
    return picture(c, access?.authority.may('session.plan') ? await deps.desk.joinLinks(access.organisationId) : null)
  })

  pages.get(`${PAGE}/tijdlijn.png`, async (c) => {
    const view = await viewOf(c, null)
    if (!view?.authority.may('timeline.see')) return nowhere(c)
    const { png } = await timelineImage(view.overview.timeline.plan, view.overview.language)
    c.header('Content-Type', 'image/png')
    return c.body(png)
  })

  pages.get(`${PAGE}/verslag/:file`, async (c) => {
    const view = await viewOf(c, null)
    const [, id = '', ending = ''] = /^([\w-]{1,40})\.(pdf|md)$/.exec(c.req.param('file') ?? '') ?? []
    if (!view?.overview.reports.some((report) => report.id === id)) return nowhere(c)
    const found = await deps.desk.reportFiles(view.overview.id, id)
    const file = found.ok ? found.value.files.find(({ name }) => name.endsWith(`.${ending}`)) : undefined
    if (!file) return nowhere(c)
    c.header('Content-Type', file.type)
    c.header('Content-Disposition', `attachment; filename="${file.name}"`)
    return c.body(new Uint8Array(file.bytes))
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
    const access = await door.access(c)
    const session = c.req.param('session') ?? ''
    const allowed = access && maySee(access, session)
    return picture(c, allowed ? await deps.desk.sessionLinks(access.organisationId, session) : null)
  })

  addDrawnPages(
    pages,
    PAGE,
    (c) => viewOf(c, null),
    (c) => nowhere(c),
  )

  addAgreementPages(pages, PAGE, { desk: deps.desk, view: (c) => viewOf(c, null), nowhere: (c) => nowhere(c) })

  addDoorPages(pages, PAGE, { desk: deps.desk, view: (c) => viewOf(c, null), nowhere: (c) => nowhere(c) })

  addDataPages(pages, PAGE, { desk: deps.desk, assets, view: (c) => viewOf(c, null), nowhere: (c) => nowhere(c) })

  pages.post(`${PAGE}/:action`, async (c) => {
    const access = await door.access(c)
    const name = c.req.param('action') ?? ''
    const action = ACTIONS.get(name)
    if (!access || !action) return nowhere(c)
    const { organisationId } = access
    const body = await c.req.parseBody()
    const of = (name: string) => (typeof body[name] === 'string' ? body[name].slice(0, MOST_CHARACTERS) : '')
    const input = Object.fromEntries(Object.keys(body).map((name) => [name, of(name)]))
    const where = { at: of('plek'), form: of('wens'), nonce: of('eenmalig').replace(/[^\w-]/g, ''), input }
    const outcome = await recent.once(`${access.listens}:${organisationId}:${of('eenmalig')}`, async () =>
      (await mayWish(access, action, of))
        ? action.run(deps.desk, organisationId, of, access.by)
        : { ok: false, fault: 'desk-may-not' },
    )
    if (!outcome.ok) return answer(c, { ...where, kind: 'fault', key: outcome.fault, values: outcome.values ?? {} })
    if (isCode(outcome.value)) return answer(c, { ...where, kind: 'code', ...outcome.value })
    if (c.req.header('HX-Request')) return answer(c, { ...where, kind: 'done', key: action.done })
    return c.redirect(`${access.base}?${new URLSearchParams({ gedaan: name, bij: where.at })}`, 303)
  })

  /** An act for one task only is looked up by what the form is about, in this organisation. */
  async function mayWish(access: ConsoleAccess, action: Action, of: Fields): Promise<boolean> {
    const { may, offices } = access.authority
    if (action.act === null || may(action.act)) return true
    if (!action.task || !offices.some(({ task }) => task !== null)) return false
    const overview = await deps.desk.overview(access.organisationId)
    return overview !== null && may(action.act, action.task(of, overview))
  }

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

  type View = CoachView & { access: ConsoleAccess; chatState: string }

  const shownOf = (view: View) => ({
    state: `${liveState(view.overview)}${view.chatState}`,
    draw: () => livePart(view),
  })

  async function viewOf(c: Context, said: Said | null): Promise<View | null> {
    const access = await door.access(c)
    const whole = access ? await deps.desk.overview(access.organisationId) : null
    if (!access || !whole) return null
    const overview = seenBy(whole, access.authority)
    const links = access.authority.may('session.plan') ? await deps.desk.joinLinks(overview.id) : null
    const chat = access.self ? await door.chat?.(access) : undefined
    const curates = access.authority.may('method.curate')
    const waiting = curates ? await deps.desk.waitingMethods(access.by, overview.id) : null
    return {
      access,
      chatState: chat?.state ?? '',
      overview,
      joinLinks: links?.ok ? links.value : [],
      base: access.base,
      now: deps.clock.now(),
      newId: deps.newId,
      publicUrl: deps.publicUrl(),
      words: wordsFor(overview.language),
      said,
      authority: access.authority,
      ...(waiting?.ok ? { waiting: waiting.value } : {}),
      ...(access.self && chat ? { self: { name: access.self.office.name, chat: chat.draw() } } : {}),
    }
  }

  const nowhere = (c: Context) => door.nowhere?.(c) ?? notFound(c)

  const notFound = (c: Context) =>
    c.html(messagePage('web-not-found', nearestLanguage(c.req.header('Accept-Language'), 'nl'), assets), 404)

  return pages
}

const PAGE = '/coach/:organisation/:token'
/** Longer than any field may be; the desk says what is too long. */
const MOST_CHARACTERS = 2000

const maySee = ({ authority }: ConsoleAccess, session: string): boolean =>
  authority.may('session.see') || authority.may('session.see', `session:${session}`)

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
