/** The library of methods as pages: for everybody, without an account, a cookie or a script. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { type Html, tagOf } from '../channels/web/wire.ts'
import { ASPECTS, type Card, GROUPS } from '../config/method.ts'
import { cardJson, cardMarkdown, cardYaml, mayLeave } from '../instrumentarium/card-files.ts'
import { cardSheet, type Fact } from '../instrumentarium/card-sheet.ts'
import { type CardWish, LONGEST_WORDS, readWish, searchCards, TIMES } from '../instrumentarium/search-cards.ts'
import { FULL_LANGUAGES, type FullLanguage, fullLanguage, textIn } from '../survey/question-set.ts'
import { directionOf, nearestLanguage, type Words, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import type { HttpDeps } from './deps.ts'
import { renderPage } from './shell.ts'

export function methodPages(deps: Pick<HttpDeps, 'cards'>, assets: AssetPaths): Hono {
  const pages = new Hono()

  pages.get('/methodes', async (c) => {
    const language = languageIn(c)
    const wish = readWish({
      aspect: c.req.query('over') ?? '',
      time: c.req.query('tijd') ?? '',
      group: c.req.query('voor') ?? '',
      words: c.req.query('zoek') ?? '',
    })
    const content = libraryContent(searchCards(await deps.cards(), wish, language), wish, language)
    return c.html(
      renderPage({ language, title: wordsFor(language)('method-library'), content, layout: 'reading' }, assets),
    )
  })

  pages.get('/methodes/:file{[a-z0-9-]+\\.(?:md|yaml|json)}', async (c) => {
    const [id = '', ending = ''] = c.req.param('file').split('.')
    const card = await find(id)
    if (!card || !mayLeave(card)) return c.notFound()
    const { type, write } = FILES[ending as keyof typeof FILES]
    c.header('Content-Type', `${type}; charset=utf-8`)
    c.header('Content-Disposition', `attachment; filename="${id}.${ending}"`)
    return c.body(write(card, languageIn(c)))
  })

  pages.get('/methodes/:id', async (c) => {
    const card = await find(c.req.param('id'))
    if (!card) return c.notFound()
    const language = languageIn(c)
    const content = cardContent(card, language)
    return c.html(renderPage({ language, title: textIn(card.title, language), content, layout: 'reading' }, assets))
  })

  const find = async (id: string) => (await deps.cards()).find((card) => card.id === id)
  return pages
}

const FILES = {
  md: { type: 'text/markdown', write: cardMarkdown },
  yaml: { type: 'application/yaml', write: cardYaml },
  json: { type: 'application/json', write: cardJson },
} as const

const languageIn = (c: Context): FullLanguage =>
  FULL_LANGUAGES.find((one) => one === c.req.query('taal')) ??
  fullLanguage(nearestLanguage(c.req.header('Accept-Language'), 'nl'))

function libraryContent(found: Card[], wish: CardWish, language: FullLanguage): Html {
  const words = wordsFor(language)
  const { aspect, time, group } = wish
  const said = [
    ...(aspect ? [words(`method-aspect-${aspect}`)] : []),
    ...(time ? [words(`method-time-${time}`)] : []),
    ...(group ? [words(`method-group-${group}`)] : []),
    ...(wish.words ? [words('method-quoted', { words: wish.words })] : []),
  ].join(' · ')
  const count = found.length
  const key = count === 0 ? 'method-none' : said ? 'method-fit' : 'method-all'
  return html`<h1>${words('method-library')}</h1>
<p>${words('method-heading')}. ${words('method-free')}</p>
${languageNav(language, wish)}
<form method="get" action="/methodes" role="search" aria-label="${words('method-library')}">
<input type="hidden" name="taal" value="${language}">
${choice(words, 'over', 'method-by-aspect', ASPECTS, aspect, (one) => `method-aspect-${one}`)}
${choice(words, 'tijd', 'method-by-time', TIMES, time, (one) => `method-time-${one}`)}
${choice(words, 'voor', 'method-by-group', GROUPS, group, (one) => `method-group-${one}`)}
<label for="zoek">${words('method-by-words')}</label>
<input id="zoek" name="zoek" type="search" maxlength="${LONGEST_WORDS}" value="${wish.words ?? ''}">
<button data-role="main">${words('method-do-search')}</button>
</form>
${said ? html`<p><a href="/methodes?taal=${language}">${words('method-anew')}</a></p>` : ''}
<section aria-labelledby="gevonden"><h2 id="gevonden">${words(key, { count, ...(said ? { chosen: said } : {}) })}</h2>
${count === 0 ? '' : html`<ul data-list>${found.map((card) => rowHtml(card, language))}</ul>`}</section>`
}

function rowHtml(card: Card, language: FullLanguage): Html {
  const { title, kind, measures, facts } = cardSheet(card, language)
  const time = facts.find(({ label }) => label === wordsFor(language)('method-time'))
  return html`<li><h3><a href="/methodes/${card.id}?taal=${language}">${title}</a></h3>
<p>${measures}</p>
<p><small>${kind}${time ? ` ${time.text}.` : ''}</small></p></li>`
}

function choice<T extends string>(
  words: Words,
  name: string,
  label: string,
  values: readonly T[],
  chosen: T | undefined,
  key: (value: T) => string,
): Html {
  return html`<label for="${name}">${words(label)}</label>
<select id="${name}" name="${name}"><option value="">${words('method-any')}</option>${values.map(
    (value) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words(key(value))}</option>`,
  )}</select>`
}

function cardContent(card: Card, language: FullLanguage): Html {
  const words = wordsFor(language)
  const sheet = cardSheet(card, language)
  const leaves = mayLeave(card)
  const parts = sheet.parts.filter(({ heading }) => leaves || heading !== words('method-questions'))
  const file = (ending: keyof typeof FILES) =>
    html`<li><a href="/methodes/${card.id}.${ending}?taal=${language}" download>${words(`method-file-${ending}`)}</a></li>`
  return html`<p><a href="/methodes?taal=${language}">${words('method-list')}</a></p>
<h1>${sheet.title}</h1>
${languageNav(language, {})}
<p><small>${sheet.kind}</small></p>
<p>${sheet.measures}</p>
${sheet.elsewhere ? html`<p>${sheet.elsewhere.reason}</p><p><a href="${sheet.elsewhere.url}" rel="noreferrer external">${words('method-open-elsewhere')}</a></p>` : ''}
${factsHtml(sheet.facts)}
${sheet.care ? html`<section aria-labelledby="vooraf"><h2 id="vooraf">${words('method-care')}</h2><p>${sheet.care}</p></section>` : ''}
${parts.map(
  ({ heading, lines }, i) =>
    html`<section aria-labelledby="deel-${i}"><h2 id="deel-${i}">${heading}</h2><ul>${lines.map((line) => html`<li><p>${line}</p></li>`)}</ul></section>`,
)}
<section aria-labelledby="rechten"><h2 id="rechten">${words('method-rights')}</h2>${factsHtml(sheet.rights)}</section>
<section aria-labelledby="meenemen"><h2 id="meenemen">${words('method-take')}</h2>
${leaves ? html`<ul>${(['md', 'yaml', 'json'] as const).map(file)}</ul>` : html`<p>${words('method-stays')}</p>`}</section>`
}

const factsHtml = (facts: Fact[]): Html =>
  html`<dl>${facts.map(({ label, text }) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>`

/** Each language in itself; what is searched for stays. */
function languageNav(now: FullLanguage, { aspect, time, group, words }: CardWish): Html {
  const kept = Object.entries({ over: aspect, tijd: time, voor: group, zoek: words }).filter(([, value]) => value)
  return html`<nav aria-label="${wordsFor(now)('web-languages')}"><ul>${FULL_LANGUAGES.map((language) => {
    const query = new URLSearchParams([['taal', language], ...(kept as [string, string][])])
    return html`<li><a href="?${query.toString()}" lang="${tagOf(language)}" dir="${directionOf(language)}" hreflang="${tagOf(language)}"${
      language === now ? html` aria-current="true"` : ''
    }>${wordsFor(language)('web-language-name')}</a></li>`
  })}</ul></nav>`
}
