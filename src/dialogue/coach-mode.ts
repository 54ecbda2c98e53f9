/** With or without the coach: one switch an organisation and working year, and what follows from it for a digest. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { PlacePurpose, Tables } from '../store/tables.ts'
import { fixedDates } from '../timeline/fixed.ts'
import { FIXED_KINDS } from '../timeline/plan.ts'
import { type WorkingYear, workingYearOf } from '../timeline/working-year.ts'

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
  const { rows } = await sql<{ coach: boolean }>`select ${coachIsIn(organisation.id, year)} as coach`.execute(db)
  return rows[0]!.coach
}

/** The same as a part of a larger statement. */
export const coachIsIn = (organisationId: string, year: number): RawBuilder<boolean> =>
  sql<boolean>`coalesce((select coach from working_year where organisation_id = ${organisationId} and year = ${year}::integer), true)`

/** Where a digest, a quote or a report goes: to the organisation's own channel, and to the coach's in a year with. */
export async function resultPurposes(
  ground: Ground,
  organisation: Organisation | undefined,
  db: Kysely<Tables> = ground.store.db,
): Promise<PlacePurpose[]> {
  return resultPurposesIn(
    organisation && (await withCoach(ground, organisation, currentYear(ground, organisation), db)),
  )
}

/** @param coach undefined: the file of the organisation is gone, and did not say that the coach may have it */
export const resultPurposesIn = (coach: boolean | undefined): PlacePurpose[] => (coach ? ['coach', 'team'] : ['team'])

/**
 * Changes a working year to with or without the coach, and makes sure that its five fixed moments are there. Nothing
 * else is made, moved or taken away: what was posted stays where it was.
 * @param by a staff id
 * @returns false when the year was so already: nothing changed
 */
export async function switchMode(
  ground: Ground,
  organisation: Organisation,
  wish: { year: number; coach: boolean },
  by: string,
): Promise<boolean> {
  const now = ground.clock.now()
  return ground.store.db.transaction().execute(async (trx) => {
    const changed = await trx
      .insertInto('working_year')
      .values({
        organisation_id: organisation.id,
        year: wish.year,
        coach: wish.coach,
        switched_by: by,
        switched_at: now.toString(),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'year'])
          .doUpdateSet({ coach: wish.coach, switched_by: by, switched_at: now.toString() })
          .where('working_year.coach', '<>', wish.coach),
      )
      .returning('year')
      .executeTakeFirst()
    if (!changed) return false
    await ensureFixedMoments(ground, organisation, wish.year, trx)
    await writeAudit(trx, ground.newId(), {
      organisationId: organisation.id,
      at: now,
      actor: by,
      action: `working year ${wish.coach ? 'with' : 'without'} coach`,
      subject: String(wish.year),
    })
    return true
  })
}

/** The five moments that every working year has, with the coach or without: those that are lacking are written, once. */
export async function ensureFixedMoments(
  ground: Ground,
  organisation: Organisation,
  year: number,
  db: Kysely<Tables> = ground.store.db,
): Promise<void> {
  const dates = fixedDates(yearOf(organisation, year))
  await db
    .insertInto('moment')
    .values(
      FIXED_KINDS.map((kind) => ({
        organisation_id: organisation.id,
        id: ground.newId(),
        kind,
        subject_id: String(year),
        owner: '',
        on_date: dates[kind],
        minutes: FIXED_MINUTES,
        person: 'coach' as const,
      })),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'kind', 'subject_id']).doNothing())
    .execute()
}

function yearOf(organisation: Organisation, year: number): WorkingYear {
  const firstDay = Temporal.PlainDate.from(`${year}-${organisation.workingYear}`)
  return workingYearOf(firstDay, organisation.workingYear)
}

/** A talk of two hours, until somebody says otherwise. */
const FIXED_MINUTES = 120
