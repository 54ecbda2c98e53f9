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
    const content = summarise(await countRound(ground, trx, facts))
    await noteCounted(trx, organisationId, roundId)
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

async function countRound(
  ground: Ground,
  trx: Transaction<Tables>,
  facts: RoundFacts,
): Promise<Parameters<typeof summarise>[0]> {
  const organisation = ground.config().organisations.get(facts.organisationId)
  const rows = await trx
    .selectFrom('answer')
    .select(['question', 'status', 'codes'])
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('organisation_id', '=', facts.organisationId)
    .where('round_id', '=', facts.id)
    .groupBy(['question', 'status', 'codes'])
    .execute()
  const replied = await trx
    .selectFrom('answer')
    .select((eb) => eb.fn.count<number>('run_id').distinct().as('people'))
    .where('organisation_id', '=', facts.organisationId)
    .where('round_id', '=', facts.id)
    .where('status', 'in', ['answered', 'dont_know', 'declined'])
    .executeTakeFirstOrThrow()
  const example = await trx
    .selectFrom('run')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'run.organisation_id')
        .onRef('participant.id', '=', 'run.participant_id'),
    )
    .where('run.organisation_id', '=', facts.organisationId)
    .where('run.round_id', '=', facts.id)
    .where('participant.example', '=', true)
    .select('run.id')
    .limit(1)
    .executeTakeFirst()
  const moment = facts.version.moment
  const pairs = await pairFacts(trx, facts)
  const previous = await digestBefore(trx, facts, example !== undefined)
  return {
    organisation: facts.organisation,
    floor: organisation?.smallestGroup ?? SMALLEST,
    series: facts.activity,
    theme: facts.theme,
    date: facts.startsAt.toZonedDateTimeISO(organisation?.timezone ?? 'Europe/Brussels').toPlainDate(),
    moment: typeof moment === 'string' ? moment : 'after',
    aspect: facts.version.aspect,
    headcount: facts.headcount,
    replied: Number(replied.people),
    example: example !== undefined,
    questions: countsOf(
      facts.set,
      rows.map((row) => ({ ...row, people: Number(row.people) })),
    ),
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
