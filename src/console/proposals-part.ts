/** What young people bring in by themselves, on the coach's page: their proposals. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { type CoachView, type Teller, timeText, wishForm } from './view.ts'

export function proposalsPart(view: CoachView, tell: Teller): Html {
  const { words, overview } = view
  return html`<section aria-labelledby="voorstellen-h"><h2 id="voorstellen-h">${words('coach-proposals')}</h2>
${tell.at('voorstellen')}
${
  overview.proposals.length === 0
    ? html`<p>${words('coach-proposals-none')}</p>`
    : html`<ul data-list>${overview.proposals.map((proposal) => proposalHtml(view, proposal))}</ul>
<p><small>${words('coach-proposals-note')}</small></p>`
}
</section>`
}

function proposalHtml(view: CoachView, { id, text, proposedOn }: CoachView['overview']['proposals'][number]): Html {
  const date = timeText(view, proposedOn.toZonedDateTime(view.overview.timezone).toInstant(), 'day')
  const form = `voorstel-${id}`
  return html`<li id="${form}"><p dir="auto">${text}</p>
<p><small>${view.words('coach-proposal-on', { date })}</small></p>
${wishForm(view, {
  action: 'voorstel',
  at: 'voorstellen',
  form,
  fields: html`<input type="hidden" name="voorstel" value="${id}">`,
  button: view.words('coach-proposal-done'),
})}</li>
`
}
