/** The quieter parts of the coach's page: how to join, where digests go, when it is quiet. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { Weekday } from '../rounds/desk.ts'
import { type CoachView, LOCALES, type Teller, timeText, wishForm } from './view.ts'

export function joinPart(view: CoachView): Html {
  const { words, joinLinks, base, overview } = view
  return html`<section aria-labelledby="meedoen-h"><h2 id="meedoen-h">${words('coach-join')}</h2>
${
  joinLinks.length === 0
    ? html`<p>${words('coach-join-none')}</p>`
    : html`<p>${words('coach-join-how')}</p>${joinLinks.map(({ channel, url }) => {
        const name = words(`coach-channel-${channel}`)
        const picture = `${base}/qr/${channel}.svg`
        return html`<figure><img src="${picture}" width="180" height="180" alt="${words('coach-qr', { channel: name })}">
<figcaption><strong>${name}</strong><br><a href="${url}" dir="ltr">${url}</a><br><a href="${picture}" download="pols-${overview.id}-${channel}.svg">${words('coach-qr-save')}</a></figcaption></figure>`
      })}`
}
</section>`
}

export function placesPart(view: CoachView, tell: Teller): Html {
  const { words, overview } = view
  const elsewhere = overview.places.filter(
    (place) =>
      place.channel !== 'web' && (place.purpose === 'coach' || place.purpose === 'team' || place.purpose === 'join'),
  )
  const button = (purpose: 'coach' | 'team' | 'join', label: string) =>
    wishForm(view, {
      action: 'code',
      at: 'koppel',
      form: `code-${purpose}`,
      fields: html`<input type="hidden" name="doel" value="${purpose}">`,
      button: label,
    })
  return html`<section aria-labelledby="koppel-h"><h2 id="koppel-h">${words('coach-places')}</h2>
<ul><li>${words('coach-places-here')}</li>${elsewhere.map(
    (place) =>
      html`<li>${words(`coach-channel-${place.channel}`)}${place.purpose === 'coach' ? '' : ` (${words(place.purpose === 'team' ? 'link-team' : 'coach-place-join')})`}: ${
        place.state === 'gone'
          ? html`<strong>${words('coach-place-gone')}</strong>`
          : words('coach-place-linked', { date: timeText(view, place.linkedAt, 'day') })
      }</li>`,
  )}</ul>
${tell.at('koppel')}
${button('coach', words('coach-link'))}
${button('team', words('link-team'))}
${button('join', words('coach-link-join'))}
</section>`
}

export function quietPart(view: CoachView): Html {
  const { words, overview } = view
  const { quiet, schoolHours } = overview
  const night = quiet.from === quiet.until ? '' : html`<p>${words('coach-quiet-how', quiet)}</p>`
  const school = schoolHours.map(
    ({ days, from, until }) =>
      html`<li>${words('coach-school-hours', { days: days.map((day) => dayName(view, day)).join(', '), from, until })}</li>`,
  )
  if (night === '' && school.length === 0) return html``
  return html`<section aria-labelledby="rust-h"><h2 id="rust-h">${words('coach-quiet')}</h2>${night}
${school.length > 0 ? html`<p>${words('coach-school')}</p><ul>${school}</ul>` : ''}</section>`
}

export function faultsPart(view: CoachView): Html {
  if (view.overview.faults.length === 0) return html``
  return html`<section aria-labelledby="fouten-h" data-said="fault"><h2 id="fouten-h">${view.words('coach-faults')}</h2>
<ul>${view.overview.faults.map((fault) => html`<li>${fault}</li>`)}</ul><p>${view.words('coach-faults-note')}</p></section>`
}

/** 1 January 2024 is a Monday. */
const dayName = (view: CoachView, day: Weekday): string =>
  Temporal.PlainDate.from({ year: 2024, month: 1, day: WEEKDAYS.indexOf(day) + 1 }).toLocaleString(
    LOCALES[view.overview.language],
    { weekday: 'long' },
  )
const WEEKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
