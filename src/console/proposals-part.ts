/** What young people bring in by themselves, on the coach's page: their proposals, and who they can ask for contact. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { type CoachView, STAFF, type Teller, timeText, wishForm } from './view.ts'

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

export function staffPart(view: CoachView, tell: Teller): Html {
  const { words, overview } = view
  return html`<section aria-labelledby="staf-h"><h2 id="staf-h">${words('coach-staff')}</h2>
<p>${words('coach-staff-how')}</p>
<ul>${overview.staff.map((one) => html`<li>${staffText(view, one)}</li>`)}</ul>
${tell.at(STAFF)}
${overview.staff.flatMap(({ purpose, name }) =>
  name === null
    ? []
    : wishForm(view, {
        action: 'stafcode',
        at: STAFF,
        form: `stafcode-${purpose}`,
        fields: html`<input type="hidden" name="doel" value="${purpose}">`,
        button: words('coach-staff-code', { name }),
      }),
)}
</section>`
}

function staffText(view: CoachView, { purpose, name, linkedAt }: CoachView['overview']['staff'][number]): string {
  const role = view.words(`coach-staff-${purpose}`)
  if (name === null) return view.words('coach-staff-unnamed', { role })
  if (linkedAt === null) return view.words('coach-staff-waiting', { role, name })
  return view.words('coach-staff-linked', { role, name, date: timeText(view, linkedAt, 'day') })
}
