/** What the cards of one round need to know besides the run itself; read once, kept for half a minute. */

import type { SurveyVersion } from '../dialogue/agreements.ts'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { keepPlan } from '../store/kept-plans.ts'
import type { Language, LocalText, QuestionSet } from '../survey/question-set.ts'

export type RoundFacts = {
  organisationId: string
  id: string
  surveyId: string
  sessionId: string
  set: QuestionSet
  version: SurveyVersion
  organisation: string
  activity: LocalText
  theme: string | null
  headcount: number | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  opensAt: Temporal.Instant
  closesAt: Temporal.Instant
  state: 'open' | 'closed' | 'digested' | 'cancelled'
}

export type ReadRoundFacts = ((organisationId: string, roundId: string) => Promise<RoundFacts>) & {
  /** Call after a session or a round was changed. */
  forget(): void
}

export function roundFactsReader(ground: Ground): ReadRoundFacts {
  const known = new Map<string, { facts: Promise<RoundFacts>; until: number }>()
  const read = (organisationId: string, roundId: string) => {
    const now = ground.clock.now().epochMilliseconds
    const held = known.get(roundId)
    if (held && now < held.until) return held.facts
    if (known.size >= MOST) known.clear()
    const facts = readRoundFacts(ground, organisationId, roundId)
    facts.catch(() => known.delete(roundId))
    known.set(roundId, { facts, until: now + KEPT_MS })
    return facts
  }
  return Object.assign(read, { forget: () => known.clear() })
}

/** The text in a language, or in Dutch. */
export const inLanguage = (text: LocalText, language: Language): string => text[language] ?? text.nl

/** The facts as they are in the store now. */
export async function readRoundFacts(ground: Ground, organisationId: string, roundId: string): Promise<RoundFacts> {
  const row = await ground.store.db
    .selectFrom('round')
    .innerJoin('session', (join) =>
      join.onRef('session.organisation_id', '=', 'round.organisation_id').onRef('session.id', '=', 'round.session_id'),
    )
    .innerJoin('series', (join) =>
      join.onRef('series.organisation_id', '=', 'session.organisation_id').onRef('series.id', '=', 'session.series_id'),
    )
    .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .innerJoin('question_set_version', 'question_set_version.hash', 'survey_version.set_hash')
    .where('round.organisation_id', '=', organisationId)
    .where('round.id', '=', roundId)
    .select([
      'round.survey_id',
      'round.session_id',
      'round.opens_at',
      'round.closes_at',
      'round.state',
      'session.theme',
      'session.headcount',
      'session.starts_at',
      'session.ends_at',
      'series.title',
      'organisation.name',
      'survey_version.content as version',
      'question_set_version.content as set',
    ])
    .modifyFront(keepPlan)
    .executeTakeFirst()
  if (!row) throw new EngineError(`rounds: round ${roundId} of ${organisationId} is not in the store`)
  return {
    organisationId,
    id: roundId,
    surveyId: row.survey_id,
    sessionId: row.session_id,
    set: row.set,
    version: row.version as unknown as SurveyVersion,
    organisation: row.name,
    activity: row.title,
    theme: row.theme,
    headcount: row.headcount,
    state: row.state,
    startsAt: instantOf(row.starts_at),
    endsAt: instantOf(row.ends_at),
    opensAt: instantOf(row.opens_at),
    closesAt: instantOf(row.closes_at),
  }
}

export const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime())

const KEPT_MS = 30_000
const MOST = 5000
