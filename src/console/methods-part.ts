/** The library of methods, on a page: the way there, own methods and what became of each, and what a curator looks over. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { METHOD_FORMATS, outFormat } from '../instrumentarium/method-files.ts'
import { LICENCE_CODES, type OwnMethod } from '../instrumentarium/own-methods.ts'
import { LEAST_ORGANISATIONS, LEAST_PEOPLE } from '../instrumentarium/usage-rules.ts'
import { changesHtml } from './changes-html.ts'
import { chatForm, doorForm } from './door-form.ts'
import { reviewPart } from './review-part.ts'
import { type CoachView, fresh, type Teller, textIn, wishForm } from './view.ts'

/** Where an answer about methods is shown. */
export const METHODS_AT = 'methodes'

export function methodsPart(view: CoachView, tell: Teller): Html {
  const { words, overview, authority, self } = view
  const { own } = overview.methods
  const drafts = authority.may('method.draft')
  return html`<section aria-labelledby="methodes-h" id="methodes"><h2 id="methodes-h">${words('staff-menu-methods')}</h2>
<p>${words('own-methods-how')}</p>
<p><a href="/methodes?taal=${overview.language}">${words('method-look')}</a></p>
${tell.at(METHODS_AT)}
${own.length > 0 ? html`<h3>${words('library-own')}</h3><ul data-list>${own.map((one) => ownHtml(view, one))}</ul>` : ''}
${drafts ? copyHtml(view) : ''}
${drafts && self ? doorForm(view, 'bestand', words('formats-bring')) : ''}
${authority.may('usage.agree') && self ? usageHtml(view) : ''}
${reviewPart(view)}</section>`
}

function ownHtml(view: CoachView, one: OwnMethod): Html {
  const { words, self, authority } = view
  const { state, review } = one
  const title = textIn(view, one.title)
  const waits = state === 'draft' || state === 'returned'
  const shares = authority.may('method.share') && self !== undefined
  const open = view.said?.form.endsWith(`-${one.id}`)
  return html`<li id="methode-${one.id}"><p><strong>${title}</strong></p>
<p>${words(`library-state-${state}`)}</p>
${review ? html`<p>${words(`library-review-${review.verdict}`, { text: review.text })}</p>` : ''}
<details id="methode-${one.id}-d"${open ? html` open` : ''}><summary aria-label="${words('own-methods-more-of', { title })}">${words('own-methods-more')}</summary>
${chainHtml(view, one)}
${one.changes === null ? '' : changesHtml(view, one.changes)}
${one.kind === 'questions' && authority.may('method.see') ? filesHtml(view, one) : ''}
${authority.may('method.draft') ? (self ? chatForm(view, `t.i.e.a.${one.id}`, words('library-edit')) : html`<p>${words('own-methods-edit')}</p>`) : ''}
${shares && waits ? shareHtml(view, one) : ''}
${shares && state === 'submitted' ? act(view, one, 'methode-terug', 'library-take-back') : ''}
${shares && state === 'shared' ? sure(view, one, 'methode-uit', 'library-withdraw') : ''}
${authority.may('method.draft') ? sure(view, one, 'methode-leg-weg', 'library-drop') : ''}</details></li>`
}

function chainHtml(view: CoachView, { chain, licence, marked }: OwnMethod): Html {
  const { words } = view
  const lines = [
    ...chain.map(({ title, version, credit }) =>
      words('library-from', { title: textIn(view, title), version: String(version), credit }),
    ),
    ...(marked ? [words('library-marked')] : []),
    licence === null ? words('library-licence-missing') : words('library-licence', { licence }),
  ]
  return html`${lines.map((line) => html`<p><small>${line}</small></p>`)}`
}

/** What a file has no place for is told beside its link, before anybody fetches it. */
function filesHtml({ words, base }: CoachView, { id, losses }: OwnMethod): Html {
  const told = (format: (typeof METHOD_FORMATS)[number]) => {
    const [head, ...lines] = losses[outFormat(format)]
    return head === undefined
      ? ''
      : html`<details><summary>${head}</summary><ul>${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul></details>`
  }
  return html`<h4>${words('own-methods-files')}</h4><ul>${METHOD_FORMATS.map(
    (format) =>
      html`<li><a href="${base}/methode/${id}/${format}" download>${words(`formats-as-${format}`)}</a>${told(format)}</li>`,
  )}</ul>`
}

