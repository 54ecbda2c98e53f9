/** The page behind a join link: who asks, in which language, and a yes and a no of the same size. */
import { html } from 'hono/html'
import { CARDS_ID, type Html, tagOf, toHtml } from '../channels/web/wire.ts'
import type { Language } from '../survey/question-set.ts'
import { directionOf, wordsFor } from '../words/words.ts'
import type { JoinPage } from './deps.ts'

export function joinContent(page: JoinPage, formId: string): Html {
  const { language } = page.prompt
  const words = wordsFor(language)
  return html`<h1>${words('web-join-title', { organisation: page.organisation })}</h1>
${page.languages.length > 1 && !page.asksLanguage ? languageLinks(page.languages, language) : ''}
<div id="${CARDS_ID}">${toHtml(page.prompt, { formId, language })}</div>`
}

/** Each language in itself; the one that is shown is marked. */
export function languageLinks(languages: Language[], now: Language): Html {
  return html`<nav aria-label="${wordsFor(now)('web-languages')}"><ul>${languages.map(
    (language) =>
      html`<li><a href="?taal=${language}" lang="${tagOf(language)}" dir="${directionOf(language)}" hreflang="${tagOf(language)}"${
        language === now ? html` aria-current="true"` : ''
      }>${wordsFor(language)('web-language-name')}</a></li>`,
  )}</ul></nav>`
}
