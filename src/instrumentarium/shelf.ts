/** Every method that an organisation can see: the cards that come as files, what curators took up, and its own. */
import type { Kysely } from 'kysely'
import { type Card, card as cardSchema, isMethod, type Method } from '../config/method.ts'
import type { Ground } from '../ground.ts'
import type { SharedTables } from '../store/shared-tables.ts'
import type { Tables } from '../store/tables.ts'
import { cardHash } from './card-content.ts'

export type DraftState = SharedTables['method_draft']['state']
export type Shelved = {
  card: Card
  whose: 'files' | 'library' | 'own'
  /** Of an own one. */
  state?: DraftState
  /** Of one in the library: the fingerprint of the key that signed the pack it came in. */
  signer?: string
}
/** One card an id; what is one's own goes before what others have under the same id. */
export type Shelf = {
  all: readonly Shelved[]
  get(id: string): Shelved | undefined
  /** The card with this id when Pols can ask it. */
  method(id: string): Method | undefined
  /** All that Pols can ask, by id: one's own first. */
  methods: ReadonlyMap<string, Method>
}

/** @param organisationId null: for who belongs to none; no own cards then */
export async function readShelf(ground: Ground, organisationId: string | null): Promise<Shelf> {
  const own = organisationId === null ? [] : await ownOf(ground, organisationId)
  const shelved = new Map<string, Shelved>(own.map((one) => [one.card.id, one]))
  for (const card of ground.config().cards.values()) {
    if (!shelved.has(card.id)) shelved.set(card.id, { card, whose: 'files' })
  }
  for (const one of await libraryOf(ground)) if (!shelved.has(one.card.id)) shelved.set(one.card.id, one)
  const methods = new Map([...shelved].flatMap(([id, { card }]) => (isMethod(card) ? [[id, card] as const] : [])))
  return {
    all: [...shelved.values()],
    get: (id) => shelved.get(id),
    method: (id) => methods.get(id),
    methods,
  }
}

/**
 * The card with this id and content, wherever it is or was: a version that is no longer on the shelf counts too, since
 * copies of it live on. An own one is found by its organisation only.
 * @param organisationId null: for who belongs to none, and for who looks for others
 * @param hash as `cardHash` gives it
 */
export async function findCard(
  ground: Ground,
  organisationId: string | null,
  id: string,
  hash: string,
  db: Kysely<Tables> = ground.store.db,
): Promise<Card | null> {
  const filed = ground.config().cards.get(id)
  if (filed && cardHash(filed) === hash) return filed
  const entry = await db
    .selectFrom('library_entry')
    .select('content')
    .where('id', '=', id)
    .where('hash', '=', hash)
    .limit(1)
    .executeTakeFirst()
  const entered = entry && readCard(entry.content)
  if (entered) return entered
  const drafted = await ownCard(organisationId, id, db)
  return drafted && cardHash(drafted) === hash ? drafted : null
}

/**
 * The same for many at once, in the same order; it asks at most twice, and not at all when they are on the shelf.
 * @param shelf of this organisation
 */
export async function findCards(
  ground: Ground,
  organisationId: string,
  wanted: readonly { id: string; hash: string }[],
  shelf: Shelf,
): Promise<(Card | null)[]> {
  const here = (one: { id: string; hash: string }): Card | null => {
    const card = shelf.get(one.id)?.card
    return card && cardHash(card) === one.hash ? card : null
  }
  const lacking = wanted.filter((one) => here(one) === null)
  if (lacking.length === 0) return wanted.map(here)
  const { db } = ground.store
  const ids = lacking.map(({ id }) => id)
  const entries = await db
    .selectFrom('library_entry')
    .select(['id', 'hash', 'content'])
    .where('id', 'in', ids)
    .execute()
  const drafts = await db
    .selectFrom('method_draft')
    .select(['id', 'content'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  return wanted.map((one) => {
    const entry = entries.find(({ id, hash }) => id === one.id && hash === one.hash)
    const draft = drafts.find(({ id }) => id === one.id)
    const card = here(one) ?? (entry ? readCard(entry.content) : null) ?? (draft ? readCard(draft.content) : null)
    return card && (entry || cardHash(card) === one.hash) ? card : null
  })
}

/**
 * Title and minutes of a method that a survey of this organisation uses, also when it is on no shelf any more; null when
 * they never had it. A method of another organisation is known as it was shared, not as they are changing it.
 */
export async function knownMethod(
  ground: Ground,
  organisationId: string,
  id: string,
  db: Kysely<Tables> = ground.store.db,
): Promise<Pick<Card, 'title' | 'minutes'> | null> {
  const filed = ground.config().cards.get(id)
  if (filed) return filed
  const own = await ownCard(organisationId, id, db)
  if (own) return own
  const entry = await db
    .selectFrom('library_entry')
    .select('content')
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return entry ? readCard(entry.content) : null
}

/** Null for content that is no card of this version of Pols. */
export const readCard = (content: unknown): Card | null => cardSchema.safeParse(content).data ?? null

async function ownCard(organisationId: string | null, id: string, db: Kysely<Tables>): Promise<Card | null> {
  if (organisationId === null) return null
  const row = await db
    .selectFrom('method_draft')
    .select('content')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? readCard(row.content) : null
}

async function ownOf(ground: Ground, organisationId: string): Promise<Shelved[]> {
  const rows = await ground.store.db
    .selectFrom('method_draft')
    .select(['content', 'state'])
    .where('organisation_id', '=', organisationId)
    .where('state', '<>', 'dropped')
    .orderBy('touched_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ content, state }) => {
    const card = readCard(content)
    return card ? [{ card, whose: 'own' as const, state }] : []
  })
}

async function libraryOf(ground: Ground): Promise<Shelved[]> {
  const rows = await ground.store.db
    .selectFrom('library_entry')
    .distinctOn('id')
    .select(['id', 'content', 'signer'])
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  return rows.flatMap(({ content, signer }) => {
    const card = readCard(content)
    return card ? [{ card, whose: 'library' as const, ...(signer ? { signer } : {}) }] : []
  })
}
