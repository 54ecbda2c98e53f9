/** The personal page of somebody with a role, and the invitation that leads to it. Its address is an account: to keep, and to give to nobody. */

import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Inbound, Prompt } from '../channels/port.ts'
import { cardsToHtml, type Html, type Refused } from '../channels/web/wire.ts'
import { fullLanguage } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import { type ConsoleAccess, consolePages } from './coach-pages.ts'
import { formId } from './commands.ts'
import type { HttpDeps } from './deps.ts'
import { refusalOf } from './refusal.ts'
import { renderPage } from './shell.ts'
import type { Streams } from './stream.ts'

export function teamPages(deps: HttpDeps, assets: AssetPaths, streams: Streams): Hono {
  const pages = new Hono()

  pages.get(INVITATION, async (c) => {
    const code = c.req.param('code')
    const invited = await deps.staff.invitation(code)
    const language = languageOf(c)
    const words = wordsFor(language)
    if (!invited) return nowhere(c, 'invite-wrong-code')
    const { name, organisation, role } = invited
    const values = { name, organisation, role: words(`role-${role}`) }
    // Taking it asks for a tap: a messenger that looks at a link for its preview must not use it up.
    const take =
      role === 'safeguarding'
        ? html`<p>${words('staff-not-here')}</p>`
        : html`<form method="post" action="${c.req.path}"><input type="hidden" name="eenmalig" value="${deps.newId()}">
<p>${words('team-invited-how')}</p><button data-role="main">${words('team-take')}</button></form>`
    const content = html`<h1>${words('team-invited', values)}</h1>
<p>${words(`role-${role}-is`)}</p>
${take}
<p>${words('team-or-chat')}</p><p><code dir="ltr">/koppel ${code}</code></p>`
    return c.html(renderPage({ language, title: words('team-invited', values), content }, assets))
  })

  pages.post(INVITATION, async (c) => {
    const form = taking.safeParse(await c.req.parseBody()).data
    if (!form) return nowhere(c, 'invite-wrong-code')
    // Sent twice from one page, it is one account.
    const secret = createHash('sha256').update(`pols-team:${form.eenmalig}`).digest('base64url')
    const accepted = await deps.staff.accept(c.req.param('code'), secret)
    if (accepted === null || accepted === 'not-here') return nowhere(c, 'invite-wrong-code')
    return c.redirect(`/team/${secret}`, 303)
  })

  pages.post(`${TEAM}/tik`, async (c) => {
    const form = tapped.safeParse(await c.req.parseBody()).data
    const access = await accessOf(c)
    if (!access?.self || !form) return nowhere(c)
    return act(c, access, { ...from(access, form.eenmalig, form.data), type: 'tapped', data: form.data })
  })

  pages.post(`${TEAM}/schrijf`, async (c) => {
    const form = typed.safeParse(await c.req.parseBody()).data
    const access = await accessOf(c)
    if (!access?.self || !form) return nowhere(c)
    const text = form.text.replaceAll('\r\n', '\n')
    const prompts = await deps.web.notices(access.listens)
    const refused = refusalOf(prompts, form.data, text)
    if (refused && isPart(c)) return c.html(html`${cards(access, prompts, { ...refused, text: '' })}`, 422)
    if (refused) return c.html(alone(access, prompts, refused), 422)
    const inbound = { ...from(access, form.eenmalig, 'write'), type: 'typed' as const, text, data: form.data }
    return act(c, access, inbound)
  })

  // Where somebody stands whose words were refused: asking for it again shows the page.
  pages.get(`${TEAM}/schrijf`, (c) => c.redirect(`/team/${c.req.param('secret')}`, 303))

  pages.route(
    '/',
    consolePages(deps, assets, streams, {
      path: TEAM,
      access: accessOf,
      nowhere,
      async chat(access) {
        const known = await deps.web.notices(access.listens)
        const prompts = known.length > 0 ? known : await menu(access)
        return { state: JSON.stringify(prompts, withoutBytes), draw: () => cards(access, prompts) }
      },
    }),
  )

  async function accessOf(c: Context): Promise<ConsoleAccess | null> {
    const secret = c.req.param('secret') ?? ''
    const access = await deps.staff.person(secret)
    return access && { ...access, base: `/team/${secret}`, listens: secret }
  }

  /** Hands in what was done and waits for what is said to it: with scripts in place of the conversation, without the page again. */
  async function act(c: Context, access: ConsoleAccess, inbound: Inbound): Promise<Response> {
    const news = nextNews(access.listens)
    await deps.take(inbound)
    await news
    const now = await accessOf(c)
    const moved = now?.organisationId !== access.organisationId
    if (!isPart(c)) return c.redirect(access.base, 303)
    if (moved) {
      c.header('HX-Redirect', access.base)
      return c.body(null, 204)
    }
    return c.html(html`${cards(access, await deps.web.notices(access.listens))}`)
  }

  /** Who opens the page finds the menu there, as if they had asked for it. */
  async function menu(access: ConsoleAccess): Promise<Prompt[]> {
    const news = nextNews(access.listens)
    const asked = { channel: 'web' as const, id: deps.newId(), from: access.self!.address }
    await deps.take({ ...asked, type: 'command', command: 'menu', argument: '' })
    await news
    return await deps.web.notices(access.listens)
  }

  /** What is said comes just after an event was taken in. */
  function nextNews(addressId: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const unsubscribe = deps.web.subscribe(addressId, resolve)
    const patience = setTimeout(resolve, NEWS_MS)
    return promise.finally(() => {
      clearTimeout(patience)
      unsubscribe()
    })
  }

  function cards(access: ConsoleAccess, prompts: Prompt[], refused?: Refused): Html[] {
    const paths = { tap: `${access.base}/tik`, write: `${access.base}/schrijf` }
    return cardsToHtml(withMenu(prompts), deps.newId, { paths, ...(refused ? { refused } : {}) })
  }

  /** The conversation by itself, with words that could not be kept in their field. */
  function alone(access: ConsoleAccess, prompts: Prompt[], refused: Refused): Html {
    const language = prompts[0]?.language ?? 'nl'
    const words = wordsFor(language)
    const content = html`<h1>${words('team-chat')}</h1>${cards(access, prompts, refused)}<p><a href="${access.base}">${words('role-back')}</a></p>`
    return renderPage({ language, title: words('team-chat'), content, layout: 'coach' }, assets)
  }

  function nowhere(c: Context, key: 'team-nobody' | 'invite-wrong-code' = 'team-nobody') {
    const language = languageOf(c)
    const words = wordsFor(language)
    const content = html`<h1>${words('web-not-found')}</h1><p>${words(key)}</p>`
    return c.html(renderPage({ language, title: words('web-not-found'), content }, assets), 404)
  }

  return pages
}

