/** Questions over time on a page: one table a question, with the figures of the digests that this reader has. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { textIn } from '../digest/labels.ts'
import { careText, trendRows, trendTitle } from '../digest/render-trend.ts'
import { type Trend, trendsOf } from '../digest/trend.ts'
import type { LocalText } from '../survey/question-set.ts'
import { trendFigure } from './drawn-figure.ts'
import type { CoachView } from './view.ts'

/** Nothing as long as no question was shown twice. */
export function trendPart(view: CoachView): Html | '' {
  const { words } = view
  const surveys = overTime(view.overview.digests)
  if (surveys.length === 0) return ''
  return html`<section aria-labelledby="tijd-h"><h2 id="tijd-h">${words('coach-over-time')}</h2>
${surveys.map(
  ({
    surveyId,
    aspect,
    trends,
  }) => html`<details id="tijd-${surveyId}"><summary>${textIn(aspect, view.overview.language)}</summary>
${trends.map((trend) => html`${trendFigure(view, surveyId, aspect, trend)}${trendHtml(view, trend)}`)}
<p>${careText(trends, words)}</p></details>
`,
)}</section>`
}

/** By survey, newest first. */
export function overTime(digests: CoachView['overview']['digests']) {
  const surveys = new Map<string, typeof digests>()
  for (const digest of digests)
    if (digest.surveyId !== null) surveys.set(digest.surveyId, [...(surveys.get(digest.surveyId) ?? []), digest])
  return [...surveys]
    .map(([surveyId, own]): { surveyId: string; aspect: LocalText; trends: Trend[] } => ({
      surveyId,
      aspect: own[0]!.content.aspect,
      trends: trendsOf(own),
    }))
    .filter(({ trends }) => trends.length > 0)
}

function trendHtml(view: CoachView, trend: Trend): Html {
  const { words, overview } = view
  const rows = trendRows(trend, overview.language).map((row) =>
    row.kind === 'break'
      ? html`<tr data-kind="break"><th scope="rowgroup" colspan="2">${row.text}</th></tr>`
      : html`<tr><th scope="row"><time datetime="${row.date}">${row.day}</time></th><td>${row.text}</td></tr>`,
  )
  return html`<table><caption>${trendTitle(trend, overview.language)}</caption>
<thead><tr><th scope="col">${words('coach-over-time-when')}</th><th scope="col">${words('coach-digest-count')}</th></tr></thead>
<tbody>${rows}</tbody></table>
`
}
