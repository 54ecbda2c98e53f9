/** The way to one's own worksheets and to the impact story of the year; they are filled in by conversation, or on a page of their own. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { chatForm } from './door-form.ts'
import type { CoachView } from './view.ts'

/** Nothing on the coach's page: a worksheet is a person's, and that page is nobody's in particular. */
export function sheetsPart(view: CoachView): Html | '' {
  const { words, self } = view
  if (!self) return ''
  return html`<section aria-labelledby="werkblad-h"><h2 id="werkblad-h">${words('own-sheets-heading')}</h2>
<p>${words('own-sheets-how')}</p>
${chatForm(view, 'w.o', words('own-sheets-open'))}
${chatForm(view, 't.y', words('own-sheets-story'))}</section>`
}
