/** Rounds of which rows may leave, read in one statement, so that nobody can go between two looks. */
import { sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { SurveyVersion } from '../dialogue/agreements.ts'
import type { Sharing } from '../dialogue/read-data-agreements.ts'
import type { Participation } from '../digest/content.ts'
import type { Ground } from '../ground.ts'
import { fullLanguage, type Language, type QuestionSet } from '../survey/question-set.ts'
import type { AnswerStatus } from '../survey/types.ts'
import { yearOfSharing } from './read-sources.ts'
import type { RowPerson, RowRound } from './row-rules.ts'

export type ReadRound = RowRound & {
  surveyId: string
  setHash: string
  set: QuestionSet
  version: SurveyVersion
  month: string
  moment: 'start' | 'end' | 'after'
  example: boolean
}

type Line = {
  round_id: string
  survey_id: string
  version: SurveyVersion
  set: QuestionSet
  set_hash: string
  date: string
  moment: ReadRound['moment']
  participation: Participation
  example: boolean
  people: number
  answers: number
  run_id: string
  participant_id: string
  language: Language
  question: string
  status: AnswerStatus
  codes: string[]
}

/**
 * Closed rounds with a digest of their own that showed something, in which nobody has taken back anything since: no
 * answer, no person, no yes. Where somebody did, the whole round stays out, for good.
 * @returns `closed`: whether any round was closed at all
 */
export async function readRowRounds(
  ground: Ground,
  organisation: Organisation,
  sharing: Pick<Sharing, 'year' | 'surveyId'>,
): Promise<{ rounds: ReadRound[]; closed: boolean }> {
  const { firstDay, lastDay } = yearOfSharing(organisation, sharing)
  const { rows } = await sql<Line>`
    select round.id as round_id, round.survey_id, survey_version.content as version, survey_version.set_hash,
      question_set_version.content as set, digest.content ->> 'date' as date, digest.content ->> 'moment' as moment,
      digest.content -> 'participation' as participation, (digest.content ->> 'example')::boolean as example,
      coalesce(counted_round.people, -1) as people, coalesce(counted_round.answers, -1) as answers,
      said.run_id, said.participant_id, said.language, said.question, said.status, said.codes
    from digest
    join round on round.organisation_id = digest.organisation_id and round.id = digest.round_id
    join survey_version on survey_version.organisation_id = round.organisation_id
      and survey_version.survey_id = round.survey_id and survey_version.hash = round.survey_hash
    join question_set_version on question_set_version.hash = survey_version.set_hash
    left join counted_round on counted_round.organisation_id = round.organisation_id and counted_round.round_id = round.id
    left join lateral (
      select answer.run_id, run.participant_id, run.language, answer.question, answer.status, answer.codes
      from answer
      join run on run.organisation_id = answer.organisation_id and run.id = answer.run_id
      join participant on participant.organisation_id = run.organisation_id and participant.id = run.participant_id
      where answer.organisation_id = round.organisation_id and answer.round_id = round.id
        and participant.state = 'joined'
    ) as said on true
    where digest.organisation_id = ${organisation.id} and round.state = 'digested'
      and digest.content ->> 'date' between ${firstDay.toString()} and ${lastDay.toString()}
      and (${sharing.surveyId}::text is null or round.survey_id = ${sharing.surveyId})
    order by round.id, said.run_id, said.question`.execute(ground.store.db)
  const all = [...Map.groupBy(rows, ({ round_id }) => round_id).values()]
  const whole = all.filter((lines) => lines[0]!.participation.form !== 'few' && isWhole(lines))
  return { rounds: whole.map((lines) => roundOf(ground, lines)), closed: all.length > 0 }
}

const SAID: ReadonlySet<AnswerStatus> = new Set(['answered', 'dont_know', 'declined'])

/** As much was said as when the digest was made: what is closed can only lose answers. */
function isWhole(lines: readonly Line[]): boolean {
  const said = lines.filter(({ status }) => SAID.has(status))
  const { people, answers } = lines[0]!
  return said.length === answers && new Set(said.map(({ run_id }) => run_id)).size === people
}

function roundOf({ vault }: Ground, lines: readonly Line[]): ReadRound {
  const { round_id, survey_id, set_hash, set, version, date, moment, participation, example } = lines[0]!
  const runs = Map.groupBy(lines, ({ run_id }) => run_id)
  const people = [...runs].flatMap(([run, own]): RowPerson[] => {
    if (!own.some(({ status }) => SAID.has(status))) return []
    const { participant_id, language } = own[0]!
    return [
      {
        participant: participant_id,
        lot: vault.hashToken(`lot:${run}`),
        language: fullLanguage(language),
        answers: Object.fromEntries(own.map(({ question, status, codes }) => [question, { status, codes }])),
      },
    ]
  })
  return {
    ...{ id: round_id, people, least: participation.form === 'few' ? 0 : participation.count },
    ...{ surveyId: survey_id, setHash: set_hash, set, version, month: date.slice(0, 7), moment, example },
  }
}
