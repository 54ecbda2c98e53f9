/** What a curator looks over on their page: what organisations want to share, with what is different. Nobody judges their own. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { cardSheet } from '../instrumentarium/card-sheet.ts'
import { cardDifferences } from '../instrumentarium/differences.ts'
import type { HandedIn } from '../instrumentarium/review.ts'
import { textIn } from '../survey/question-set.ts'
import { changesHtml } from './changes-html.ts'
import { doorForm } from './door-form.ts'
import { type CoachView, field, wishForm } from './view.ts'

export function reviewPart(view: CoachView): Html | '' {
  const { words, waiting } = view
  if (!waiting) return ''
  return html`<h3 id="nakijken-h">${words('library-review-title', { count: waiting.length })}</h3>
${waiting.length > 0 ? html`<p>${words('library-review-how')}</p><ul data-list>${waiting.map((one) => waitingHtml(view, one))}</ul>` : ''}
${doorForm(view, 'pakket', words('library-pack-bring'))}`
}

function waitingHtml(view: CoachView, { card, parent, earlier, hash }: HandedIn): Html {
  const { words, overview } = view
  const { language } = overview
  const sheet = cardSheet(card, language)
  const beside = earlier ?? parent
  const open = view.said?.form.endsWith(`-${card.id}`)
  const hidden = html`<input type="hidden" name="methode" value="${card.id}"><input type="hidden" name="gezien" value="${hash}">`
  const facts = (list: { label: string; text: string }[]) =>
    html`<dl>${list.map(({ label, text }) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>`
  const away = (action: string, key: string) => {
    const form = `${action}-${card.id}`
    const note = field(view, form, {
      ...{ name: 'opmerking', label: words('library-note-label'), hint: words('own-methods-note') },
      attributes: html`maxlength="400" dir="auto" required autocomplete="off"`,
    })
    const wrong = view.said?.form === form
    return html`<details id="${form}-d"${wrong ? html` open` : ''}><summary>${words(key)}</summary>
${wishForm(view, { action, at: 'methodes', form, fields: html`${hidden}${note}`, button: words(key) })}</details>`
  }
  return html`<li id="nakijken-${card.id}"><p><strong>${sheet.title}</strong></p>
<p>${words('library-review-by', { credit: card.credit ?? '' })}</p>
<details id="nakijken-${card.id}-d"${open ? html` open` : ''}><summary aria-label="${words('own-methods-look-at', { title: sheet.title })}">${words('own-methods-look')}</summary>
<p>${sheet.measures}</p>
${facts(sheet.facts)}
${sheet.care ? html`<h4>${words('method-care')}</h4><p>${sheet.care}</p>` : ''}
${sheet.parts.map(({ heading, lines }) => html`<h4>${heading}</h4><ul>${lines.map((line) => html`<li><p>${line}</p></li>`)}</ul>`)}
${facts(sheet.rights)}
${card.origin.map(({ title, version, credit }) => html`<p><small>${words('library-from', { title: textIn(title, language), version: String(version), credit })}</small></p>`)}
${beside ? changesHtml(view, cardDifferences(beside, card, language), earlier ? 'library-review-since' : 'library-review-changed') : ''}
${wishForm(view, { action: 'nakijken-op', at: 'methodes', form: `op-${card.id}`, fields: hidden, button: words('library-accept') })}
${away('nakijken-terug', 'library-return')}
${away('nakijken-niet', 'library-decline')}</details></li>`
}
