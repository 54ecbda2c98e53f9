/** What a page shows of people with a role, and of the working year. */
import type { Organisation } from '../config/organisation.ts'
import { currentYear, withCoach } from '../dialogue/coach-mode.ts'
import type { Ground } from '../ground.ts'
import { openInvitations } from '../people/open-invitations.ts'
import { staffOf } from '../people/staff.ts'
import type { StaffRole } from '../store/tables.ts'

export type RoleRow = {
  staffId: string
  role: StaffRole
  name: string
  /** `session:<id>` or `moment:<id>` of a helper; `fallback` of who stands in. */
  task: string | null
  /** The last local day of a helper. */
  until: Temporal.PlainDate | null
  reachable: boolean
}

export type PeopleView = {
  roles: RoleRow[]
  invitations: { id: string; role: StaffRole; name: string; task: string | null }[]
  /** The calendar year in which the working year that is going on begins. */
  year: number
  coach: boolean
}

export async function readPeople(ground: Ground, organisation: Organisation): Promise<PeopleView> {
  const year = currentYear(ground, organisation)
  const everybody = await staffOf(ground, organisation.id)
  return {
    roles: everybody.map(({ staffId, role, name, task, expiresAt, reachable }) => ({
      staffId,
      role,
      name,
      task,
      until: expiresAt && lastDay(expiresAt, organisation.timezone),
      reachable,
    })),
    invitations: (await openInvitations(ground, organisation.id)).map(({ id, role, name, task }) => ({
      id,
      role,
      name,
      task,
    })),
    year,
    coach: await withCoach(ground, organisation, year),
  }
}

/** A role ends with its last day, and so at the first moment of the next. */
const lastDay = (end: Date, timezone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(end.getTime() - 1)
    .toZonedDateTimeISO(timezone)
    .toPlainDate()

/** Digests that were posted to a place of the coach: what was posted stays where it was. */
export async function postedToCoach(ground: Ground, organisationId: string): Promise<ReadonlySet<string>> {
  const rows = await ground.store.db
    .selectFrom('outgoing')
    .innerJoin('place', (join) =>
      join.onRef('place.organisation_id', '=', 'outgoing.organisation_id').onRef('place.id', '=', 'outgoing.place_id'),
    )
    .select('outgoing.digest_id')
    .distinct()
    .where('outgoing.organisation_id', '=', organisationId)
    .where('outgoing.kind', '=', 'digest')
    .where('place.purpose', '=', 'coach')
    .execute()
  return new Set(rows.flatMap((row) => row.digest_id ?? []))
}
