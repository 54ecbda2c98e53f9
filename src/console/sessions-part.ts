/** Sessions on the coach's page: hold one now, add one, and change what is planned. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { SessionRow } from '../rounds/desk.ts'
import { doorForm } from './door-form.ts'
import { isOfToday } from './session-link-page.ts'
import { type CoachView, field, fresh, type Teller, textIn, timeHtml, wishForm } from './view.ts'

export function sessionsPart(view: CoachView, tell: Teller): Html {
  const { words, overview } = view
  const isOver = (session: SessionRow) => Temporal.Instant.compare(session.endsAt, view.now) <= 0
  const past = overview.sessions.filter(isOver).reverse()
  const soon = overview.sessions.filter((session) => !isOver(session))
  return html`<section aria-labelledby="sessies-h"><h2 id="sessies-h">${words('coach-sessions')}</h2>
${(view.authority.may('session.plan') ? overview.series : []).map((series) => {
  const at = `reeks-${series.id}`
  const fields = html`<input type="hidden" name="reeks" value="${series.id}">`
  return html`<div data-row><h3>${textIn(view, series.title)}</h3>${tell.at(at)}
${wishForm(view, { action: 'houd', at, form: at, fields, button: words('coach-hold'), note: words('coach-hold-note'), role: 'main' })}</div>`
})}
<h3>${words('coach-sessions-soon')}</h3>
${soon.length > 0 ? listHtml(view, tell, soon, 'straks') : html`<p>${words('coach-sessions-soon-none')}</p>`}
${past.length > 0 ? html`<h3>${words('coach-sessions-past')}</h3>${listHtml(view, tell, past, 'voorbij')}` : ''}
${view.authority.may('session.plan') ? addHtml(view, tell) : ''}
${view.self && view.authority.may('session.plan') ? doorForm(view, 'inlezen', words('intake-title')) : ''}
</section>`
}

/** The nearest few; the others one tap away. */
function listHtml(view: CoachView, tell: Teller, sessions: SessionRow[], name: string): Html {
  const rows = sessions.map((session) => ({ session, row: sessionHtml(view, tell, session) }))
  const more = rows.slice(SHOWN)
  const holdsAnswer = more.some(({ session }) => view.said?.at === `sessie-${session.id}`)
  return html`<ul data-list>${rows.slice(0, SHOWN).map(({ row }) => row)}</ul>
${
  more.length > 0
    ? html`<details id="meer-${name}"${holdsAnswer ? html` open` : ''}><summary>${view.words('coach-sessions-more', { count: more.length })}</summary>
<ul data-list>${more.map(({ row }) => row)}</ul></details>`
    : ''
}`
}

function sessionHtml(view: CoachView, tell: Teller, session: SessionRow): Html {
  const { words } = view
  const at = `sessie-${session.id}`
  const begun = Temporal.Instant.compare(session.startsAt, view.now) <= 0
  const over = Temporal.Instant.compare(session.endsAt, view.now) <= 0
  const cancelled = session.state === 'cancelled'
  const state = cancelled ? 'coach-session-cancelled' : begun && !over ? 'coach-session-now' : null
  return html`<li id="${at}"><p><strong>${timeHtml(view, session.startsAt)}–${timeHtml(view, session.endsAt, 'hour')}</strong>
${textIn(view, session.seriesTitle)}${state ? html` <em>${words(state)}</em>` : ''}</p>
${session.theme === null ? '' : html`<p>${words('coach-session-theme', { theme: session.theme })}</p>`}
${session.headcount === null ? '' : html`<p>${words('coach-session-headcount', { count: session.headcount })}</p>`}
${isOfToday(view, session) ? html`<p><a href="${view.base}/sessie/${session.id}">${words('coach-session-link')}</a></p>` : ''}
${tell.at(at)}
${cancelled || !mayChange(view, session) ? '' : changesHtml(view, session, at, { begun, over })}</li>`
}

const mayChange = ({ authority }: CoachView, { id }: SessionRow): boolean =>
  authority.may('session.plan') || authority.may('session.count', `session:${id}`)

function changesHtml(
  view: CoachView,
  session: SessionRow,
  at: string,
  { begun, over }: { begun: boolean; over: boolean },
): Html {
  const { words } = view
  const { authority } = view
  const plans = authority.may('session.plan')
  const counts = authority.may('session.count') || authority.may('session.count', `session:${session.id}`)
  const wish = (action: string, label: string, more: { fields?: Html; note?: string } = {}) => {
    if (!(action === 'aanwezig' ? counts : plans)) return ''
    const fields = html`<input type="hidden" name="sessie" value="${session.id}">${more.fields ?? ''}`
    return wishForm(view, {
      action,
      at,
      form: `${action}-${session.id}`,
      fields,
      button: label,
      ...(more.note ? { note: more.note } : {}),
    })
  }
  const headcount = field(view, `aanwezig-${session.id}`, {
    name: 'aantal',
    label: words('coach-headcount'),
    hint: words('coach-headcount-hint'),
    attributes: html`type="number" inputmode="numeric" min="1" max="1000" required`,
    value: session.headcount === null ? '' : String(session.headcount),
  })
  const theme = field(view, `thema-${session.id}`, {
    name: 'thema',
    label: words('coach-theme'),
    hint: words('coach-theme-hint'),
    attributes: html`maxlength="60" dir="auto" required autocomplete="off"`,
    value: session.theme ?? '',
  })
  const moment = field(view, `verplaats-${session.id}`, {
    name: 'begin',
    label: words('coach-starts'),
    hint: words('coach-move-hint'),
    attributes: html`type="datetime-local" required`,
    value: localMinute(view, session.startsAt),
  })
  const open = view.said?.at === at && view.said.kind === 'fault'
  return html`<details id="${at}-d"${open ? html` open` : ''}><summary>${words('coach-adjust')}</summary>
${begun ? wish('aanwezig', words('coach-save-headcount'), { fields: headcount }) : ''}
${wish('thema', words('coach-save-theme'), { fields: theme })}
${begun ? '' : wish('verplaats', words('coach-move'), { fields: moment })}
${begun && !over ? wish('beeindig', words('coach-end'), { note: words('coach-end-note') }) : ''}
${over ? '' : wish('schrap', words('coach-cancel'), { note: words('coach-cancel-note') })}
</details>`
}

function addHtml(view: CoachView, tell: Teller): Html {
  const { words, overview } = view
  const form = 'erbij'
  const chosen = view.said?.form === form ? view.said.input.reeks : undefined
  const id = `${form}-reeks${fresh(view, form)}`
  const fields = html`<label for="${id}">${words('coach-series')}</label>
<select id="${id}" name="reeks">${overview.series.map(
    (series) =>
      html`<option value="${series.id}"${series.id === chosen ? html` selected` : ''}>${textIn(view, series.title)}</option>`,
  )}</select>
${field(view, form, { name: 'begin', label: words('coach-starts'), attributes: html`type="datetime-local" required` })}
${field(view, form, {
  name: 'thema',
  label: words('coach-theme'),
  hint: `${words('coach-theme-hint')} (${words('coach-optional')})`,
  attributes: html`maxlength="60" dir="auto" autocomplete="off"`,
})}`
  return html`<details id="erbij"${view.said?.form === form ? html` open` : ''}><summary>${words('coach-add')}</summary>
${tell.at(form)}${wishForm(view, { action: 'erbij', at: form, form, fields, button: words('coach-add') })}</details>`
}

/** As a `datetime-local` field wants it. */
const localMinute = (view: CoachView, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(view.overview.timezone).toPlainDateTime().toString({ smallestUnit: 'minute' })

const SHOWN = 3
