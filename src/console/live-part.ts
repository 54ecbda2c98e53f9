/** The part of the coach's page that keeps itself up to date: what is open, and what came out. */
import { html } from 'hono/html'
import { CARDS_ID, type Html } from '../channels/web/wire.ts'
import type { FeedbackStatus } from '../digest/render-foot.ts'
import type { RoundRow } from '../rounds/desk.ts'
import { digestArticle } from './digest-article.ts'
import { digestFigure } from './drawn-figure.ts'
import { trendPart } from './trend-part.ts'
import { type CoachView, type Teller, textIn, timeText, wishForm } from './view.ts'

export const LIVE_ID = 'live'

/** @param tell absent when the part is drawn by itself, because something changed */
export function livePart(view: CoachView, tell?: Teller): Html {
  const { words, overview, authority } = view
  const open = overview.rounds.filter((round) => round.state === 'open')
  const chat = view.self
    ? html`<section aria-labelledby="menu-h"><h2 id="menu-h">${words('team-chat')}</h2><div id="${CARDS_ID}">${view.self.chat}</div></section>`
    : ''
  const rounds = authority.may('session.see')
    ? html`<section aria-labelledby="open-h"><h2 id="open-h">${words('coach-open')}</h2>
${tell?.at('live') ?? ''}
${open.length > 0 ? open.map((round) => roundHtml(view, round)) : html`<p>${words('coach-open-none')}</p>`}
</section>`
    : ''
  // What was posted to the coach before stays there, also in a year without.
  const digests =
    authority.may('digest.read') || overview.digests.length > 0
      ? html`<section aria-labelledby="overzichten-h"><h2 id="overzichten-h">${words('coach-digests')}</h2>
${tell?.at('overzichten') ?? ''}
${digestsHtml(view)}
</section>`
      : ''
  return html`${chat}
${rounds}
${digests}
${trendPart(view)}`
}

/** What the part depends on: equal text, equal part. */
export const liveState = ({ rounds, digests, feedback, sessions }: CoachView['overview']): string =>
  JSON.stringify([rounds, digests.map((digest) => digest.id), feedback, rounds.length > 0 ? sessions : []])

function roundHtml(view: CoachView, round: RoundRow): Html {
  const { words, overview } = view
  const session = overview.sessions.find((one) => one.id === round.sessionId)
  const about = session
    ? words('coach-open-about', {
        series: textIn(view, session.seriesTitle),
        date: timeText(view, session.startsAt, 'day'),
      })
    : ''
  return html`<article id="ronde-${round.id}" aria-labelledby="ronde-${round.id}-h" data-kind="round">
<h3 id="ronde-${round.id}-h" tabindex="-1">${textIn(view, round.aspect)}</h3>
<p>${about}</p>
<p><strong>${words('coach-open-until', { time: timeText(view, round.closesAt) })}</strong></p>
<p>${words(round.anybodyAsked ? 'coach-open-no-counts' : 'coach-open-nobody')}</p>
${view.authority.may('session.plan') ? closeHtml(view, round) : ''}</article>`
}

function closeHtml(view: CoachView, round: RoundRow): Html {
  const { words, overview } = view
  const fields = html`<input type="hidden" name="ronde" value="${round.id}">`
  const at = { at: 'live', form: `ronde-${round.id}`, fields }
  return html`${overview.example ? wishForm(view, { ...at, action: 'voorbeeld', button: words('coach-examples'), note: words('coach-examples-note') }) : ''}
${wishForm(view, { ...at, action: 'sluit', button: words('coach-close'), note: words('coach-close-note'), role: 'main' })}
`
}

function digestsHtml(view: CoachView): Html | Html[] {
  const { digests, language, timezone } = view.overview
  if (digests.length === 0) return html`<p>${view.words('coach-digests-none')}</p>`
  const written = new Map(view.overview.feedback.map(({ digestId, writtenAt }) => [digestId, writtenAt]))
  const statusOf = ({ id, roundId }: (typeof digests)[number]): FeedbackStatus => {
    const at = written.get(id)
    if (at) return { on: at.toZonedDateTimeISO(timezone).toPlainDate().toString() }
    return roundId === null ? 'none' : 'todo'
  }
  const articles = digests.map((digest) =>
    digestArticle(
      digest.content,
      digest.id,
      language,
      statusOf(digest),
      shareHtml(view, digest),
      digestFigure(view, digest),
    ),
  )
  if (articles.length <= SHOWN) return articles
  return html`${articles.slice(0, SHOWN)}
<details id="ouder"><summary>${view.words('coach-digest-older')}</summary>${articles.slice(SHOWN)}</details>`
}

/** In a year without the coach: giving the coach this one, on purpose. */
function shareHtml(view: CoachView, { id, toCoach }: CoachView['overview']['digests'][number]): Html | '' {
  const { words, overview, authority } = view
  if (toCoach || overview.people.coach || !authority.may('digest.share')) return ''
  const form = `deel-${id}`
  const fields = html`<input type="hidden" name="overzicht" value="${id}">`
  return html`<details id="${form}-d"><summary>${words('digests-share')}</summary>
${wishForm(view, { action: 'deel', at: 'overzichten', form, fields, button: words('digests-share-yes'), note: words('digests-share-how') })}</details>
`
}

const SHOWN = 3
