/** Handing in an own method for the library, taking it back, and taking what was shared out of it again. */

import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { writeAudit } from '../store/audit.ts'
import { cardHash, MOST_CREDIT } from './card-content.ts'
import { lockDraft } from './drafts.ts'
import { LICENCES, type LicenceCode, shareFault } from './licences.ts'
import { type Done, done, fault, type Hand } from './outcome.ts'
import { readReview } from './review-note.ts'
import { readCard } from './shelf.ts'

/** Under which name it stands in the library: the organisation's, or with the name of who hands it in before it. */
export type Credit = 'organisation' | 'person'

/**
 * Hands an own method in: from then on curators see it, and nobody else does until one of them takes it up. Only by an
 * account that may; handing in twice is once.
 */
export async function handIn(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  id: string,
  credit: Credit,
): Promise<Done<{ id: string }>> {
  if (!hand.may('method.share') || hand.staffId === null) return fault('desk-may-not')
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await lockDraft(trx, organisation.id, id)
    const card = row && row.state !== 'dropped' ? readCard(row.content) : null
    if (!row || !card) return fault('library-gone')
    if (row.state === 'submitted') return done({ id })
    const stands = shareFault(card)
    if (stands) return fault(stands)
    if (row.state === 'shared') return fault('library-shared-already')
    const review = readReview(ground, row.review_note_cipher)
    if (row.state === 'returned' && review?.hash === cardHash(card)) return fault('library-as-before')
    const name = credit === 'person' ? `${hand.name}, ${organisation.name}` : organisation.name
    await trx
      .updateTable('method_draft')
      .set({
        ...{ state: 'submitted', content: JSON.stringify({ ...card, credit: name.slice(0, MOST_CREDIT) }) },
        ...{ shared_by: hand.by, shared_name: hand.name, shared_key: hand.key },
        ...{ reviewed_by: null, review_note_cipher: null, touched_at: ground.clock.now().toString() },
      })
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', id)
      .execute()
    const happening = { organisationId: organisation.id, at: ground.clock.now(), actor: hand.by, subject: id }
    await writeAudit(trx, ground.newId(), { ...happening, action: 'method handed in' })
    return done({ id })
  })
}

/** Takes back what was handed in and not looked over yet. */
export async function takeBack(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  id: string,
): Promise<Done<{ id: string }>> {
  if (!hand.may('method.share')) return fault('desk-may-not')
  const taken = await ground.store.db
    .updateTable('method_draft')
    .set({ state: 'draft', touched_at: ground.clock.now().toString() })
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .where('state', '=', 'submitted')
    .returning('id')
    .executeTakeFirst()
  if (!taken) return fault('library-reviewed-already')
  const happening = { organisationId: organisation.id, at: ground.clock.now(), actor: hand.by, subject: id }
  await writeAudit(ground.store.db, ground.newId(), { ...happening, action: 'method taken back' })
  return done({ id })
}

/**
 * Takes an entry out of the library: its organisation does, or a curator. Nobody finds it from then on; copies that
 * others made stay theirs.
 */
export async function withdrawEntry(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  id: string,
): Promise<Done<{ id: string }>> {
  if (!hand.may('method.share') && !hand.may('method.curate')) return fault('desk-may-not')
  return ground.store.db.transaction().execute(async (trx) => {
    const withdrawn = await trx
      .updateTable('library_entry')
      .set({ withdrawn_at: ground.clock.now().toString() })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .$if(!hand.may('method.curate'), (query) => query.where('organisation_id', '=', organisation.id))
      .returning('id')
      .execute()
    if (withdrawn.length === 0) return fault('library-gone')
    await noteErasure(ground, trx, 'entry', id)
    await trx
      .updateTable('method_draft')
      .set({ state: 'draft' })
      .where('id', '=', id)
      .where('state', '=', 'shared')
      .execute()
    const happening = { organisationId: organisation.id, at: ground.clock.now(), actor: hand.by, subject: id }
    await writeAudit(trx, ground.newId(), { ...happening, action: 'method withdrawn from the library' })
    return done({ id })
  })
}

/** Gives what an organisation made itself a licence; a copy has the licence of what it was copied from. */
export async function chooseLicence(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  id: string,
  code: LicenceCode,
): Promise<Done<{ id: string }>> {
  if (!hand.may('method.share') || hand.staffId === null) return fault('desk-may-not')
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await lockDraft(trx, organisation.id, id)
    const card = row && row.state !== 'dropped' ? readCard(row.content) : null
    if (!row || !card) return fault('library-gone')
    if (card.origin.length > 0) return fault('library-licence-theirs')
    if (row.state === 'submitted' || row.state === 'shared') return fault('library-shared-already')
    await trx
      .updateTable('method_draft')
      .set({ content: JSON.stringify({ ...card, licence: LICENCES[code] }), touched_at: ground.clock.now().toString() })
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', id)
      .execute()
    return done({ id })
  })
}
