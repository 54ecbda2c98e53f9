/** The digest of a round whose asking ended: counted, made safe for small groups, frozen, and queued for every linked coach channel. */
import type { Transaction } from 'kysely'
import { resultPurposes } from '../dialogue/coach-mode.ts'
import { summarise } from '../digest/summarise.ts'
import type { QuestionCounts } from '../digest/types.ts'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { optionsOf, type QuestionSet } from '../survey/question-set.ts'
import { pairFacts } from './pairs.ts'
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
    const digestId = ground.newId()
    await trx
      .insertInto('digest')
      .values({
        organisation_id: organisationId,
        id: digestId,
        round_id: roundId,
        content: JSON.stringify(content),
        created_at: now.toString(),
      })
      .execute()
    await trx
      .insertInto('release')
      .values(
        content.released.map((figure, position) => ({
          organisation_id: organisationId,
          digest_id: digestId,
          position,
          figure: JSON.stringify(figure),
        })),
      )
      .execute()
    const places = await trx
      .selectFrom('place')
      .select(['id', 'channel'])
      .where('organisation_id', '=', organisationId)
      .where('purpose', 'in', await resultPurposes(ground, ground.config().organisations.get(organisationId), trx))
      .where('state', '=', 'linked')
      .execute()
    if (places.length > 0) {
      await trx
        .insertInto('outgoing')
        .values(
          places.map((place) => ({
            organisation_id: organisationId,
            id: ground.newId(),
            kind: 'digest' as const,
            channel: place.channel,
            contact_id: null,
            place_id: place.id,
            run_id: null,
            digest_id: digestId,
            notice: null,
            state: 'due' as const,
            send_after: now.toString(),
            claimed_until: null,
            attempts: 0,
            external_cipher: null,
          })),
        )
        .execute()
    }
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
    ...(pairs ? { pairs } : {}),
  }
}

function countsOf(
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
