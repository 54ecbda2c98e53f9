/** Who sees and changes what on the timeline: everything, the five fixed moments, or an own task and nothing else. */
import { readOwners, taskOf } from '../dialogue/moment-owners.ts'
import type { Moment } from '../dialogue/timeline-edit.ts'
import { mayOf } from '../people/permissions.ts'
import { isFixed } from '../timeline/plan.ts'
import type { StaffTurn } from './turn.ts'

export type Sight = 'all' | 'fixed' | 'own'

/** Null for who has nothing on the timeline. */
export function sightOf(turn: StaffTurn): Sight | null {
  if (!turn.may('timeline.see')) return turn.offices.some(ownsOnly) ? 'own' : null
  const others = turn.offices.filter(({ role }) => role !== 'coach')
  const more = others.some(({ role }) => mayOf(role, 'timeline.see') === 'yes')
  return more || turn.withCoach ? 'all' : 'fixed'
}

/** What this person may do with one moment. */
export type Rights = { see: boolean; edit: boolean; finish: boolean }

export async function rightsOn(turn: StaffTurn, moment: Moment): Promise<Rights> {
  const sight = sightOf(turn)
  const theirs = await isTheirs(turn, moment)
  const edit = turn.may('timeline.edit')
  return {
    see: sight === 'all' || (sight === 'fixed' && isFixed(moment.kind)) || theirs,
    edit,
    finish: edit || theirs,
  }
}

/** The moments that are an own task of this person: asked for it, or named as the owner. */
export async function isTheirs(turn: StaffTurn, moment: Moment): Promise<boolean> {
  if (turn.may('timeline.own', taskOf(moment.id)) && turn.offices.some(({ task }) => task === taskOf(moment.id)))
    return true
  const ownerOf = await readOwners(turn.ground, turn.organisation.id)
  const owner = ownerOf({ ...moment, owner_staff_id: moment.ownerStaffId })
  const office = turn.offices.find(({ staffId }) => staffId === owner?.staffId)
  return office !== undefined && mayOf(office.role, 'timeline.own') !== 'no'
}

const ownsOnly = ({ role }: StaffTurn['offices'][number]): boolean => mayOf(role, 'timeline.own') === 'own'
