/** With or without the coach: one switch an organisation and working year, and what follows from it for a digest. */
import type { Kysely } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { PlacePurpose, Tables } from '../store/tables.ts'
import { workingYearOf } from '../timeline/working-year.ts'

/** The working year (its first calendar year) that is going on. */
export function currentYear(ground: Ground, organisation: Organisation): number {
  const today = ground.clock.now().toZonedDateTimeISO(organisation.timezone).toPlainDate()
  return workingYearOf(today, organisation.workingYear).year
}

/** Whether a working year is with the coach; it is unless the organisation switched. */
export async function withCoach(
  ground: Ground,
  organisation: Organisation,
  year = currentYear(ground, organisation),
  db: Kysely<Tables> = ground.store.db,
): Promise<boolean> {
  const row = await db
    .selectFrom('working_year')
    .select('coach')
    .where('organisation_id', '=', organisation.id)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.coach ?? true
}

/** Where a digest, a quote or a report goes: to the organisation's own channel, and to the coach's in a year with. */
export async function resultPurposes(
  ground: Ground,
  organisation: Organisation | undefined,
  db: Kysely<Tables> = ground.store.db,
): Promise<PlacePurpose[]> {
  // An organisation whose file is gone did not say that the coach may have it.
  if (!organisation) return ['team']
  return (await withCoach(ground, organisation, currentYear(ground, organisation), db)) ? ['coach', 'team'] : ['team']
}
