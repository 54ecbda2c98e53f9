/** Data for others, on a page: what was agreed, putting one forward, stopping. Agreeing is done in a private chat, by an own account. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { SharingWish } from '../dialogue/data-agreements.ts'
import { type CoachView, field, type Teller, textIn, wishForm } from './view.ts'

export function dataPart(view: CoachView, tell: Teller): Html {
  const { words, overview, authority, base } = view
  return html`<section aria-labelledby="gegevens-h"><h2 id="gegevens-h">${words('sharing-back')}</h2>
<p>${words('sharing-list-how')}</p>
${tell.at('gegevens')}
${overview.sharings.length === 0 ? html`<p>${words('sharing-list-none')}</p>` : html`<ul>${overview.sharings.map((one) => item(view, one))}</ul>`}
${authority.may('data.propose') ? proposeForm(view) : ''}</section>`

  function item(of: CoachView, one: CoachView['overview']['sharings'][number]): Html {
    const open = one.state === 'agreed'
    const line = words('sharing-item', {
      receiver: one.receiver,
      state: words(`sharing-state-${one.state}`),
      day: one.endsOn,
    })
    return html`<li><p>${line}</p><p><small>${one.purpose} · ${words(`sharing-level-${one.level}`)}</small></p>
${open && authority.may('data.fetch') && of.self ? html`<p><a href="${base}/gegevens/${one.id}.zip">${words('sharing-zip')}</a></p>` : ''}
${
  one.state === 'proposed' && authority.may('data.propose')
    ? wishForm(of, {
        action: 'deel-terug',
        at: 'gegevens',
        form: `terug-${one.id}`,
        fields: hidden(one.id),
        button: words('agree-withdraw'),
      })
    : ''
}${
  open && (authority.may('data.propose') || authority.may('data.agree'))
    ? wishForm(of, {
        action: 'deel-stop',
        at: 'gegevens',
        form: `stop-${one.id}`,
        fields: hidden(one.id),
        button: words('sharing-end'),
        note: words('sharing-end-how'),
      })
    : ''
}</li>`
  }
}

const hidden = (id: string): Html => html`<input type="hidden" name="akkoord" value="${id}">`

function proposeForm(view: CoachView): Html {
  const { words, overview } = view
  const form = 'deel-voorstel'
  const year = overview.people.year
  const surveys = overview.surveys.map(({ id, aspect }) => html`<option value="${id}">${textIn(view, aspect)}</option>`)
  const fields = html`${field(view, form, { name: 'ontvanger', label: words('sharing-make-receiver'), hint: words('sharing-make-receiver-how'), attributes: html`type="text" maxlength="100" required` })}
${field(view, form, { name: 'doel', label: words('sharing-make-purpose'), hint: words('sharing-make-purpose-how'), attributes: html`type="text" maxlength="300" required` })}
<label for="${form}-jaar">${words('sharing-make-year')}</label><select id="${form}-jaar" name="jaar">${[year, year - 1].map((one) => html`<option value="${one}">${one}–${one + 1}</option>`)}</select>
<label for="${form}-peiling">${words('sharing-make-survey')}</label><select id="${form}-peiling" name="peiling"><option value="">${words('sharing-make-all')}</option>${surveys}</select>
<label for="${form}-niveau">${words('sharing-make-level')}</label><select id="${form}-niveau" name="niveau"><option value="aggregates">${words('sharing-make-aggregates')}</option><option value="rows">${words('sharing-make-rows')}</option></select>
${field(view, form, { name: 'tot', label: words('sharing-make-end'), attributes: html`type="date" required` })}
${view.self ? '' : field(view, form, { name: 'naam', label: words('coach-propose-name'), attributes: html`type="text" maxlength="60" required` })}`
  const open = view.said?.at === 'gegevens' && view.said.kind === 'fault'
  return html`<details id="gegevens-d"${open ? html` open` : ''}><summary>${words('sharing-new')}</summary><p>${words('sharing-level-rows')}</p>${wishForm(view, { action: 'deel-voorstel', at: 'gegevens', form, fields, button: words('sharing-new'), note: words('sharing-foot') })}</details>`
}

/** What was filled in; the desk says what is wrong with it. */
export function readSharingWish(of: (name: string) => string): SharingWish {
  return {
    receiver: of('ontvanger'),
    purpose: of('doel'),
    surveyId: of('peiling') === '' ? null : of('peiling'),
    year: Number(of('jaar')),
    level: of('niveau') === 'rows' ? 'rows' : 'aggregates',
    endsOn: of('tot'),
  }
}
