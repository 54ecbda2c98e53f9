/** Pictures on a page: where each one is found, and the same in words for who does not see it. */
import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { textIn } from '../digest/labels.ts'
import { digestPicture } from '../digest/picture.ts'
import type { Trend } from '../digest/trend.ts'
import { trendPicture } from '../digest/trend-picture.ts'
import { type Picture, WIDTH } from '../drawing/frame.ts'
import type { LocalText } from '../survey/question-set.ts'
import type { CoachView } from './view.ts'

/** Nothing when there is nothing to draw: the words and tables say all. */
export function digestFigure(view: CoachView, digest: CoachView['overview']['digests'][number]): Html | '' {
  const picture = digestPicture(digest.content, view.overview.language)
  return picture ? figure(`${view.base}/overzicht/${digest.id}.png`, picture) : ''
}

export function trendFigure(view: CoachView, surveyId: string, aspect: LocalText, trend: Trend): Html {
  const { language } = view.overview
  const picture = trendPicture(trend, textIn(aspect, language), language)
  const path = [surveyId, `${trend.key}.png`].map(encodeURIComponent).join('/')
  return figure(`${view.base}/tijd/${path}`, picture)
}

/**
 * The address changes with what the picture says: a page that draws itself anew then shows the new one. Its height is
 * known before it comes, so that nothing jumps.
 */
function figure(address: string, { svg, alt }: Picture): Html {
  const height = /height="(\d+)"/.exec(svg)?.[1]
  const version = createHash('sha256').update(alt).digest('base64url').slice(0, 8)
  return html`<figure><img src="${address}?${version}" width="${WIDTH}" height="${height}" alt="${alt}" loading="lazy"></figure>
`
}
