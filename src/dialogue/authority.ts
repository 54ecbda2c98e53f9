/** What somebody may do in an organisation now: their roles, this working year with or without the coach, and who else there is. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { type Act, may, type Office } from '../people/permissions.ts'
import { staffOf } from '../people/staff.ts'
import { withCoach } from './coach-mode.ts'

export type Authority = {
  offices: readonly Office[]
  /** Whether this working year is with the coach. */
  coach: boolean
  may(act: Act, task?: string): boolean
}

/** @param offices of one person; those elsewhere count for nothing */
export async function authorityOf(
  ground: Ground,
  organisation: Organisation,
  offices: readonly Office[],
): Promise<Authority> {
  const coach = await withCoach(ground, organisation)
  const nobodyElse = (await staffOf(ground, organisation.id, 'lead')).length === 0
  return {
    offices: offices.filter(({ organisationId }) => organisationId === organisation.id),
    coach,
    may: (act, task) =>
      may(offices, organisation.id, act, { withCoach: coach, nobodyElse, ...(task === undefined ? {} : { task }) }),
  }
}

/** The coach's page has no accounts: whoever has its address acts as coach of that organisation. */
export const COACH_PAGE = 'coach-page'

export const coachPageOffice = (organisationId: string): Office => ({
  organisationId,
  staffId: COACH_PAGE,
  role: 'coach',
  name: '',
  task: null,
})
