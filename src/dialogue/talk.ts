/**
 * The talk in which coach and organisation decide together what is measured: where it stands and what was said. One
 * talk at a time in an organisation; what people wrote is kept under a key of its own.
 */

import { sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { writeAudit } from '../store/audit.ts'
import { oneLine } from '../survey/one-line.ts'
import { currentYear } from './coach-mode.ts'
import { stepOf, TALK_STEPS, type TalkKey, type TalkWords } from './talk-steps.ts'

export type Said = TalkWords & { id: string; step: TalkKey; name: string }
export type Talk = {
  organisationId: string
  id: string
  year: number
  step: TalkKey
  state: 'open' | 'done' | 'stopped'
  placeId: string | null
  /** In the order in which they were said. */
  said: Said[]
}

/** Keys in the words files. */
export type TalkFault = 'talk-over' | 'talk-long' | 'talk-empty' | 'talk-many'

/** Begins the talk, or finds the one that is open: it goes on where it was. @param by a staff id or a door */
export async function beginTalk(ground: Ground, organisation: Organisation, by: string): Promise<Talk> {
  const now = ground.clock.now()
  const id = ground.newId()
  await ground.store.db.transaction().execute(async (trx) => {
    const begun = await trx
      .insertInto('talk')
      .values({
        ...{ organisation_id: organisation.id, id, year: currentYear(ground, organisation), step: TALK_STEPS[0]!.key },
        ...{ state: 'open', started_by: by, started_at: now.toString(), touched_at: now.toString() },
      })
      .onConflict((conflict) => conflict.column('organisation_id').where('state', '=', 'open').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!begun) return
    const happening = { organisationId: organisation.id, at: now, actor: by, action: 'talk begun', subject: id }
    await writeAudit(trx, ground.newId(), happening)
  })
  return (await readTalk(ground, organisation.id, 'open'))!
}

/** @param which an id, or the one that is open */
export async function readTalk(
  ground: Ground,
  organisationId: string,
  which: string | 'open' | 'newest',
): Promise<Talk | null> {
  const row = await ground.store.db
    .selectFrom('talk')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .$if(which === 'open', (query) => query.where('state', '=', 'open'))
    .$if(which !== 'open' && which !== 'newest', (query) => query.where('id', '=', which))
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const answers = await ground.store.db
    .selectFrom('talk_answer')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('talk_id', '=', row.id)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return {
    ...{ organisationId, id: row.id, year: row.year, step: row.step as TalkKey, state: row.state },
    placeId: row.place_id,
    said: answers.map((one) => ({
      ...(JSON.parse(ground.vault.unseal('talk', row.id, one.cipher)) as TalkWords),
      ...{ id: one.id, step: one.step as TalkKey, name: one.by_name },
    })),
  }
}

/** What was said at a step: the one thing, or the newest of several. */
export const saidAt = (talk: Talk, step: TalkKey): Said | undefined => talk.said.findLast((one) => one.step === step)

/**
 * Keeps what somebody said. Where a step holds one thing, the last one counts, whoever said it.
 * @param name as colleagues know them
 */
export async function sayInTalk(
  ground: Ground,
  talk: Talk,
  step: TalkKey,
  words: TalkWords,
  name: string,
): Promise<TalkFault | null> {
  const kind = stepOf(step)?.kind
  if (talk.state !== 'open' || !kind) return 'talk-over'
  const text = oneLine(words.text)
  if (text === '') return 'talk-empty'
  if (text.length > MOST_CHARACTERS) return 'talk-long'
  const many = kind === 'texts' || kind === 'tasks'
  if (many && talk.said.filter((one) => one.step === step).length >= MOST_EACH) return 'talk-many'
  const cipher = ground.vault.seal('talk', talk.id, JSON.stringify({ ...words, text }))
  const at = ground.clock.now().toString()
  // One that was closed meanwhile takes nothing in.
  const kept = await ground.store.db
    .insertInto('talk_answer')
    .columns(['organisation_id', 'talk_id', 'step', 'id', 'cipher', 'by_name', 'written_at'])
    .expression((eb) =>
      eb
        .selectFrom('talk')
        .where('organisation_id', '=', talk.organisationId)
        .where('id', '=', talk.id)
        .where('state', '=', 'open')
        .select([
          'organisation_id',
          'id',
          sql.val(step).as('step'),
          sql.val(many ? ground.newId() : ONE).as('answer'),
          sql.val(cipher).as('cipher'),
          sql.val(name).as('name'),
          sql<Date>`${at}::timestamptz`.as('at'),
        ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'talk_id', 'step', 'id'])
        .doUpdateSet({ cipher, by_name: name, written_at: at }),
    )
    .returning('id')
    .executeTakeFirst()
  if (!kept) return 'talk-over'
  await touch(ground, talk)
  return null
}

/** Takes back one thing that was said. */
export async function unsayInTalk(ground: Ground, talk: Talk, step: string, id: string): Promise<void> {
  if (talk.state !== 'open') return
  await ground.store.db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('talk_answer')
      .where('organisation_id', '=', talk.organisationId)
      .where('talk_id', '=', talk.id)
      .where('step', '=', step)
      .where('id', '=', id)
      .execute()
    await noteErasure(ground, trx, 'said', talk.organisationId, talk.id, step, id)
  })
  await touch(ground, talk)
}

/** Every step can be reached at any time; nothing has to be filled in. */
export async function goInTalk(ground: Ground, talk: Talk, step: TalkKey): Promise<void> {
  await ground.store.db
    .updateTable('talk')
    .set({ step, touched_at: ground.clock.now().toString() })
    .where('organisation_id', '=', talk.organisationId)
    .where('id', '=', talk.id)
    .where('state', '=', 'open')
    .execute()
}

/** @returns false when it was over already */
export async function closeTalk(ground: Ground, talk: Talk, state: 'done' | 'stopped', by: string): Promise<boolean> {
  const at = ground.clock.now()
  return ground.store.db.transaction().execute(async (trx) => {
    const closed = await trx
      .updateTable('talk')
      .set({ state, touched_at: at.toString() })
      .where('organisation_id', '=', talk.organisationId)
      .where('id', '=', talk.id)
      .where('state', '=', 'open')
      .returning('id')
      .executeTakeFirst()
    if (!closed) return false
    const happening = { organisationId: talk.organisationId, at, actor: by, action: `talk ${state}`, subject: talk.id }
    await writeAudit(trx, ground.newId(), happening)
    return true
  })
}

/** A talk whose draft could not be made goes on. */
export async function reopenTalk(ground: Ground, { organisationId, id }: Talk): Promise<void> {
  await ground.store.db
    .updateTable('talk')
    .set({ state: 'open' })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('state', '=', 'done')
    .execute()
}

const touch = (ground: Ground, talk: Talk) =>
  ground.store.db
    .updateTable('talk')
    .set({ touched_at: ground.clock.now().toString() })
    .where('organisation_id', '=', talk.organisationId)
    .where('id', '=', talk.id)
    .execute()

const ONE = '1'
const MOST_CHARACTERS = 200
const MOST_EACH = 12
