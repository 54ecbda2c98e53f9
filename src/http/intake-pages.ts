/** A page to bring in sessions of a calendar or old counts: the address is the key, for an hour. Works without script. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { noticeTexts } from '../formats/notice-text.ts'
import { MOST_BYTES, type Notice, notice } from '../formats/reading.ts'
import type { IntakeLook, IntakePage } from '../rounds/intake-door.ts'
import { type FullLanguage, fullLanguage, textIn } from '../survey/question-set.ts'
import { nearestLanguage, type Words, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import type { HttpDeps } from './deps.ts'
import { messagePage } from './message-pages.ts'
import { sameSiteOnly } from './security.ts'
import { renderPage } from './shell.ts'

type Deps = Pick<HttpDeps, 'publicUrl' | 'intake'>

/** Stands before the limit for forms: a file is larger. */
export function intakePages(deps: Deps, assets: AssetPaths): Hono {
  const pages = new Hono()
  const nowhere = (c: Context) => c.html(messagePage('web-not-found', languageOf(c), assets), 404)
  const frame = (c: Context, content: Html): Html => {
    const title = wordsOf(c)('intake-title')
    const whole = html`<h1>${title}</h1>${content}`
    return renderPage({ language: languageOf(c), title, layout: 'reading', content: whole }, assets)
  }
  const form = async (c: Context, faults: Notice[], losses: Notice[], status: 200 | 413 | 422) => {
    const page = await deps.intake.open(tokenOf(c), languageOf(c))
    return page ? c.html(frame(c, formOf(c, page, faults, losses)), status) : nowhere(c)
  }
  const limit = bodyLimit({
    maxSize: MOST_BYTES + FORM_BYTES,
    onError: (c) => form(c, [tooLarge], [], 413),
  })
  pages.use(`${PATH}/*`, sameSiteOnly(deps.publicUrl))
  pages.get(PATH, (c) => form(c, [], [], 200))

  pages.post(PATH, limit, async (c) => {
    const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    const { bestand: file, reeks: series } = body
    if (!(file instanceof File) || file.size === 0) return form(c, [notice('formats-no-file')], [], 422)
    if (file.size > MOST_BYTES) return form(c, [tooLarge], [], 413)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const looked = await deps.intake.look(tokenOf(c), String(series ?? ''), { name: file.name, bytes })
    if (!looked) return nowhere(c)
    if (looked.faults.length > 0) return form(c, looked.faults, looked.losses, 422)
    return c.html(frame(c, lookedAt(c, looked)))
  })

  pages.post(`${PATH}/bewaar`, limit, async (c) => {
    const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    const kept = await deps.intake.keep(tokenOf(c), String(body.inhoud ?? ''))
    if (kept === null) return nowhere(c)
    if (kept === 'broken') return c.html(messagePage('web-bad-form', languageOf(c), assets), 400)
    const words = wordsOf(c)
    const said = kept.count === 0 ? words('intake-kept-none') : words(`intake-kept-${kept.kind}`, { count: kept.count })
    return c.html(
      frame(c, html`<h2 tabindex="-1">${said}</h2><p><a href="${pathOf(c)}">${words('intake-more')}</a></p>`),
    )
  })
  pages.post(`${PATH}/wis`, limit, async (c) => {
    const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    if (!(await deps.intake.drop(tokenOf(c), String(body.reeks ?? '')))) return nowhere(c)
    return c.redirect(pathOf(c), 303)
  })
  return pages
}

function formOf(c: Context, { series }: IntakePage, faults: Notice[], losses: Notice[]): Html {
  const words = wordsOf(c)
  const language = languageOf(c)
  const old = series.filter((one) => one.old.length > 0)
  return html`${faults.length > 0 ? html`<section aria-labelledby="fouten"><h2 id="fouten" tabindex="-1">${words('formats-faults')}</h2>${list(faults, words)}</section>` : ''}
${losses.length > 0 ? html`<h2>${words('formats-losses')}</h2>${list(losses, words)}` : ''}
<ul><li>${words('intake-how-sessions')}</li><li>${words('intake-how-counts')}</li></ul>
<form method="post" action="${pathOf(c)}" enctype="multipart/form-data">
<p><label for="reeks">${words('intake-series')}</label>
<select id="reeks" name="reeks">${series.map(({ id, title }) => html`<option value="${id}">${textIn(title, language)}</option>`)}</select></p>
<p><label for="bestand">${words('intake-file')}</label>
<input id="bestand" type="file" name="bestand" required accept=".ics,.csv,.txt,text/calendar,text/csv"></p>
<button data-role="main">${words('formats-look')}</button></form>
<p>${words('formats-nothing-kept')}</p>
${
  old.length > 0
    ? html`<section aria-labelledby="vroeger"><h2 id="vroeger">${words('intake-old')}</h2><p>${words('intake-old-what')}</p>
${old.map(
  ({ id, title, old: days }) =>
    html`<h3>${textIn(title, language)}</h3><ul>${days.map(
      ({ date, lines }) => html`<li>${date}<ul>${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul></li>`,
    )}</ul><details><summary>${words('intake-drop')}</summary><form method="post" action="${pathOf(c)}/wis">
<input type="hidden" name="reeks" value="${id}"><button data-role="control">${words('intake-drop-sure')}</button></form></details>`,
)}</section>`
    : ''
}`
}

function lookedAt(c: Context, { kind, losses, lines, content }: IntakeLook): Html {
  const words = wordsOf(c)
  const left =
    losses.length > 0
      ? html`<section aria-labelledby="verlies"><h3 id="verlies">${words('formats-losses')}</h3>${list(losses, words)}</section>`
      : ''
  if (content === null) {
    return html`<h2 tabindex="-1">${words('intake-nothing')}</h2>${left}<p><a href="${pathOf(c)}">${words('intake-more')}</a></p>`
  }
  return html`<h2 tabindex="-1">${words(`intake-found-${kind}`, { count: lines.length })}</h2>
<ul>${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul>${left}
<form method="post" action="${pathOf(c)}/bewaar"><input type="hidden" name="inhoud" value="${content}">
<button data-role="main">${words(`intake-keep-${kind}`, { count: lines.length })}</button></form>
<p><a href="${pathOf(c)}">${words('intake-more')}</a></p>`
}

const list = (notices: Notice[], words: Words): Html =>
  html`<ul>${noticeTexts(notices, words).map((text) => html`<li dir="auto">${text}</li>`)}</ul>`

const PATH = '/inlezen/:token'
/** Of the form around a file, and of the list that is sent back. */
const FORM_BYTES = 512 * 1024
const tooLarge = notice('formats-too-large', {}, { most: MOST_BYTES / 1024 / 1024 })
const tokenOf = (c: Context) => c.req.param('token') ?? ''
const pathOf = (c: Context) => `/inlezen/${encodeURIComponent(tokenOf(c))}`
const languageOf = (c: Context): FullLanguage => fullLanguage(nearestLanguage(c.req.header('Accept-Language'), 'nl'))
const wordsOf = (c: Context): Words => wordsFor(languageOf(c))
