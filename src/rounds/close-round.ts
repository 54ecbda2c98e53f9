/**
 * Closes a round, once: no new asking, every run closed, one frozen digest, one message a linked coach channel.
 * Each step is safe to repeat, so a crash half-way is picked up by the next sweep.
 */
import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { step } from '../survey/step.ts'
import type { Run } from '../survey/types.ts'
import { giveBack } from './ledger.ts'
import { makeDigest } from './make-digest.ts'
import type { ReadRoundFacts, RoundFacts } from './round-facts.ts'

/** @param actor who closes: 'clock', or the door it came through */
export async function closeRound(
  ground: Ground,
  readFacts: ReadRoundFacts,
  organisationId: string,
  roundId: string,
  actor: string,
): Promise<boolean> {
  await endAsking(ground, organisationId, roundId, actor, 'closed')
  readFacts.forget()
  const facts = await readFacts(organisationId, roundId)
  if (facts.state !== 'closed') return false
  await closeRuns(ground, facts)
  return makeDigest(ground, facts)
}

/** Cancels a round whose session does not take place: what waits is not sent, cards close, no digest. */
export async function cancelRound(
  ground: Ground,
  readFacts: ReadRoundFacts,
  organisationId: string,
  roundId: string,
  actor: string,
): Promise<void> {
  await endAsking(ground, organisationId, roundId, actor, 'cancelled')
  readFacts.forget()
  const facts = await readFacts(organisationId, roundId)
  if (facts.state === 'cancelled') await closeRuns(ground, facts)
}

/** An open round asks no more; once, whoever comes first. */
async function endAsking(
  ground: Ground,
  organisationId: string,
  roundId: string,
  actor: string,
  state: 'closed' | 'cancelled',
): Promise<void> {
  const now = ground.clock.now()
  const ended = await ground.store.db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('round')
      .set((eb) => ({ state, closes_at: eb.fn<Date>('least', ['closes_at', eb.val(now.toString())]) }))
      .where('organisation_id', '=', organisationId)
      .where('id', '=', roundId)
      .where('state', '=', 'open')
      .returning('id')
      .executeTakeFirst()
    if (!row) return false
    const happening = { organisationId, at: now, actor, action: `round ${state}`, subject: roundId }
    await writeAudit(trx, ground.newId(), happening)
    return true
  })
  if (!ended) return
  ground.metrics.rounds.inc({ event: state })
  ground.log.info({ organisation: organisationId, round: roundId }, `round ${state}`)
}

/** Returns when every run is closed, also when another instance is closing some of them. */
async function closeRuns(ground: Ground, facts: RoundFacts): Promise<void> {
  for (;;) {
    const left = await ground.store.db.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('run')
        .select(['id', 'state', 'language', 'card_turn', 'participant_id'])
        .where('organisation_id', '=', facts.organisationId)
        .where('round_id', '=', facts.id)
        .where((eb) => eb(eb.ref('state', '->').key('closed' as never), '=', JSON.stringify(false) as never))
        .orderBy('id')
        .limit(BATCH)
        .forUpdate()
        .execute()
      if (rows.length > 0) await closeBatch(ground, trx, facts, rows as unknown as OpenRun[])
      return rows.length
    })
    // Rows that another instance closed meanwhile drop out of a batch: only an empty look says that all is done.
    if (left === 0 && !(await hasOpenRuns(ground, facts))) return
  }
}

async function hasOpenRuns(ground: Ground, facts: RoundFacts): Promise<boolean> {
  const open = await ground.store.db
    .selectFrom('run')
    .select('id')
    .where('organisation_id', '=', facts.organisationId)
    .where('round_id', '=', facts.id)
    .where((eb) => eb(eb.ref('state', '->').key('closed' as never), '=', JSON.stringify(false) as never))
    .limit(1)
    .executeTakeFirst()
  return open !== undefined
}

type OpenRun = { id: string; state: Run; language: string; card_turn: number; participant_id: string }

async function closeBatch(ground: Ground, trx: Transaction<Tables>, facts: RoundFacts, rows: OpenRun[]): Promise<void> {
  const { organisationId, id: roundId } = facts
  const now = ground.clock.now()
  const today = now.toString().slice(0, 10)
  const closed = rows.map((row) => {
    // Who was never shown a card was not asked, whatever the reason.
    const before: Run =
      row.card_turn === 0 && row.state.disposition === null ? { ...row.state, disposition: 'not_asked' } : row.state
    return { row, ...step(facts.set, before, { type: 'closed', at: now }) }
  })
  for (const { row, run } of closed) {
    await trx
      .updateTable('run')
      .set({
        state: JSON.stringify({ ...run, movedAt: null }),
        turn: run.turn,
        disposition: run.disposition,
        moved_at: null,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', row.id)
      .execute()
  }
  // A set that never reached somebody does not count for how often they are asked.
  const unsent = closed.filter(({ row, run }) => row.card_turn === 0 && run.disposition === 'not_asked')
  await giveBack(
    ground,
    trx,
    organisationId,
    roundId,
    unsent.map(({ row }) => row.participant_id),
  )
  const answers = closed.flatMap(({ row, effects }) =>
    effects.flatMap((effect) =>
      effect.type === 'record'
        ? [
            {
              organisation_id: organisationId,
              run_id: row.id,
              question: effect.question,
              round_id: roundId,
              status: effect.answer.status,
              codes: effect.answer.codes,
              language: row.language as 'nl',
              answered_on: today,
            },
          ]
        : [],
    ),
  )
  if (answers.length > 0) {
    await trx
      .insertInto('answer')
      .values(answers)
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'run_id', 'question'])
          .doUpdateSet((eb) => ({ status: eb.ref('excluded.status'), codes: eb.ref('excluded.codes') })),
      )
      .execute()
  }
  await trx
    .updateTable('outgoing')
    .set({ state: 'cancelled' })
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'due')
    .where(
      'run_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  const toShow = closed
    .filter(({ row, effects }) => row.card_turn > 0 && effects.some((effect) => effect.type === 'card'))
    .map(({ row }) => row)
  if (toShow.length === 0) return
  const contacts = await trx
    .selectFrom('contact_link')
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
    .select(['contact_link.participant_id', 'contact.id', 'contact.channel'])
    .where('contact_link.organisation_id', '=', organisationId)
    .where(
      'contact_link.participant_id',
      'in',
      toShow.map((row) => row.participant_id),
    )
    .where('contact.state', '=', 'reachable')
    .execute()
  const contactOf = new Map(contacts.map((contact) => [contact.participant_id, contact]))
  const cards = toShow.flatMap((row) => {
    const contact = contactOf.get(row.participant_id)
    return contact
      ? [
          {
            organisation_id: organisationId,
            id: ground.newId(),
            kind: 'card' as const,
            channel: contact.channel,
            contact_id: contact.id,
            place_id: null,
            run_id: row.id,
            digest_id: null,
            notice: null,
            state: 'due' as const,
            send_after: now.toString(),
            claimed_until: null,
            attempts: 0,
            external_cipher: null,
          },
        ]
      : []
  })
  if (cards.length > 0) await trx.insertInto('outgoing').values(cards).execute()
}

const BATCH = 200
