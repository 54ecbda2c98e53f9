/** A page to bring in a file, and one to fetch a file: the address is the key, for an hour. Works without script. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Html } from '../channels/web/wire.ts'
import { noticeTexts } from '../formats/notice-text.ts'
import { MOST_BYTES, type Notice } from '../formats/reading.ts'
import type { Given, Looked } from '../rounds/bring-in.ts'
import { nearestLanguage, type Words, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import type { HttpDeps } from './deps.ts'
import { messagePage } from './message-pages.ts'
import { sameSiteOnly } from './security.ts'
import { renderPage } from './shell.ts'

type Deps = Pick<HttpDeps, 'publicUrl' | 'bringIn' | 'takeAway'>

/** Stands before the limit for forms: a file is larger. */
export function uploadPages(deps: Deps, assets: AssetPaths): Hono {
  const pages = new Hono()
  const nowhere = (c: Context) => c.html(messagePage('web-not-found', languageOf(c), assets), 404)
  const limit = bodyLimit({
    maxSize: MOST_FORM,
    onError: (c) => page(c, [tooLarge], 413),
  })
  pages.use(`${PATH}/*`, sameSiteOnly(deps.publicUrl))

  pages.get(PATH, async (c) => {
    const holder = await deps.bringIn.open(tokenOf(c))
    if (!holder) return nowhere(c)
    return holder.used ? said(c, 'formats-kept-already') : page(c, [])
  })

  pages.post(PATH, limit, async (c) => {
    if (!(await deps.bringIn.open(tokenOf(c)))) return nowhere(c)
    const file = (await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)).bestand
    if (!(file instanceof File) || file.size === 0)
      return page(c, [{ key: 'formats-no-file', values: {}, place: {} }], 422)
    if (file.size > MOST_BYTES) return page(c, [tooLarge], 413)
    const looked = await deps.bringIn.look(tokenOf(c), {
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })
    if (!looked) return nowhere(c)
    if (!looked.found) return page(c, looked.faults, 422, looked.losses)
    return c.html(frame(c, lookedAt(looked, pathOf(c), wordsOf(c))))
  })

  pages.post(`${PATH}/bewaar`, limit, async (c) => {
    const form = keeping.safeParse(await c.req.parseBody().catch(() => ({})))
    if (!form.success) return c.html(messagePage('web-bad-form', languageOf(c), assets), 400)
    const kept = await deps.bringIn.keep(tokenOf(c), { ...form.data, content: form.data.inhoud } as Given)
    if (kept === null) return nowhere(c)
    if (kept === 'used') return said(c, 'formats-kept-already')
    if (!kept.ok) return page(c, [{ key: kept.fault, values: kept.values, place: {} }], 422)
    return said(c, 'formats-kept', { title: kept.value.title })
  })

  pages.get(`${PATH}/haal`, async (c) => {
    const file = await deps.takeAway(tokenOf(c))
    if (!file) return nowhere(c)
    c.header('Content-Type', file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type)
    c.header('Content-Disposition', `attachment; filename="${file.name.replace(/[^\w.-]/g, '-')}"`)
    return c.body(file.bytes as Uint8Array<ArrayBuffer>)
  })

  function page(c: Context, faults: Notice[], status: 200 | 413 | 422 = 200, losses: Notice[] = []) {
    const words = wordsOf(c)
    const trouble = html`<section aria-labelledby="fouten"><h2 id="fouten" tabindex="-1">${words('formats-faults')}</h2>
<p>${words('formats-faults-do')}</p>${list(faults, words)}</section>`
    const also = losses.length > 0 ? html`<h2>${words('formats-losses')}</h2>${list(losses, words)}` : ''
    const content = html`${faults.length > 0 ? trouble : ''}${also}
<p>${words('formats-bring-how')}</p>
<ul><li>${words('formats-bring-xlsx')}</li><li>${words('formats-bring-limesurvey')}</li><li>${words('formats-bring-po')}</li></ul>
<form method="post" action="${pathOf(c)}" enctype="multipart/form-data">
<p><label for="bestand">${words('formats-file')}</label>
<input id="bestand" type="file" name="bestand" required accept=".xlsx,.tsv,.txt,.lss,.po"></p>
<button data-role="main">${words('formats-look')}</button></form>
<p>${words('formats-nothing-kept')}</p>`
    return c.html(frame(c, content), status)
  }

  const said = (c: Context, key: 'formats-kept' | 'formats-kept-already', values = {}) => {
    const words = wordsOf(c)
    return c.html(frame(c, html`<h2>${words(key, values)}</h2><p>${words('formats-kept-where')}</p>`))
  }

  const frame = (c: Context, content: Html): Html => {
    const title = wordsOf(c)('formats-bring')
    return renderPage(
      { language: languageOf(c), title, layout: 'reading', content: html`<h1>${title}</h1>${content}` },
      assets,
    )
  }

  return pages
}

