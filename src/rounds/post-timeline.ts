/** The year plan in a place of the organisation, where somebody who may see it asked for it. */

import type { Address, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import { currentYear, withCoach } from '../dialogue/coach-mode.ts'
import { readYearPlan } from '../dialogue/timeline.ts'
import type { Ground } from '../ground.ts'
import { resultPlaceOf } from '../people/places.ts'
import { timelineImage } from '../pictures/timeline-image.ts'
import { footLines, headLines, monthAt, monthsLines } from '../timeline/plan-lines.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import { drawn } from './send-digest.ts'
import type { Outcome, Row } from './send-row.ts'

/**
 * Puts the year plan on its way to a place.
 * @returns false when this address is no place of this organisation where results may stand
 */
export async function queueTimeline(ground: Ground, organisation: Organisation, at: Address): Promise<boolean> {
  const place = await resultPlaceOf(ground, organisation.id, at)
  if (!place) return false
  await ground.store.db
    .insertInto('outgoing')
    .values({
      organisation_id: organisation.id,
      id: ground.newId(),
      kind: 'moment',
      channel: place.channel,
      contact_id: null,
      place_id: place.id,
      run_id: null,
      digest_id: null,
      notice: null,
      subject_id: String(currentYear(ground, organisation)),
      state: 'due',
      send_after: ground.clock.now().toString(),
      claimed_until: null,
      attempts: 0,
      external_cipher: null,
    })
    .execute()
  return true
}

/** One try to post it; a coach's channel sees the five fixed moments only in a year without the coach. */
export async function postTimeline(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address,
  organisation: Organisation,
): Promise<Outcome> {
  const year = Number(row.subject_id)
  const place = await ground.store.db
    .selectFrom('place')
    .select('purpose')
    .where('organisation_id', '=', row.organisation_id)
    .where('id', '=', row.place_id ?? '')
    .executeTakeFirst()
  if (!place || !Number.isInteger(year)) return { outcome: 'pointless' }
  const only = place.purpose === 'coach' && !(await withCoach(ground, organisation, year)) ? 'fixed' : undefined
  const plan = await readYearPlan(ground, organisation, year, only)
  const { language } = organisation
  const today = ground.clock.now().toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  const months = only ? [0, plan.months.length] : [monthAt(plan, today), SHOWN_MONTHS]
  const prompt: Prompt = {
    kind: 'notice',
    language,
    lines: [
      ...headLines(plan, language),
      ...monthsLines(plan, months[0]!, months[1]!, language),
      ...footLines(plan, language),
    ],
    choices: [],
  }
  const image = await drawn(ground, () => timelineImage(plan, language))
  return delivery.send(address, image ? { ...prompt, image } : prompt, { nonce: nonceOf(row.id, 0) })
}

const SHOWN_MONTHS = 2
