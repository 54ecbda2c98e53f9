/** The form for what was counted on paper. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { Fields } from './actions.ts'
import { type CoachView, field, fresh, type Teller, textIn, timeText, wishForm } from './view.ts'

type Tally = CoachView['overview']['tallies'][number]

export function tallyPart(view: CoachView, tell: Teller): Html | '' {
  const { words, overview } = view
  if (overview.tallies.length === 0) return ''
  return html`<section aria-labelledby="tellen-h"><h2 id="tellen-h">${words('coach-tally')}</h2>
<p>${words('coach-tally-how')}</p>
${tell.at('tellen')}
${overview.tallies.map((tally) => tallyHtml(view, tally))}
</section>`
}

function tallyHtml(view: CoachView, tally: Tally): Html {
  const form = `tel-${tally.roundId}`
  const open = view.said?.form === form && view.said.kind === 'fault'
  const names = tally.questions.flatMap(({ key, options }) => options.map(({ code }) => nameOf(key, code)))
  const fields = html`<input type="hidden" name="ronde" value="${tally.roundId}"><input type="hidden" name="velden" value="${names.join(' ')}">
${tally.questions.map((question) => questionHtml(view, tally, form, question))}`
  return html`<details id="${form}-d"${open ? html` open` : ''}><summary>${textIn(view, tally.aspect)} (${timeText(view, tally.startsAt, 'day')})</summary>
${wishForm(view, { action: 'tel', at: 'tellen', form, fields, button: view.words('coach-tally-keep') })}</details>`
}

function questionHtml(view: CoachView, tally: Tally, form: string, question: Tally['questions'][number]): Html {
  const before = (code: string) =>
    tally.counts.find((count) => count.question === question.key && count.code === code)?.people
  return html`<fieldset id="${form}-${question.key}${fresh(view, form)}"><legend>${textIn(view, question.text)}</legend>
${question.options.map(({ code, text }) =>
  field(view, form, {
    name: nameOf(question.key, code),
    label: textIn(view, text),
    attributes: html`type="number" inputmode="numeric" min="0" max="1000"`,
    value: String(before(code) ?? ''),
  }),
)}</fieldset>`
}

const nameOf = (question: string, code: string) => `t.${question}.${code}`

/** Reads the form back; an empty field is nobody. */
export function readTally(of: Fields): { question: string; code: string; people: number }[] {
  return of('velden')
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => {
      const [, question = '', code = ''] = name.split('.')
      const typed = of(name).trim()
      return { question, code, people: typed === '' ? 0 : /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN }
    })
}
