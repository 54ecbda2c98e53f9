/** What may go live: a survey version that two sides agreed on. Nothing else opens a round. */
import type { Kysely, Transaction } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Method } from '../config/method.ts'
import type { Config, Organisation, SurveyConfig } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import { contentHash } from '../survey/content-hash.ts'
import type { LocalText, QuestionSet } from '../survey/question-set.ts'
import { noteDraft } from './drafts.ts'

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
  /** Only who takes part on these is asked; absent or null: everybody. */
  channels?: readonly ChannelName[] | null
}

export type Agreed = { organisationId: string; surveyId: string; hash: string; version: SurveyVersion }

/**
 * Writes what the configuration says into the store: organisations, series and survey versions, each version once.
 * Agrees to nothing: a version that nobody agreed on yet becomes a draft. Only a sample organisation comes agreed when
 * it is first seen.
 */
export async function syncPlan(ground: Ground, config: Config): Promise<void> {
  for (const organisation of config.organisations.values()) {
    await ground.store.db.transaction().execute(async (trx) => {
      await storeOrganisation(ground, trx, organisation)
      for (const [id, survey] of Object.entries(organisation.surveys)) {
        const version = versionOf(config, survey)
        if (!version) continue
        const { hash, fresh } = await storeVersion(ground, trx, organisation.id, id, version)
        if (fresh && organisation.example) await agreeAsExample(ground, trx, organisation, id, hash)
        await noteDraft(ground, trx, { organisationId: organisation.id, surveyId: id, hash }, FILE)
      }
    })
  }
}

/** Who makes a draft when a file was edited: nobody knows who that was. */
const FILE = { by: 'file', name: '', key: null }

async function storeOrganisation(ground: Ground, trx: Transaction<Tables>, organisation: Organisation): Promise<void> {
  const now = ground.clock.now().toString()
  const { id, name, example } = organisation
  await trx
    .insertInto('organisation')
    .values({ id, name, example, created_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, example }))
    .execute()
  for (const [seriesId, series] of Object.entries(organisation.series)) {
    const title = JSON.stringify(series.title)
    await trx
      .insertInto('series')
      .values({ organisation_id: id, id: seriesId, title })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet({ title }))
      .execute()
  }
}

/** @returns `fresh`: this survey was never seen before, in any version */
export async function storeVersion(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  surveyId: string,
  { version, set }: { version: SurveyVersion; set: QuestionSet },
): Promise<{ hash: string; fresh: boolean }> {
  const now = ground.clock.now().toString()
  const hash = contentHash(version)
  await trx
    .insertInto('question_set_version')
    .values({ hash: version.setHash, content: JSON.stringify(set), created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const fresh = await trx
    .insertInto('survey')
    .values({ organisation_id: organisationId, id: surveyId, series_id: version.series })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  await trx
    .insertInto('survey_version')
    .values({
      organisation_id: organisationId,
      survey_id: surveyId,
      hash,
      set_hash: version.setHash,
      content: JSON.stringify(version),
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { hash, fresh: fresh !== undefined }
}

async function agreeAsExample(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  surveyId: string,
  hash: string,
): Promise<void> {
  await trx
    .insertInto('agreement')
    .values({
      organisation_id: organisation.id,
      id: ground.newId(),
      survey_id: surveyId,
      survey_hash: hash,
      proposed_by: 'Pols (voorbeeld)',
      agreed_by: `${organisation.name} (voorbeeld)`,
      agreed_at: ground.clock.now().toString(),
      ended_at: null,
      ended_by: null,
      proposal_id: null,
      paused_at: null,
      paused_by: null,
    })
    .execute()
}

/** The version that the files now describe, with its question set; null when its method is missing or faulty. */
export function versionOf(config: Config, survey: SurveyConfig): { version: SurveyVersion; set: QuestionSet } | null {
  const method = config.methods.get(survey.set)
  return method ? versionWith(method, survey) : null
}

/** The version of a survey that uses this method, whatever shelf it came from. */
export function versionWith(method: Method, survey: SurveyConfig): { version: SurveyVersion; set: QuestionSet } {
  const setHash = contentHash(method.set)
  const { aspect, series, moment, window, reminder, of, presence, channels } = survey
  return {
    version: {
      ...{ aspect, method: method.id, setHash, series, moment, window, reminder, of, presence },
      // A version without it is what it was before channels could be chosen: agreements keep holding.
      ...(channels ? { channels } : {}),
    },
    set: method.set,
  }
}

/** The surveys of an organisation that are in force and not paused, each with the version that was agreed on. */
export async function agreedSurveys(
  ground: Ground,
  organisationId: string,
  db: Kysely<Tables> = ground.store.db,
): Promise<Agreed[]> {
  return (await surveysInForce(ground, organisationId, db)).filter(({ pausedAt }) => pausedAt === null)
}

export type InForce = Agreed & {
  agreementId: string
  proposalId: string | null
  agreedBy: string
  agreedAt: Date
  pausedAt: Date | null
  pausedBy: string | null
}

/** The same, with those that are paused. */
export async function surveysInForce(
  ground: Ground,
  organisationId: string,
  db: Kysely<Tables> = ground.store.db,
): Promise<InForce[]> {
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
    .selectAll('agreement')
    .select('survey_version.content')
    .orderBy('agreement.survey_id')
    .execute()
  return rows.map((row) => ({
    organisationId,
    surveyId: row.survey_id,
    hash: row.survey_hash,
    version: row.content as unknown as SurveyVersion,
    agreementId: row.id,
    proposalId: row.proposal_id,
    agreedBy: row.agreed_by,
    agreedAt: row.agreed_at,
    pausedAt: row.paused_at,
    pausedBy: row.paused_by,
  }))
}

/** Whether a survey may ask anything now: agreed on, not paused, not stopped. */
export async function mayAsk(
  ground: Ground,
  organisationId: string,
  surveyId: string,
  db: Kysely<Tables> = ground.store.db,
): Promise<boolean> {
  const row = await db
    .selectFrom('agreement')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .where('ended_at', 'is', null)
    .where('paused_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Where a survey of the configuration stands. */
export type SurveyState = 'agreed' | 'changed' | 'waiting'

export function stateOf(config: Config, survey: SurveyConfig, agreed: Agreed | undefined): SurveyState {
  if (!agreed) return 'waiting'
  const version = versionOf(config, survey)
  return version && contentHash(version.version) === agreed.hash ? 'agreed' : 'changed'
}
