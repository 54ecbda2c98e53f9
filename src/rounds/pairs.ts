/** The start and the end of one session, put side by side: who answered the same feeling question at both. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Digest } from '../digest/content.ts'
import { changeOf } from '../digest/pairs.ts'
import type { RoundFacts as DigestFacts, PairCounts } from '../digest/types.ts'
import { keepPlan } from '../store/kept-plans.ts'
import type { Tables } from '../store/tables.ts'
import { optionsOf, type Question, type QuestionSet } from '../survey/question-set.ts'
import type { RoundFacts } from './round-facts.ts'

/** The start round of a session beside its end round, and the question they share (its key in each). */
export type StartRound = { roundId: string; digest: Digest; startKey: string; endKey: string }

/**
 * The start round that an end round makes pairs with: of the same session, with the same feeling scale, and with a
 * digest already, so that what is said of pairs can be weighed against what is public. Null when there is none.
 */
export async function startRoundOf(
  db: Kysely<Tables> | Transaction<Tables>,
  facts: Pick<RoundFacts, 'organisationId' | 'sessionId' | 'version' | 'set'>,
): Promise<StartRound | null> {
  if (facts.version.moment !== 'end') return null
  const rows = await db
    .selectFrom('round')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .innerJoin('question_set_version', 'question_set_version.hash', 'survey_version.set_hash')
    .innerJoin('digest', (join) =>
      join.onRef('digest.organisation_id', '=', 'round.organisation_id').onRef('digest.round_id', '=', 'round.id'),
    )
    .where('round.organisation_id', '=', facts.organisationId)
    .where('round.session_id', '=', facts.sessionId)
    .where('round.state', '=', 'digested')
    .select(['round.id', 'survey_version.content as version', 'question_set_version.content as set', 'digest.content'])
    .orderBy('round.opens_at')
    .orderBy('round.id')
    .modifyFront(keepPlan)
    .execute()
  for (const row of rows) {
    const shared =
      (row.version as { moment: unknown }).moment === 'start' ? sharedScale(row.set as QuestionSet, facts.set) : null
    if (shared) return { roundId: row.id, digest: row.content as unknown as Digest, ...shared }
  }
  return null
}

/** The feeling question that two sets share: the same options in the same order. One that looks back is not it. */
export function sharedScale(start: QuestionSet, end: QuestionSet): { startKey: string; endKey: string } | null {
  for (const before of start.questions.filter(isFeelingNow)) {
    const same = end.questions.filter((after) => isFeelingNow(after) && scaleOf(after) === scaleOf(before))
    const after = same.find(({ key }) => key === before.key) ?? same[0]
    if (after) return { startKey: before.key, endKey: after.key }
  }
  return null
}

/** What goes into the digest of an end round. */
export async function pairFacts(
  trx: Transaction<Tables>,
  facts: RoundFacts,
  start: StartRound,
): Promise<NonNullable<DigestFacts['pairs']>> {
  const counts = await countPairs(trx, facts, start)
  return { question: start.endKey, counts, start: { digest: start.digest, question: start.startKey } }
}

/** Clear answers only, of people who were there, by pseudonym. */
async function countPairs(trx: Transaction<Tables>, facts: RoundFacts, start: StartRound): Promise<PairCounts> {
  const given = (roundId: string, question: string) =>
    sql`select run.participant_id, answer.codes[1] as code from run
      join answer on answer.organisation_id = run.organisation_id and answer.run_id = run.id
      where run.organisation_id = ${facts.organisationId} and run.round_id = ${roundId} and answer.question = ${question}
        and answer.status = 'answered' and run.disposition is distinct from 'absent'`
  const { rows } = await sql<{ before: string | null; after: string | null; people: number }>`
    with ${keepPlan} first as (${given(start.roundId, start.startKey)}), last as (${given(facts.id, start.endKey)})
    select first.code as before, last.code as after, count(*)::int as people
    from first full outer join last on last.participant_id = first.participant_id group by 1, 2`.execute(trx)
  const counts: PairCounts = { pairs: 0, startOnly: 0, endOnly: 0, better: 0, same: 0, lower: 0 }
  const question = facts.set.questions.find(({ key }) => key === start.endKey)!
  for (const { before, after, people } of rows) {
    if (before === null) counts.endOnly += people
    else if (after === null) counts.startOnly += people
    else {
      counts.pairs += people
      counts[changeOf(question, before, after)] += people
    }
  }
  return counts
}

const isFeelingNow = (question: Question): boolean => question.type === 'feeling' && question.retrospective !== true

const scaleOf = (question: Question): string =>
  optionsOf(question)
    .map(({ code }) => code)
    .join()
