/** What goes into a report: frozen digests of the working year, what was written back, and the year plan. No answer is read. */
import { sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { SurveyVersion } from '../dialogue/agreements.ts'
import { feedbackContent } from '../dialogue/feedback.ts'
import type { PooledQuestion, Report } from '../dialogue/report-content.ts'
import type { Digest } from '../digest/content.ts'
import { pool, rangeOf } from '../digest/pooled.ts'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { type LocalText, optionsOf, type Question, type QuestionSet } from '../survey/question-set.ts'
import { isFixed, momentsOf, PERSONS, type YearPlan } from '../timeline/plan.ts'
import { workingYearOf } from '../timeline/working-year.ts'

/** The method with the one question about being asked. */
export const ASKED_METHOD = 'gevraagd-worden'

/**
 * @param plan of the same working year
 * @param withCoach whether that year is with the coach
 */
export async function reportFacts(
  ground: Ground,
  organisation: Organisation,
  kind: Report['kind'],
  plan: YearPlan,
  withCoach: boolean,
): Promise<Report> {
  const now = ground.clock.now()
  const today = now.toZonedDateTimeISO(organisation.timezone).toPlainDate()
  const frozen = await readFrozen(ground, organisation, plan)
  const surveys = bySurvey(frozen)
  const asked = surveys.find(({ version }) => version.method === ASKED_METHOD)
  const results = surveys.filter((one) => one !== asked)
  return {
    version: 1,
    kind,
    organisation: organisation.name,
    firstDay: plan.firstDay,
    lastDay: plan.lastDay,
    madeOn: today.toString(),
    example: frozen.some(({ digest }) => digest.example),
    withCoach,
    aspects: distinct([...(plan.aspect ? [plan.aspect] : []), ...results.map(({ version }) => version.aspect)]),
    moments: momentsOf(plan)
      .filter((moment) => isFixed(moment.kind) || moment.kind === 'third' || moment.kind === 'other')
      .map(({ kind, title, date, status, reason }) => ({ kind, title, date, status, reason })),
    hours: PERSONS.map((person) => ({ person, planned: plan.planned[person], real: plan.real[person] })),
    sessions: await readSessions(ground, organisation, plan, frozen, now),
    results: results.map(({ version, set, digests }) => ({
      aspect: version.aspect,
      shown: digests.filter(({ base }) => base !== null).length,
      of: digests.length,
      questions: questionsOf(set, digests),
      better: betterOf(digests),
    })),
    changed: await readChanged(ground, organisation.id, frozen),
    asked: asked ? (questionsOf(asked.set, asked.digests)[0] ?? null) : null,
    kept: kind === 'year-end' ? await readKept(ground, organisation, today) : null,
  }
}

type Frozen = {
  id: string
  digest: Digest
  sessionId: string | null
  surveyId: string
  version: SurveyVersion
  set: QuestionSet
}

/** Digests about sessions of the year, those of several small rounds together included; oldest first. */
async function readFrozen(ground: Ground, organisation: Organisation, plan: YearPlan): Promise<Frozen[]> {
  const { rows } = await sql<{
    id: string
    content: Digest
    session_id: string | null
    survey_id: string
    survey_hash: string
  }>`select distinct on (digest.id) digest.id, digest.content,
      case when digest.round_id is null then null else round.session_id end as session_id,
      round.survey_id, round.survey_hash
    from digest
    left join rollup_part on rollup_part.organisation_id = digest.organisation_id and rollup_part.digest_id = digest.id
    join round on round.organisation_id = digest.organisation_id and round.id = coalesce(digest.round_id, rollup_part.round_id)
    where digest.organisation_id = ${organisation.id}
      -- A digest is made after its sessions: of the years before, nothing is opened.
      and digest.created_at >= ${startOf(plan.firstDay, organisation.timezone)}::timestamptz
      and digest.content ->> 'date' between ${plan.firstDay} and ${plan.lastDay}
    order by digest.id, round.id`.execute(ground.store.db)
  const hashes = [...new Set(rows.map((row) => row.survey_hash))]
  const versions = await sql<{ survey_id: string; hash: string; version: SurveyVersion; set: QuestionSet }>`
    select survey_version.survey_id, survey_version.hash, survey_version.content as version, question_set_version.content as set
    from survey_version join question_set_version on question_set_version.hash = survey_version.set_hash
    where survey_version.organisation_id = ${organisation.id} and survey_version.hash = any(${hashes}::text[])`.execute(
    ground.store.db,
  )
  const versionOf = new Map(versions.rows.map((row) => [`${row.survey_id} ${row.hash}`, row]))
  return rows
    .map((row) => {
      const { version, set } = versionOf.get(`${row.survey_id} ${row.survey_hash}`)!
      return {
        id: row.id,
        digest: row.content,
        sessionId: row.session_id,
        surveyId: row.survey_id,
        version,
        set,
      }
    })
    .sort((a, b) => (a.digest.date < b.digest.date ? -1 : a.digest.date > b.digest.date ? 1 : 0))
}

/**
 * What is asked with the same questions belongs together; a changed set starts anew. Sessions that were shown together
 * say of "at least five" people and cannot be added up: they stand in their own digest.
 */
function bySurvey(frozen: Frozen[]): { version: SurveyVersion; set: QuestionSet; digests: Digest[] }[] {
  const groups = new Map<string, { version: SurveyVersion; set: QuestionSet; digests: Digest[] }>()
  for (const { surveyId, version, set, digest } of frozen) {
    if (digest.together) continue
    const key = `${surveyId} ${version.setHash}`
    const group = groups.get(key) ?? { version, set, digests: [] }
    group.digests.push(digest)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function questionsOf(set: QuestionSet, digests: Digest[]): PooledQuestion[] {
  return set.questions
    .filter(({ type }) => type !== 'card' && type !== 'text')
    .map((question) => ({
      // As a digest shows it: the theme of one session is in no sum over several.
      text: withoutTheme(question, digests),
      options: optionsOf(question).map(({ code, text }) => ({ code, text })),
      pooled: pool(
        question,
        digests.flatMap((digest) => {
          const shown = digest.questions.find(({ key }) => key === question.key)
          return shown ? [{ base: digest.base, released: shown.released }] : []
        }),
      ),
    }))
}

/** The question in each language; where it names the theme, the words of a session without one. */
function withoutTheme(question: Question, digests: Digest[]): LocalText {
  const own = digests.find(({ theme }) => theme === null)?.questions.find(({ key }) => key === question.key)?.text
  return own ?? fillTheme(question.text)
}

const fillTheme = (text: LocalText): LocalText =>
  Object.fromEntries(
    Object.entries(text).map(([language, one]) => [language, one?.replaceAll('{theme}', '…')]),
  ) as LocalText

/** How many went better from start to end, over all digests that show it. */
function betterOf(digests: Digest[]): { least: number; most: number; answers: number } | null {
  const ranges = digests.flatMap(({ pairs }) =>
    pairs?.form === 'shown' && pairs.change
      ? [{ answers: pairs.base, ...rangeOf(pairs.change, pairs.base, ['better']) }]
      : [],
  )
  if (ranges.length === 0) return null
  const sum = (of: 'least' | 'most' | 'answers') => ranges.reduce((total, range) => total + range[of], 0)
  return { least: sum('least'), most: sum('most'), answers: sum('answers') }
}

async function readSessions(
  ground: Ground,
  organisation: Organisation,
  plan: YearPlan,
  frozen: Frozen[],
  now: Temporal.Instant,
): Promise<Report['sessions']> {
  const rows = await ground.store.db
    .selectFrom('session')
    .innerJoin('series', (join) =>
      join.onRef('series.organisation_id', '=', 'session.organisation_id').onRef('series.id', '=', 'session.series_id'),
    )
    .where('session.organisation_id', '=', organisation.id)
    .where('session.state', '=', 'planned')
    .where('session.ends_at', '<=', now.toString() as never)
    .where('session.starts_at', '>=', startOf(plan.firstDay, organisation.timezone) as never)
    .select(['session.id', 'session.starts_at', 'series.title'])
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute()
  const about = Map.groupBy(frozen, ({ sessionId }) => sessionId)
  return rows
    .map((row) => ({
      id: row.id,
      date: Temporal.Instant.fromEpochMilliseconds(row.starts_at.getTime())
        .toZonedDateTimeISO(organisation.timezone)
        .toPlainDate()
        .toString(),
      series: row.title,
    }))
    .filter(({ date }) => date <= plan.lastDay)
    .map(({ id, date, series }) => ({
      date,
      series,
      answers: (about.get(id) ?? []).map(({ digest }) => ({
        moment: digest.moment,
        participation: digest.participation,
      })),
    }))
}

async function readChanged(ground: Ground, organisationId: string, frozen: Frozen[]): Promise<Report['changed']> {
  const rows = await ground.store.db
    .selectFrom('feedback')
    .select(['digest_id', 'content'])
    .where('organisation_id', '=', organisationId)
    .orderBy('written_at')
    .execute()
  const byId = new Map(frozen.map((one) => [one.id, one]))
  return rows.flatMap((row) => {
    const about = byId.get(row.digest_id)
    if (!about) return []
    const content = feedbackContent.safeParse(row.content)
    if (!content.success) throw new EngineError('reports: what was written back is not in the form it is stored in')
    return [{ date: about.digest.date, series: about.digest.series, content: content.data }]
  })
}

/** Looked up, not believed: whether anything older than promised is still there. */
async function readKept(
  ground: Ground,
  organisation: Organisation,
  today: Temporal.PlainDate,
): Promise<Report['kept']> {
  const { keep, id, workingYear, timezone } = organisation
  const texts = await ground.store.db
    .selectFrom('open_text')
    .select('run_id')
    .where('organisation_id', '=', id)
    .where('written_on', '<', today.subtract({ days: keep.textDays }).toString())
    .limit(1)
    .executeTakeFirst()
  const since = workingYearOf(today.subtract({ months: keep.answerMonths }), workingYear).firstDay.toString()
  const answers = await ground.store.db
    .selectFrom('answer')
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'answer.organisation_id').onRef('round.id', '=', 'answer.round_id'),
    )
    .innerJoin('session', (join) =>
      join.onRef('session.organisation_id', '=', 'round.organisation_id').onRef('session.id', '=', 'round.session_id'),
    )
    .select('answer.run_id')
    .where('answer.organisation_id', '=', id)
    .where('session.starts_at', '<', startOf(since, timezone) as never)
    .limit(1)
    .executeTakeFirst()
  return { ...keep, textsGone: texts === undefined, answersGone: answers === undefined }
}

const startOf = (day: string, timezone: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(timezone).toInstant().toString()

function distinct(texts: LocalText[]): LocalText[] {
  return [...new Map(texts.map((text) => [text.nl, text])).values()]
}
