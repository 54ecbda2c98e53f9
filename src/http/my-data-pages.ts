/** The page of one person: what is kept of them, to read, to take along and to erase. It works without scripts. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { type Language, slug } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import type { HttpDeps } from './deps.ts'
import { messagePage } from './message-pages.ts'
import { myDataContent, myDataFile } from './my-data-content.ts'
import { dropCookies, personOf } from './person-cookie.ts'
import { renderPage } from './shell.ts'

/** Where somebody reads that everything is gone. */
export const goneAddress = (language: Language): string => `/mijn/weg?taal=${language}`

/** Each page twice: behind a link from a chat (`/mijn/<token>`), and for who the browser knows (`/mijn`). */
export function myDataPages(deps: HttpDeps, assets: AssetPaths): Hono {
  const pages = new Hono()

  pages.get('/mijn/weg', (c) => {
    const language = languageOf(c)
    const words = wordsFor(language)
    const content = html`<h1>${words('data-erased')}</h1><p>${words('data-erased-again')}</p>`
    return c.html(renderPage({ language, title: words('data-erased'), content }, assets))
  })

  for (const start of ['/mijn', '/mijn/:token{[\\w-]{24}}'] as const) {
    pages.get(start, async (c) => {
      const seen = await lookedUp(c)
      if (!seen) return nobody(c)
      const language = seen.data.language
      const said = SAID[c.req.query('weg') ?? '']
      const content = myDataContent(seen.data, { base: seen.base, said })
      return c.html(renderPage({ language, title: wordsFor(language)('data-title'), content }, assets))
    })

    pages.get(`${start}/gegevens.json`, async (c) => {
      const seen = await lookedUp(c)
      if (!seen) return nobody(c)
      c.header('Content-Disposition', 'attachment; filename="pols.json"')
      return c.json(myDataFile(seen.data, deps.clock.now()))
    })

    pages.post(`${start}/wis`, async (c) => {
      const form = one.safeParse(await c.req.parseBody()).data
      if (!form) return c.html(messagePage('web-bad-form', languageOf(c), assets), 400)
      const seen = await lookedUp(c)
      if (!seen) return nobody(c)
      const erased = await deps.data.eraseAnswer(seen.contact, form.run, form.question)
      return c.redirect(`${seen.base}?weg=${erased ? 'nu' : 'al'}`, 303)
    })

    pages.post(`${start}/citaat`, async (c) => {
      const form = aboutQuote.safeParse(await c.req.parseBody()).data
      if (!form) return c.html(messagePage('web-bad-form', languageOf(c), assets), 400)
      const seen = await lookedUp(c)
      if (!seen) return nobody(c)
      const said = await deps.data.answerQuote(seen.contact, form.citaat, form.zegt === 'ja' ? 'yes' : 'no')
      return c.redirect(`${seen.base}?weg=${said ? 'citaat' : 'over'}`, 303)
    })

    pages.get(`${start}/wis-alles`, async (c) => {
      const seen = await lookedUp(c)
      if (!seen) return nobody(c)
      const { language, channel } = seen.data
      const words = wordsFor(language)
      const content = html`<h1>${words('data-erase-title')}</h1>
<article>${['data-erase-what', 'data-erase-stays', `data-erase-chat-${channel}`].map((key) => html`<p>${words(key)}</p>`)}
<h2 id="zeker">${words('data-erase-sure')}</h2>
<form method="post" action="${seen.base}/wis-alles"><div role="group" aria-labelledby="zeker"><button data-role="option">${words('data-erase-yes')}</button></div></form>
<form method="get" action="${seen.base}"><div role="group" aria-labelledby="zeker"><button data-role="option">${words('data-erase-no')}</button></div></form></article>`
      return c.html(renderPage({ language, title: words('data-erase-title'), content }, assets))
    })

    pages.post(`${start}/wis-alles`, async (c) => {
      const seen = await lookedUp(c)
      if (!seen) return nobody(c)
      await deps.data.erase(seen.contact)
      const person = personOf(c)
      // The person of this browser may be another than the one behind the link.
      if (person && (await deps.data.byAddress(person)) === null) {
        await deps.web.forget(person.id)
        dropCookies(c)
      }
      return c.redirect(goneAddress(seen.data.language), 303)
    })
  }

  async function lookedUp(c: Context) {
    const token = c.req.param('token')
    const person = token === undefined ? personOf(c) : null
    const contact =
      token !== undefined ? await deps.data.byToken(token) : person ? await deps.data.byAddress(person) : null
    const data = contact === null ? null : await deps.data.read(contact)
    return contact === null || data === null
      ? null
      : { contact, data, base: token === undefined ? '/mijn' : `/mijn/${token}` }
  }

  function nobody(c: Context): Response | Promise<Response> {
    const language = languageOf(c)
    const words = wordsFor(language)
    const [said, advice] =
      c.req.param('token') === undefined
        ? [words('data-page-nobody'), words('data-page-nobody-do')]
        : [words('data-page-old'), words('data-page-old-do')]
    return c.html(renderPage({ language, title: said, content: html`<h1>${said}</h1><p>${advice}</p>` }, assets), 404)
  }

  return pages
}

const languageOf = (c: Context): Language =>
  nearestLanguage(c.req.query('taal') ?? c.req.header('Accept-Language'), 'nl')

const SAID: Record<string, string> = {
  nu: 'data-one-erased',
  al: 'data-one-gone',
  citaat: 'data-quote-done',
  over: 'quote-over',
}

const one = z.object({ run: z.string().regex(/^[\w-]{1,64}$/), question: slug })
const aboutQuote = z.object({ citaat: z.string().regex(/^[\w-]{1,64}$/), zegt: z.enum(['ja', 'nee']) })
