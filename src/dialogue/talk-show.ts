/** The card of the talk in a channel where coach and organisation both read: put there once, and edited as the talk goes on. */

import type { Address } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { resultPlaceOf } from '../people/places.ts'
import { editSent } from '../store/edit-sent.ts'
import type { Talk } from './talk.ts'

/**
 * Puts the card on its way to a place where results of this organisation come; from then on that is the place of the
 * talk.
 * @returns false for any other place
 */
export async function postTalk(ground: Ground, organisation: Organisation, talk: Talk, at: Address): Promise<boolean> {
  const place = await resultPlaceOf(ground, organisation.id, at)
  if (!place) return false
  const now = ground.clock.now().toString()
  await ground.store.db.transaction().execute(async (trx) => {
    // One card shows the talk; what stands further up says nothing new any more.
    await trx
      .deleteFrom('outgoing')
      .where('organisation_id', '=', organisation.id)
      .where('kind', '=', 'talk')
      .where('subject_id', '=', talk.id)
      .execute()
    await trx
      .updateTable('talk')
      .set({ place_id: place.id })
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', talk.id)
      .execute()
    await trx
      .insertInto('outgoing')
      .values({
        ...{ organisation_id: organisation.id, id: ground.newId(), kind: 'talk', channel: place.channel },
        ...{ contact_id: null, place_id: place.id, run_id: null, digest_id: null, notice: null, subject_id: talk.id },
        ...{ state: 'due', send_after: now, claimed_until: null, attempts: 0, external_cipher: null },
      })
      .execute()
  })
  return true
}

/** The card in the channel shows what is said now. */
export const showTalk = (ground: Ground, { organisationId, id }: Talk): Promise<void> =>
  editSent(ground.store.db, { organisationId, kind: 'talk', subject: id }, ground.clock.now())
