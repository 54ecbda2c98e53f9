/** Sessions: made ahead by the rule of their series, and added, moved, cancelled or ended by hand. */
import type { Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { durationOf } from '../timeline/durations.ts'
import { type Occurrence, occurrences } from '../timeline/occurrences.ts'
import { cancelRound } from './close-round.ts'
import { instantOf, type ReadRoundFacts } from './round-facts.ts'

/**
 * Makes the sessions of the coming 60 days, each occurrence once. What somebody changed by hand stays as it is;
 * a session of the rule that the rule no longer has is taken away when nothing was asked about it.
 * @returns how many were made, changed or taken away
 */
export async function planSessions(ground: Ground, organisation: Organisation, now: Temporal.Instant): Promise<number> {
  const until = now.add({ hours: 24 * DAYS_AHEAD })
  let changed = 0
  for (const [seriesId, series] of Object.entries(organisation.series)) {
    // From one length of a session back: one that is going on was planned before it began.
    const from = now.subtract(durationOf(series.duration))
    const wanted = new Map(occurrences(series, organisation.timezone, from, until).map((one) => [one.key, one]))
    for (const { row, one } of pair(
      await readPlanned(ground, organisation, seriesId, from.subtract({ hours: 24 })),
      wanted,
    )) {
      if (row.by_hand || row.starts_at.getTime() <= now.epochMilliseconds) continue
      if (await follow(ground, organisation.id, row, one)) changed++
    }
    for (const one of wanted.values()) {
      const made = await ground.store.db
        .insertInto('session')
        .values({
          organisation_id: organisation.id,
          id: ground.newId(),
          series_id: seriesId,
          occurrence: one.key,
          starts_at: one.startsAt.toInstant().toString(),
          ends_at: one.endsAt.toInstant().toString(),
          theme: one.theme,
          headcount: null,
          state: 'planned',
          by_hand: false,
        })
        .onConflict((conflict) => conflict.columns(['organisation_id', 'series_id', 'occurrence']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (made) changed++
    }
  }
  return changed
}

type Planned = {
  id: string
  occurrence: string
  starts_at: Date
  ends_at: Date
  theme: string | null
  by_hand: boolean
}

/** Sessions of the rule from `from` on, by the time they have or by the time the rule had for them. */
async function readPlanned(
  ground: Ground,
  organisation: Organisation,
  seriesId: string,
  from: Temporal.Instant,
): Promise<Planned[]> {
  const day = from.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  const rows = await ground.store.db
    .selectFrom('session')
    .select(['id', 'occurrence', 'starts_at', 'ends_at', 'theme', 'by_hand'])
    .where('organisation_id', '=', organisation.id)
    .where('series_id', '=', seriesId)
    .where('occurrence', 'is not', null)
    .where((eb) => eb.or([eb('starts_at', '>=', from.toString() as never), eb('occurrence', '>=', day)]))
    .orderBy('occurrence')
    .execute()
  return rows as Planned[]
}

/**
 * Finds for every session what the rule now says of it, and takes that out of `wanted`. When the rule gives a day
 * another time, the session of that day is still the same session: one that was moved or cancelled does not come back.
 */
function pair(
  known: readonly Planned[],
  wanted: Map<string, Occurrence>,
): { row: Planned; one: Occurrence | undefined }[] {
  const pairs = known.map((row) => ({ row, one: wanted.get(row.occurrence) }))
  for (const { one } of pairs) if (one) wanted.delete(one.key)
  for (const lone of pairs) {
    if (lone.one) continue
    lone.one = [...wanted.values()].find((one) => one.key.slice(0, 10) === lone.row.occurrence.slice(0, 10))
    if (lone.one) wanted.delete(lone.one.key)
  }
  return pairs
}

async function follow(
  ground: Ground,
  organisationId: string,
  row: Planned,
  one: Occurrence | undefined,
): Promise<boolean> {
  if (!one) {
    await ground.store.db
      .deleteFrom('session')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', row.id)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('round')
              .select('round.id')
              .whereRef('round.organisation_id', '=', 'session.organisation_id')
              .whereRef('round.session_id', '=', 'session.id'),
          ),
        ),
      )
      .execute()
    return true
  }
  const same =
    row.occurrence === one.key &&
    row.starts_at.getTime() === one.startsAt.epochMilliseconds &&
    row.ends_at.getTime() === one.endsAt.epochMilliseconds &&
    row.theme === one.theme
  if (same) return false
  await ground.store.db
    .updateTable('session')
    .set({
      occurrence: one.key,
      starts_at: one.startsAt.toInstant().toString(),
      ends_at: one.endsAt.toInstant().toString(),
      theme: one.theme,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', row.id)
    .where('by_hand', '=', false)
    .execute()
  return true
}

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
    await audit(ground, trx, organisationId, actor, 'session added', id)
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
        ...(change.startsAt || change.state ? { by_hand: true } : {}),
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', sessionId)
      .execute()
    await audit(ground, trx, organisationId, actor, action, sessionId)
    if (change.state === 'cancelled') {
      return trx
        .selectFrom('round')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('session_id', '=', sessionId)
        .where('state', '=', 'open')
        .execute()
    }
    if (change.startsAt) await takeBackUnanswered(trx, organisationId, sessionId)
    return []
  })
  for (const round of cancelled) await cancelRound(ground, readFacts, organisationId, round.id, actor)
  readFacts.forget()
}

async function takeBackUnanswered(trx: Transaction<Tables>, organisationId: string, sessionId: string): Promise<void> {
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

const audit = (
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  actor: string,
  action: string,
  subject: string,
) => writeAudit(trx, ground.newId(), { organisationId, at: ground.clock.now(), actor, action, subject })

const DAYS_AHEAD = 60
