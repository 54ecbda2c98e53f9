/**
 * Sharing a field of the own worksheet with one partner of a joint one: a copy, which can be taken back until the joint
 * sheet is closed. The private field is never shared. A message that shows a copy is edited when it is taken back.
 */

import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { editSent } from '../store/edit-sent.ts'
import type { Tables } from '../store/tables.ts'
import { NO_REST, nextAllowed } from '../timeline/rest.ts'
import { type Held, holdJoint, isPresent } from './joint-change.ts'
import { SHEET_FIELDS } from './sheet-fields.ts'
import { type FieldValue, fieldOf, readOwn } from './sheet-own.ts'

export type Share = { fromId: string; toId: string; field: string; value: FieldValue; sharedAt: Temporal.Instant }

/** done; closed: nothing is shared or taken back any more; gone: no such field, sheet or partner, or nothing in the field. */
export type Shared = 'done' | 'closed' | 'gone'

/** @param from the writer who shares; `to` a partner of the same sheet */
export async function shareField(
  ground: Ground,
  from: { sheetId: string; writerId: string },
  to: { partnerId: string; field: string },
): Promise<Shared> {
  const field = fieldOf(to.field)
  if (field?.visibility !== 'own') return 'gone'
  return onSheet(ground, from, async (trx, held, fromId) => {
    const value = (await readOwn(ground, from.writerId, trx)).values.get(field.key)
    if (!value || to.partnerId === fromId || !isPresent(held, to.partnerId)) return 'gone'
    const copy = { cipher: sealCopy(ground, held.id, value), shared_at: ground.clock.now().toString() }
    await trx
      .insertInto('joint_share')
      .values({ sheet_id: held.id, from_id: fromId, to_id: to.partnerId, field: field.key, ...copy })
      .onConflict((conflict) => conflict.columns(['sheet_id', 'from_id', 'to_id', 'field']).doUpdateSet(copy))
      .execute()
    await tellReceiver(ground, trx, held, fromId, to.partnerId)
    return 'done'
  })
}

export async function takeBack(
  ground: Ground,
  from: { sheetId: string; writerId: string },
  to: { partnerId: string; field: string },
): Promise<Shared> {
  return onSheet(ground, from, async (trx, held, fromId) => {
    await trx
      .deleteFrom('joint_share')
      .where('sheet_id', '=', held.id)
      .where('from_id', '=', fromId)
      .where('to_id', '=', to.partnerId)
      .where('field', '=', to.field)
      .execute()
    await noteErasure(ground, trx, 'share', held.id, fromId, to.partnerId, to.field)
    await showAgain(ground, trx, held, fromId, to.partnerId)
    return 'done'
  })
}

/** What a partner who takes part gave others, or was given, in this sheet; in the order of the worksheet. */
export async function sharesOf(
  ground: Ground,
  sheetId: string,
  side: { fromId: string } | { toId: string },
): Promise<Share[]> {
  const rows = await ground.store.db
    .selectFrom('joint_share')
    .selectAll()
    .where('sheet_id', '=', sheetId)
    .where((eb) => ('fromId' in side ? eb('from_id', '=', side.fromId) : eb('to_id', '=', side.toId)))
    .orderBy('shared_at')
    .execute()
  const rank = new Map(SHEET_FIELDS.map(({ key }, index) => [key, index]))
  return rows
    .map((row) => ({
      fromId: row.from_id,
      toId: row.to_id,
      field: row.field,
      value: JSON.parse(ground.vault.unseal('joint', sheetId, row.cipher)) as FieldValue,
      sharedAt: Temporal.Instant.fromEpochMilliseconds(row.shared_at.getTime()),
    }))
    .toSorted((a, b) => (rank.get(a.field) ?? 0) - (rank.get(b.field) ?? 0))
}

/**
 * Copies end, and messages that show them are edited; within the transaction that changes the sheet.
 * @param which given: what this partner shared (of one field, if told); all: also what they were given, for who leaves
 */
export async function endShares(
  ground: Ground,
  trx: Transaction<Tables>,
  sheetId: string,
  partnerId: string,
  which: 'all' | 'given' | { field: string },
): Promise<void> {
  const ended = await trx
    .deleteFrom('joint_share')
    .where('sheet_id', '=', sheetId)
    .where((eb) =>
      which === 'all'
        ? eb.or([eb('from_id', '=', partnerId), eb('to_id', '=', partnerId)])
        : eb('from_id', '=', partnerId),
    )
    .$if(typeof which === 'object', (query) => query.where('field', '=', (which as { field: string }).field))
    .returning(['from_id', 'to_id'])
    .execute()
  const pairs = new Map(ended.map((row) => [shareSubject(sheetId, row.from_id, row.to_id), row]))
  if (pairs.size === 0) return
  const sheet = await trx
    .selectFrom('joint_sheet')
    .select('organisation_id')
    .where('id', '=', sheetId)
    .executeTakeFirstOrThrow()
  for (const { from_id, to_id } of pairs.values())
    await showAgain(ground, trx, { organisationId: sheet.organisation_id, id: sheetId }, from_id, to_id)
}