/** Here nobody can type a command: whatever was said last, the menu is one tap away. */
function withMenu([last, ...earlier]: Prompt[]): Prompt[] {
  if (!last) return []
  if (last.choices.some(({ data }) => data === MENU || data === IN_MENU)) return [last, ...earlier]
  const choice = { data: MENU, label: wordsFor(last.language)('staff-menu-open'), role: 'control' as const }
  return [{ ...last, choices: [...last.choices, choice] }, ...earlier]
}
/** The menu itself, and what stands in every menu. */
const [MENU, IN_MENU] = ['t.m', 't.r']

/** Without a language: the conversation speaks that of the page around it, the organisation's. */
function from(access: ConsoleAccess, name: string, what: string) {
  // Two buttons of one rendering are two events; the same button twice is one.
  const id = createHash('sha256').update(`${name}.${what}`).digest('base64url')
  return { channel: 'web' as const, id, from: access.self!.address }
}

const withoutBytes = (key: string, value: unknown): unknown => (key === 'png' || key === 'bytes' ? null : value)
const isPart = (c: Context) => c.req.header('HX-Request') !== undefined
const languageOf = (c: Context) => {
  const nearest = nearestLanguage(c.req.header('Accept-Language'), 'nl')
  return fullLanguage(nearest)
}

const INVITATION = '/uitnodiging/:code{[a-zA-Z0-9]{1,40}}'
const TEAM = '/team/:secret'
const NEWS_MS = 2_000

const data = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= 64)
const taking = z.object({ eenmalig: formId })
const tapped = z.object({ eenmalig: formId, data })
const typed = z.object({ eenmalig: formId, data, text: z.string() })
