/** The page of a writer: the own worksheet with its steps below each other, what partners share, and the conversation of who has no chat. */
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Inbound, Prompt } from '../channels/port.ts'
import { CARDS_ID, cardsToHtml, type Html, type Refused } from '../channels/web/wire.ts'
import { type FullLanguage, fullLanguage } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { Kept, SheetPage } from '../worksheets/sheet-door.ts'
import type { AssetPaths } from './assets.ts'
import { formId } from './commands.ts'
import type { HttpDeps } from './deps.ts'
import { messagePage } from './message-pages.ts'
import { refusalOf } from './refusal.ts'
import { type FieldFault, sheetContent } from './sheet-content.ts'
import { renderPage } from './shell.ts'

export function sheetPages(deps: HttpDeps, assets: AssetPaths): Hono {
  const pages = new Hono()

  pages.get(PATH, async (c) => {
    const page = await deps.sheets.page(tokenOf(c))
    return page ? c.html(await whole(c, page)) : nowhere(c)
  })

  pages.post(`${PATH}/veld`, async (c) => {
    const form = filled.safeParse(await c.req.parseBody({ all: true })).data
    if (!form) return c.html(messagePage('web-bad-form', languageOf(c), assets), 400)
    const token = tokenOf(c)
    const text = (form.text ?? '').replaceAll('\r\n', '\n')
    const codes = [form.keuze ?? []].flat()
    const kept = form.wis
      ? await deps.sheets.erase(token, form.veld)
      : await deps.sheets.keep(token, form.veld, { codes, text })
    if (kept === 'gone') return nowhere(c)
    if (kept === 'kept' || kept === 'erased')
      return c.redirect(`${base(token)}?${kept === 'kept' ? 'bewaard' : 'gewist'}=${form.veld}#${form.veld}`, 303)
    const page = await deps.sheets.page(token)
    return page ? c.html(await whole(c, page, { field: form.veld, text, why: whyNot(c, kept) }), 422) : nowhere(c)
  })

  pages.post(`${PATH}/tik`, async (c) => {
    const form = tapped.safeParse(await c.req.parseBody()).data
    const self = (await deps.sheets.page(tokenOf(c)))?.self
    if (!self || !form) return nowhere(c)
    const id = eventId(form.eenmalig, form.data)
    return act(c, { channel: 'web', id, from: self, type: 'tapped', data: form.data })
  })

  pages.post(`${PATH}/schrijf`, async (c) => {
    const form = typed.safeParse(await c.req.parseBody()).data
    const self = (await deps.sheets.page(tokenOf(c)))?.self
    if (!self || !form) return nowhere(c)
    const text = form.text.replaceAll('\r\n', '\n')
    const prompts = await deps.web.notices(self.id)
    const refused = refusalOf(prompts, form.data, text)
    if (refused) return c.html(html`${cards(self.id, prompts, refused)}`, 422)
    const id = eventId(form.eenmalig, 'write')
    return act(c, { channel: 'web', id, from: self, type: 'typed', text, data: form.data })
  })

  // Where somebody stands whose words were refused: asking for it again shows the page.
  for (const path of ['veld', 'schrijf']) pages.get(`${PATH}/${path}`, (c) => c.redirect(base(tokenOf(c)), 303))

  async function whole(c: Context, page: SheetPage, fault?: FieldFault): Promise<Html> {
    const language = languageOf(c)
    const words = wordsFor(language)
    const saved = [c.req.query('bewaard'), c.req.query('gewist')] as const
    const content = html`${sheetContent(page, { base: base(tokenOf(c)), language, fault, kept: saved[0], erased: saved[1] })}
${page.self ? html`<section><h2>${words('sheet-page-chat')}</h2><div id="${CARDS_ID}">${await conversation(page.self)}</div></section>` : ''}`
    return renderPage({ language, title: words('sheet-page-title'), content, layout: 'reading' }, assets)
  }

  /** Who opens the page finds the beginning there, as if they had asked for it. */
  async function conversation(self: NonNullable<SheetPage['self']>): Promise<Html[]> {
    if ((await deps.web.notices(self.id)).length === 0) {
      const news = deps.web.next(self.id, NEWS_MS)
      const asked = { channel: 'web' as const, id: deps.newId(), from: self }
      await deps.take({ ...asked, type: 'command', command: 'worksheet', argument: '' })
      await news
    }
    return cards(self.id, await deps.web.notices(self.id))
  }

  /** Hands in what was done and waits for what is said to it. */
  async function act(c: Context, inbound: Inbound): Promise<Response> {
    const news = deps.web.next(inbound.from!.id, NEWS_MS)
    await deps.take(inbound)
    await news
    if (!isPart(c)) return c.redirect(base(tokenOf(c)), 303)
    return c.html(html`${cards(inbound.from!.id, await deps.web.notices(inbound.from!.id))}`)
  }

  function cards(secret: string, prompts: Prompt[], refused?: Refused): Html[] {
    const paths = { tap: `${base(secret)}/tik`, write: `${base(secret)}/schrijf` }
    return cardsToHtml(prompts, deps.newId, { paths, ...(refused ? { refused } : {}) })
  }

  function whyNot(c: Context, kept: Exclude<Kept, string> | 'ended'): string {
    const words = wordsFor(languageOf(c))
    if (kept === 'ended') return words('sheet-ended')
    if (kept.fault === 'empty') return words('web-empty')
    return words('web-too-long', { max: kept.max, length: kept.length })
  }

  function nowhere(c: Context) {
    const language = languageOf(c)
    const words = wordsFor(language)
    const content = html`<h1>${words('web-not-found')}</h1><p>${words('sheet-page-nobody')}</p>`
    return c.html(renderPage({ language, title: words('web-not-found'), content }, assets), 404)
  }

  return pages
}

/** Two buttons of one rendering are two events; the same button twice is one. */
const eventId = (name: string, what: string): string =>
  createHash('sha256').update(`${name}.${what}`).digest('base64url')
const base = (token: string): string => `/werkblad/${token}`
const tokenOf = (c: Context): string => c.req.param('token') ?? ''
const isPart = (c: Context): boolean => c.req.header('HX-Request') !== undefined
function languageOf(c: Context): FullLanguage {
  const nearest = nearestLanguage(c.req.header('Accept-Language'), 'nl')
  return fullLanguage(nearest)
}

const PATH = '/werkblad/:token{[\\w-]{43}}'
const NEWS_MS = 2_000

const one = z.string().max(64)
const filled = z.object({
  veld: one,
  text: z.string().optional(),
  keuze: z.union([one, z.array(one)]).optional(),
  wis: one.optional(),
})
const data = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= 64)
const tapped = z.object({ eenmalig: formId, data })
const typed = z.object({ eenmalig: formId, data, text: z.string() })
