/** The coach's page: what is open and what came out, and beside it all that staff can arrange. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import { feedbackPart } from './feedback-part.ts'
import { LIVE_ID, livePart } from './live-part.ts'
import { proposalsPart, staffPart } from './proposals-part.ts'
import { sessionsPart } from './sessions-part.ts'
import { faultsPart, joinPart, placesPart, quietPart, surveysPart } from './setup-part.ts'
import { tallyPart } from './tally-part.ts'
import { type CoachView, makeTeller } from './view.ts'

/** All that stands inside the element with `PAGE_ID`. */
export function coachPage(view: CoachView): Html {
  const { words, overview } = view
  const tell = makeTeller(view)
  const live = livePart(view, tell)
  const beside = [
    sessionsPart(view, tell),
    feedbackPart(view, tell),
    tallyPart(view, tell),
    proposalsPart(view, tell),
    joinPart(view),
    surveysPart(view, tell),
    placesPart(view, tell),
    staffPart(view, tell),
    quietPart(view),
  ]
  const example = html`<p data-state="example"><strong>${words('coach-example')}</strong>: ${words('coach-example-note')}</p>`
  return html`<h1>${overview.name}</h1>
${overview.example ? example : ''}
${faultsPart(view)}
${tell.rest()}
<div data-columns><div id="${LIVE_ID}">${live}</div>
<div>${beside}</div></div>`
}
