/** A page for one open question of somebody who answers the rest in a chat. No cookie: the address is the key, once. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Prompt } from '../channels/port.ts'
import { CARDS_ID, type Html, type Refused, toHtml } from '../channels/web/wire.ts'
import type { Language } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import { formId } from './commands.ts'
import type { HttpDeps } from './deps.ts'
import { type MessageKey, messagePage } from './message-pages.ts'
import { refusalOf } from './refusal.ts'
import { renderPage } from './shell.ts'

export function writePages(deps: HttpDeps, assets: AssetPaths): Hono {
  const pages = new Hono()

  pages.get(PATH, async (c) => {
    const prompt = await deps.writing.page(tokenOf(c))
    return 'fault' in prompt ? nothing(c, prompt.fault) : c.html(page(c, prompt))
  })

  pages.post(PATH, async (c) => {
    const form = said.safeParse(await c.req.parseBody()).data
    if (!form) return c.html(messagePage('web-bad-form', languageOf(c), assets), 400)
    const token = tokenOf(c)
    const prompt = await deps.writing.page(token)
    if ('fault' in prompt) return over(c, prompt.fault)
    const text = form.text?.replaceAll('\r\n', '\n')
    const refused = text === undefined ? null : refusalOf([prompt], form.data, text)
    if (refused)
      return isPart(c) ? c.html(card(c, prompt, { ...refused, text: '' }), 422) : c.html(page(c, prompt, refused), 422)
    const taken = await deps.writing.take(token, { data: form.data, ...(text === undefined ? {} : { text }) })
    if (taken === 'kept') return over(c, 'used', prompt.language)
    if (taken !== 'helped') return over(c, taken.fault)
    const look = html`${sentence('web-write-helped', prompt.language)}${card(c, prompt)}`
    return c.html(isPart(c) ? look : around(prompt.language, look))
  })

  /** With JavaScript in place of the card; without, the page again, which says the same. */
  function over(c: Context, fault: Fault, language: Language = languageOf(c)) {
    if (!isPart(c)) return c.redirect(c.req.path, 303)
    return c.html(sentence(MESSAGES[fault][1], language))
  }

  const nothing = (c: Context, fault: Fault) =>
    c.html(messagePage(MESSAGES[fault][1], languageOf(c), assets), MESSAGES[fault][0])

  const page = (c: Context, prompt: Prompt, refused?: Refused) => around(prompt.language, card(c, prompt, refused))

  function around(language: Language, content: Html): Html {
    const title = wordsFor(language)('web-write')
    return renderPage(
      { language, title, content: html`<h1>${title}</h1><div id="${CARDS_ID}">${content}</div>` },
      assets,
    )
  }

  function card(c: Context, prompt: Prompt, refused?: Refused): Html {
    const paths = { tap: c.req.path, write: c.req.path }
    return toHtml(prompt, { formId: deps.newId(), paths, ...(refused ? { refused } : {}) })
  }

  return pages
}

function sentence(key: MessageKey, language: Language): Html {
  const words = wordsFor(language)
  return html`<article id="${key}" data-kind="notice"><h2 tabindex="-1">${words(key)}</h2><p>${words(`${key}-do`)}</p></article>`
}

type Fault = 'unknown' | 'expired' | 'used'
const MESSAGES = {
  unknown: [404, 'web-write-unknown'],
  expired: [410, 'web-write-expired'],
  used: [200, 'web-write-kept'],
} as const satisfies Record<Fault, readonly [number, MessageKey]>

const PATH = '/schrijf/:token'
const tokenOf = (c: Context) => c.req.param('token') ?? ''
const isPart = (c: Context) => c.req.header('HX-Request') !== undefined
const languageOf = (c: Context) => nearestLanguage(c.req.header('Accept-Language'), 'nl')
const said = z.object({ eenmalig: formId, data: z.string().min(1).max(64), text: z.string().optional() })
