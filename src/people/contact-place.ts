/** The private chat of who takes requests for contact: where those requests arrive. It comes and goes with the role. */
import type { Kysely } from 'kysely'
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'

export type ContactPurpose = 'safeguarding' | 'fallback'

/** The task of who stands in for the safeguarding contact. */
export const FALLBACK = 'fallback'
export const contactPurpose = (task: string | null): ContactPurpose => (task === FALLBACK ? 'fallback' : 'safeguarding')

/** From now on requests arrive at this address, and nowhere else for this purpose. */
export async function linkContactPlace(
  trx: Kysely<Tables>,
  ground: Ground,
  organisationId: string,
  address: Address,
  purpose: ContactPurpose,
): Promise<void> {
  const { vault, clock, newId } = ground
  const addressHash = vault.hashAddress(address)
  await unlinkContactPlace(trx, organisationId, purpose, addressHash, 'others')
  await trx
    .insertInto('place')
    .values({
      organisation_id: organisationId,
      id: newId(),
      purpose,
      channel: address.channel,
      address_hash: addressHash,
      address_cipher: vault.encryptAddress(address),
      community_hash: null,
      state: 'linked',
      linked_at: clock.now().toString(),
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'purpose', 'channel', 'address_hash']).doUpdateSet((eb) => ({
        state: 'linked',
        linked_at: clock.now().toString(),
        address_cipher: eb.ref('excluded.address_cipher'),
      })),
    )
    .execute()
}

/**
 * Takes the place away: this person's, or everybody else's. What they were sent and nobody saw yet counts as not
 * delivered, so that the sweep hands it to who is there.
 */
export async function unlinkContactPlace(
  trx: Kysely<Tables>,
  organisationId: string,
  purpose: ContactPurpose,
  addressHash: string,
  whose: 'theirs' | 'others' = 'theirs',
): Promise<void> {
  const gone = await trx
    .deleteFrom('place')
    .where('organisation_id', '=', organisationId)
    .where('purpose', '=', purpose)
    .where('address_hash', whose === 'theirs' ? '=' : '<>', addressHash)
    .returning('id')
    .execute()
  if (gone.length === 0) return
  await trx
    .updateTable('outgoing')
    .set({ state: 'gone' })
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'contact-request')
    .where('contact_id', 'is', null)
    .where('state', 'in', ['due', 'sent'])
    .where(
      'place_id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute()
}
