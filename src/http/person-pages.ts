/** The young person's pages: joining, the questions, and nothing else. */
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Address, Inbound, Prompt } from '../channels/port.ts'
import { CARDS_ID, cardsToHtml, type Html, type Refused, TAP_PATH, WRITE_PATH } from '../channels/web/wire.ts'
import { LANGUAGES, type Language } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import { COMMAND_PATH, commanded, commandsHtml, formId } from './commands.ts'
import type { HttpDeps } from './deps.ts'
import { joinContent } from './join-page.ts'
import { messagePage } from './message-pages.ts'
import { goneAddress } from './my-data-pages.ts'
import { COOKIE, dropCookies, LANGUAGE_COOKIE, personOf } from './person-cookie.ts'
import { refusalOf } from './refusal.ts'
import { renderPage } from './shell.ts'
import type { Streams } from './stream.ts'

export function personPages(deps: HttpDeps, assets: AssetPaths, streams: Streams): Hono {
  const pages = new Hono()

  pages.get('/doe-mee/:token', (c) => joinPage(c, c.req.param('token')))
  // The second address says only that this link is one person's: what opens it is the same.
  pages.get('/doe-mee/eenmalig/:token', (c) => joinPage(c, c.req.param('token')))

  async function joinPage(c: Context, token: string) {
    const chosen = c.req.query('taal')
    const wanted = nearestLanguage(chosen ?? c.req.header('Accept-Language'), 'nl')
    let page = await deps.joinPrompt(token, wanted, chosen !== undefined)
    if (!('fault' in page) && !page.languages.includes(wanted)) {
      page = await deps.joinPrompt(token, page.languages[0] ?? 'nl', false)
    }
    if ('fault' in page)
      return c.html(messagePage(`web-join-${page.fault}`, wanted, assets), page.fault === 'unknown' ? 404 : 410)
    const { language } = page.prompt
    const title = wordsFor(language)('web-join-title', { organisation: page.organisation })
    const content = joinContent(page, deps.newId())
    return c.html(renderPage({ language, title, content }, assets))
  }

  pages.get('/hier', async (c) => c.html(await herePage(c, personOf(c))))

  async function herePage(c: Context, person: Address | null, refused?: Refused) {
    const prompts = person ? await promptsFor(person, deps) : []
    const language = languageOf(c, prompts)
    const words = wordsFor(language)
    const content = html`<h1>${words('web-here')}</h1>
${person ? html`<div id="${CARDS_ID}">${cards(prompts, language, deps, refused)}</div>` : html`<p>${words('web-nobody')}</p><p>${words('web-nobody-do')}</p>`}`
    const live = { stream: '/hier/stream', target: CARDS_ID, news: words('web-news') }
    const page = { language, title: words('web-here'), content }
    return renderPage(person ? { ...page, live, footer: commandsHtml(language, deps.newId()) } : page, assets)
  }

  pages.get('/hier/stream', (c) => {
    const person = personOf(c)
    if (!person) return c.body(null, 204)
    return streams.open(c, {
      id: person.id,
      subscribe: (listener) => deps.web.subscribe(person.id, listener),
      async look() {
        const prompts = await promptsFor(person, deps)
        return { state: JSON.stringify(prompts), draw: () => html`${cards(prompts, languageOf(c, prompts), deps)}` }
      },
    })
  })

  pages.post(TAP_PATH, async (c) => {
    const form = tapped.safeParse(await c.req.parseBody()).data
    if (!form) return c.html(messagePage('web-bad-form', languageOf(c, []), assets), 400)
    const joins = JOIN.exec(form.data)
    const known = personOf(c)
    const person = known ?? (joins ? newPerson(form.eenmalig) : null)
    if (!person) return c.redirect('/hier', 303)
    const news = known ? null : nextNews(person, deps)
    await deps.take({ ...from(c, person, form, form.data), type: 'tapped', data: form.data })
    if (ERASES.test(form.data) && (await deps.data.byAddress(person)) === null) return erased(c, person)
    if (joins?.[1] === 'y') remember(c, person, form.taal)
    else if (news) return passingPage(c, person, news)
    if (!joins || !c.req.header('HX-Request')) return answer(c, person)
    c.header('HX-Redirect', '/hier')
    return c.body(null, 204)
  })

  // Where somebody stands whose words were refused: asking for it again shows the page.
  pages.get(WRITE_PATH, (c) => c.redirect('/hier', 303))

  pages.post(WRITE_PATH, async (c) => {
    const form = typed.safeParse(await c.req.parseBody()).data
    if (!form) return c.html(messagePage('web-bad-form', languageOf(c, []), assets), 400)
    const person = personOf(c)
    if (!person) return c.redirect('/hier', 303)
    const text = form.text.replaceAll('\r\n', '\n')
    const prompts = await promptsFor(person, deps)
    const refused = refusalOf(prompts, form.data, text)
    // With JavaScript the words stand in their field already, and must not be its first content.
    if (refused && c.req.header('HX-Request'))
      return c.html(html`${cards(prompts, languageOf(c, prompts), deps, { ...refused, text: '' })}`, 422)
    if (refused) return c.html(await herePage(c, person, refused), 422)
    await deps.take({ ...from(c, person, form, 'write'), type: 'typed', text, data: form.data })
    return answer(c, person)
  })

  pages.post(COMMAND_PATH, async (c) => {
    const form = commanded.safeParse(await c.req.parseBody()).data
    if (!form) return c.html(messagePage('web-bad-form', languageOf(c, []), assets), 400)
    const person = personOf(c)
    if (!person) return c.redirect('/hier', 303)
    await deps.take({ ...from(c, person, form, form.command), type: 'command', command: form.command, argument: '' })
    return answer(c, person)
  })

  /** Whoever erased everything is not known to the browser any more either. */
  async function erased(c: Context, person: Address) {
    await deps.web.forget(person.id)
    const address = goneAddress(languageOf(c, []))
    dropCookies(c)
    if (!c.req.header('HX-Request')) return c.redirect(address, 303)
    c.header('HX-Redirect', address)
    return c.body(null, 204)
  }

  /** With JavaScript the cards as they now are; without, the page again, so that reloading sends nothing twice. */
  async function answer(c: Context, person: Address) {
    if (!c.req.header('HX-Request')) return c.redirect('/hier', 303)
    const prompts = await promptsFor(person, deps)
    return c.html(html`${cards(prompts, languageOf(c, prompts), deps)}`)
  }

  /** For who did not say yes: what there is to say, and nothing is kept in the browser. */
  async function passingPage(c: Context, person: Address, news: Promise<void>) {
    await news
    const prompts = await deps.web.notices(person.id)
    const language = languageOf(c, prompts)
    const shown = cardsToHtml(prompts, deps.newId, { language })
    if (c.req.header('HX-Request')) return c.html(html`${shown}`)
    const title = wordsFor(language)('web-joining')
    const content = html`<h1>${title}</h1><div id="${CARDS_ID}">${shown}</div>`
    return c.html(renderPage({ language, title, content }, assets))
  }

  function remember(c: Context, person: Address, language: string | undefined) {
    const options = {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: deps.publicUrl().startsWith('https:'),
      maxAge: YEAR_S,
    } as const
    setCookie(c, COOKIE, person.id, options)
    if (language !== undefined) setCookie(c, LANGUAGE_COOKIE, language, options)
  }

  return pages
}

