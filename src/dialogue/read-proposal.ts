/** A proposal with all that somebody needs to judge it: what would be asked, what runs now, and what was said about it. */
import type { Ground } from '../ground.ts'
import { knownMethod } from '../instrumentarium/shelf.ts'
import type { Tables } from '../store/tables.ts'
import type { LocalText, QuestionSet } from '../survey/question-set.ts'
import type { SurveyVersion } from './agreements.ts'
import type { Concerned } from './tell.ts'

/** A version with the words that go with it. */
export type Described = { version: SurveyVersion; set: QuestionSet; series: LocalText; method: LocalText }

export type Proposal = Concerned & {
  organisationId: string
  surveyId: string
  hash: string
  state: Tables['survey_proposal']['state']
  madeBy: string
  /** Empty for a file. */
  madeName: string
  proposedName: string
  proposedAt: Temporal.Instant | null
  decidedName: string
  decidedAt: Temporal.Instant | null
  after: Described
  /** What is agreed on now, when that is another version. */
  before: Described | null
  /** Oldest first. */
  notes: { id: string; name: string; text: string; writtenAt: Temporal.Instant }[]
}

/** Null when this organisation has no such proposal. */
export async function readProposal(ground: Ground, organisationId: string, id: string): Promise<Proposal | null> {
  const { db } = ground.store
  const row = await db
    .selectFrom('survey_proposal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const inForce = await db
    .selectFrom('agreement')
    .select('survey_hash')
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', row.survey_id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const notes = await db
    .selectFrom('proposal_note')
    .select(['id', 'name', 'text_cipher', 'written_at'])
    .where('organisation_id', '=', organisationId)
    .where('proposal_id', '=', id)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  const other = inForce && inForce.survey_hash !== row.survey_hash ? inForce.survey_hash : null
  return {
    ...{ organisationId, id, surveyId: row.survey_id, hash: row.survey_hash, state: row.state },
    ...{ madeBy: row.made_by, madeName: row.made_name, made_key: row.made_key },
    ...{ proposed_by: row.proposed_by, proposed_key: row.proposed_key, proposedName: row.proposed_name ?? '' },
    proposedAt: instantOf(row.proposed_at),
    decidedName: row.decided_name ?? '',
    decidedAt: instantOf(row.decided_at),
    after: (await readDescribed(ground, organisationId, row.survey_id, row.survey_hash))!,
    before: other ? await readDescribed(ground, organisationId, row.survey_id, other) : null,
    notes: notes.map((note) => ({
      ...{ id: note.id, name: note.name, text: ground.vault.decryptText(note.text_cipher) },
      writtenAt: instantOf(note.written_at)!,
    })),
  }
}

/** A stored version of a survey, in words. */
export async function readDescribed(
  ground: Ground,
  organisationId: string,
  surveyId: string,
  hash: string,
): Promise<Described | null> {
  const row = await ground.store.db
    .selectFrom('survey_version')
    .innerJoin('question_set_version', 'question_set_version.hash', 'survey_version.set_hash')
    .where('survey_version.organisation_id', '=', organisationId)
    .where('survey_version.survey_id', '=', surveyId)
    .where('survey_version.hash', '=', hash)
    .select(['survey_version.content as version', 'question_set_version.content as set'])
    .executeTakeFirst()
  if (!row) return null
  const version = row.version as unknown as SurveyVersion
  const series = await ground.store.db
    .selectFrom('series')
    .select('title')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', version.series)
    .executeTakeFirst()
  return {
    version,
    set: row.set,
    series: series?.title ?? { nl: version.series },
    method: (await knownMethod(ground, organisationId, version.method))?.title ?? { nl: version.method },
  }
}

const instantOf = (date: Date | null): Temporal.Instant | null =>
  date && Temporal.Instant.fromEpochMilliseconds(date.getTime())
