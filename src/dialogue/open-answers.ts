/**
 * Open answers as the moderator reads them: words and the question they answer, and nothing of who, when, in which
 * language or by which way. Their order says nothing either: it follows from a keyed hash.
 */

import { sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Digest } from '../digest/content.ts'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { forgetQuotes } from '../people/withdrawing.ts'
import { writeAudit } from '../store/audit.ts'
import type { OpenTextState } from '../store/tables.ts'
import { type LocalText, type Question, type QuestionSet, textIn } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'

export type OpenAnswer = {
  /** What stands in a button: leads to this answer and to nobody. 16 characters. */
  ref: string
  runId: string
  roundId: string
  question: string
  asked: string
  /** Null where the group is too small for a digest: where it was would say who it was. */
  activity: string | null
  text: string
  /** A person's name may be in it. */
  names: boolean
  state: OpenTextState
  /** Whether something near it is sensitive: then neither the words nor a quote pass through Discord. */
  offDiscord: boolean
  /** What may be made of it, by the rules of small groups. */
  may: readonly ('quote' | 'paraphrase')[]
  /** Written in another language than the organisation's: left as it is, the language would say who it was. */
  otherLanguage: boolean
}

/** Open answers of rounds whose digest was made, in no order that tells anything. */
export async function readOpenAnswers(ground: Ground, organisation: Organisation): Promise<OpenAnswer[]> {
  const { rows } = await sql<Row>`select open_text.run_id, open_text.question, open_text.text_cipher, open_text.state,
      open_text.names_suspected, run.round_id, answer.language
    from open_text
    join run on run.organisation_id = open_text.organisation_id and run.id = open_text.run_id
    join round on round.organisation_id = run.organisation_id and round.id = run.round_id
    left join answer on answer.organisation_id = open_text.organisation_id and answer.run_id = open_text.run_id
      and answer.question = open_text.question
    where open_text.organisation_id = ${organisation.id} and round.state = 'digested'
      and coalesce(answer.status, 'answered') = 'answered'`.execute(ground.store.db)
  const rounds = await readRounds(ground, organisation, [...new Set(rows.map((row) => row.round_id))])
  const answers = rows.flatMap((row): OpenAnswer[] => {
    const round = rounds.get(row.round_id)
    const question = round?.set.questions.find(({ key }) => key === row.question)
    if (!round || question?.type !== 'text') return []
    const may = mayBecome(question, round)
    const activity = round.shown ? textIn(round.title, organisation.language) : null
    return [
      {
        ref: refOf(ground, organisation.id, row.run_id, row.question),
        runId: row.run_id,
        roundId: row.round_id,
        question: row.question,
        asked: filled(textIn(question.text, organisation.language), organisation, activity),
        activity,
        text: ground.vault.decryptText(row.text_cipher),
        names: row.names_suspected,
        state: row.state,
        offDiscord: isOffDiscord(round.set, question),
        may,
        otherLanguage: row.language !== null && row.language.slice(0, 2) !== organisation.language,
      },
    ]
  })
  return answers.sort((a, b) => (a.ref < b.ref ? -1 : 1))
}

/** What the other questions are about makes the words sensitive too. */
export const isOffDiscord = (set: QuestionSet, question: Question): boolean =>
  (question.notOn?.includes('discord') ?? false) || set.questions.some(({ sensitive }) => sensitive)

type Row = {
  run_id: string
  question: string
  text_cipher: string
  state: OpenTextState
  names_suspected: boolean
  round_id: string
  language: string | null
}

type Round = {
  set: QuestionSet
  title: LocalText
  shown: boolean
  told: ReadonlySet<string>
  wrote: Map<string, number>
  base: number
}