/** Remarks first: they are about what was done last. */
async function promptsFor(person: Address, deps: HttpDeps): Promise<Prompt[]> {
  const cards = await deps.cardsFor(person)
  const said = await deps.web.notices(person.id)
  // The conversation about taking part goes on from what was said last, not beside its first question.
  const stored = said.some(isJoining) ? cards.filter((card) => !isJoining(card)) : cards
  const known = new Set(stored.map((prompt) => JSON.stringify(prompt)))
  return [...said.filter((notice) => !known.has(JSON.stringify(notice))), ...stored]
}

const isJoining = ({ choices }: Prompt): boolean => choices.some(({ data }) => JOIN.test(data))

/** Remarks are sent just after an event was taken in: resolves when one is there, or after a while without. */
function nextNews(person: Address, deps: HttpDeps): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const unsubscribe = deps.web.subscribe(person.id, resolve)
  const patience = setTimeout(resolve, NEWS_MS)
  return promise.finally(() => {
    clearTimeout(patience)
    unsubscribe()
  })
}

function cards(prompts: Prompt[], language: Language, deps: HttpDeps, refused?: Refused): Html | Html[] {
  if (prompts.length > 0) return cardsToHtml(prompts, deps.newId, refused ? { refused } : {})
  const words = wordsFor(language)
  return html`<article id="wachten"><h2 id="wachten-h" tabindex="-1">${words('web-waiting')}</h2>
<p>${words('web-waiting-stay')}</p><noscript><p><a href="/hier">${words('web-look')}</a></p></noscript></article>`
}

function from(
  c: Context,
  person: Address,
  form: { eenmalig: string; taal?: Language | undefined },
  what: string,
): From {
  const language = form.taal ?? c.req.header('Accept-Language')?.split(/[,;]/)[0]?.trim()
  // Two buttons of one rendering are two events; the same button twice is one.
  // Hashed, because it is noted: from the name of the form a new person's own name is made.
  const id = createHash('sha256').update(`${form.eenmalig}.${what}`).digest('base64url')
  return { channel: 'web', id, from: person, ...(language ? { language } : {}) }
}

type From = Pick<Inbound, 'channel' | 'id' | 'from' | 'language'>

function languageOf(c: Context, prompts: Prompt[]): Language {
  const chosen = getCookie(c, LANGUAGE_COOKIE)
  return prompts[0]?.language ?? nearestLanguage(chosen ?? c.req.header('Accept-Language'), 'nl')
}

/** From the random name of the rendering, which nobody else was sent: two taps on one button are one person. */
function newPerson(formId: string): Address {
  return { channel: 'web', id: createHash('sha256').update(`pols:${formId}`).digest('base64url') }
}

const NEWS_MS = 2_000
const YEAR_S = 365 * 24 * 60 * 60
/** The yes to erasing everything. */
const ERASES = /^d\.e\.y(?:\.|$)/
/** Go on, yes, no, or more explanation; then what was said so far. */
const JOIN = /^j\.[\w-]+\.([synm])(?:\.|$)/

const data = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= 64)
const taal = z.enum(LANGUAGES).optional()
const tapped = z.object({ eenmalig: formId, data, taal })
const typed = z.object({ eenmalig: formId, data, text: z.string() })