/** First a licence, when it has none and may get one; else under whose name, or what stands in the way. */
function shareHtml(view: CoachView, one: OwnMethod): Html {
  const { words, overview, self } = view
  if (one.stands === 'library-no-licence' && one.chain.length === 0) {
    const form = `licentie-${one.id}`
    const id = `${form}-l${fresh(view, form)}`
    const fields = html`${hidden(one.id)}<label for="${id}">${words('library-which-licence')}</label>
<select id="${id}" name="licentie">${LICENCE_CODES.map((code) => html`<option value="${code}">${words(`library-licence-${code}`)}</option>`)}</select>`
    return wishForm(view, { ...at(form), action: 'methode-licentie', fields, button: words('own-methods-licence') })
  }
  if (one.stands !== null || one.licence === null) return html`<p>${words(one.stands ?? 'library-no-licence')}</p>`
  const form = `deel-${one.id}`
  const id = `${form}-n${fresh(view, form)}`
  const fields = html`${hidden(one.id)}<p>${words('library-share-what', { licence: one.licence })}</p>
<label for="${id}">${words('library-share-name')}</label>
<select id="${id}" name="naam"><option value="organisation">${overview.name}</option><option value="person">${self?.name}, ${overview.name}</option></select>`
  return html`<details id="${form}-d"><summary>${words('library-share')}</summary>
${wishForm(view, { ...at(form), action: 'methode-deel', fields, button: words('library-share') })}</details>`
}

function copyHtml(view: CoachView): Html {
  const { words, overview } = view
  const form = 'kopie'
  const id = `${form}-welke${fresh(view, form)}`
  const options = overview.methods.copyable.map((one) => {
    const title = textIn(view, one.title)
    const own = overview.methods.own.some((known) => known.id === one.id)
    return html`<option value="${one.id}">${own ? words('library-ours', { title }) : title}</option>`
  })
  const fields = html`<label for="${id}">${words('own-methods-which')}</label><select id="${id}" name="methode">${options}</select>`
  return html`<details id="${form}-d"><summary>${words('library-copy')}</summary>
${wishForm(view, { ...at(form), action: 'methode-kopie', fields, button: words('own-methods-copy') })}</details>`
}

function usageHtml(view: CoachView): Html {
  const { words, overview } = view
  const { counts } = overview.methods
  const fields = html`<input type="hidden" name="ja" value="${counts ? '0' : '1'}">`
  return html`<details id="gebruik-d"><summary>${words('library-usage')}</summary>
<p><strong>${words(counts ? 'library-usage-yes' : 'library-usage-no')}</strong></p>
<p>${words('library-usage-what', { organisations: LEAST_ORGANISATIONS, people: LEAST_PEOPLE })}</p>
${wishForm(view, { ...at('gebruik'), action: 'methode-gebruik', fields, button: words(counts ? 'library-usage-stop' : 'library-usage-agree') })}</details>`
}

const act = (view: CoachView, { id }: OwnMethod, action: string, key: string): Html =>
  wishForm(view, { ...at(`${action}-${id}`), action, fields: hidden(id), button: view.words(key) })

/** Asked once more: what it means stands beside the button. */
function sure(view: CoachView, one: OwnMethod, action: string, key: string): Html {
  const { words } = view
  return html`<details id="${action}-${one.id}-d"><summary>${words(key)}</summary>
<p>${words(`${key}-sure`, { title: textIn(view, one.title) })}</p>
${wishForm(view, { ...at(`${action}-${one.id}`), action, fields: hidden(one.id), button: words('role-yes') })}</details>`
}

const at = (form: string) => ({ at: METHODS_AT, form })
const hidden = (id: string): Html => html`<input type="hidden" name="methode" value="${id}">`
