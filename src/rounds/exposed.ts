/** A channel for results that anybody can read along in by now: nothing of the organisation is posted there any more. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { RESULT_PURPOSES } from '../people/places.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import { notice } from './inbound-rooms.ts'
import { losePlace } from './lost.ts'
import type { Outcome, Row } from './send-row.ts'

/**
 * Asked before each new message: a platform tells nobody that a group was opened. What stands there already may still
 * be edited, above all to take it back.
 * @returns null when the message may go out
 */
export async function heldFromPublic(
  ground: Ground,
  delivery: Delivery,
  row: Pick<Row, 'organisation_id' | 'id' | 'place_id' | 'external_cipher'>,
): Promise<Outcome | null> {
  if (row.place_id === null || row.external_cipher !== null) return null
  const place = await ground.store.db
    .selectFrom('place')
    .select('address_cipher')
    .where('organisation_id', '=', row.organisation_id)
    .where('id', '=', row.place_id)
    .where('purpose', 'in', [...RESULT_PURPOSES])
    .where('state', '=', 'linked')
    .executeTakeFirst()
  if (!place) return null
  const address: Address = ground.vault.decryptAddress(place.address_cipher)
  const open = await delivery.isPublic(address)
  if (open === 'unknown') return { outcome: 'later', at: ground.clock.now().add({ seconds: 30 }) }
  if (!open) return null
  await losePlace(ground, row.organisation_id, row.place_id)
  const language = ground.config().organisations.get(row.organisation_id)?.language ?? 'nl'
  await delivery.send(address, notice('place-public-now', language), { nonce: nonceOf(row.id, 0, 'p') })
  return { outcome: 'pointless' }
}
