/**
 * Closes a round, once: no new asking, every run closed, one frozen digest, one message a linked coach channel.
 * Each step is safe to repeat, so a crash half-way is picked up by the next sweep.
 */

import { sql, type Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
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
    await noteErasure(ground, trx, 'round', organisationId, roundId)
    return true
  })
  if (!ended) return
  ground.metrics.rounds.inc({ event: state })
  ground.log.info({ organisation: organisationId, round: roundId }, `round ${state}`)
}

/**
 * Returns when every run is closed, also when another instance is closing some of them. Runs come in pages, each page
 * one transaction: however large the group, no more than one page is in memory.
 */
async function closeRuns(ground: Ground, facts: RoundFacts): Promise<void> {
  do {
    let after: string | null = ''
    while (after !== null) {
      const from: string = after
      after = await ground.store.db.transaction().execute((trx) => closePage(ground, trx, facts, from))
    }
  } while (await hasOpenRuns(ground, facts))
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

/**
 * Closes the open runs of the next people, in the order of their ids.
 * @returns the last of these people; null when there is nobody behind them
 */
async function closePage(
  ground: Ground,
  trx: Transaction<Tables>,
  facts: RoundFacts,
  after: string,
): Promise<string | null> {
  // Paged as the index has them, locked in the order of their ids like everywhere else.
  const { rows: people } = await sql<{ id: string; participant_id: string }>`select id, participant_id from run
    where organisation_id = ${facts.organisationId} and round_id = ${facts.id} and participant_id > ${after}
    order by participant_id limit ${PAGE}`.execute(trx)
  const { rows } = await sql<OpenRun>`select id, state, language, card_turn, participant_id from run
    where organisation_id = ${facts.organisationId} and id = any(${people.map(({ id }) => id)}::text[])
      and state -> 'closed' = 'false'::jsonb
    order by id for update`.execute(trx)
  if (rows.length > 0) await closeThese(ground, trx, facts, rows)
  return people.length < PAGE ? null : people.at(-1)!.participant_id
}

async function closeThese(ground: Ground, trx: Transaction<Tables>, facts: RoundFacts, rows: OpenRun[]): Promise<void> {
  const { organisationId, id: roundId } = facts
  const now = ground.clock.now()
  const closed = rows.map((row) => {
    // Who was never shown a card was not asked, whatever the reason.
    const before: Run =
      !wasShown(row) && row.state.disposition === null ? { ...row.state, disposition: 'not_asked' } : row.state
    return { row, ...step(facts.set, before, { type: 'closed', at: now }) }
  })
  const runs = closed.map(({ row, run, effects }) => ({
    ...{ id: row.id, turn: run.turn, disposition: run.disposition, state: { ...run, movedAt: null } },
    // The last word on a card that somebody has; its row is sent only to who can be reached.
    card: wasShown(row) && effects.some((effect) => effect.type === 'card') ? ground.newId() : null,
  }))
  const answers = closed.flatMap(({ row, effects }) =>
    effects.flatMap((effect) =>
      effect.type === 'record'
        ? [{ run: row.id, language: row.language, question: effect.question, ...effect.answer }]
        : [],
    ),
  )
  await sql`with given as (
      select * from jsonb_to_recordset(${JSON.stringify(runs)}::jsonb) as one(id text, turn integer, disposition text, state jsonb, card text)
    ), moved as (
      update run set state = given.state, turn = given.turn, disposition = given.disposition, moved_at = null
      from given where run.organisation_id = ${organisationId} and run.id = given.id
    ), noted as (
      insert into answer (organisation_id, run_id, question, round_id, status, codes, language, answered_on)
      select ${organisationId}, run, question, ${roundId}, status, codes, language, ${now.toString().slice(0, 10)}::date
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as one(run text, language text, question text, status text, codes text[])
      on conflict (organisation_id, run_id, question) do update set status = excluded.status, codes = excluded.codes
    ), cancelled as (
      update outgoing set state = 'cancelled'
      where organisation_id = ${organisationId} and state = 'due' and run_id in (select id from given)
    )
    insert into outgoing (organisation_id, id, kind, channel, contact_id, run_id, state, send_after, attempts)
    select ${organisationId}, given.card, 'card', contact.channel, contact.id, run.id, 'due', ${now.toString()}::timestamptz, 0
    from given
    join run on run.organisation_id = ${organisationId} and run.id = given.id
    join contact_link on contact_link.organisation_id = run.organisation_id and contact_link.participant_id = run.participant_id
    join contact on contact.id = contact_link.contact_id
    where given.card is not null and contact.state = 'reachable'`.execute(trx)
  // A set that never reached somebody does not count for how often they are asked.
  const unsent = closed.filter(({ row, run }) => !wasShown(row) && run.disposition === 'not_asked')
  await giveBack(
    ground,
    trx,
    organisationId,
    roundId,
    unsent.map(({ row }) => row.participant_id),
  )
}

/** Whoever answered was shown a card, noted or not. */
const wasShown = ({ card_turn, state }: OpenRun): boolean =>
  card_turn > 0 || (state.turn > 1 && state.disposition === null)

const PAGE = 500