/** What `outgoing.subject_id` holds for a row of kind `joint` that shows a partner what another shares with them. */
export const shareSubject = (sheetId: string, fromId: string, toId: string): string =>
  `${sheetId}:share:${fromId}:${toId}`

/** Null for a subject of something else. */
export function readShareSubject(subject: string | null): { sheetId: string; fromId: string; toId: string } | null {
  const [sheetId = '', what, fromId = '', toId = ''] = (subject ?? '').split(':')
  return what === 'share' ? { sheetId, fromId, toId } : null
}

/** One more message that shows what is shared: for who looks for the first one far up in their chat. */
export async function sendSharesAnew(
  ground: Ground,
  sheet: { organisationId: string; id: string },
  fromId: string,
  toId: string,
): Promise<void> {
  await ground.store.db.transaction().execute((trx) => queue(ground, trx, sheet, fromId, toId, ground.clock.now()))
}

/** Messages that show what one partner shares with another say what is so now. */
export async function showAgain(
  ground: Ground,
  trx: Transaction<Tables>,
  sheet: { organisationId: string; id: string },
  fromId: string,
  toId: string,
): Promise<void> {
  const about = {
    organisationId: sheet.organisationId,
    kind: 'joint' as const,
    subject: shareSubject(sheet.id, fromId, toId),
  }
  await editSent(trx, about, ground.clock.now())
}

/** The first copy for somebody is told, when their partner's organisation does not rest; what comes later stands in that message. */
async function tellReceiver(ground: Ground, trx: Transaction<Tables>, held: Held, fromId: string, toId: string) {
  const known = await trx
    .selectFrom('outgoing')
    .select('id')
    .where('organisation_id', '=', held.organisationId)
    .where('kind', '=', 'joint')
    .where('subject_id', '=', shareSubject(held.id, fromId, toId))
    .where('state', 'in', ['due', 'sent'])
    .execute()
  if (known.length > 0) return showAgain(ground, trx, held, fromId, toId)
  const now = ground.clock.now()
  const organisation = ground.config().organisations.get(held.organisationId)
  const rest = organisation && { ...NO_REST, quiet: [organisation.quiet], days: organisation.restDays }
  const allowed = (rest && nextAllowed(now, rest, organisation.timezone)) ?? now
  await queue(ground, trx, held, fromId, toId, allowed)
}

async function queue(
  ground: Ground,
  trx: Transaction<Tables>,
  sheet: { organisationId: string; id: string },
  fromId: string,
  toId: string,
  at: Temporal.Instant,
): Promise<void> {
  const receiver = await trx
    .selectFrom('joint_partner')
    .innerJoin('writer', 'writer.id', 'joint_partner.writer_id')
    .where('joint_partner.sheet_id', '=', sheet.id)
    .where('joint_partner.id', '=', toId)
    .select(['writer.id', 'writer.channel'])
    .executeTakeFirst()
  // On the web what is shared stands on the page, which is drawn from what is so now.
  if (!receiver || receiver.channel === 'web') return
  await trx
    .insertInto('outgoing')
    .values({
      organisation_id: sheet.organisationId,
      id: ground.newId(),
      kind: 'joint',
      channel: receiver.channel,
      contact_id: null,
      place_id: null,
      staff_id: null,
      writer_id: receiver.id,
      run_id: null,
      digest_id: null,
      notice: null,
      subject_id: shareSubject(sheet.id, fromId, toId),
      state: 'due',
      send_after: at.toString(),
      claimed_until: null,
      attempts: 0,
      external_cipher: null,
    })
    .execute()
}

/** Holds the sheet, so that nothing is shared or taken back while it is being closed. */
async function onSheet(
  ground: Ground,
  from: { sheetId: string; writerId: string },
  work: (trx: Transaction<Tables>, held: Held, fromId: string) => Promise<Shared>,
): Promise<Shared> {
  return ground.store.db.transaction().execute(async (trx) => {
    const held = await holdJoint(trx, from.sheetId)
    const self = held?.partners.find(({ writerId, left }) => writerId === from.writerId && !left)
    if (!held || !self) return 'gone'
    if (held.closed) return 'closed'
    const touched_at = ground.clock.now().toString()
    await trx.updateTable('joint_sheet').set({ touched_at }).where('id', '=', held.id).execute()
    return work(trx, held, self.id)
  })
}

const sealCopy = (ground: Ground, sheetId: string, value: FieldValue): string =>
  ground.vault.seal('joint', sheetId, JSON.stringify(value))
