/** Reports for the talks in June and at the end of the working year: made once, frozen, and on their way like a digest. */

import { sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import { currentYear, resultPurposes, withCoach } from '../dialogue/coach-mode.ts'
import { type Report, reportContent } from '../dialogue/report-content.ts'
import { readYearPlan } from '../dialogue/timeline.ts'
import type { Ground } from '../ground.ts'
import { restoredUntil } from '../store/after-restore.ts'
import { writeAudit } from '../store/audit.ts'
import { reportFacts } from './report-facts.ts'

/** How many days before its talk a report is made by itself. */
export const DAYS_BEFORE = 3

/** Reports whose talk is near, of the working year that is going on. */
export async function makeDueReports(ground: Ground, organisation: Organisation, now: Temporal.Instant): Promise<void> {
  const today = now.toZonedDateTimeISO(organisation.timezone).toPlainDate()
  const due = await ground.store.db
    .selectFrom('moment')
    .select(['kind'])
    .where('organisation_id', '=', organisation.id)
    .where('kind', 'in', ['june', 'year-end'])
    .where('subject_id', '=', String(currentYear(ground, organisation)))
    .where('status', 'in', ['planned', 'moved'])
    .where('on_date', '<=', today.add({ days: DAYS_BEFORE }).toString())
    // After a downtime it may come a little late; of a talk that is long over nobody needs it.
    .where('on_date', '>=', today.subtract({ days: DAYS_BEFORE }).toString())
    // One that came near before a backup was put back may have been posted then; it can still be made by hand.
    .where(sql<boolean>`on_date - ${DAYS_BEFORE}::int > (${restoredUntil})::date`)
    .execute()
  for (const { kind } of due) await makeReport(ground, organisation, kind as Report['kind'], 'clock')
}

/**
 * Makes the report of this working year, unless it was made.
 * @param actor a staff id or a door
 * @returns its id; the one that is there already when there is one
 */
export async function makeReport(
  ground: Ground,
  organisation: Organisation,
  kind: Report['kind'],
  actor: string,
): Promise<{ id: string; made: boolean }> {
  const year = currentYear(ground, organisation)
  const before = await findReport(ground, organisation.id, year, kind)
  if (before) return { id: before, made: false }
  const now = ground.clock.now()
  const plan = await readYearPlan(ground, organisation, year)
  const content = reportContent.parse(
    await reportFacts(ground, organisation, kind, plan, await withCoach(ground, organisation, year)),
  )
  const id = ground.newId()
  const made = await ground.store.db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('report')
      .values({
        organisation_id: organisation.id,
        id,
        year,
        kind,
        content: JSON.stringify(content),
        created_at: now.toString(),
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'year', 'kind']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return false
    const purposes = await resultPurposes(ground, organisation, trx)
    await sql`insert into outgoing (organisation_id, id, kind, channel, place_id, subject_id, state, send_after, attempts)
      select organisation_id, 'report.' || ${id} || '.' || id, 'report', channel, id, ${id}, 'due', ${now.toString()}::timestamptz, 0
      from place where organisation_id = ${organisation.id} and purpose in (${sql.join(purposes)}) and state = 'linked'
      on conflict do nothing`.execute(trx)
    const happening = { organisationId: organisation.id, at: now, actor, action: `${kind} report made`, subject: id }
    await writeAudit(trx, ground.newId(), happening)
    return true
  })
  if (made) return { id, made }
  return { id: (await findReport(ground, organisation.id, year, kind)) ?? id, made }
}

async function findReport(ground: Ground, organisationId: string, year: number, kind: Report['kind']) {
  const row = await ground.store.db
    .selectFrom('report')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.id ?? null
}

export type ReportLine = { id: string; year: number; kind: Report['kind']; toCoach: boolean }
export type ReportRow = ReportLine & { createdAt: Temporal.Instant; content: Report }

/** All reports of an organisation with what is in them, newest first. */
export async function readReports(ground: Ground, organisationId: string): Promise<ReportRow[]> {
  const rows = await linesOf(ground, organisationId).select(['created_at', 'content']).execute()
  return rows.map((row) => ({
    ...lineOf(row),
    createdAt: Temporal.Instant.fromEpochMilliseconds(row.created_at.getTime()),
    content: row.content as unknown as Report,
  }))
}

/** Which reports there are, newest first. */
export async function listReports(ground: Ground, organisationId: string): Promise<ReportLine[]> {
  return (await linesOf(ground, organisationId).execute()).map(lineOf)
}

const lineOf = (row: { id: string; year: number; kind: Report['kind']; to_coach: unknown }): ReportLine => ({
  ...{ id: row.id, year: row.year, kind: row.kind },
  toCoach: Boolean(row.to_coach),
})

/** `to_coach`: it went to the coach's page too. */
function linesOf(ground: Ground, organisationId: string) {
  return ground.store.db
    .selectFrom('report')
    .select(['id', 'year', 'kind'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('outgoing')
            .innerJoin('place', (join) =>
              join
                .onRef('place.organisation_id', '=', 'outgoing.organisation_id')
                .onRef('place.id', '=', 'outgoing.place_id'),
            )
            .select('outgoing.id')
            .whereRef('outgoing.organisation_id', '=', 'report.organisation_id')
            .whereRef('outgoing.subject_id', '=', 'report.id')
            .where('outgoing.kind', '=', 'report')
            .where('place.purpose', '=', 'coach'),
        )
        .as('to_coach'),
    )
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
}