/** What is kept when somebody says so: losses first, then what is asked, then the button. */
function lookedAt({ losses, found }: Looked, path: string, words: Words): Html {
  const { title, questions, languages, asked, content, translated } = found!
  const languageNames = languages.map((language) => words('check-lang-name', { language })).join(', ')
  const what =
    translated === undefined
      ? words('formats-found', { title, questions, languages: languageNames })
      : words('formats-found-words', { title, count: translated })
  const text = (name: 'measures' | 'for' | 'source') =>
    html`<p><label for="${name}">${words(`formats-ask-${name}`)}</label>
<textarea id="${name}" name="${name}" required maxlength="250" rows="2"></textarea></p>`
  const minutes = (name: 'young' | 'staff') =>
    html`<p><label for="${name}">${words(`formats-ask-${name}`)}</label>
<input id="${name}" type="number" name="${name}" required min="0" max="600"></p>`
  return html`<h2 tabindex="-1">${what}</h2>
${
  losses.length > 0
    ? html`<section aria-labelledby="verlies"><h3 id="verlies">${words('formats-losses')}</h3>${list(losses, words)}</section>`
    : html`<p>${words('formats-no-losses')}</p>`
}
<form method="post" action="${path}/bewaar"><input type="hidden" name="inhoud" value="${content}">
${asked.length > 0 ? html`<p>${words('formats-ask')}</p>` : ''}
${(['measures', 'for', 'source'] as const).filter((one) => asked.includes(one)).map(text)}
${asked.includes('minutes') ? (['young', 'staff'] as const).map(minutes) : ''}
<p>${words('formats-keep-what')}</p>
<button data-role="main">${words('formats-keep')}</button></form>
<p><a href="${path}">${words('formats-other-file')}</a></p>`
}

const list = (notices: Notice[], words: Words): Html =>
  html`<ul>${noticeTexts(notices, words).map((text) => html`<li dir="auto">${text}</li>`)}</ul>`

const PATH = '/bestand/:token'
/** A file that is somewhat too large is taken in whole, or a browser shows a broken line instead of why. */
const MOST_FORM = 8 * 1024 * 1024
const tooLarge: Notice = { key: 'formats-too-large', values: { most: MOST_BYTES / 1024 / 1024 }, place: {} }
const tokenOf = (c: Context) => c.req.param('token') ?? ''
const pathOf = (c: Context) => `/bestand/${encodeURIComponent(tokenOf(c))}`
const languageOf = (c: Context) => nearestLanguage(c.req.header('Accept-Language'), 'nl')
const wordsOf = (c: Context): Words => wordsFor(languageOf(c))

const short = z.string().trim().max(250).optional()
const count = z.coerce.number().int().min(0).max(600).optional()
const keeping = z.object({
  inhoud: z.string().min(2).max(400_000),
  ...{ measures: short, for: short, source: short, young: count, staff: count },
})
