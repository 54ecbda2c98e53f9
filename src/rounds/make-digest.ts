/** The digest of a round whose asking ended: counted, made safe for small groups, frozen, and queued for every linked coach channel. */
import { sql, type Transaction } from 'kysely'
import type { Digest } from '../digest/content.ts'
import { summarise } from '../digest/summarise.ts'
import type { QuestionCounts } from '../digest/types.ts'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { keepPlan } from '../store/kept-plans.ts'
import type { Tables } from '../store/tables.ts'
import { optionsOf, type QuestionSet } from '../survey/question-set.ts'
import { pairFacts, type StartRound, startRoundOf } from './pairs.ts'
import { type Doorstep, doorstepOf, publishDigest } from './publish-digest.ts'
import { queueResults } from './results.ts'
import type { RoundFacts } from './round-facts.ts'

/** @returns whether this call made it; a round has one digest, whoever comes first */
export async function makeDigest(ground: Ground, facts: RoundFacts): Promise<boolean> {
  const { organisationId, id: roundId } = facts
  const made = await ground.store.db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('round')
      .set({ state: 'digested' })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', roundId)
      .where('state', '=', 'closed')
      .returning('id')
      .executeTakeFirst()
    if (!row) return false
    const { content, look, start } = await countDigest(ground, trx, facts)
    const counted = { people: look.people, answers: look.answers }
    const roundIds = [roundId]
    await publishDigest(ground, trx, { organisationId, roundId, roundIds, content, counted }, look)
    await queueResults(ground, trx, facts, start)
    return true
  })
  if (made) {
    ground.metrics.rounds.inc({ event: 'digested' })
    ground.log.info({ organisation: organisationId, round: roundId }, 'digest made')
  }
  return made
}

/**
 * Reads and counts what the digest of a round says: nothing of it is public, or holds, before it is stored in the same
 * transaction that took the round.
 * @returns also what it was counted from
 */
export async function countDigest(
  ground: Ground,
  trx: Transaction<Tables>,
  facts: RoundFacts,
): Promise<{ content: Digest; look: Look; start: StartRound | null }> {
  const look = await lookAt(ground, trx, facts)
  const start = await startRoundOf(trx, facts)
  return { content: summarise(await countRound(ground, trx, facts, look, start)), look, start }
}

/**
 * What was said in a round: by how many people, in how many answers, and whether they are an example. `previous`: the
 * digest of the session before, of the same survey; examples stand beside examples only.
 */
type Look = Doorstep & {
  rows: { question: string; status: string; codes: string[]; people: number }[]
  people: number
  answers: number
  example: boolean
  previous: Digest | null
}

/** In one statement, so that nobody can go between two looks. */
async function lookAt(ground: Ground, trx: Transaction<Tables>, facts: RoundFacts): Promise<Look> {
  const { organisationId, id: roundId } = facts
  const { rows } = await sql<Look>`with ${keepPlan} given as materialized (
      select run_id, question, status, codes from answer where organisation_id = ${organisationId} and round_id = ${roundId}
    ), said as (
      select count(distinct run_id)::int as people, count(*)::int as answers,
        exists (select 1 from run join participant on participant.organisation_id = run.organisation_id
            and participant.id = run.participant_id
          where run.organisation_id = ${organisationId} and run.round_id = ${roundId} and participant.example) as example
      from given where status in ('answered', 'dont_know', 'declined')
    )
    select said.people, said.answers, said.example, door.published, door.coach, door.places,
      (select coalesce(jsonb_agg(one), '[]') from (
        select question, status, codes, count(*)::int as people from given group by question, status, codes
      ) as one) as rows,
      (select digest.content from digest
        join round on round.organisation_id = digest.organisation_id and round.id = digest.round_id
        join session on session.organisation_id = round.organisation_id and session.id = round.session_id
        where digest.organisation_id = ${organisationId} and round.survey_id = ${facts.surveyId}
          and session.starts_at < ${facts.startsAt.toString()}::timestamptz
          and (digest.content ->> 'example')::boolean = said.example
        order by session.starts_at desc, round.id limit 1) as previous
    from said, (${doorstepOf(ground, organisationId, [roundId])}) as door`.execute(trx)
  return rows[0]!
}

async function countRound(
  ground: Ground,
  trx: Transaction<Tables>,
  facts: RoundFacts,
  { rows, people, example, previous }: Look,
  start: StartRound | null,
): Promise<Parameters<typeof summarise>[0]> {
  const organisation = ground.config().organisations.get(facts.organisationId)
  const moment = facts.version.moment
  return {
    organisation: facts.organisation,
    floor: organisation?.smallestGroup ?? SMALLEST,
    series: facts.activity,
    theme: facts.theme,
    date: facts.startsAt.toZonedDateTimeISO(organisation?.timezone ?? 'Europe/Brussels').toPlainDate(),
    moment: typeof moment === 'string' ? moment : 'after',
    aspect: facts.version.aspect,
    headcount: facts.headcount,
    replied: people,
    example,
    questions: countsOf(facts.set, rows),
    set: facts.version.setHash,
    ...(previous ? { previous } : {}),
    ...(start ? { pairs: await pairFacts(trx, facts, start) } : {}),
  }
}

/** Counts of each question of a set, from answers grouped or one by one. */
export function countsOf(
  set: QuestionSet,
  rows: { question: string; status: string; codes: string[]; people: number }[],
): QuestionCounts[] {
  return set.questions.map((question) => {
    const counts: QuestionCounts = {
      question,
      codes: Object.fromEntries(optionsOf(question).map((option) => [option.code, 0])),
      answered: 0,
      dontKnow: 0,
      declined: 0,
      skipped: 0,
      notAsked: 0,
      expired: 0,
    }
    for (const row of rows) {
      if (row.question !== question.key) continue
      const field = STATUS_FIELD[row.status]
      if (!field) throw new EngineError(`rounds: an answer has the unknown status ${row.status}`)
      counts[field] += row.people
      for (const code of row.codes) counts.codes[code] = (counts.codes[code] ?? 0) + row.people
    }
    return counts
  })
}

const STATUS_FIELD: Record<string, 'answered' | 'dontKnow' | 'declined' | 'skipped' | 'notAsked' | 'expired'> = {
  answered: 'answered',
  dont_know: 'dontKnow',
  declined: 'declined',
  skipped: 'skipped',
  not_asked: 'notAsked',
  expired: 'expired',
}
/** The smallest group of an organisation whose file is gone: never lower. */
const SMALLEST = 5
