/** The year plan of an organisation, read from the store: moments, sessions, surveys, the word back. No answer, no young person. */

import type { Organisation } from '../config/organisation.ts'
import { OVERLOAD_HOURS } from '../config/timeline.ts'
import type { Ground } from '../ground.ts'
import { buildYearPlan, isFixed, type MomentKind, type MomentRow, type YearPlan } from '../timeline/plan.ts'
import { type WorkingYear, workingYearOf } from '../timeline/working-year.ts'
import { readOwners } from './moment-owners.ts'
import { readEffort } from './timeline-effort.ts'
import { foreseen } from './timeline-foreseen.ts'

export const workingYear = ({ workingYear: begins }: Organisation, year: number): WorkingYear =>
  workingYearOf(Temporal.PlainDate.from(`${year}-${begins}`), begins)

/**
 * The plan of one working year.
 * @param year the calendar year in which it begins
 * @param only 'fixed': the five fixed moments and nothing else of the organisation, for a coach in a year without
 */
export async function readYearPlan(
  ground: Ground,
  organisation: Organisation,
  year: number,
  only?: 'fixed',
): Promise<YearPlan> {
  const working = workingYear(organisation, year)
  const stored = await readStored(ground, organisation, working)
  const about = {
    organisation: { id: organisation.id, name: organisation.name },
    workingYear: working,
    limit: (organisation.timeline?.overloadHours ?? OVERLOAD_HOURS) * 60,
  }
  if (only === 'fixed') {
    const rows = stored.filter(({ kind }) => isFixed(kind))
    return buildYearPlan({ ...about, rows, aspect: null, agreed: [], effort: { sessions: 0, taps: 0 } })
  }
  const agreed = await readAgreed(ground, organisation, working)
  return buildYearPlan({
    ...about,
    rows: [...stored, ...(await foreseen(ground, organisation, working))],
    aspect: aspectOf(organisation, year, agreed),
    agreed,
    effort: await readEffort(ground, organisation, working),
  })
}

/** What the file says, or the aspect of what was agreed on when that is one. */
function aspectOf(organisation: Organisation, year: number, agreed: YearPlan['agreed']): YearPlan['aspect'] {
  const { timeline } = organisation
  if (timeline?.year === year && timeline.question) return timeline.question
  const aspects = new Map(agreed.map(({ survey }) => [survey.nl, survey]))
  return aspects.size === 1 ? [...aspects.values()][0]! : null
}

/** The rows of the table: the five fixed moments, what the file and the chat planned, and the surveys that were opened. */
async function readStored(ground: Ground, organisation: Organisation, { firstDay, lastDay }: WorkingYear) {
  const ownerOf = await readOwners(ground, organisation.id)
  const rows = await ground.store.db
    .selectFrom('moment')
    .leftJoin('round', (join) =>
      join
        .onRef('round.organisation_id', '=', 'moment.organisation_id')
        .onRef('round.id', '=', 'moment.subject_id')
        .on('moment.kind', '=', 'peiling'),
    )
    .leftJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .selectAll('moment')
    .select(['round.state as round_state', 'survey_version.content as survey'])
    .where('moment.organisation_id', '=', organisation.id)
    .where('moment.on_date', '>=', firstDay.toString())
    .where('moment.on_date', '<=', lastDay.toString())
    .execute()
  return rows.map((row): MomentRow => {
    const owner = row.kind === 'peiling' ? null : ownerOf(row)
    const survey = row.survey as { aspect: MomentRow['title'] } | null
    return {
      id: row.id,
      kind: row.kind as MomentKind,
      title: survey?.aspect ?? row.title,
      date: row.on_date,
      owner: row.owner || (owner?.name ?? ''),
      reachable: row.kind === 'peiling' || (owner?.reachable ?? false),
      person: row.kind === 'peiling' ? 'young' : row.person,
      planned: row.minutes,
      real: row.real_minutes,
      status: row.kind === 'peiling' ? statusOf(row.round_state) : row.status,
      reason: row.reason,
      editable: row.kind !== 'peiling',
    }
  })
}

function statusOf(round: string | null): MomentRow['status'] {
  if (round === 'cancelled') return 'dropped'
  return round === 'open' ? 'planned' : 'done'
}

async function readAgreed(
  ground: Ground,
  organisation: Organisation,
  { firstDay, lastDay }: WorkingYear,
): Promise<YearPlan['agreed']> {
  const from = firstDay.toZonedDateTime(organisation.timezone).toInstant().toString()
  const until = lastDay.add({ days: 1 }).toZonedDateTime(organisation.timezone).toInstant().toString()
  const rows = await ground.store.db
    .selectFrom('agreement')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'agreement.organisation_id')
        .onRef('survey_version.survey_id', '=', 'agreement.survey_id')
        .onRef('survey_version.hash', '=', 'agreement.survey_hash'),
    )
    .where('agreement.organisation_id', '=', organisation.id)
    .where('agreement.agreed_at', '<', until as never)
    .where((eb) => eb.or([eb('agreement.ended_at', 'is', null), eb('agreement.ended_at', '>', from as never)]))
    .select(['agreement.agreed_by', 'agreement.agreed_at', 'survey_version.content'])
    .orderBy('agreement.agreed_at')
    .orderBy('agreement.id')
    .execute()
  return rows.map((row) => ({
    survey: (row.content as unknown as { aspect: YearPlan['agreed'][number]['survey'] }).aspect,
    by: row.agreed_by,
    on: dayOf(row.agreed_at, organisation.timezone),
  }))
}

/** The local date of a moment of the store. */
export const dayOf = (at: Date, timezone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone).toPlainDate().toString()
