/** What the parts of the coach's page share: whose page, in which words, and how a wish is sent. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { NewId } from '../clock.ts'
import type { Authority } from '../dialogue/authority.ts'
import type { HandedIn } from '../instrumentarium/review.ts'
import type { Outcome, Overview } from '../rounds/desk.ts'
import type { StaffRole } from '../store/tables.ts'
import type { LocalText } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'

export type JoinLinks = Extract<Awaited<ReturnType<DeskJoinLinks>>, { ok: true }>['value']
type DeskJoinLinks = () => Promise<Outcome<{ channel: 'telegram' | 'discord' | 'web'; url: string }[]>>

/** What became of the wish that was just sent. */
export type Said = {
  /** The part of the page where the form stands, and the form: `sessie-12`, `verplaats-12`. */
  at: string
  form: string
  /** The random name of the form as it was sent. */
  nonce: string
  /** What was filled in; shown again after a fault. */
  input: Record<string, string>
} & (
  | { kind: 'done'; key: string }
  | { kind: 'fault'; key: string; values: Record<string, string | number> }
  /** `path`: an invitation, which can be opened on the web too; `name` is whose it is. */
  | { kind: 'code'; code: string; expiresAt: Temporal.Instant; path?: string; role?: StaffRole; name?: string }
)

export type CoachView = {
  overview: Overview
  joinLinks: JoinLinks
  /** The address of the page, without a slash at the end. */
  base: string
  now: Temporal.Instant
  newId: NewId
  /** Where people reach this service, without a slash at the end. */
  publicUrl: string
  words: Words
  said: Said | null
  /** What whoever looks may see and do; asked for every part and every wish. */
  authority: Authority
  /** For a curator: what waits to be looked over. */
  waiting?: HandedIn[]
  /** On a personal page: whose it is, and their conversation with us, drawn. */
  self?: { name: string; chat: Html | Html[] }
}

export const textIn = (view: CoachView, text: LocalText): string => text[view.overview.language] ?? text.nl

/** A moment on the organisation's own clock. */
export function timeHtml(view: CoachView, at: Temporal.Instant, show: 'moment' | 'day' | 'hour' = 'moment'): Html {
  return html`<time datetime="${at.toString({ smallestUnit: 'minute' })}">${timeText(view, at, show)}</time>`
}

export function timeText(view: CoachView, at: Temporal.Instant, show: 'moment' | 'day' | 'hour' = 'moment'): string {
  const local = at.toZonedDateTimeISO(view.overview.timezone)
  const day = { weekday: 'short', day: 'numeric', month: 'long' } as const
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return local.toLocaleString(LOCALES[view.overview.language], {
    ...(show === 'hour' ? {} : day),
    ...(show === 'day' ? {} : hour),
  })
}

/** Day before month, and western digits, everywhere. */
export const LOCALES = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar-u-nu-latn' }

/** The whole page but for its frame is drawn anew after a wish. */
export const PAGE_ID = 'pagina'

/**
 * A form that sends one wish.
 * No field may have the name of a property of a form (`id`, `form`): it would hide it from htmx.
 * @param wish.at the part of the page where the answer is shown
 */
export function wishForm(
  view: CoachView,
  wish: {
    action: string
    at: string
    form: string
    fields?: Html | Html[]
    button: string
    note?: string
    role?: 'main'
  },
): Html {
  const path = `${view.base}/${wish.action}`
  const id = view.newId()
  return html`<form method="post" action="${path}"${wish.fields ? html` id="f-${wish.form}${fresh(view, wish.form)}"` : ''} data-hx-post="${path}" data-hx-target="#${PAGE_ID}" data-hx-swap="innerMorph" data-hx-sync="this:drop">
<input type="hidden" name="eenmalig" value="${id}"><input type="hidden" name="plek" value="${wish.at}"><input type="hidden" name="wens" value="${wish.form}">
${wish.fields ?? ''}<button data-role="${wish.role ?? 'control'}">${wish.button}</button>
${wish.note ? html`<p><small>${wish.note}</small></p>` : ''}</form>`
}

/**
 * What makes the form that was just answered another element, so that its fields are drawn anew; in the
 * other forms half-typed words stay.
 */
export const fresh = (view: CoachView, form: string): string => (view.said?.form === form ? `-${view.said.nonce}` : '')

/** A labelled field; after a fault it holds what was filled in. */
export function field(
  view: CoachView,
  form: string,
  of: { name: string; label: string; hint?: string; attributes: Html; value?: string },
): Html {
  const id = `${form}-${of.name}${fresh(view, form)}`
  const value =
    view.said?.kind === 'fault' && view.said.form === form ? (view.said.input[of.name] ?? '') : (of.value ?? '')
  const wrong = view.said?.kind === 'fault' && view.said.form === form
  return html`<label for="${id}">${of.label}</label>
${of.hint ? html`<p id="${id}-h"><small>${of.hint}</small></p>` : ''}<input id="${id}" name="${of.name}" value="${value}" ${of.attributes}${
    of.hint ? html` aria-describedby="${id}-h"` : ''
  }${wrong ? html` aria-invalid="true"` : ''}>
`
}

/** Shows what became of the wish in the part of the page that it came from, and on top when that part is gone. */
export function makeTeller(view: CoachView) {
  let told = view.said === null
  const tell = (said: Said): Html => {
    told = true
    if (said.kind === 'code') return codeHtml(view, said)
    const values = said.kind === 'fault' ? said.values : {}
    return html`<p id="gezegd" data-said="${said.kind}" tabindex="-1" autofocus>${view.words(said.key, values)}</p>`
  }
  return {
    at: (at: string): Html | '' => (view.said?.at === at ? tell(view.said) : ''),
    /** To be called last. */
    rest: (): Html | '' => (view.said && !told ? tell(view.said) : ''),
  }
}
export type Teller = ReturnType<typeof makeTeller>

function codeHtml(view: CoachView, said: Extract<Said, { kind: 'code' }>): Html {
  const { words } = view
  const code = html`<p><code dir="ltr">/koppel ${said.code}</code></p>`
  if (said.path === undefined || !said.role)
    return html`<div id="gezegd" data-said="done" tabindex="-1" autofocus><p>${words('coach-link-how')}</p>
${code}<p>${words('coach-link-until', { time: timeText(view, said.expiresAt, 'hour') })}</p><p>${words('link-keep-private')}</p></div>`
  const role = words(`role-${said.role}`)
  const page = html`<p>${words('role-given-page')}</p><p><a href="${said.path}" dir="ltr">${view.publicUrl}${said.path}</a></p>`
  return html`<div id="gezegd" data-said="done" tabindex="-1" autofocus><p>${words('role-given', { name: said.name ?? '', role, organisation: view.overview.name })}</p>
<p>${words('role-given-chat')}</p>${code}${said.role === 'safeguarding' ? '' : page}<p>${words('role-given-until', { day: timeText(view, said.expiresAt, 'day') })}</p></div>`
}
