/** What may go live: a survey version that two sides agreed on. Nothing else opens a round. */
import type { Kysely } from 'kysely'
import type { Config, Organisation, SurveyConfig } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { contentHash } from '../survey/content-hash.ts'
import type { LocalText, QuestionSet } from '../survey/question-set.ts'

/** What is agreed on when a survey is agreed: everything that a young person or a coach would notice. */
export type SurveyVersion = {
  aspect: LocalText
  method: string
  setHash: string
  series: string
  moment: SurveyConfig['moment']
  window: string
  reminder: string | null
  of: SurveyConfig['of']
  presence: SurveyConfig['presence']
}

export type Agreed = { organisationId: string; surveyId: string; hash: string; version: SurveyVersion }

/**
 * Writes what the configuration says into the store: organisations, series and survey versions, each
 * version once. Agrees to nothing, except that a sample organisation comes agreed when it is first seen.
 */
export async function syncPlan(ground: Ground, config: Config): Promise<void> {
  const { store, clock, newId } = ground
  const now = clock.now().toString()
  for (const organisation of config.organisations.values()) {
    await store.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('organisation')
        .values({ id: organisation.id, name: organisation.name, example: organisation.example, created_at: now })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ name: organisation.name, example: organisation.example }),
        )
        .execute()
      for (const [id, series] of Object.entries(organisation.series)) {
        await trx
          .insertInto('series')
          .values({ organisation_id: organisation.id, id, title: JSON.stringify(series.title) })
          .onConflict((conflict) =>
            conflict.columns(['organisation_id', 'id']).doUpdateSet({ title: JSON.stringify(series.title) }),
          )
          .execute()
      }
      for (const [id, survey] of Object.entries(organisation.surveys)) {
        const version = versionOf(config, survey)
        if (!version) continue
        const hash = contentHash(version.version)
        await trx
          .insertInto('question_set_version')
          .values({ hash: version.version.setHash, content: JSON.stringify(version.set), created_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        const fresh = await trx
          .insertInto('survey')
          .values({ organisation_id: organisation.id, id, series_id: survey.series })
          .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
          .returning('id')
          .executeTakeFirst()
        await trx
          .insertInto('survey_version')
          .values({
            organisation_id: organisation.id,
            survey_id: id,
            hash,
            set_hash: version.version.setHash,
            content: JSON.stringify(version.version),
            created_at: now,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        if (fresh && organisation.example) {
          await trx
            .insertInto('agreement')
            .values({
              organisation_id: organisation.id,
              id: newId(),
              survey_id: id,
              survey_hash: hash,
              proposed_by: 'Pols (voorbeeld)',
              agreed_by: `${organisation.name} (voorbeeld)`,
              agreed_at: now,
              ended_at: null,
              ended_by: null,
              proposal_id: null,
              paused_at: null,
              paused_by: null,
            })
            .execute()
        }
      }
    })
  }
}

/** The version that the files now describe, with its question set; null when its method is missing or faulty. */
export function versionOf(config: Config, survey: SurveyConfig): { version: SurveyVersion; set: QuestionSet } | null {
  const method = config.methods.get(survey.set)
  if (!method) return null
  const setHash = contentHash(method.set)
  const { aspect, series, moment, window, reminder, of, presence } = survey
  return {
    version: { aspect, method: method.id, setHash, series, moment, window, reminder, of, presence },
    set: method.set,
  }
}

/** The surveys of an organisation that are in force, each with the version that was agreed on. */
export async function agreedSurveys(
  ground: Ground,
  organisationId: string,
  db: Kysely<Tables> = ground.store.db,
): Promise<Agreed[]> {
  const rows = await db
    .selectFrom('agreement')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'agreement.organisation_id')
        .onRef('survey_version.survey_id', '=', 'agreement.survey_id')
        .onRef('survey_version.hash', '=', 'agreement.survey_hash'),
    )
    .where('agreement.organisation_id', '=', organisationId)
    .where('agreement.ended_at', 'is', null)
    .select(['agreement.survey_id', 'agreement.survey_hash', 'survey_version.content'])
    .orderBy('agreement.survey_id')
    .execute()
  return rows.map((row) => ({
    organisationId,
    surveyId: row.survey_id,
    hash: row.survey_hash,
    version: row.content as unknown as SurveyVersion,
  }))
}

/** Where a survey of the configuration stands. */
export type SurveyState = 'agreed' | 'changed' | 'waiting'

export function stateOf(config: Config, survey: SurveyConfig, agreed: Agreed | undefined): SurveyState {
  if (!agreed) return 'waiting'
  const version = versionOf(config, survey)
  return version && contentHash(version.version) === agreed.hash ? 'agreed' : 'changed'
}

/**
 * Records that a survey as it now stands in the files was agreed on; ends the agreement on an earlier version.
 * @returns the hash agreed on; 'unknown', 'same-person' or 'already' when there is nothing to record
 */
export async function agree(
  ground: Ground,
  organisation: Organisation,
  surveyId: string,
  proposedBy: string,
  agreedBy: string,
): Promise<{ hash: string } | 'unknown' | 'same-person' | 'already'> {
  const config = ground.config()
  const survey = organisation.surveys[surveyId]
  const version = survey && versionOf(config, survey)
  if (!version) return 'unknown'
  if (fold(proposedBy) === fold(agreedBy) || fold(agreedBy) === '') return 'same-person'
  await syncPlan(ground, config)
  const hash = contentHash(version.version)
  const now = ground.clock.now()
  return ground.store.db.transaction().execute(async (trx) => {
    const inForce = await trx
      .selectFrom('agreement')
      .select(['id', 'survey_hash'])
      .where('organisation_id', '=', organisation.id)
      .where('survey_id', '=', surveyId)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (inForce?.survey_hash === hash) return 'already'
    if (inForce) {
      await trx
        .updateTable('agreement')
        .set({ ended_at: now.toString(), ended_by: agreedBy })
        .where('organisation_id', '=', organisation.id)
        .where('id', '=', inForce.id)
        .execute()
    }
    await trx
      .insertInto('agreement')
      .values({
        organisation_id: organisation.id,
        id: ground.newId(),
        survey_id: surveyId,
        survey_hash: hash,
        proposed_by: proposedBy,
        agreed_by: agreedBy,
        agreed_at: now.toString(),
        ended_at: null,
        ended_by: null,
        proposal_id: null,
        paused_at: null,
        paused_by: null,
      })
      .execute()
    await writeAudit(trx, ground.newId(), {
      organisationId: organisation.id,
      at: now,
      actor: agreedBy,
      action: 'survey agreed',
      subject: `${surveyId}@${hash.slice(0, 12)}`,
    })
    return { hash }
  })
}

const fold = (name: string) => name.trim().toLowerCase()
