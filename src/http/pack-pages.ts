/** A page where a curator takes up a pack of methods: first what it holds and whose it is, then a yes. Works without script. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { Fault } from '../instrumentarium/outcome.ts'
import { MOST_BYTES, spelled } from '../instrumentarium/pack-file.ts'
import type { PackIn } from '../instrumentarium/packs.ts'
import { fullLanguage, textIn } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import type { HttpDeps } from './deps.ts'
import { messagePage } from './message-pages.ts'
import { sameSiteOnly } from './security.ts'
import { renderPage } from './shell.ts'

type Deps = Pick<HttpDeps, 'publicUrl' | 'packs'>

/** Stands before the limit for forms: a file is larger. */
export function packPages({ publicUrl, packs }: Deps, assets: AssetPaths): Hono {
  const pages = new Hono()
  const nowhere = (c: Context) => c.html(messagePage('web-not-found', languageOf(c), assets), 404)
  const tooBig: Fault = { ok: false, fault: 'library-pack-big', values: { max: MOST_BYTES / (1024 * 1024) } }
  pages.use(`${PATH}/*`, sameSiteOnly(publicUrl))
  const limit = bodyLimit({ maxSize: MOST_BYTES * 1.4 + FORM_BYTES, onError: (c) => page(c, form(c, tooBig), 413) })

  pages.get(PATH, async (c) => ((await packs.open(tokenOf(c))) ? page(c, form(c)) : nowhere(c)))

  pages.post(PATH, limit, async (c) => {
    const { bestand } = await c.req.parseBody().catch(() => ({ bestand: undefined }))
    const bytes = bestand instanceof File ? new Uint8Array(await bestand.arrayBuffer()) : new Uint8Array()
    const looked = await packs.look(tokenOf(c), bytes)
    if (!looked) return nowhere(c)
    return looked.ok ? page(c, found(c, looked.value, bytes)) : page(c, form(c, looked), 422)
  })

  pages.post(`${PATH}/neem`, limit, async (c) => {
    const { inhoud, vingerafdruk } = await c.req.parseBody().catch(() => ({ inhoud: '', vingerafdruk: '' }))
    const bytes = new Uint8Array(Buffer.from(String(inhoud ?? ''), 'base64'))
    const taken = await packs.take(tokenOf(c), bytes, String(vingerafdruk ?? ''))
    if (!taken) return nowhere(c)
    if (!taken.ok) return page(c, form(c, taken), 422)
    return page(c, html`<p data-said="done">${wordsOf(c)('library-pack-taken', taken.value)}</p>`)
  })

  function form(c: Context, fault?: Fault): Html {
    const words = wordsOf(c)
    return html`${fault ? html`<p data-said="fault" tabindex="-1" autofocus>${words(fault.fault, fault.values)}</p>` : ''}
<p>${words('library-pack-how')}</p>
<form method="post" action="${pathOf(c)}" enctype="multipart/form-data">
<p><label for="bestand">${words('library-pack-file')}</label>
<input id="bestand" type="file" name="bestand" required accept=".json"></p>
<button data-role="main">${words('library-pack-look')}</button></form>`
  }

  /** What it holds and whose it is. For a key that is not known, the fingerprint is written over, not tapped away. */
  function found(c: Context, { pack, known, coming }: PackIn, bytes: Uint8Array): Html {
    const words = wordsOf(c)
    const language = languageOf(c)
    const lines = coming.map(({ card, how }) =>
      words('library-pack-card-line', {
        ...{ title: textIn(card.title, language), credit: card.credit ?? pack.by },
        ...{ licence: card.licence?.name ?? '', how: words(`library-pack-${how}`) },
      }),
    )
    const key =
      known === 'unknown'
        ? html`<p><label for="vingerafdruk">${words('library-pack-say')}</label>
<input id="vingerafdruk" name="vingerafdruk" required autocomplete="off" dir="ltr" maxlength="60"></p>`
        : ''
    return html`<p>${words('library-pack-whose', { by: pack.by, made: pack.made })}</p>
<p>${words(`library-pack-key-${known}`, { fingerprint: spelled(pack.fingerprint) })}</p>
<ul>${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul>
<form method="post" action="${pathOf(c)}/neem" enctype="multipart/form-data">
<input type="hidden" name="inhoud" value="${Buffer.from(bytes).toString('base64')}">${key}
<button data-role="main">${words('library-pack-take')}</button></form>
<p><a href="${pathOf(c)}">${words('library-pack-other')}</a></p>`
  }

  const page = (c: Context, content: Html, status: 200 | 413 | 422 = 200) => {
    const title = wordsOf(c)('library-pack-bring')
    return c.html(
      renderPage(
        { language: languageOf(c), title, layout: 'reading', content: html`<h1>${title}</h1>${content}` },
        assets,
      ),
      status,
    )
  }

  return pages
}

const PATH = '/pakket/:token'
/** Of the form around a file. */
const FORM_BYTES = 16 * 1024
const tokenOf = (c: Context) => c.req.param('token') ?? ''
const pathOf = (c: Context) => `/pakket/${encodeURIComponent(tokenOf(c))}`
const languageOf = (c: Context) => fullLanguage(nearestLanguage(c.req.header('Accept-Language'), 'nl'))
const wordsOf = (c: Context) => wordsFor(languageOf(c))
