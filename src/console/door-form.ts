/** Forms that lead somewhere else: to a page of an hour, or to the conversation on one's own page. Without script as with it. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { CoachView } from './view.ts'

/** Asks for a page of an hour: `bestand`, `pakket` or `inlezen`. */
export const doorForm = (view: CoachView, door: string, label: string): Html =>
  html`<form method="post" action="${view.base}/${door}"><button data-role="control">${label}</button></form>`

/** Goes on in the conversation, as if this button had been tapped there. */
export const chatForm = (view: CoachView, data: string, label: string): Html =>
  html`<form method="post" action="${view.base}/tik"><input type="hidden" name="eenmalig" value="${view.newId()}">
<button name="data" value="${data}" data-role="control">${label}</button></form>`
