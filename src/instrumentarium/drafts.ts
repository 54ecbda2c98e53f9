/** An organisation's own methods: copied from another, read from a file or made new, and changed. Nobody else sees them. */

import { randomInt } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Card } from '../config/method.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteAct } from '../people/note-act.ts'
import type { Tables } from '../store/tables.ts'
import { contentHash } from '../survey/content-hash.ts'
import { checkCard } from './card-check.ts'
import { cardHash, originsOf, sameItems } from './card-content.ts'
import { changedAgainstLicence, mayBeChanged } from './licences.ts'
import { type Done, done, fault, type Hand } from './outcome.ts'
import { findCard, readCard, readShelf } from './shelf.ts'

/**
 * Makes an own copy of a method on the shelf, to be changed.
 * @returns the id of the copy
 */
export async function copyMethod(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  cardId: string,
): Promise<Done<{ id: string }>> {
  if (!hand.may('method.draft')) return fault('desk-may-not')
  const found = (await readShelf(ground, organisation.id)).get(cardId)
  if (!found) return fault('library-gone')
  const { card } = found
  if (card.kind === 'link') return fault('library-link')
  if (!mayBeChanged(card)) return fault('library-licence-none')
  const credit = found.whose === 'own' ? organisation.name : card.source.nl
  const { credit: _theirs, ...copied } = card
  return keep(ground, organisation, hand, { ...copied, version: 1, changelog: [], origin: originsOf(card, credit) })
}

/**
 * Keeps a card as an own method of the organisation: read from a file, or made new. Its id is only where its own
 * starts from. The name of a validated scale stays only where what it was copied from bears it out.
 */
export async function keepDraft(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  card: Card,
): Promise<Done<{ id: string }>> {
  if (!hand.may('method.draft')) return fault('desk-may-not')
  return keep(ground, organisation, hand, { ...card, version: 1, changelog: [] })
}

async function keep(ground: Ground, organisation: Organisation, hand: Hand, card: Card): Promise<Done<{ id: string }>> {
  const id = await freeId(ground, card.id)
  const ruled = await underRules(ground, organisation.id, { ...card, id }, null)
  if (!ruled.ok) return ruled
  const now = ground.clock.now().toString()
  await ground.store.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('method_draft')
      .values({
        ...{ organisation_id: organisation.id, id, content: JSON.stringify(ruled.value), state: 'draft' },
        ...{ made_by: hand.by, made_name: hand.name, made_key: hand.key, made_at: now, touched_at: now },
      })
      .execute()
    await noteAct(ground, trx, organisation.id, hand.by, 'method drafted', id)
  })
  return done({ id })
}

/**
 * Changes an own method. What waited for a curator is taken out of review; what was shared stays as it was shared, and
 * the change is a draft of a next version.
 * @param change gives the new content, or what stands in the way
 */
export async function changeDraft(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  id: string,
  change: (card: Card) => Done<Card>,
): Promise<Done<Card>> {
  if (!hand.may('method.draft')) return fault('desk-may-not')
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await lockDraft(trx, organisation.id, id)
    const before = row && row.state !== 'dropped' ? readCard(row.content) : null
    if (!before) return fault('library-gone')
    const wished = change(before)
    if (!wished.ok) return wished
    const ruled = await underRules(ground, organisation.id, { ...wished.value, id, origin: before.origin }, before, trx)
    if (!ruled.ok) return ruled
    const after = ruled.value
    if (contentHash(after) === contentHash(before)) return done(after)
    await trx
      .updateTable('method_draft')
      .set({ content: JSON.stringify(after), touched_at: ground.clock.now().toString() })
      // What a curator looks over must be what they saw.
      .$if(cardHash(after) !== cardHash(before) && row!.state !== 'returned', (query) => query.set({ state: 'draft' }))
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', id)
      .execute()
    await noteAct(ground, trx, organisation.id, hand.by, 'method changed', id)
    return done(after)
  })
}

/** Puts an own method away; what was shared of it, and surveys that use it, stay. */
export async function dropDraft(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  id: string,
): Promise<Done<{ id: string }>> {
  if (!hand.may('method.draft')) return fault('desk-may-not')
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await lockDraft(trx, organisation.id, id)
    if (!row || row.state === 'dropped') return fault('library-gone')
    await trx
      .updateTable('method_draft')
      .set({ state: 'dropped', touched_at: ground.clock.now().toString() })
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', id)
      .execute()
    await noteAct(ground, trx, organisation.id, hand.by, 'method dropped', id)
    return done({ id })
  })
}

export const lockDraft = (trx: Transaction<Tables>, organisationId: string, id: string) =>
  trx
    .selectFrom('method_draft')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/**
 * The card as it may be kept. A copy has the licence of what it was copied from; a change that the licence forbids is
 * refused; and a validated scale of which a word, an option or the order is another has no longer its name.
 * @param organisationId whose it is; null: of none
 * @param before what it was until now; null for a new one
 */
export async function underRules(
  ground: Ground,
  organisationId: string | null,
  wished: Card,
  before: Card | null,
  db: Kysely<Tables> = ground.store.db,
): Promise<Done<Card>> {
  const checked = checkCard(wished)
  if (!checked.ok) return checked
  const { validated, ...bare } = checked.value
  const [parent] = bare.origin
  const from = parent ? await findCard(ground, organisationId, parent.id, parent.hash, db) : null
  const licence = from ? from.licence : before && parent ? before.licence : bare.licence
  const { licence: _wished, ...rest } = bare
  const card: Card = { ...rest, ...(licence ? { licence } : {}) }
  if (changedAgainstLicence(card)) return fault('library-licence-none')
  const vouched = from ?? before
  const name = vouched?.validated !== undefined && sameItems(vouched, card) ? vouched.validated : undefined
  return done(name === undefined ? card : { ...card, validated: name })
}

/** The name it starts from with four letters that nobody else has, in any organisation: what is shared keeps its id. */
export async function freeId(ground: Ground, from: string, db: Kysely<Tables> = ground.store.db): Promise<string> {
  const stem = from
    .replace(/-[a-z2-9]{4}$/, '')
    .slice(0, LONGEST_STEM)
    .replace(/-+$/, '')
  for (;;) {
    const id = `${stem}-${Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`
    const draft = await db.selectFrom('method_draft').select('id').where('id', '=', id).executeTakeFirst()
    const entry = await db.selectFrom('library_entry').select('id').where('id', '=', id).executeTakeFirst()
    if (!draft && !entry && !ground.config().cards.has(id)) return id
  }
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
/** With four letters behind it, an id has room in a button. */
const LONGEST_STEM = 24
