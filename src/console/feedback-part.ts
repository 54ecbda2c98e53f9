/** "Jullie zeiden, wij doen": what the coach writes back to who took part, once a digest. Asked, never held back for. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { type FeedbackDraft, MOST_CHARACTERS } from '../dialogue/feedback.ts'
import { LOOK_BACK_DAYS } from '../rounds/digest-message.ts'
import { FULL_LANGUAGES, type FullLanguage } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import type { Fields } from './actions.ts'
import { type CoachView, field, type Teller, textIn, timeText, wishForm } from './view.ts'

type DigestRow = CoachView['overview']['digests'][number]

export function feedbackPart(view: CoachView, tell: Teller): Html | '' {
  const { words } = view
  const digests = writable(view)
  if (digests.length === 0) return ''
  return html`<section aria-labelledby="terug-h"><h2 id="terug-h">${words('coach-feedback')}</h2>
<p>${words('coach-feedback-how')}</p>
${tell.at('terug')}
${digests.map((digest) => digestHtml(view, digest))}
</section>`
}

/** Newest first; a digest of the start of a session that has one of its end is written about together with that. */
function writable(view: CoachView): DigestRow[] {
  const { digests } = view.overview
  const since = view.now.subtract({ hours: 24 * LOOK_BACK_DAYS })
  const meets = (one: DigestRow) => `${one.content.series.nl} ${one.content.date}`
  return digests.filter(
    (one) =>
      Temporal.Instant.compare(one.createdAt, since) > 0 &&
      (one.content.moment !== 'start' ||
        !digests.some((other) => other.content.moment === 'end' && meets(other) === meets(one))),
  )
}

function digestHtml(view: CoachView, { id, content }: DigestRow): Html {
  const { words, overview } = view
  const about = `${textIn(view, content.series)}, ${timeText(view, Temporal.PlainDate.from(content.date).toZonedDateTime(overview.timezone).toInstant(), 'day')}`
  const sent = overview.feedback.find(({ digestId }) => digestId === id)
  if (sent)
    return html`<p><span aria-hidden="true">✔</span> ${about}: ${words('coach-feedback-sent', { date: timeText(view, sent.writtenAt, 'day') })}</p>`
  const form = `terug-${id}`
  const open = view.said?.form === form && view.said.kind === 'fault'
  const [first, ...others] = [
    'nl' as const,
    ...FULL_LANGUAGES.filter((one) => one !== 'nl' && overview.languages.includes(one)),
  ]
  const fields = html`<input type="hidden" name="overzicht" value="${id}">
${fieldsHtml(view, form, first!, true)}
${others.length > 0 ? html`<details><summary>${words('coach-feedback-languages')}</summary>${others.map((one) => fieldsHtml(view, form, one, false))}</details>` : ''}`
  return html`<details id="${form}-d"${open ? html` open` : ''}><summary><span aria-hidden="true">⚪</span> ${about}: ${words('coach-feedback-todo')}</summary>
${wishForm(view, { action: 'terug', at: 'terug', form, fields, button: words('coach-feedback-send'), note: words('coach-feedback-once') })}</details>`
}

function fieldsHtml(view: CoachView, form: string, language: FullLanguage, required: boolean): Html {
  const { words } = view
  const name = wordsFor(language)('web-language-name')
  const one = (part: (typeof PARTS)[number]) =>
    field(view, form, {
      name: `${part}-${language}`,
      label: `${words(`coach-feedback-${part}`)} (${name})`,
      attributes: html`maxlength="${MOST_CHARACTERS}" lang="${language}" dir="auto" autocomplete="off"${required && part !== 'cannot' ? html` required` : ''}`,
    })
  return html`${PARTS.map(one)}`
}

const PARTS = ['said', 'doing', 'cannot'] as const

/** Reads the form back, by language. */
export function readDraft(of: Fields): FeedbackDraft {
  return Object.fromEntries(
    FULL_LANGUAGES.map((language) => [
      language,
      { said: of(`said-${language}`), doing: of(`doing-${language}`), cannot: of(`cannot-${language}`) },
    ]),
  )
}
