/** What is different between two methods, a line a change. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { CoachView } from './view.ts'

export function changesHtml({ words }: CoachView, changes: string[], key = 'library-changes'): Html {
  if (changes.length === 0) return html`<p>${words('library-changes-none')}</p>`
  return html`<h4>${words(key)}</h4><ul>${changes.map((line) => html`<li dir="auto">${line}</li>`)}</ul>`
}
