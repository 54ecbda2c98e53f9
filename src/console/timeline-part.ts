/** The timeline on a page: the picture, and the same as a list by month, with what can be changed beside each moment. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { hoursText, minutesList, momentLine, momentTitle, monthLines, monthName } from '../timeline/moment-words.ts'
import { timelinePicture } from '../timeline/picture.ts'
import { fold, isOpen, momentsOf, type PlanMoment, type PlanMonth } from '../timeline/plan.ts'
import { footLines, headLines, monthAt, warningLines } from '../timeline/plan-lines.ts'
import { readHours } from '../timeline/read-wish.ts'
import { type CoachView, field, type Teller, wishForm } from './view.ts'

export function timelinePart(view: CoachView, tell: Teller): Html {
  const { words, overview, authority } = view
  const { plan, agenda } = overview.timeline
  const { language } = overview
  const now = monthAt(plan, view.now.toZonedDateTimeISO(overview.timezone).toPlainDate().toString())
  const [title, ...head] = headLines(plan, language)
  const address = agenda.own ?? agenda.coach
  const warnings = warningLines(plan, language)
  return html`<section aria-labelledby="tijdlijn-h"><h2 id="tijdlijn-h">${words('plan-heading')}</h2>
<p>${title?.text}</p>
${head.map(({ text }) => html`<p>${text}</p>`)}
${tell.at('tijdlijn')}
<figure><img src="${view.base}/tijdlijn.png" width="1080" alt="${timelinePicture(plan, language).alt}" loading="lazy"></figure>
${warnings.length > 0 ? html`<ul>${warnings.map(({ text }) => html`<li>${text}</li>`)}</ul>` : ''}
${plan.months.map((month, index) => monthHtml(view, tell, month, index === now))}
${authority.may('session.see') && !momentsOf(plan).some(({ kind }) => kind === 'session') ? html`<p>${words('plan-no-sessions')}</p>` : ''}
${footLines(plan, language).map(({ text }) => html`<p><small>${text}</small></p>`)}
${authority.may('timeline.edit') ? addHtml(view) : ''}
${address ? html`<details id="tijdlijn-agenda"><summary>${words('plan-address')}</summary><p>${words('plan-address-how')}</p><p><a href="${address}" dir="ltr">${words('plan-calendar', { organisation: overview.name })}</a></p><p><small>${words('plan-address-privacy')}</small></p></details>` : ''}
</section>`
}

function monthHtml(view: CoachView, tell: Teller, month: PlanMonth, current: boolean): Html {
  const { language } = view.overview
  const { words } = view
  const loose = month.moments.filter(({ editable }) => editable)
  const byThemselves = { ...month, moments: month.moments.filter(({ editable }) => !editable) }
  const open = current || loose.some(({ id }) => view.said?.at === `moment-${id}`)
  const hours = minutesList(month.planned, language)
  const empty = month.moments.length === 0 ? html`<p>${words('plan-empty')}</p>` : ''
  return html`<details id="maand-${month.month}"${open ? html` open` : ''}><summary>${monthName(month.month, language)}</summary>
${empty}<ul data-list>${loose.map((moment) => momentHtml(view, tell, moment))}${monthLines(byThemselves, language).map((line) => html`<li>${line}</li>`)}</ul>
${hours ? html`<p><small>${words('plan-month-hours', { hours })}</small></p>` : ''}</details>`
}

function momentHtml(view: CoachView, tell: Teller, moment: PlanMoment): Html {
  const at = `moment-${moment.id}`
  return html`<li id="${at}"><p>${momentLine(moment, view.overview.language)}</p>${tell.at(at)}${changesHtml(view, moment, at)}</li>`
}

function changesHtml(view: CoachView, moment: PlanMoment, at: string): Html | '' {
  const { words, authority, self } = view
  const edits = authority.may('timeline.edit')
  const owns = self !== undefined && moment.owner !== '' && fold(self.name) === fold(moment.owner)
  if (!isOpen(moment) || !(edits || (owns && authority.may('timeline.own')))) return ''
  const wish = (
    action: string,
    label: string,
    one: Omit<Parameters<typeof field>[2], 'attributes'> & { attributes: Html },
  ) => {
    const form = `${action}-${moment.id}`
    const fields = html`<input type="hidden" name="moment" value="${moment.id}">${field(view, form, one)}`
    return wishForm(view, { action, at, form, fields, button: label })
  }
  const hours = { name: 'uren', attributes: html`inputmode="decimal" maxlength="6" autocomplete="off"` }
  const text = html`maxlength="60" dir="auto" required autocomplete="off"`
  const open = view.said?.at === at && view.said.kind === 'fault'
  return html`<details id="${at}-d"${open ? html` open` : ''}><summary>${words('plan-change', { title: momentTitle(moment, view.overview.language) })}</summary>
${wish('moment-klaar', words('plan-button-done'), { ...hours, label: words('plan-field-real') })}
${
  edits
    ? html`${wish('moment-dag', words('plan-field-move'), { name: 'dag', label: words('plan-field-day'), attributes: html`type="date" required`, value: moment.date })}
${wish('moment-wie', words('plan-button-owner'), { name: 'wie', label: words('plan-field-owner'), attributes: text, value: moment.owner })}
${wish('moment-uren', words('plan-button-hours'), { ...hours, label: words('plan-field-planned'), hint: hoursText(moment.planned, view.overview.language) })}
${wish('moment-weg', words('plan-button-drop'), { name: 'reden', label: words('plan-field-reason'), attributes: text })}`
    : ''
}</details>`
}

function addHtml(view: CoachView): Html {
  const { words } = view
  const form = 'moment-nieuw'
  const fields = html`${field(view, form, { name: 'dag', label: words('plan-field-day'), attributes: html`type="date" required` })}
${field(view, form, { name: 'wat', label: words('plan-field-what'), attributes: html`maxlength="60" dir="auto" required autocomplete="off"` })}`
  return html`<details id="${form}"${view.said?.form === form ? html` open` : ''}><summary>${words('plan-button-add')}</summary>
${wishForm(view, { action: 'moment-nieuw', at: 'tijdlijn', form, fields, button: words('plan-button-add') })}</details>`
}

/** Minutes meant by a field with hours: null when it is empty; what is no number, the desk refuses. */
export function minutesIn(text: string): number | null {
  return text.trim() === '' ? null : (readHours(text) ?? Number.NaN)
}
