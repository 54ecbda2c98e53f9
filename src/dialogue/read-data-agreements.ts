/** Agreements on data as they stand today: one that reached its last day is over without anybody doing anything. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { SharedTables } from '../store/shared-tables.ts'
import type { LocalText } from '../survey/question-set.ts'
import type { SurveyVersion } from './agreements.ts'
import { type SharingLevel, todayIn } from './data-agreements.ts'

/** lapsed: its last day is over, agreed on or not. */
export type SharingState = SharedTables['data_agreement']['state'] | 'lapsed'

export type Sharing = {
  id: string
  receiver: string
  purpose: string
  /** Null: all surveys. */
  surveyId: string | null
  /** What that survey is about; null for all. */
  aspect: LocalText | null
  year: number
  level: SharingLevel
  state: SharingState
  endsOn: string
  proposedBy: string
  proposedName: string
  proposedKey: string | null
  decidedName: string | null
  decidedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
}

/** Newest first. */
export async function readSharings(ground: Ground, organisation: Organisation, id?: string): Promise<Sharing[]> {
  const rows = await ground.store.db
    .selectFrom('data_agreement')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .execute()
  const aspects = await aspectsOf(
    ground,
    organisation.id,
    rows.flatMap(({ survey_id }) => survey_id ?? []),
  )
  const today = todayIn(ground, organisation)
  return rows.map((row) => ({
    ...{ id: row.id, receiver: row.receiver, purpose: row.purpose, surveyId: row.survey_id, year: row.year },
    aspect: row.survey_id === null ? null : (aspects.get(row.survey_id) ?? { nl: row.survey_id }),
    level: row.level,
    state: (row.state === 'proposed' || row.state === 'agreed') && row.ends_on < today ? 'lapsed' : row.state,
    endsOn: row.ends_on,
    ...{ proposedBy: row.proposed_by, proposedName: row.proposed_name, proposedKey: row.proposed_key },
    decidedName: row.decided_name,
    decidedAt: instantOf(row.decided_at),
    endedAt: instantOf(row.ended_at),
  }))
}

export async function readSharing(ground: Ground, organisation: Organisation, id: string): Promise<Sharing | null> {
  return (await readSharings(ground, organisation, id))[0] ?? null
}

/** What surveys are about, by their newest version. */
export async function aspectsOf(
  ground: Ground,
  organisationId: string,
  surveyIds: readonly string[] | null,
): Promise<Map<string, LocalText>> {
  if (surveyIds?.length === 0) return new Map()
  const rows = await ground.store.db
    .selectFrom('survey_version')
    .select(['survey_id', 'content'])
    .where('organisation_id', '=', organisationId)
    .$if(surveyIds !== null, (query) => query.where('survey_id', 'in', surveyIds!))
    .orderBy('created_at')
    .orderBy('hash')
    .execute()
  return new Map(rows.map(({ survey_id, content }) => [survey_id, (content as unknown as SurveyVersion).aspect]))
}

const instantOf = (date: Date | null): Temporal.Instant | null =>
  date && Temporal.Instant.fromEpochMilliseconds(date.getTime())
