/** The pages of a device that goes from hand to hand. Nothing of anybody is kept in the browser, or found by going back. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { CARDS_ID, cardsToHtml, type Html, live, type Refused, toHtml } from '../channels/web/wire.ts'
import type { TabletAct, TabletScreen } from '../rounds/tablet.ts'
import { LANGUAGES, type Language } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import { formId } from './commands.ts'
import type { HttpDeps } from './deps.ts'
import { languageLinks } from './join-page.ts'
import { messagePage } from './message-pages.ts'
import { refusalOf } from './refusal.ts'
import { renderPage } from './shell.ts'

export function tabletPages(deps: HttpDeps, assets: AssetPaths): Hono {
  const pages = new Hono()

  pages.get(START, async (c) => {
    const { token } = where(c)
    const chosen = LANGUAGES.find((language) => language === c.req.query('taal'))
    const start = await deps.tablet.start(token, chosen)
    if ('fault' in start) {
      return c.html(
        messagePage(`web-join-${start.fault}`, languageOf(c), assets),
        start.fault === 'unknown' ? 404 : 410,
      )
    }
    const { language, languages } = start
    const words = wordsFor(language)
    const nav = languages.length > 1 ? languageLinks(languages, language) : ''
    const asks = html`<h1>${words('tablet-hello')}</h1><p>${words('tablet-hello-how', { organisation: start.organisation })}</p>
${nav}<form method="post" action="${c.req.path}" data-hx-post="${c.req.path}">${hidden()}<input type="hidden" name="taal" value="${language}">
<button data-role="main" data-begin>${words('tablet-begin')}</button></form>`
    const quiet = html`<h1>${words('tablet-nothing')}</h1><p>${words('tablet-nothing-do')}</p><p><a href="${c.req.path}">${words('web-look')}</a></p>`
    return c.html(document(language, start.anythingOpen ? asks : quiet))
  })

  pages.post(START, async (c) => {
    const { token } = where(c)
    const form = begun.safeParse(await c.req.parseBody()).data
    const visit = form ? await deps.tablet.begin(token, form.taal) : null
    return go(c, visit === null ? startOf(token) : `${startOf(token)}/${visit}`)
  })

  pages.get(VISIT, async (c) => {
    const { token, visit } = where(c)
    const screen = await deps.tablet.look(token, visit)
    return screen ? c.html(visitPage(c, screen)) : c.redirect(startOf(token), 303)
  })

  pages.post(`${VISIT}/woord`, async (c) => {
    const form = named.safeParse(await c.req.parseBody()).data
    return form ? act(c, { id: form.eenmalig, do: 'name', alias: form.zonder ? null : form.woord }) : wrongForm(c)
  })

  pages.post(`${VISIT}/tik`, async (c) => {
    const form = tapped.safeParse(await c.req.parseBody()).data
    return form ? act(c, { id: `${form.eenmalig}.${form.data}`, do: 'tap', data: form.data }) : wrongForm(c)
  })

  pages.post(`${VISIT}/schrijf`, async (c) => {
    const form = written.safeParse(await c.req.parseBody()).data
    if (!form) return wrongForm(c)
    const { token, visit } = where(c)
    const text = form.text.replaceAll('\r\n', '\n')
    const screen = await deps.tablet.look(token, visit)
    const prompts = screen?.show === 'prompt' ? [...screen.notices, screen.prompt] : []
    const refused = refusalOf(prompts, form.data, text)
    if (screen && refused) return answer(c, screen, isPart(c) ? { ...refused, text: '' } : refused)
    return act(c, { id: `${form.eenmalig}.write`, do: 'write', data: form.data, text })
  })

  pages.post(`${VISIT}/vraag`, async (c) => {
    const form = asked.safeParse(await c.req.parseBody()).data
    return form ? act(c, { id: `${form.eenmalig}.${form.wat}`, do: form.wat }) : wrongForm(c)
  })

  async function act(c: Context, what: TabletAct) {
    const { token, visit } = where(c)
    const screen = await deps.tablet.act(token, visit, what)
    return screen ? answer(c, screen) : go(c, startOf(token))
  }

  /** The last words of a visit have no address of their own: who goes back, or asks for the page again, is at the start. */
  function answer(c: Context, screen: TabletScreen, refused?: Refused) {
    const status = refused || (screen.show === 'alias' && screen.refused) ? 422 : 200
    if (isPart(c)) return c.html(screenHtml(c, screen, refused), status)
    if (screen.show !== 'over' && status === 200 && screen.notices.length === 0) return c.redirect(visitOf(c), 303)
    return c.html(visitPage(c, screen, refused), status)
  }

  function visitPage(c: Context, screen: TabletScreen, refused?: Refused): Html {
    const title = wordsFor(screen.language)('tablet-title')
    const content = html`<h1>${title}</h1><div id="${CARDS_ID}">${screenHtml(c, screen, refused)}</div>`
    return document(screen.language, content)
  }

  function screenHtml(c: Context, screen: TabletScreen, refused?: Refused): Html {
    const { language } = screen
    const at = visitOf(c)
    const paths = { tap: `${at}/tik`, write: `${at}/schrijf` }
    const notices = cardsToHtml(screen.notices, deps.newId, { paths, ...(refused ? { refused } : {}) })
    switch (screen.show) {
      case 'alias':
        return html`${notices}${aliasHtml(at, language, screen.refused)}${footHtml(at, language, ['help', 'wipe'])}`
      case 'prompt': {
        const card = toHtml(screen.prompt, { formId: deps.newId(), paths, ...(refused ? { refused } : {}) })
        return html`${notices}${card}${footHtml(at, language, ['help', 'wipe'])}`
      }
      case 'over': {
        const words = wordsFor(language)
        return html`${notices}<article id="klaar"><h2 tabindex="-1">${words(`tablet-${screen.key}`)}</h2>
<p>${words(`tablet-${screen.key}-do`)}</p></article>${footHtml(at, language, ['next', 'help'])}`
      }
      default: {
        const never: never = screen
        return never
      }
    }
  }

  function aliasHtml(at: string, language: Language, refused: { text: string; key: string } | null): Html {
    const words = wordsFor(language)
    const path = `${at}/woord`
    const why = refused
      ? html`<p id="woord-w" data-said="fault" role="alert">${words(`tablet-${refused.key}`)}</p>`
      : ''
    return html`<article id="woord-k" aria-labelledby="woord-h"><h2 id="woord-h" tabindex="-1">${words('tablet-alias')}</h2>
<p id="woord-l">${words('tablet-alias-why')}</p>
<form method="post" action="${path}" ${live(path)}>${hidden()}
<label for="woord-t">${words('tablet-alias-field')}</label>${why}
<input id="woord-t" name="woord" dir="auto" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="${refused ? 'woord-w ' : ''}woord-l"${
      refused ? html` aria-invalid="true" autofocus` : ''
    } value="${refused?.text ?? ''}">
<button data-role="main">${words('tablet-alias-go')}</button> <button name="zonder" value="1">${words('tablet-alias-without')}</button></form></article>`
  }

  function footHtml(at: string, language: Language, what: readonly ('help' | 'wipe' | 'next')[]): Html {
    const words = wordsFor(language)
    const path = `${at}/vraag`
    return html`<form data-foot method="post" action="${path}" ${live(path)}>${hidden()}${what.map(
      (one) =>
        html`<button name="wat" value="${one}" data-role="${one === 'next' ? 'main' : 'control'}">${words(one === 'help' ? 'web-help' : `tablet-${one}`)}</button> `,
    )}</form>`
  }

  const hidden = () => html`<input type="hidden" name="eenmalig" value="${deps.newId()}">`

  const document = (language: Language, content: Html): Html =>
    renderPage(
      {
        language,
        title: wordsFor(language)('tablet-title'),
        content,
        layout: 'tablet',
      },
      assets,
    )

  /** With JavaScript the browser is sent on by a header: the answer would otherwise be put into the page. */
  function go(c: Context, path: string) {
    if (!isPart(c)) return c.redirect(path, 303)
    c.header('HX-Redirect', path)
    return c.body(null, 204)
  }

  const wrongForm = (c: Context) => c.html(messagePage('web-bad-form', languageOf(c), assets), 400)

  return pages
}

const START = '/tablet/:token'
const VISIT = `${START}/:visit`
const where = (c: Context) => {
  const { token = '', visit = '' } = c.req.param() as Record<string, string>
  return { token, visit }
}
const startOf = (token: string) => `/tablet/${encodeURIComponent(token)}`
const visitOf = (c: Context) => `${startOf(where(c).token)}/${encodeURIComponent(where(c).visit)}`
const isPart = (c: Context) => c.req.header('HX-Request') !== undefined
const languageOf = (c: Context) => nearestLanguage(c.req.header('Accept-Language'), 'nl')

const data = z.string().min(1).max(64)
const begun = z.object({ eenmalig: formId, taal: z.enum(LANGUAGES) })
const named = z.object({ eenmalig: formId, woord: z.string().max(200).default(''), zonder: z.string().optional() })
const tapped = z.object({ eenmalig: formId, data })
const written = z.object({ eenmalig: formId, data, text: z.string() })
const asked = z.object({ eenmalig: formId, wat: z.enum(['help', 'wipe', 'next']) })
