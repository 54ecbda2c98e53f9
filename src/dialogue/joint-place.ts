/** The group, topic or thread in which the card of a joint worksheet stands. It is no channel for results: nothing else comes there. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { type Changed, changeJoint } from './joint-change.ts'
import { hashOf, readJointCode } from './joint-open.ts'
import { cardSubject, queueCard } from './joint-tell.ts'

/**
 * Puts the card where the code was said. The same code there once more changes nothing; a sheet stands in one place at a
 * time, so the card in another place says farewell.
 */
export async function placeJoint(ground: Ground, code: string, place: Address): Promise<Changed<Placed>> {
  const meant = await readJointCode(ground, code)
  if (meant?.purpose !== 'place') return { ok: false, fault: 'unknown' }
  const { sheetId, organisationId } = meant
  const hash = ground.vault.hashAddress(place)
  return changeJoint<Placed>(ground, sheetId, async (trx) => {
    const here = await trx
      .selectFrom('joint_sheet')
      .select('id')
      .where('id', '=', sheetId)
      .where('address_hash', '=', hash)
      .executeTakeFirst()
    if (here) return { ok: true, value: { sheetId, already: true } }
    const now = ground.clock.now().toString()
    const used = await trx
      .updateTable('joint_code')
      .set({ used_at: now })
      .where('code_hash', '=', hashOf(ground, code))
      .where('used_at', 'is', null)
      .returning('code_hash')
      .executeTakeFirst()
    if (!used) return { ok: false, fault: 'unknown' }
    const cipher = ground.vault.encryptAddress(place)
    await trx
      .updateTable('joint_sheet')
      .set({ channel: place.channel, address_hash: hash, address_cipher: cipher })
      .where('id', '=', sheetId)
      .execute()
    await queueCard(ground, trx, { organisationId, id: sheetId }, { channel: place.channel, cipher })
    return { ok: true, value: { sheetId, already: false } }
  })
}

type Placed = { sheetId: string; already: boolean }

/** The card leaves its place: what stands there says so. Only who keeps the sheet does that. */
export function unplaceJoint(ground: Ground, sheetId: string, partnerId: string): Promise<Changed<null>> {
  return changeJoint(
    ground,
    sheetId,
    async (trx, held) => {
      if (held.keeper !== partnerId) return { ok: false, fault: 'not-yours' }
      await trx.updateTable('joint_sheet').set(NOWHERE).where('id', '=', sheetId).execute()
      return { ok: true, value: null }
    },
    { alsoClosed: true },
  )
}

/** The bot was removed there, or the place is gone, with the topics in it. */
export async function loseJointPlace(ground: Ground, place: Address): Promise<void> {
  for (const { id } of await sheetsAt(ground, place, true))
    await ground.store.db.transaction().execute(async (trx) => {
      await trx.updateTable('joint_sheet').set(NOWHERE).where('id', '=', id).execute()
      await trx
        .updateTable('outgoing')
        .set({ state: 'gone' })
        .where('kind', '=', 'joint')
        .where('subject_id', '=', cardSubject(id))
        .execute()
    })
}

/** A group got another address: the card goes on there. */
export async function moveJointPlace(ground: Ground, from: Address, to: Address): Promise<void> {
  const hash = ground.vault.hashAddress(to)
  const cipher = ground.vault.encryptAddress(to)
  for (const { id } of await sheetsAt(ground, from))
    await ground.store.db.transaction().execute(async (trx) => {
      await trx
        .updateTable('joint_sheet')
        .set({ address_hash: hash, address_cipher: cipher })
        .where('id', '=', id)
        .execute()
      await trx
        .updateTable('outgoing')
        .set({ notice: JSON.stringify({ place: cipher }) })
        .where('kind', '=', 'joint')
        .where('subject_id', '=', cardSubject(id))
        .execute()
    })
}

/** The sheets whose card stands at this address; `within`: also in its topics. */
export async function sheetsAt(ground: Ground, place: Address, within = false): Promise<{ id: string }[]> {
  const rows = await ground.store.db
    .selectFrom('joint_sheet')
    .select(['id', 'address_cipher', 'address_hash'])
    .where('channel', '=', place.channel)
    .where('address_cipher', 'is not', null)
    .$if(!within, (query) => query.where('address_hash', '=', ground.vault.hashAddress(place)))
    .orderBy('made_at')
    .execute()
  if (!within) return rows
  return rows.filter(({ address_cipher }) => {
    const { id } = ground.vault.decryptAddress(address_cipher!)
    return id === place.id || id.startsWith(`${place.id}/`)
  })
}

const NOWHERE = { channel: null, address_hash: null, address_cipher: null } as const
