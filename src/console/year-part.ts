/** The working year on a page: with or without the coach. Its moments stand on the timeline below. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { isFixed, momentsOf } from '../timeline/plan.ts'
import { type CoachView, type Teller, wishForm } from './view.ts'

export function yearPart(view: CoachView, tell: Teller): Html {
  const { words, overview, authority } = view
  const { year, coach } = overview.people
  return html`<section aria-labelledby="werkjaar-h"><h2 id="werkjaar-h">${words('year-title', { year: `${year}–${year + 1}` })}</h2>
<p>${words(coach ? 'year-with' : 'year-without')}</p>
${coach || authority.may('session.see') ? '' : html`<p>${words('year-without-coach-page')}</p>`}
${tell.at('werkjaar')}
${
  authority.may('timeline.edit') && !momentsOf(overview.timeline.plan).some(({ kind }) => isFixed(kind))
    ? wishForm(view, { action: 'vijf', at: 'werkjaar', form: 'vijf', button: words('plan-button-five') })
    : ''
}
${authority.may('mode.switch') ? switchHtml(view) : ''}
</section>`
}

/** What changes is read before it can be chosen. */
function switchHtml(view: CoachView): Html {
  const { words, overview } = view
  const { year, coach } = overview.people
  const to = coach ? 'without' : 'with'
  const values = { organisation: overview.name, year: `${year}-${year + 1}` }
  const fields = html`<input type="hidden" name="jaar" value="${year}"><input type="hidden" name="coach" value="${coach ? '0' : '1'}">`
  return html`<details id="modus"><summary>${words(`mode-to-${to}`)}</summary>
<p><strong>${words(`mode-${to}-sure`, values)}</strong></p>
${words(`mode-${to}-means`)
  .split('\n')
  .map((text) => html`<p>${text}</p>`)}
${wishForm(view, { action: 'modus', at: 'werkjaar', form: 'modus', fields, button: words(`mode-to-${to}`), note: words('mode-stays') })}</details>`
}
