/**
 * The coach's page and the page of somebody of the staff: what is open and what came out, and beside it all that can be
 * arranged. Each part stands there only for who may do something with it.
 */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { Act } from '../people/permissions.ts'
import { dataPart } from './data-part.ts'
import { feedbackPart } from './feedback-part.ts'
import { LIVE_ID, livePart } from './live-part.ts'
import { methodsPart } from './methods-part.ts'
import { proposalsPart } from './proposals-part.ts'
import { reportsPart } from './reports-part.ts'
import { contactPart, rolesPart } from './roles-part.ts'
import { sessionsPart } from './sessions-part.ts'
import { faultsPart, joinPart, placesPart, quietPart } from './setup-part.ts'
import { sheetsPart } from './sheets-part.ts'
import { surveysPart } from './surveys-part.ts'
import { talkPart } from './talk-part.ts'
import { tallyPart } from './tally-part.ts'
import { timelinePart } from './timeline-part.ts'
import { type CoachView, makeTeller, type Teller } from './view.ts'
import { yearPart } from './year-part.ts'

/** All that stands inside the element with `PAGE_ID`. */
export function coachPage(view: CoachView): Html {
  const { words, overview } = view
  const tell = makeTeller(view)
  const live = livePart(view, tell)
  const beside = PARTS.filter(({ acts }) => acts.some((act) => mayHere(view, act))).map(({ draw }) => draw(view, tell))
  const example = html`<p data-state="example"><strong>${words('coach-example')}</strong>: ${words('coach-example-note')}</p>`
  return html`<h1>${overview.name}</h1>
${view.self ? html`<p>${words('team-you', { name: view.self.name })}</p><p><small>${words('team-keep')}</small></p>` : ''}
${overview.example ? example : ''}
${mayHere(view, 'survey.see') ? faultsPart(view) : ''}
${tell.rest()}
<div data-columns><div id="${LIVE_ID}">${live}</div>
<div>${beside}</div></div>`
}

/** A part, and what somebody must be allowed to for it: one of these. */
const PARTS: { acts: Act[]; draw(view: CoachView, tell: Teller): Html | '' }[] = [
  { acts: ['timeline.see'], draw: yearPart },
  { acts: ['sheet.start'], draw: sheetsPart },
  { acts: ['report.read'], draw: reportsPart },
  { acts: ['session.see'], draw: sessionsPart },
  { acts: ['feedback.write'], draw: feedbackPart },
  { acts: ['timeline.see'], draw: timelinePart },
  { acts: ['talk.take'], draw: talkPart },
  { acts: ['method.see', 'method.curate'], draw: methodsPart },
  { acts: ['session.count'], draw: tallyPart },
  { acts: ['wish.handle'], draw: proposalsPart },
  { acts: ['session.plan'], draw: joinPart },
  { acts: ['survey.see'], draw: surveysPart },
  { acts: ['data.see'], draw: dataPart },
  { acts: ['place.link'], draw: placesPart },
  { acts: ['role.see', 'role.give'], draw: rolesPart },
  { acts: ['role.see'], draw: contactPart },
  { acts: ['session.plan'], draw: quietPart },
]

/** Also for who may do it for one task only. */
const mayHere = ({ authority }: CoachView, act: Act): boolean =>
  authority.may(act) || authority.offices.some(({ task }) => task !== null && authority.may(act, task))
