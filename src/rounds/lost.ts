/** Somebody or some place that cannot be reached any more: the asking ends, nothing is tried again. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { loseStaff } from '../people/staff.ts'
import { writeAudit } from '../store/audit.ts'

/**
 * The platform refuses for good (blocked, left, deleted): open runs end as unreachable, what waits is cancelled.
 * The turn stays: who comes back may still tap the card that stands there.
 */
export async function loseContact(ground: Ground, contactId: string): Promise<void> {
  await ground.store.pool.query({
    name: 'lose-contact',
    text: `with lost as (
        update contact set state = 'gone', gone_on = case when state = 'gone' then coalesce(gone_on, $2::date) else $2::date end
        where id = $1 returning id),
      cancelled as (update outgoing set state = 'cancelled' where contact_id = $1 and state = 'due')
      update run set disposition = 'unreachable', state = jsonb_set(state, '{disposition}', '"unreachable"')
      from contact_link where contact_link.contact_id = $1 and run.organisation_id = contact_link.organisation_id
        and run.participant_id = contact_link.participant_id and run.disposition is null`,
    values: [contactId, ground.clock.now().toString().slice(0, 10)],
  })
}

/** Whoever does something can be reached again; not every platform tells when. */
export async function regainContact(ground: Ground, addressHash: string): Promise<void> {
  await ground.store.db
    .updateTable('contact')
    .set({ state: 'reachable', gone_on: null })
    .where('address_hash', '=', addressHash)
    .where('state', '=', 'gone')
    .execute()
}

export async function losePlace(ground: Ground, organisationId: string, placeId: string): Promise<void> {
  const place = await ground.store.db
    .updateTable('place')
    .set({ state: 'gone' })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', placeId)
    .returning(['purpose', 'channel', 'address_hash'])
    .executeTakeFirst()
  // A private chat is somebody's: they keep their role, and are shown as out of reach.
  if (place?.purpose === 'safeguarding' || place?.purpose === 'fallback')
    await loseStaff(ground, { channel: place.channel, addressHash: place.address_hash })
  await ground.store.db
    .updateTable('outgoing')
    .set({ state: 'gone' })
    .where('organisation_id', '=', organisationId)
    .where('place_id', '=', placeId)
    .where('state', '=', 'due')
    .execute()
  await writeAudit(ground.store.db, ground.newId(), {
    organisationId,
    at: ground.clock.now(),
    actor: 'platform',
    action: 'place lost',
    subject: placeId,
  })
}

/** Follows a place to its new address; a place that was linked there already takes over. */
export async function movePlace(ground: Ground, organisationId: string, placeId: string, to: Address): Promise<void> {
  const hash = ground.vault.hashAddress(to)
  const already = await ground.store.db
    .updateTable('place')
    .from('place as old')
    .set({ state: 'linked' })
    .where('place.organisation_id', '=', organisationId)
    .where('place.address_hash', '=', hash)
    .where('place.channel', '=', to.channel)
    .where('old.organisation_id', '=', organisationId)
    .where('old.id', '=', placeId)
    .whereRef('place.purpose', '=', 'old.purpose')
    .whereRef('place.id', '<>', 'old.id')
    .returning('place.id')
    .executeTakeFirst()
  if (already) return losePlace(ground, organisationId, placeId)
  await ground.store.db
    .updateTable('place')
    .set({ address_hash: hash, address_cipher: ground.vault.encryptAddress(to) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', placeId)
    .execute()
  await writeAudit(ground.store.db, ground.newId(), {
    organisationId,
    at: ground.clock.now(),
    actor: 'platform',
    action: 'place moved',
    subject: placeId,
  })
}
