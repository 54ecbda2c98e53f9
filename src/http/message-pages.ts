/** Pages that only say something: the start, and everything that is not there or went wrong. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import { renderPage } from './shell.ts'

/** `<key>` is the heading, `<key>-do` says what to do now. */
export function messagePage(
  key: MessageKey,
  language: Language,
  assets: AssetPaths,
  values: Record<string, number> = {},
): Html {
  const words = wordsFor(language)
  const content = html`<h1>${words(key)}</h1><p>${words(`${key}-do`, values)}</p>`
  return renderPage({ language, title: words(key), content }, assets)
}

export type MessageKey =
  | 'web-join-unknown'
  | 'web-join-expired'
  | 'web-join-used'
  | 'web-not-found'
  | 'web-error'
  | 'web-busy'
  | 'web-too-often'
  | 'web-bad-form'
  | 'web-too-much'
  | 'web-write-unknown'
  | 'web-write-expired'
  | 'web-write-kept'
  | 'web-write-helped'

/** Says what Pols is. Organisations are not listed; only examples are, for who tries it out. */
export function startPage(examples: { name: string; url: string }[], language: Language, assets: AssetPaths): Html {
  const words = wordsFor(language)
  const list = html`<h2>${words('web-examples')}</h2><ul>${examples.map(
    (example) => html`<li><a href="${example.url}">${example.name}</a></li>`,
  )}</ul>`
  const content = html`<h1>${words('web-what')}</h1><p>${words('web-what-how')}</p><p>${words('web-what-link')}</p>
<p><a href="/methodes">${words('method-look')}</a></p>
${examples.length > 0 ? list : ''}`
  return renderPage({ language, title: words('web-what'), content }, assets)
}
