/** The invitation to a joint worksheet, for who uses no chat: taking it makes a page of one's own, whose address is an account. */
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Html } from '../channels/web/wire.ts'
import { type FullLanguage, fullLanguage } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import { formId } from './commands.ts'
import type { HttpDeps } from './deps.ts'
import { renderPage } from './shell.ts'

export function jointPages(deps: HttpDeps, assets: AssetPaths): Hono {
  const pages = new Hono()

  pages.get(PATH, async (c) => {
    const code = c.req.param('code')
    if (!(await deps.jointInvitation(code))) return wrong(c)
    const words = wordsFor(languageOf(c))
    // Taking it asks for a tap: a messenger that looks at a link for its preview must not use it up.
    return page(
      c,
      html`<h1>${words('joint-page-title')}</h1>
<p>${words('joint-page-invited')}</p>
<p>${words('joint-who-sees')}</p>
<form method="post" action="${c.req.path}"><input type="hidden" name="eenmalig" value="${deps.newId()}">
<p>${words('joint-page-how')}</p><button data-role="main">${words('joint-page-take')}</button></form>
<p>${words('joint-page-chat')}</p><p><code dir="ltr">/koppel ${code}</code></p>`,
    )
  })

  pages.post(PATH, async (c) => {
    const form = taking.safeParse(await c.req.parseBody()).data
    if (!form) return wrong(c)
    // Sent twice from one page, it is one account.
    const secret = createHash('sha256').update(`pols-partner:${form.eenmalig}`).digest('base64url')
    const self = { channel: 'web' as const, id: secret }
    await deps.take({
      ...{ channel: 'web', id: deps.newId(), from: self, language: languageOf(c) },
      ...{ type: 'command', command: 'koppel', argument: c.req.param('code') },
    })
    return (await deps.sheets.page(secret)) ? c.redirect(`/werkblad/${secret}`, 303) : wrong(c)
  })

  function wrong(c: Context) {
    const words = wordsFor(languageOf(c))
    return page(c, html`<h1>${words('joint-page-title')}</h1><p>${words('joint-page-wrong')}</p>`, 404)
  }

  function page(c: Context, content: Html, status: 200 | 404 = 200) {
    const language = languageOf(c)
    return c.html(
      renderPage({ language, title: wordsFor(language)('joint-page-title'), content, layout: 'reading' }, assets),
      status,
    )
  }

  return pages
}

const PATH = '/samen/:code{[a-zA-Z0-9]{1,40}}'

function languageOf(c: Context): FullLanguage {
  const nearest = nearestLanguage(c.req.header('Accept-Language'), 'nl')
  return fullLanguage(nearest)
}

const taking = z.object({ eenmalig: formId })
