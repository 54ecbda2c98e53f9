/** Sessions that somebody adds, moves, cancels or ends by hand. */

import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { noteAct } from '../people/note-act.ts'
import { noteErasure } from '../people/note-erasure.ts'
import type { Tables } from '../store/tables.ts'
import { cancelRound } from './close-round.ts'
import { giveBack } from './ledger.ts'
import { instantOf, type ReadRoundFacts } from './round-facts.ts'

export type NewSession = {
  seriesId: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  theme: string | null
}

export async function addSession(
  ground: Ground,
  organisationId: string,
  session: NewSession,
  actor: string,
): Promise<string> {
  const id = ground.newId()
  await ground.store.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('session')
      .values({
        organisation_id: organisationId,
        id,
        series_id: session.seriesId,
        occurrence: null,
        starts_at: session.startsAt.toString(),
        ends_at: session.endsAt.toString(),
        theme: session.theme,
        headcount: null,
        state: 'planned',
        by_hand: true,
      })
      .execute()
    await noteAct(ground, trx, organisationId, actor, 'session added', id)
  })
  return id
}

export type SessionChange = Partial<{
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  theme: string
  headcount: number
  state: 'cancelled'
}>

/**
 * Changes a session by hand. A cancelled session cancels its rounds; a moved one takes its rounds along when
 * nobody answered yet (they open anew at the new time), and otherwise leaves them: it did take place for those people.
 */
export async function changeSession(
  ground: Ground,
  readFacts: ReadRoundFacts,
  organisationId: string,
  sessionId: string,
  change: SessionChange,
  actor: string,
  action: string,
): Promise<void> {
  const cancelled = await ground.store.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('session')
      .set({
        ...(change.startsAt ? { starts_at: change.startsAt.toString() } : {}),
        ...(change.endsAt ? { ends_at: change.endsAt.toString() } : {}),
        ...(change.theme !== undefined ? { theme: change.theme } : {}),
        ...(change.headcount !== undefined ? { headcount: change.headcount } : {}),
        ...(change.state ? { state: change.state } : {}),
        ...(change.startsAt || change.theme !== undefined || change.state ? { by_hand: true } : {}),
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', sessionId)
      .execute()
    await noteAct(ground, trx, organisationId, actor, action, sessionId)
    if (change.state === 'cancelled') {
      await noteErasure(ground, trx, 'session', organisationId, sessionId)
      return trx
        .selectFrom('round')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('session_id', '=', sessionId)
        .where('state', '=', 'open')
        .execute()
    }
    if (change.startsAt) await takeBackUnanswered(ground, trx, organisationId, sessionId)
    return []
  })
  for (const round of cancelled) await cancelRound(ground, readFacts, organisationId, round.id, actor)
  readFacts.forget()
}

async function takeBackUnanswered(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  sessionId: string,
): Promise<void> {
  const rounds = await trx
    .selectFrom('round')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('session_id', '=', sessionId)
    .where('state', '=', 'open')
    .forUpdate()
    .execute()
  for (const round of rounds) {
    const answered = await trx
      .selectFrom('answer')
      .select('run_id')
      .where('organisation_id', '=', organisationId)
      .where('round_id', '=', round.id)
      .limit(1)
      .executeTakeFirst()
    const shown = await trx
      .selectFrom('run')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('round_id', '=', round.id)
      .where('card_turn', '>', 0)
      .limit(1)
      .executeTakeFirst()
    // A card that stands on a phone already cannot be unsaid; that round goes on.
    if (answered || shown) continue
    await giveBack(ground, trx, organisationId, round.id)
    const runs = trx
      .selectFrom('run')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('round_id', '=', round.id)
    await trx.deleteFrom('outgoing').where('organisation_id', '=', organisationId).where('run_id', 'in', runs).execute()
    await trx.deleteFrom('run').where('organisation_id', '=', organisationId).where('round_id', '=', round.id).execute()
    await trx
      .deleteFrom('moment')
      .where('organisation_id', '=', organisationId)
      .where('subject_id', '=', round.id)
      .execute()
    await trx.deleteFrom('round').where('organisation_id', '=', organisationId).where('id', '=', round.id).execute()
  }
}

export type Session = {
  id: string
  seriesId: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  theme: string | null
  headcount: number | null
  state: 'planned' | 'cancelled'
}

export async function readSession(ground: Ground, organisationId: string, sessionId: string): Promise<Session | null> {
  const row = await ground.store.db
    .selectFrom('session')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        seriesId: row.series_id,
        startsAt: instantOf(row.starts_at),
        endsAt: instantOf(row.ends_at),
        theme: row.theme,
        headcount: row.headcount,
        state: row.state,
      }
    : null
}
