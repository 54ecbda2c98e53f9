/** The documents for the talks, on a page: to download, and to make now. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { type CoachView, type Teller, wishForm } from './view.ts'

const KINDS = ['june', 'year-end'] as const

export function reportsPart(view: CoachView, tell: Teller): Html {
  const { words, overview, base, authority } = view
  const { year } = overview.people
  const known = overview.reports
  const list = known.map(
    ({ id, kind, year: of }) =>
      html`<li>${words(`report-menu-${kind}`, { year: `${of}–${of + 1}` })}: <a href="${base}/verslag/${id}.pdf">PDF</a> · <a href="${base}/verslag/${id}.md">Markdown</a></li>`,
  )
  const missing = KINDS.filter((kind) => !known.some((one) => one.kind === kind && one.year === year))
  return html`<section aria-labelledby="verslag-h"><h2 id="verslag-h">${words('report-menu')}</h2>
<p>${words('report-part')}</p>
${known.length > 0 ? html`<ul>${list}</ul>` : ''}
${tell.at('verslag')}
${
  authority.may('report.read')
    ? missing.map((kind) =>
        wishForm(view, {
          action: 'verslag',
          at: 'verslag',
          form: `verslag-${kind}`,
          fields: html`<input type="hidden" name="soort" value="${kind}">`,
          button: words(`report-make-${kind}`),
        }),
      )
    : ''
}</section>`
}
