/** The link of one session, large enough to be scanned from a screen. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { SessionRow } from '../rounds/desk.ts'
import { type CoachView, type JoinLinks, textIn, timeHtml } from './view.ts'

/** @param links one address a channel */
export function sessionLinkPage(view: CoachView, session: SessionRow, links: JoinLinks): Html {
  const { words, base } = view
  return html`<h1>${textIn(view, session.seriesTitle)}</h1>
<p>${timeHtml(view, session.startsAt)}</p>
<p>${words('coach-session-link-how')}</p>
${links.map(({ channel, url }) => {
  const name = words(`coach-channel-${channel}`)
  return html`<figure><img src="${base}/sessie/${session.id}/${channel}.svg" width="320" height="320" alt="${words('coach-qr', { channel: name })}">
<figcaption><strong>${name}</strong><br><a href="${url}" dir="ltr">${url}</a></figcaption></figure>`
})}
${links.filter(({ channel }) => channel === 'web').map(({ url }) => tabletHtml(view, url))}
<p><a href="${base}">${words('coach-session-link-back')}</a></p>`
}

/** The same link opens a device that goes from hand to hand. */
function tabletHtml({ words }: CoachView, url: string): Html {
  const tablet = url.replace('/doe-mee/', '/tablet/')
  return html`<h2>${words('tablet-coach')}</h2><p>${words('tablet-coach-how')}</p><p><a href="${tablet}" dir="ltr">${tablet}</a></p>`
}

/** Whether somebody may be there now: the session is today, or its questions are still open. */
export function isOfToday(view: CoachView, session: SessionRow): boolean {
  if (session.state === 'cancelled') return false
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(view.overview.timezone).toPlainDate()
  const going = Temporal.Instant.compare(session.startsAt, view.now) <= 0
  if (going && Temporal.Instant.compare(view.now, session.endsAt) < 0) return true
  if (dayOf(session.startsAt).equals(dayOf(view.now))) return true
  return view.overview.rounds.some((round) => round.sessionId === session.id && round.state === 'open')
}
