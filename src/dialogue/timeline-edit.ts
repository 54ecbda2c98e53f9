/** What people change on the timeline: a moment more, another day, done, dropped, another owner, other hours. */

import type { UpdateObject } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteAct } from '../people/note-act.ts'
import type { Tables } from '../store/tables.ts'
import type { LocalText } from '../survey/question-set.ts'
import { isFixed, isOpen, type MomentKind, type Person, type Status } from '../timeline/plan.ts'
import { workingYearOf } from '../timeline/working-year.ts'
import { workingYear } from './timeline.ts'
import { syncTimeline } from './timeline-sync.ts'

/** A moment that can be changed, as it is stored. */
export type Moment = {
  id: string
  kind: MomentKind
  title: LocalText | null
  date: string
  /** First and last day of its working year. */
  within: { first: string; last: string }
  owner: string
  ownerStaffId: string | null
  person: Person
  planned: number
  real: number | null
  status: Status
  reason: string | null
}

/** Keys in the words files (`plan-…`). */
export type EditFault = 'plan-gone' | 'plan-over' | 'plan-bad-date' | 'plan-bad-text' | 'plan-bad-hours'

/** Null for an id that is not there, is another organisation's, or cannot be changed. */
export async function readMoment(ground: Ground, organisation: Organisation, id: string): Promise<Moment | null> {
  const row = await ground.store.db
    .selectFrom('moment')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .where('kind', '<>', 'peiling')
    .executeTakeFirst()
  if (!row) return null
  const { firstDay, lastDay } = workingYearOf(Temporal.PlainDate.from(row.on_date), organisation.workingYear)
  return {
    id,
    kind: row.kind as MomentKind,
    title: row.title,
    date: row.on_date,
    within: { first: firstDay.toString(), last: lastDay.toString() },
    owner: row.owner,
    ownerStaffId: row.owner_staff_id,
    person: row.person,
    planned: row.minutes,
    real: row.real_minutes,
    status: row.status,
    reason: row.reason,
  }
}

/**
 * Adds a moment.
 * @param wish.date local date inside the working year `wish.year`
 * @param by a staff id or a door
 */
export async function addMoment(
  ground: Ground,
  organisation: Organisation,
  wish: { year: number; date: string; title: string; kind: 'other' | 'third' },
  by: string,
): Promise<{ id: string } | EditFault> {
  const title = shortText(wish.title)
  if (title === null) return 'plan-bad-text'
  const { firstDay, lastDay } = workingYear(organisation, wish.year)
  if (!isBetween(wish.date, firstDay.toString(), lastDay.toString())) return 'plan-bad-date'
  const id = ground.newId()
  await ground.store.db
    .insertInto('moment')
    .values({
      organisation_id: organisation.id,
      id,
      kind: wish.kind,
      subject_id: id,
      owner: '',
      on_date: wish.date,
      minutes: 0,
      title: JSON.stringify({ nl: title }),
      person: wish.kind === 'third' ? 'third' : 'worker',
      by_hand: true,
    })
    .execute()
  await noteAct(ground, ground.store.db, organisation.id, by, 'moment added', id)
  return { id }
}

export type MomentChange =
  | { type: 'move'; date: string; reason?: string }
  | { type: 'done'; real: number | null }
  | { type: 'drop'; reason: string }
  /** `staffId` null: somebody without an account, by name. */
  | { type: 'owner'; name: string; staffId: string | null }
  /** Minutes. */
  | { type: 'hours'; planned: number }
  | { type: 'person'; person: Person }

/**
 * Changes a moment that is still to come; what was done or dropped stays so. A second tap changes nothing.
 * @param by a staff id or a door
 */
export async function changeMoment(
  ground: Ground,
  organisation: Organisation,
  id: string,
  change: MomentChange,
  by: string,
): Promise<EditFault | null> {
  const moment = await readMoment(ground, organisation, id)
  if (!moment) return 'plan-gone'
  if (!isOpen(moment)) return 'plan-over'
  const set = valuesOf(moment, change)
  if (typeof set === 'string') return set
  const changed = await ground.store.db
    .updateTable('moment')
    .set({ ...set, by_hand: true })
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .where('status', 'in', ['planned', 'moved'])
    .returning('id')
    .executeTakeFirst()
  if (!changed) return 'plan-over'
  await noteAct(ground, ground.store.db, organisation.id, by, `moment ${DID[change.type]}`, id)
  // What the file lets come after this moment goes along.
  if (change.type === 'move') await syncTimeline(ground, organisation)
  return null
}

function valuesOf(moment: Moment, change: MomentChange): UpdateObject<Tables, 'moment'> | EditFault {
  switch (change.type) {
    case 'move': {
      const reason = change.reason === undefined ? moment.reason : shortText(change.reason)
      if (!isBetween(change.date, moment.within.first, moment.within.last)) return 'plan-bad-date'
      return { on_date: change.date, status: 'moved', reason, reminded_at: null }
    }
    case 'done':
      if (change.real !== null && !isMinutes(change.real)) return 'plan-bad-hours'
      return { status: 'done', real_minutes: change.real }
    case 'drop': {
      const reason = shortText(change.reason)
      return reason === null ? 'plan-bad-text' : { status: 'dropped', reason }
    }
    case 'owner': {
      const name = change.name.trim()
      if (name.length < 1 || name.length > LONGEST_NAME || /\p{Cc}/u.test(name)) return 'plan-bad-text'
      return { owner: name, owner_staff_id: change.staffId, reminded_at: null }
    }
    case 'hours':
      return isMinutes(change.planned) ? { minutes: change.planned } : 'plan-bad-hours'
    case 'person':
      return isFixed(moment.kind) ? 'plan-over' : { person: change.person }
    default: {
      const never: never = change
      return never
    }
  }
}

/** One line without control characters; null when nothing is left or it is too long. */
function shortText(text: string): string | null {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length >= 1 && line.length <= LONGEST_TEXT ? line : null
}

const isBetween = (date: string, first: string, last: string): boolean => {
  try {
    return Temporal.PlainDate.from(date).toString() === date && first <= date && date <= last
  } catch {
    return false
  }
}

const isMinutes = (minutes: number): boolean => Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_MINUTES

const DID = { move: 'moved', done: 'done', drop: 'dropped', owner: 'given', hours: 'hours', person: 'person' } as const
export const LONGEST_TEXT = 60
const LONGEST_NAME = 40
const MOST_MINUTES = 200 * 60
