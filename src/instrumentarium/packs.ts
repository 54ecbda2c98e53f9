/** Packs going out and coming in. What comes in is verified first; of a key that nobody knows, a curator says yes. */
import { type Kysely, sql } from 'kysely'
import type { Card } from '../config/method.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { cardHash, originsOf } from './card-content.ts'
import { freeId, underRules } from './drafts.ts'
import { shareFault } from './licences.ts'
import { type Done, done, fault, type Hand } from './outcome.ts'
import { ownFingerprint, type Pack, readPack, writePack } from './pack-file.ts'
import { readShelf, type Shelved } from './shelf.ts'

export type PackOut = {
  name: string
  bytes: Uint8Array
  cards: number
  /** Cards that were asked for and stay, with why. */
  left: { card: Card; why: string }[]
}

/**
 * Puts cards in a pack: those with these ids, or all that may leave. An organisation's own ones only by who may share.
 * @param organisation null: for who belongs to none; only what everybody has
 */
export async function packOut(
  ground: Ground,
  organisation: Organisation | null,
  hand: Pick<Hand, 'may' | 'by'>,
  ids: readonly string[] | null,
): Promise<Done<PackOut>> {
  if (!hand.may('method.see')) return fault('desk-may-not')
  const shelf = await readShelf(ground, organisation?.id ?? null)
  const asked = ids === null ? shelf.all : ids.flatMap((id) => shelf.get(id) ?? [])
  if (ids !== null && asked.length < ids.length) return fault('library-gone')
  const judged = asked.map((one) => ({ one, why: whyNot(one, hand) }))
  const going = judged.filter(({ why }) => why === null).map(({ one }) => credited(one, organisation))
  const left = judged.flatMap(({ one, why }) => (why === null ? [] : [{ card: one.card, why }]))
  if (going.length === 0) return fault('library-pack-none')
  const made = ground.clock
    .now()
    .toZonedDateTimeISO(organisation?.timezone ?? 'UTC')
    .toPlainDate()
    .toString()
  const by = organisation?.name ?? 'Pols'
  const bytes = writePack(going, { made, by }, ground.vault.signingSeed())
  const subject = going.length === 1 ? going[0]!.id : 'methodes'
  return done({ name: `${subject}-${made}.pols.json`, bytes, cards: going.length, left })
}

/** A pack of one card, as a file; null when it may not leave. */
export async function packFile(
  ground: Ground,
  organisation: Organisation,
  hand: Hand,
  id: string,
): Promise<{ name: string; type: 'application/json'; bytes: Uint8Array } | null> {
  const made = await packOut(ground, organisation, hand, [id])
  return made.ok ? { name: made.value.name, type: 'application/json', bytes: made.value.bytes } : null
}

function whyNot({ card, whose }: Shelved, hand: Pick<Hand, 'may'>): string | null {
  const stands = shareFault(card)
  if (stands && stands !== 'library-unchanged') return stands
  return whose === 'own' && !hand.may('method.share') ? 'library-pack-own' : null
}

const credited = ({ card, whose }: Shelved, organisation: Organisation | null): Card =>
  whose === 'own' && card.credit === undefined && organisation ? { ...card, credit: organisation.name } : card

export type Known = 'own' | 'known' | 'unknown'
/** same: it is here already; again: a newer version of what came from this key before; new: it comes as it is. */
export type Coming = { card: Card; how: 'same' | 'again' | 'new' }
export type PackIn = { pack: Pack; known: Known; coming: Coming[] }

/** What a pack holds and whose it is; keeps nothing. */
export async function lookInPack(
  ground: Ground,
  bytes: Uint8Array,
  db: Kysely<Tables> = ground.store.db,
): Promise<Done<PackIn>> {
  const read = readPack(bytes)
  if (!read.ok) return read
  const pack = read.value
  const coming: Coming[] = []
  for (const card of pack.cards) {
    const stands = shareFault(card)
    if (stands && stands !== 'library-unchanged') return fault('library-pack-forbidden', { title: card.title.nl })
    coming.push({ card, how: await howOf(ground, card, pack.fingerprint, db) })
  }
  return done({ pack, known: await knownKey(ground, pack.fingerprint, db), coming })
}

/**
 * Takes what is new in a pack up in the library: all of it, or nothing.
 * @param said the fingerprint that somebody looked at and said yes to; needed for a key that is not known yet
 */
