/** The document around every page. */
import { html } from 'hono/html'
import { type Html, tagOf } from '../channels/web/wire.ts'
import type { Language } from '../survey/question-set.ts'
import { directionOf, wordsFor } from '../words/words.ts'
import type { AssetPaths } from './assets.ts'

export type Page = {
  language: Language
  title: string
  /** What stands in `main`. */
  content: Html
  /** `coach`: room for tables and forms side by side on a wide screen; `reading`: one column for staff to read and write in; `tablet`: a device that others hold as well. */
  layout?: 'coach' | 'reading' | 'tablet'
  /** The page is kept up to date: where its news comes from, and which element it is morphed into. */
  live?: { stream: string; target: string; news: string }
  footer?: Html
}

export function renderPage(page: Page, assets: AssetPaths): Html {
  const words = wordsFor(page.language)
  // What a young person taps waits for the line; what staff wish for is said to have failed, and is wished again.
  const waits =
    page.layout === 'coach' || page.layout === 'reading'
      ? ''
      : html` data-waiting="${words('web-no-line')}" data-too-much="${words('web-too-much')}"`
  const live = page.live
    ? html` data-hx-sse:connect="${page.live.stream}" data-hx-swap="innerMorph target:#${page.live.target}"`
    : ''
  return html`<!doctype html>
<html lang="${tagOf(page.language)}" dir="${directionOf(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="htmx-config" content="${HTMX}">
<title>${plain(page.title)} · Pols</title>
<link rel="icon" href="${assets.icon}">
<link rel="stylesheet" href="${assets.style}">
<script defer src="${assets.script}"></script>
</head>
<body${page.layout ? html` data-layout="${page.layout}"` : ''}>
<header><img src="${assets.icon}" alt="" width="32" height="32"> <p translate="no">Pols</p></header>
<main${live}>
<p id="melding" role="status" data-offline="${words('web-offline')}"${waits}${page.live ? html` data-news="${page.live.news}"` : ''}></p>
${page.content}
</main>
${page.footer ? html`<footer>${page.footer}</footer>` : ''}
</body>
</html>
`
}

/** A title is shown by the browser, which draws direction isolates as boxes on some systems. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

/** No history, no style of its own, one extension; an answer that is an error never takes the place of a card. */
const HTMX = JSON.stringify({
  history: false,
  includeIndicatorCSS: false,
  extensions: 'sse',
  noSwap: [204, 304, '40x', '41x', '5xx'],
  // What somebody opened stays open when news comes in.
  morphIgnore: ['data-htmx-powered', 'open'],
  defaultTimeout: 20_000,
  sse: { reconnectMaxDelay: 10_000 },
})
