/**
 * A word about the timeline, rendered from the store when it is sent: a reminder of a moment to its owner only, or the
 * year plan to a place of the organisation where somebody asked for it.
 */
import type { Address, Choice, Line } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import { readOwners } from '../dialogue/moment-owners.ts'
import { type Moment, readMoment } from '../dialogue/timeline-edit.ts'
import type { Ground } from '../ground.ts'
import type { Language } from '../survey/question-set.ts'
import { momentDay, momentTitle } from '../timeline/moment-words.ts'
import { isFixed, isOpen } from '../timeline/plan.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import { postTimeline } from './post-timeline.ts'
import { reminderTime } from './remind-moments.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendMoment(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address | null,
): Promise<Outcome> {
  const organisation = ground.config().organisations.get(row.organisation_id)
  if (!address || !organisation || row.subject_id === null) return { outcome: 'pointless' }
  if (row.place_id !== null) return postTimeline(ground, delivery, row, address, organisation)
  const moment = await readMoment(ground, organisation, row.subject_id)
  if (!moment || !(await stillTheirs(ground, organisation, moment, row.staff_id))) return { outcome: 'pointless' }
  const now = ground.clock.now()
  const at = reminderTime(now, organisation)
  // The app was away, and it is evening by now.
  if (Temporal.Instant.compare(at, now) > 0) return { outcome: 'quiet', at }
  const today = now.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  if (moment.date < today) return { outcome: 'pointless' }
  const { language } = organisation
  const lines = reminderLines(organisation, moment, language)
  const choices = reminderChoices(moment.id, language)
  return delivery.send(address, { kind: 'notice', language, lines, choices }, { nonce: nonceOf(row.id, 0) })
}

/** Done, dropped or given to somebody else meanwhile: then there is nothing to remind of. */
async function stillTheirs(
  ground: Ground,
  organisation: Organisation,
  moment: Moment,
  staffId: string | null,
): Promise<boolean> {
  const ownerOf = await readOwners(ground, organisation.id)
  return isOpen(moment) && ownerOf({ ...moment, owner_staff_id: moment.ownerStaffId })?.staffId === staffId
}

function reminderLines(organisation: Organisation, moment: Moment, language: Language): Line[] {
  const words = wordsFor(language)
  const agenda = isFixed(moment.kind) ? words(`plan-agenda-${moment.kind}`).split('\n') : []
  const about = { title: momentTitle(moment, language), date: momentDay(moment.date, language, 'long') }
  return [
    { text: words('plan-reminder', about), style: 'strong' },
    ...agenda.map((text) => ({ text })),
    { text: words('plan-reminder-only', { organisation: organisation.name }), style: 'quiet' },
  ]
}

function reminderChoices(id: string, language: Language): Choice[] {
  const words = wordsFor(language)
  return [
    { data: `t.t.d.${id}`, label: words('plan-button-done'), role: 'option' },
    { data: `t.t.v.${id}`, label: words('plan-button-move'), role: 'option' },
  ]
}