export async function packIn(
  ground: Ground,
  hand: Pick<Hand, 'may' | 'by'>,
  bytes: Uint8Array,
  said: string | null,
  organisationId: string | null,
): Promise<Done<{ taken: number; same: number }>> {
  if (!hand.may('method.curate')) return fault('desk-may-not')
  return ground.store.db.transaction().execute(async (trx) => {
    // Two who say yes at once take it up once: a row is held until this is over, for not every engine locks tables.
    await sql`insert into lease (name, holder, expires_at) values ('library', 'packs', ${ground.clock.now().toString()}::timestamptz)
      on conflict (name) do update set expires_at = excluded.expires_at`.execute(trx)
    const looked = await lookInPack(ground, bytes, trx)
    if (!looked.ok) return looked
    const { pack, known, coming } = looked.value
    if (known === 'unknown' && said?.replace(/\s/g, '').toLowerCase() !== pack.fingerprint) {
      return fault('library-pack-unknown', { by: pack.by })
    }
    const fresh = coming.filter(({ how }) => how !== 'same')
    const cards: Card[] = []
    for (const { card, how } of fresh) {
      const named = await namedHere(ground, card, how, pack.by, trx)
      const ruled = await underRules(ground, null, named, named.origin.length > 0 ? null : named, trx)
      if (!ruled.ok) return fault('library-pack-forbidden', { title: card.title.nl })
      cards.push({ ...ruled.value, credit: card.credit ?? pack.by, version: card.version })
    }
    const at = ground.clock.now()
    for (const card of cards) {
      await trx
        .insertInto('library_entry')
        .values({
          ...{ id: card.id, version: card.version, content: JSON.stringify(card), hash: cardHash(card) },
          ...{ organisation_id: null, signer: pack.fingerprint, curated_by: hand.by },
          ...{ published_at: at.toString(), withdrawn_at: null },
        })
        .execute()
      if (organisationId === null) continue
      const happening = { organisationId, at, actor: hand.by, action: 'method taken up from a pack', subject: card.id }
      await writeAudit(trx, ground.newId(), happening)
    }
    return done({ taken: cards.length, same: coming.length - cards.length })
  })
}

/** Under a name that something else has here, it gets a name of its own and says what it was called. */
async function namedHere(
  ground: Ground,
  card: Card,
  how: Coming['how'],
  by: string,
  db: Kysely<Tables>,
): Promise<Card> {
  if (how === 'again' || !(await isTaken(ground, card.id, db))) return card
  return { ...card, id: await freeId(ground, card.id, db), origin: originsOf(card, by) }
}

async function howOf(ground: Ground, card: Card, fingerprint: string, db: Kysely<Tables>): Promise<Coming['how']> {
  const hash = cardHash(card)
  const filed = ground.config().cards.get(card.id)
  if (filed && cardHash(filed) === hash) return 'same'
  const entries = await db
    .selectFrom('library_entry')
    .select(['id', 'version', 'hash', 'signer'])
    .where((eb) => eb.or([eb('hash', '=', hash), eb('id', '=', card.id)]))
    .where('withdrawn_at', 'is', null)
    .execute()
  if (entries.some((one) => one.hash === hash)) return 'same'
  const before = entries.filter(({ id }) => id === card.id)
  const ours = before.length > 0 && before.every(({ signer }) => signer === fingerprint)
  return ours && before.every(({ version }) => version < card.version) ? 'again' : 'new'
}

async function knownKey(ground: Ground, fingerprint: string, db: Kysely<Tables>): Promise<Known> {
  if (fingerprint === ownFingerprint(ground.vault.signingSeed())) return 'own'
  const row = await db
    .selectFrom('library_entry')
    .select('id')
    .where('signer', '=', fingerprint)
    .where('withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row ? 'known' : 'unknown'
}

async function isTaken(ground: Ground, id: string, db: Kysely<Tables>): Promise<boolean> {
  if (ground.config().cards.has(id)) return true
  const draft = await db.selectFrom('method_draft').select('id').where('id', '=', id).executeTakeFirst()
  const entry = await db.selectFrom('library_entry').select('id').where('id', '=', id).executeTakeFirst()
  return draft !== undefined || entry !== undefined
}
