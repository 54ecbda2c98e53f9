/** The digest of a round whose asking ended: counted, made safe for small groups, frozen, and queued for every linked coach channel. */
import { sql, type Transaction } from 'kysely'
import type { Digest } from '../digest/content.ts'
import { summarise } from '../digest/summarise.ts'
import type { QuestionCounts } from '../digest/types.ts'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { optionsOf, type QuestionSet } from '../survey/question-set.ts'
import { noteCounted } from './counted.ts'
import { pairFacts } from './pairs.ts'
import { publishDigest } from './publish-digest.ts'
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
    const now = ground.clock.now()
    const counted = await readCounts(trx, organisationId, roundId)
    const content = summarise(await countRound(ground, trx, facts, counted))
    await noteCounted(trx, organisationId, roundId, counted)
    const roundIds = [roundId]
    const digestId = await publishDigest(ground, trx, { organisationId, roundId, roundIds, content })
    await queueResults(ground, trx, facts)
    await writeAudit(trx, ground.newId(), {
      organisationId,
      at: now,
      actor: 'clock',
      action: 'digest made',
      subject: digestId,
    })
    return true
  })
  if (made) {
    ground.metrics.rounds.inc({ event: 'digested' })
    ground.log.info({ organisation: organisationId, round: roundId }, 'digest made')
  }
  return made
}

/** What was said in a round: by how many people, in how many answers, and whether they are an example. */
type Counts = {
  rows: { question: string; status: string; codes: string[]; people: number }[]
  people: number
  answers: number
  example: boolean
}

/** In one statement, so that nobody can go between two looks. */
async function readCounts(trx: Transaction<Tables>, organisationId: string, roundId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`with given as materialized (
      select run_id, question, status, codes from answer where organisation_id = ${organisationId} and round_id = ${roundId}
    ), said as (
      select count(distinct run_id)::int as people, count(*)::int as answers from given
      where status in ('answered', 'dont_know', 'declined')
    )
    select said.people, said.answers,
      (select coalesce(jsonb_agg(one), '[]') from (
        select question, status, codes, count(*)::int as people from given group by question, status, codes
      ) as one) as rows,
      exists (select 1 from run join participant on participant.organisation_id = run.organisation_id
          and participant.id = run.participant_id
        where run.organisation_id = ${organisationId} and run.round_id = ${roundId} and participant.example) as example
    from said`.execute(trx)
  return rows[0]!
}

async function countRound(
  ground: Ground,
  trx: Transaction<Tables>,
  facts: RoundFacts,
  { rows, people, example }: Counts,
): Promise<Parameters<typeof summarise>[0]> {
  const organisation = ground.config().organisations.get(facts.organisationId)
  const moment = facts.version.moment
  const pairs = await pairFacts(trx, facts)
  const previous = await digestBefore(trx, facts, example)
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
    ...(pairs ? { pairs } : {}),
  }
}

/** The digest of the session before, of the same survey; examples stand beside examples only. */
async function digestBefore(trx: Transaction<Tables>, facts: RoundFacts, example: boolean): Promise<Digest | null> {
  const row = await trx
    .selectFrom('digest')
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'digest.organisation_id').onRef('round.id', '=', 'digest.round_id'),
    )
    .innerJoin('session', (join) =>
      join.onRef('session.organisation_id', '=', 'round.organisation_id').onRef('session.id', '=', 'round.session_id'),
    )
    .select('digest.content')
    .where('digest.organisation_id', '=', facts.organisationId)
    .where('round.survey_id', '=', facts.surveyId)
    .where('session.starts_at', '<', facts.startsAt.toString() as never)
    .where(sql<boolean>`(digest.content ->> 'example')::boolean = ${example}`)
    .orderBy('session.starts_at', 'desc')
    .orderBy('round.id')
    .limit(1)
    .executeTakeFirst()
  return (row?.content as unknown as Digest | undefined) ?? null
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