async function readRounds(
  ground: Ground,
  organisation: Organisation,
  roundIds: readonly string[],
): Promise<Map<string, Round>> {
  const rounds = new Map<string, Round>()
  if (roundIds.length === 0) return rounds
  const { rows } = await sql<{ id: string; set: QuestionSet; title: LocalText; content: Digest | null }>`
    select round.id, question_set_version.content as set, series.title, digest.content
    from round
    join session on session.organisation_id = round.organisation_id and session.id = round.session_id
    join series on series.organisation_id = session.organisation_id and series.id = session.series_id
    join survey_version on survey_version.organisation_id = round.organisation_id
      and survey_version.survey_id = round.survey_id and survey_version.hash = round.survey_hash
    join question_set_version on question_set_version.hash = survey_version.set_hash
    left join digest on digest.organisation_id = round.organisation_id and digest.round_id = round.id
    where round.organisation_id = ${organisation.id} and round.id = any(${roundIds}::text[])`.execute(ground.store.db)
  const counts = await sql<{ round_id: string; question: string; people: number }>`
    select round_id, question, count(*)::int as people from answer
    where organisation_id = ${organisation.id} and round_id = any(${roundIds}::text[]) and status = 'answered'
    group by round_id, question`.execute(ground.store.db)
  for (const row of rows) {
    const { participation, questions = [] } = row.content ?? {}
    const people = participation && participation.form !== 'few' ? participation.count : 0
    rounds.set(row.id, {
      set: row.set,
      title: row.title,
      shown: people > 0,
      told: new Set(questions.filter(({ released }) => released.form === 'texts').map(({ key }) => key)),
      wrote: new Map(
        counts.rows.filter((count) => count.round_id === row.id).map((count) => [count.question, count.people]),
      ),
      base: people,
    })
  }
  return rounds
}

/**
 * A quote tells that somebody wrote, so it is made only where the digest says by itself that several did. Of a
 * sensitive question nothing is quoted; what several people wrote may be said in other words from ten people on.
 */
function mayBecome(question: Question, round: Round): OpenAnswer['may'] {
  if (round.told.has(question.key)) return ['quote', 'paraphrase']
  const enough = (round.wrote.get(question.key) ?? 0) >= SENSITIVE_LEAST && round.base >= SENSITIVE_LEAST + MARGIN
  return question.sensitive && enough ? ['paraphrase'] : []
}

const refOf = (ground: Ground, organisationId: string, runId: string, question: string): string =>
  ground.vault.hashToken(`open-answer:${organisationId}:${runId}:${question}`).slice(0, 16)

function filled(text: string, organisation: Organisation, activity: string | null): string {
  const words = wordsFor(organisation.language)
  const values: Record<string, string> = {
    activity: activity ?? words('answers-some-activity'),
    // The theme of one evening would say which evening it was.
    theme: words('theme-unknown'),
    organisation: organisation.name,
  }
  return text.replace(/\{(activity|theme|organisation)\}/g, (_, name: string) => `\u2068${values[name]}\u2069`)
}

/**
 * Erases what somebody wrote, at the moderator's wish: the words, and every quote made of them. That something was
 * erased stays in the log, without what or whose.
 * @returns false when it was gone already
 */
export async function eraseOpenAnswer(
  ground: Ground,
  organisationId: string,
  answer: Pick<OpenAnswer, 'runId' | 'question' | 'roundId'>,
  by: string,
): Promise<boolean> {
  return ground.store.db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('open_text')
      .where('organisation_id', '=', organisationId)
      .where('run_id', '=', answer.runId)
      .where('question', '=', answer.question)
      .returning('run_id')
      .executeTakeFirst()
    if (!gone) return false
    const at = ground.clock.now()
    await noteErasure(ground, trx, 'text', answer.runId, answer.question)
    await forgetQuotes(trx, { runs: [answer.runId], questions: [answer.question] }, at)
    const happening = { organisationId, at, actor: by, action: 'open answer erased', subject: answer.roundId }
    await writeAudit(trx, ground.newId(), happening)
    return true
  })
}

/** Leaves it as it is: it is not shown again by itself. @returns false when somebody else dealt with it already */
export async function keepOpenAnswer(
  ground: Ground,
  organisationId: string,
  answer: Pick<OpenAnswer, 'runId' | 'question'>,
): Promise<boolean> {
  const kept = await ground.store.db
    .updateTable('open_text')
    .set({ state: 'kept' })
    .where('organisation_id', '=', organisationId)
    .where('run_id', '=', answer.runId)
    .where('question', '=', answer.question)
    .where('state', '=', 'new')
    .returning('run_id')
    .executeTakeFirst()
  return kept !== undefined
}

/** From so many people on, a sensitive question is told of in words. */
const SENSITIVE_LEAST = 10
const MARGIN = 3
