/** Who has which role, on a page: inviting, taking back, and who young people can ask for contact. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { contactPurpose, FALLBACK } from '../people/contact-place.ts'
import { ROLES } from '../people/permissions.ts'
import type { RoleRow } from '../rounds/people-overview.ts'
import { type CoachView, field, fresh, LOCALES, type Teller, textIn, timeText, wishForm } from './view.ts'

/** Where an answer about roles is shown. */
export const ROLES_AT = 'rollen'

export function rolesPart(view: CoachView, tell: Teller): Html {
  const { words, overview, authority } = view
  const { roles, invitations } = overview.people
  const gives = authority.offices.some(({ role }) => role === 'lead')
  const noLead = authority.may('role.see') && !roles.some(({ role }) => role === 'lead')
  return html`<section aria-labelledby="rollen-h"><h2 id="rollen-h">${words('role-title', { organisation: overview.name })}</h2>
${noLead ? html`<p><strong>${words('role-no-lead')}</strong></p>` : ''}
${tell.at(ROLES_AT)}
<ul data-list>${roles.map((row) => roleHtml(view, row, gives))}</ul>
${gives && invitations.length > 0 ? html`<ul data-list>${invitations.map((one) => invitedHtml(view, one))}</ul>` : ''}
${authority.may('role.give') ? inviteHtml(view, gives) : ''}
</section>`
}

function roleHtml(view: CoachView, row: RoleRow, gives: boolean): Html {
  const { words, authority, overview } = view
  const role = nameOf(view, row)
  const own = authority.offices.some(({ staffId }) => staffId === row.staffId)
  const values = { name: row.name, role, organisation: overview.name }
  const form = `rol-${row.staffId}`
  const fields = html`<input type="hidden" name="wie" value="${row.staffId}">`
  const change =
    own || gives
      ? html`<details id="${form}-d"><summary>${words(own ? 'role-leave' : 'role-take-back', values)}</summary>
<p>${words(own ? 'role-leave-sure' : 'role-take-back-sure', values)}</p>
${wishForm(view, { action: own ? 'opgeven' : 'terugnemen', at: ROLES_AT, form, fields, button: words('role-yes') })}</details>`
      : ''
  return html`<li id="${form}"><p>${[words('role-member', { name: row.name, role }), taskText(view, row), row.reachable ? '' : words('role-unreachable')].filter((part) => part !== '').join(' · ')}</p>
${change}</li>`
}

function invitedHtml(
  view: CoachView,
  { id, role, name, task }: CoachView['overview']['people']['invitations'][number],
): Html {
  const { words } = view
  const fields = html`<input type="hidden" name="uitnodiging" value="${id}">`
  const form = `intrek-${id}`
  return html`<li><p>${words('role-invited', { name, role: nameOf(view, { role, task }) })}</p>
${wishForm(view, { action: 'intrek', at: ROLES_AT, form, fields, button: words('role-withdraw', { name }) })}</li>`
}

/** Without a lead only that role can be given. */
function inviteHtml(view: CoachView, gives: boolean): Html {
  const { words } = view
  const form = 'uitnodig'
  const offered = gives ? [...ROLES.filter((role) => role !== 'safeguarding'), 'safeguarding', FALLBACK] : ['lead']
  const chosen = view.said?.form === form ? view.said.input.rol : undefined
  const id = `${form}-rol${fresh(view, form)}`
  const tasks = gives ? tasksOf(view) : []
  const task =
    tasks.length === 0
      ? ''
      : html`<label for="${form}-taak">${words('role-which-task')}</label>
<select id="${form}-taak" name="taak">${tasks.map(([value, label]) => html`<option value="${value}">${label}</option>`)}</select>`
  const outside = gives
    ? html`<fieldset><legend>${words('third-outside')}</legend>
${task}${field(view, form, { name: 'tot', label: words('role-last-day'), hint: words('role-until-how'), attributes: html`type="date"` })}</fieldset>`
    : ''
  const fields = html`<label for="${id}">${words('role-choose')}</label>
<select id="${id}" name="rol">${offered.map((role) => html`<option value="${role}"${role === chosen ? html` selected` : ''}>${words(`role-${role}-is`)}</option>`)}</select>
${field(view, form, { name: 'naam', label: words('role-name-label'), hint: words('role-name-how'), attributes: html`maxlength="40" dir="auto" autocomplete="off"` })}
${outside}`
  const open = view.said?.form === form
  return html`<details id="${form}-d"${open ? html` open` : ''}><summary>${words('role-invite')}</summary>
${wishForm(view, { action: 'uitnodig', at: ROLES_AT, form, fields, button: words('role-invite') })}</details>`
}

/** Sessions that are still to come: what a helper can come for. */
function tasksOf(view: CoachView): [string, string][] {
  return view.overview.sessions
    .filter(({ state, endsAt }) => state === 'planned' && Temporal.Instant.compare(endsAt, view.now) > 0)
    .slice(0, MOST_TASKS)
    .map((session) => [
      `session:${session.id}`,
      `${textIn(view, session.seriesTitle)} ${timeText(view, session.startsAt, 'day')}`,
    ])
}

function taskText(view: CoachView, { role, task, until }: RoleRow): string {
  if ((role !== 'helper' && role !== 'author') || !until) return ''
  const session = view.overview.sessions.find(({ id }) => task === `session:${id}`)
  const name = session
    ? `${textIn(view, session.seriesTitle)} ${timeText(view, session.startsAt, 'day')}`
    : view.words('role-moment')
  const day = until.toLocaleString(LOCALES[view.overview.language], { weekday: 'short', day: 'numeric', month: 'long' })
  if (!task) return view.words('third-until', { until: day })
  return view.words('role-task', { task: name, until: day })
}

const nameOf = (view: CoachView, { role, task }: Pick<RoleRow, 'role' | 'task'>): string =>
  view.words(role === 'safeguarding' ? `role-${contactPurpose(task)}` : `role-${role}`)

/** Whom young people can ask for contact: named in the file, and there once that person took the role. */
export function contactPart(view: CoachView): Html {
  const { words, overview } = view
  return html`<section aria-labelledby="staf-h"><h2 id="staf-h">${words('coach-staff')}</h2>
<p>${words('coach-staff-how')}</p>
<ul>${overview.staff.map((one) => html`<li>${contactText(view, one)}</li>`)}</ul>
</section>`
}

function contactText(view: CoachView, { purpose, name, linkedAt }: CoachView['overview']['staff'][number]): string {
  const role = view.words(`coach-staff-${purpose}`)
  if (name === null) return view.words('coach-staff-unnamed', { role })
  if (linkedAt === null) return view.words('coach-staff-waiting', { role, name })
  return view.words('coach-staff-linked', { role, name, date: timeText(view, linkedAt, 'day') })
}

const MOST_TASKS = 12
