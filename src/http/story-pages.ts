/** An impact story on a page, to read and to download. Its address is the key, for an hour. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { tagOf } from '../channels/web/wire.ts'
import { openLines, voiceLines } from '../dialogue/story-card.ts'
import { fitsOnPaper, STORY_FILES } from '../dialogue/story-files.ts'
import { directionOf, nearestLanguage, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'
import type { HttpDeps } from './deps.ts'
import { messagePage } from './message-pages.ts'
import { renderPage } from './shell.ts'

export function storyPages(deps: Pick<HttpDeps, 'stories'>, assets: AssetPaths): Hono {
  const pages = new Hono()

  pages.get('/verhaal/:token', async (c) => {
    const token = c.req.param('token')
    const found = await deps.stories.open(token)
    if (!found) return nothing(c)
    const { story, document } = found
    const language = languageOf(c)
    const words = wordsFor(language)
    const lines = story.state === 'draft' ? [...voiceLines(story, words), ...openLines(story, words, MOST_LINES)] : []
    const content = html`<article lang="${tagOf(document.language)}" dir="${directionOf(document.language)}">
<h1>${document.title}</h1>
<p>${document.subtitle}</p>
${document.blocks.map(
  ({ heading, paragraphs = [], notes = [] }) => html`<section><h2>${heading}</h2>
${paragraphs.map((text) => html`<p>${text}</p>`)}
${notes.map((note) => html`<p><small>${note}</small></p>`)}</section>`,
)}
<p><small>${document.foot}</small></p></article>
<section aria-labelledby="stand-h"><h2 id="stand-h">${words('story-files')}</h2>
${
  fitsOnPaper(story)
    ? html`<ul>${STORY_FILES.map((kind) => html`<li><a href="/verhaal/${token}/${kind}">${words(KEYS[kind])}</a></li>`)}</ul>`
    : html`<p>${words('story-files-not')}</p>`
}
${lines.map(({ text, style }) => (style === 'strong' ? html`<p><strong>${text}</strong></p>` : html`<p>${text}</p>`))}</section>`
    return c.html(renderPage({ language, title: words('story-name'), content, layout: 'reading' }, assets))
  })

  pages.get('/verhaal/:token/:kind', async (c) => {
    const file = await deps.stories.file(c.req.param('token'), c.req.param('kind'))
    if (!file) return nothing(c)
    c.header('Content-Type', file.type)
    c.header('Content-Disposition', `attachment; filename="${file.name}"`)
    c.header('Cache-Control', 'no-store')
    return c.body(new Uint8Array(file.bytes))
  })

  const nothing = (c: Context) => c.html(messagePage('web-not-found', languageOf(c), assets), 404)

  return pages
}

const languageOf = (c: Context) => nearestLanguage(c.req.header('Accept-Language'), 'nl')

const KEYS = { pdf: 'story-pdf', docx: 'story-docx', md: 'story-markdown' } as const
const MOST_LINES = 30
