/** What is asked, and what the organisation said to it: proposing, answering a question about a proposal, pausing. Nobody agrees on a page. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { SurveyRow } from '../rounds/desk.ts'
import { type CoachView, field, type Teller, textIn, wishForm } from './view.ts'

export function surveysPart(view: CoachView, tell: Teller): Html {
  const { words, overview, base, authority } = view
  const log = authority.may('log.read')
    ? html`<p>${words('coach-log-save')}: <a href="${base}/akkoorden.md" download>Markdown</a>, <a href="${base}/akkoorden.csv" download>CSV</a></p>`
    : ''
  return html`<section aria-labelledby="peilingen-h"><h2 id="peilingen-h">${words('coach-surveys')}</h2>
<ul data-list>${overview.surveys.map((survey) => surveyHtml(view, tell, survey))}</ul>
${log}</section>`
}

function surveyHtml(view: CoachView, tell: Teller, survey: SurveyRow): Html {
  const { words, overview } = view
  const at = `peiling-${survey.id}`
  const series = overview.series.find((one) => one.id === survey.seriesId)
  const how = words('coach-survey-how', {
    series: series ? textIn(view, series.title) : survey.seriesId,
    method: survey.method,
  })
  const state = survey.paused ? 'paused' : survey.state
  return html`<li id="${at}"><p><strong>${textIn(view, survey.aspect)}</strong></p>
<p><small>${how}</small></p>
<p data-state="${state}">${MARKS[state]} ${words(`coach-survey-${state}`)}</p>
${tell.at(at)}
${proposalHtml(view, survey, at)}
${view.authority.may('survey.pause') && survey.state !== 'waiting' ? haltHtml(view, survey, at) : ''}</li>`
}

function proposalHtml(view: CoachView, survey: SurveyRow, at: string): Html | '' {
  const { words, authority } = view
  const { proposal } = survey
  const may = authority.may('survey.propose')
  if (!proposal) return survey.state === 'agreed' || !may ? '' : putForwardHtml(view, survey, at)
  if (proposal.state === 'draft')
    return html`<p>${words('coach-survey-draft')}</p>${may ? putForwardHtml(view, survey, at) : ''}`
  const form = `intrekken-${survey.id}`
  const fields = html`<input type="hidden" name="voorleg" value="${proposal.id}">`
  return html`<p>${words('coach-survey-proposed', { name: proposal.by })}</p>
${proposal.notes.map(({ name, text }) => html`<p dir="auto"><q>${text}</q> – ${name}</p>`)}
${may && proposal.notes.length > 0 ? noteHtml(view, survey, proposal.id, at) : ''}
${may ? wishForm(view, { action: 'intrekken', at, form, fields, button: words('agree-withdraw') }) : ''}`
}

function putForwardHtml(view: CoachView, survey: SurveyRow, at: string): Html {
  const { words } = view
  const form = `voorleggen-${survey.id}`
  const fields = html`<input type="hidden" name="peiling" value="${survey.id}">
${nameField(view, form)}`
  const open = view.said?.at === at && view.said.kind === 'fault'
  return html`<details id="${at}-d"${open ? html` open` : ''}><summary>${words('coach-propose')}</summary>
<p>${words('coach-propose-note')}</p>
${wishForm(view, { action: 'voorleggen', at, form, fields, button: words('coach-propose') })}</details>`
}

function noteHtml(view: CoachView, survey: SurveyRow, proposalId: string, at: string): Html {
  const { words } = view
  const form = `opmerking-${survey.id}`
  const attributes = html`maxlength="400" required autocomplete="off" dir="auto"`
  const fields = html`<input type="hidden" name="voorleg" value="${proposalId}">
${field(view, form, { name: 'tekst', label: words('coach-note-say'), attributes })}${nameField(view, form)}`
  return html`${wishForm(view, { action: 'opmerking', at, form, fields, button: words('coach-note-send') })}`
}

/** A page with accounts knows who it is. */
function nameField(view: CoachView, form: string): Html | '' {
  if (view.self) return ''
  const attributes = html`maxlength="60" required autocomplete="off" dir="auto"`
  return field(view, form, { name: 'naam', label: view.words('coach-propose-name'), attributes })
}

function haltHtml(view: CoachView, survey: SurveyRow, at: string): Html {
  const { words } = view
  const button = (action: string, key: string) =>
    wishForm(view, {
      action,
      at,
      form: `${action}-${survey.id}`,
      fields: html`<input type="hidden" name="peiling" value="${survey.id}">`,
      button: words(key),
    })
  return html`${survey.paused ? button('verder', 'agree-resume') : button('pauze', 'agree-pause')}
${button('stop', 'agree-stop')}`
}

/** A shape beside the words, for who reads at a glance. */
const MARKS = { agreed: '✔', changed: '✎', waiting: '…', paused: '⏸' }
