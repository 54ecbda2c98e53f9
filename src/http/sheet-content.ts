/** The own worksheet as a page: one form a field, so that each is kept by itself; what only the writer sees is folded in. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { SHEET_FIELDS, type SheetField } from '../dialogue/sheet-fields.ts'
import { fieldOf, placeOf } from '../dialogue/sheet-own.ts'
import { askOf, nameOf, optionOf, textOf } from '../dialogue/sheet-text.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { SheetPage } from '../worksheets/sheet-door.ts'

/** Words that could not be kept stay in their field. */
export type FieldFault = { field: string; text: string; why: string }
export type Around = {
  /** Address of the page, without a slash at the end. */
  base: string
  language: FullLanguage
  /** Key of the field that was just kept, or erased. */
  kept?: string | undefined
  erased?: string | undefined
  fault?: FieldFault | undefined
}

export function sheetContent(page: SheetPage, around: Around): Html {
  const words = wordsFor(around.language)
  return html`<h1>${words('sheet-page-title')}</h1>
<p>${words('sheet-as', { name: page.name, partner: page.partner })}</p>
<p>${words('sheet-who-sees')}</p>
<p>${words(page.mayWrite ? 'sheet-page-how' : 'sheet-ended')}</p>
${SHEET_FIELDS.map((field) => fieldHtml(page, around, words, field))}
${receivedHtml(page, words)}`
}

function fieldHtml(page: SheetPage, around: Around, words: Words, field: SheetField): Html {
  const { key } = field
  const fault = around.fault?.field === key ? around.fault : undefined
  const said = around.kept === key ? 'sheet-page-saved' : around.erased === key ? 'sheet-erased-field' : null
  const partners = page.shared.get(key)
  const inside = html`${said ? html`<p role="status" data-said="done">${words(said)}</p>` : ''}
${fault ? html`<p id="${key}-w" data-said="fault" role="alert">${fault.why}</p>` : ''}
<form method="post" action="${around.base}/veld"><input type="hidden" name="veld" value="${key}">
${optionsHtml(page, words, field)}${field.max > 0 ? wordsHtml(page, words, field, fault) : ''}
${page.mayWrite ? html`<button data-role="main">${words('sheet-page-save')}</button>` : ''}
${page.values.has(key) ? html`<button name="wis" value="ja" data-role="control">${words('sheet-wipe')}</button>` : ''}
</form>`
  const secret = field.visibility === 'private'
  // What was just written there stays in sight; else it opens only for who asks.
  const open = said !== null || fault !== undefined
  return html`<article id="${key}" aria-labelledby="${key}-h">
<p><small>${where(words, field)}</small></p>
<h2 id="${key}-h" tabindex="-1">${askOf(words, field)}</h2>
${partners ? html`<p>${words('sheet-line-shared', { name: nameOf(words, field), text: '✔', partners: partners.join(', ') })}</p>` : ''}
${
  secret
    ? html`<p>${words('sheet-private-note')}</p>
<details${open ? html` open` : ''}><summary>${words('sheet-page-private')}</summary>${inside}</details>`
    : inside
}
</article>`
}

function where(words: Words, field: SheetField): string {
  const { step, part, parts } = placeOf(field)
  const steps = placeOf(SHEET_FIELDS.at(-1)!).step
  return parts === 1 ? words('sheet-step', { step, steps }) : words('sheet-step-part', { step, steps, part, parts })
}

function optionsHtml(page: SheetPage, words: Words, field: SheetField): Html | string {
  if (!field.options) return ''
  const codes = page.values.get(field.key)?.codes ?? []
  const type = field.kind === 'many' ? 'checkbox' : 'radio'
  const note = field.kind === 'many' ? html`<p><small>${words('sheet-project-only')}</small></p>` : ''
  return html`<fieldset><legend>${words(field.kind === 'many' ? 'sheet-many-how' : 'sheet-choice-how')}</legend>
${field.options.map(
  (
    option,
  ) => html`<p><label><input type="${type}" name="keuze" value="${option}"${codes.includes(option) ? html` checked` : ''}>
${optionOf(words, field, option)}</label></p>`,
)}</fieldset>${note}`
}

function wordsHtml(page: SheetPage, words: Words, field: SheetField, fault: FieldFault | undefined): Html {
  const { key, max } = field
  const text = fault?.text ?? page.values.get(key)?.text ?? ''
  // No `maxlength`: a browser counts otherwise than a person, and cuts off silently what is pasted.
  // The question stands above it and names the field; where it is for options, the field has a name of its own.
  const choice = field.kind === 'choice'
  const label = choice ? html`<label for="${key}-t">${words('sheet-page-words')}</label>` : ''
  return html`${label}
<textarea id="${key}-t"${choice ? '' : html` aria-labelledby="${key}-h"`} name="text" rows="5" dir="auto" aria-describedby="${fault ? html`${key}-w ` : ''}${key}-l"${fault ? html` aria-invalid="true" autofocus` : ''} autocomplete="off">
${text}</textarea>
<p id="${key}-l"><small>${words('web-limit', { max })}</small></p>`
}

function receivedHtml({ received }: SheetPage, words: Words): Html | string {
  if (received.length === 0) return ''
  return html`<section id="gedeeld"><h2>${words('sheet-shared-with-me')}</h2>
${received.map(
  ({ partner, title, fields }) => html`<article><h3>${words('shared-title', { partner, title })}</h3>
<dl>${fields.map(({ field, value }) => {
    const known = fieldOf(field)
    return known
      ? html`<dt>${nameOf(words, known)}</dt><dd dir="auto">${textOf(words, known, value)
          .split('\n')
          .map((line) => html`<p>${line}</p>`)}</dd>`
      : ''
  })}</dl>
<p><small>${words('shared-copy', { partner })}</small></p></article>`,
)}</section>`
}
