/** The part of the desk about the timeline: the year plan, its calendar addresses, and what a page changes on it. */
import type { Organisation } from '../config/organisation.ts'
import { actorOf } from '../dialogue/actors.ts'
import { agendaPath } from '../dialogue/agenda.ts'
import { currentYear, ensureFixedMoments } from '../dialogue/coach-mode.ts'
import { readOwners } from '../dialogue/moment-owners.ts'
import { readYearPlan } from '../dialogue/timeline.ts'
import { addMoment, changeMoment, type EditFault, type MomentChange, readMoment } from '../dialogue/timeline-edit.ts'
import type { Ground } from '../ground.ts'
import { staffOf } from '../people/staff.ts'
import { momentDay } from '../timeline/moment-words.ts'
import type { YearPlan } from '../timeline/plan.ts'
import type { Outcome } from './desk.ts'

export type TimelineFault = EditFault

/** The year that is going on. Paths of the calendar: the organisation's, and the coach's; null where it is not shown. */
export type TimelineView = { plan: YearPlan; agenda: { own: string | null; coach: string | null } }

export interface TimelineDesk {
  /** Adds those of the five fixed moments of this working year that are lacking. */
  addFixedMoments(by: string, organisationId: string): Promise<Outcome<{ year: number }>>
  /** `date`: local date in the working year that is going on. */
  addMoment(
    by: string,
    organisationId: string,
    wish: { date: string; title: string; kind: 'other' | 'third' },
  ): Promise<Outcome<{ momentId: string }>>
  /** Who may not change the timeline may still say that an own moment is done. */
  changeMoment(
    by: string,
    organisationId: string,
    momentId: string,
    change: MomentChange,
  ): Promise<Outcome<{ momentId: string }>>
}

export async function readTimeline(ground: Ground, organisation: Organisation): Promise<TimelineView> {
  const plan = await readYearPlan(ground, organisation, currentYear(ground, organisation))
  const path = (whose: 'own' | 'coach') => agendaPath(ground, organisation.id, whose)
  return { plan, agenda: { own: path('own'), coach: path('coach') } }
}

export function createTimelineDesk(ground: Ground): TimelineDesk {
  const organisationOf = (id: string) => ground.config().organisations.get(id)

  return {
    async addFixedMoments(by, organisationId) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return { ok: false, fault: 'desk-no-organisation', values: { organisation: organisationId } }
      if (!(await actorOf(ground, organisation, by))?.may('timeline.edit')) return { ok: false, fault: 'desk-may-not' }
      const year = currentYear(ground, organisation)
      await ensureFixedMoments(ground, organisation, year)
      return { ok: true, value: { year } }
    },
    async addMoment(by, organisationId, wish) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return { ok: false, fault: 'desk-no-organisation', values: { organisation: organisationId } }
      const actor = await actorOf(ground, organisation, by)
      if (!actor?.may('timeline.edit')) return { ok: false, fault: 'desk-may-not' }
      const added = await addMoment(ground, organisation, { ...wish, year: currentYear(ground, organisation) }, by)
      if (typeof added !== 'string') return { ok: true, value: { momentId: added.id } }
      return refused(organisation, added, (await readTimeline(ground, organisation)).plan)
    },
    async changeMoment(by, organisationId, momentId, change) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return { ok: false, fault: 'desk-no-organisation', values: { organisation: organisationId } }
      const moment = /^[\w-]{1,64}$/.test(momentId) ? await readMoment(ground, organisation, momentId) : null
      if (!moment) return { ok: false, fault: 'plan-gone' }
      const actor = await actorOf(ground, organisation, by)
      const finishes =
        change.type === 'done' && actor?.may('timeline.own') && (await owns(ground, organisation, by, moment))
      if (!actor?.may('timeline.edit') && !finishes) return { ok: false, fault: 'desk-may-not' }
      const fault = await changeMoment(ground, organisation, momentId, change, by)
      if (fault) return refused(organisation, fault, { firstDay: moment.within.first, lastDay: moment.within.last })
      return { ok: true, value: { momentId } }
    },
  }
}

/** Whether the moment belongs to the account that has this office. */
async function owns(
  ground: Ground,
  organisation: Organisation,
  by: string,
  moment: { id: string; kind: string; owner: string; ownerStaffId: string | null },
): Promise<boolean> {
  const owner = (await readOwners(ground, organisation.id))({ ...moment, owner_staff_id: moment.ownerStaffId })
  const staff = await staffOf(ground, organisation.id)
  const [self, other] = [by, owner?.staffId].map((id) => staff.find(({ staffId }) => staffId === id))
  return self !== undefined && self.channel === other?.channel && self.addressHash === other.addressHash
}

function refused(
  { language }: Organisation,
  fault: EditFault,
  { firstDay, lastDay }: Pick<YearPlan, 'firstDay' | 'lastDay'>,
): Outcome<never> {
  if (fault !== 'plan-bad-date') return { ok: false, fault }
  const values = { first: momentDay(firstDay, language, 'long'), last: momentDay(lastDay, language, 'long') }
  return { ok: false, fault, values }
}
