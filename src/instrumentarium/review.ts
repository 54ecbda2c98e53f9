/** Looking over what organisations hand in. A curator takes it up, gives it back with a note, or says no; never about their own. */
import type { Card } from '../config/method.ts'
import type { Ground } from '../ground.ts'
import { sameName } from '../people/same-name.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { oneLine } from '../survey/one-line.ts'
import type { FULL_LANGUAGES, LocalText } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { cardHash } from './card-content.ts'
import { cardDifferences } from './differences.ts'
import { shareFault } from './licences.ts'
import { type Done, done, fault, type Hand } from './outcome.ts'
import { writeReview } from './review-note.ts'
import { findCard, readCard } from './shelf.ts'

export type HandedIn = {
  organisationId: string
  card: Card
  /** Of the content: a verdict is about what was seen. */
  hash: string
  /** What it was copied from, when everybody can know that: what an organisation did not hand in stays its own. */
  parent: Card | null
  /** What stands in the library under this name now. */
  earlier: Card | null
}
export type Verdict = { type: 'accept' } | { type: 'return' | 'decline'; text: string }

/** What waits for a curator, oldest first, without what they made or handed in themselves. */
export async function waitingFor(ground: Ground, hand: Hand): Promise<HandedIn[]> {
  if (!hand.may('method.curate')) return []
  const rows = await ground.store.db
    .selectFrom('method_draft')
    .selectAll()
    .where('state', '=', 'submitted')
    .orderBy('touched_at')
    .orderBy('id')
    .execute()
  const seen: HandedIn[] = []
  for (const row of rows) {
    const card = readCard(row.content)
    if (!card || isTheirOwn(row, hand)) continue
    const [origin] = card.origin
    const parent = origin ? await findCard(ground, null, origin.id, origin.hash) : null
    const earlier = await newestEntry(ground, row.id)
    seen.push({
      organisationId: row.organisation_id,
      card,
      hash: cardHash(card),
      parent,
      earlier: earlier?.card ?? null,
    })
  }
  return seen
}

/**
 * Says what becomes of a method that was handed in. Taken up, it stands in the library as a version that never
 * changes, with the credit its organisation chose, what it was copied from, and a line on what changed.
 * @param seen the hash of the content that the curator looked over, or how that begins
 */
export async function judge(
  ground: Ground,
  hand: Hand,
  id: string,
  seen: string,
  verdict: Verdict,
): Promise<Done<{ version: number | null }>> {
  if (!hand.may('method.curate') || hand.staffId === null) return fault('desk-may-not')
  const text = verdict.type === 'accept' ? '' : oneLine(verdict.text)
  if (verdict.type !== 'accept' && (text === '' || text.length > MOST_NOTE)) return fault('library-bad-note')
  return ground.store.db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('method_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    const card = row && readCard(row.content)
    if (!row || !card || row.state !== 'submitted') return fault('library-reviewed-already')
    if (isTheirOwn(row, hand)) return fault('library-your-own')
    const hash = cardHash(card)
    if (seen.length < LEAST_SEEN || !hash.startsWith(seen)) return fault('library-changed-since')
    const at = ground.clock.now()
    const note = (action: string) =>
      writeAudit(trx, ground.newId(), { organisationId: row.organisation_id, at, actor: hand.by, action, subject: id })
    if (verdict.type !== 'accept') {
      const review = { verdict: verdict.type === 'return' ? ('returned' as const) : ('declined' as const), text, hash }
      await trx
        .updateTable('method_draft')
        .set({ state: 'returned', reviewed_by: hand.by, review_note_cipher: writeReview(ground, review) })
        .where('id', '=', id)
        .execute()
      await note(`method ${review.verdict}`)
      return done({ version: null })
    }
    const stands = shareFault(card)
    if (stands) return fault(stands)
    const earlier = await newestEntry(ground, id, trx)
    const version = (earlier?.version ?? 0) + 1
    const date = at.toZonedDateTimeISO('UTC').toPlainDate().toString()
    const line = { version, date, text: changeText(earlier?.card ?? null, card) }
    const published: Card = { ...card, version, changelog: [line, ...card.changelog].slice(0, MOST_LINES) }
    await trx
      .insertInto('library_entry')
      .values({
        ...{ id, version, content: JSON.stringify(published), hash: cardHash(published) },
        ...{ organisation_id: row.organisation_id, signer: null, curated_by: hand.by },
        ...{ published_at: at.toString(), withdrawn_at: null },
      })
      .execute()
    await trx
      .updateTable('method_draft')
      .set({ state: 'shared', content: JSON.stringify(published), reviewed_by: hand.by })
      .where('id', '=', id)
      .execute()
    await note('method taken up in the library')
    return done({ version })
  })
}

/** By account and by name, of who made it and of who handed it in: a second account is still the same person. */
function isTheirOwn(row: Pick<Tables['method_draft'], 'made_name'> & Keys, hand: Hand): boolean {
  const keys = [row.made_key, row.shared_key].filter((key) => key !== null)
  const names = [row.made_name, row.shared_name ?? '']
  return (hand.key !== null && keys.includes(hand.key)) || names.some((name) => sameName(name, hand.name))
}
type Keys = { made_key: string | null; shared_key: string | null; shared_name: string | null }

/** Withdrawn ones count: a number is never given twice. */
async function newestEntry(ground: Ground, id: string, db: Ground['store']['db'] = ground.store.db) {
  const row = await db
    .selectFrom('library_entry')
    .select(['version', 'content'])
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { version: row.version, card: readCard(row.content) } : null
}

function changeText(earlier: Card | null, card: Card): LocalText {
  const inLanguage = (language: (typeof FULL_LANGUAGES)[number]) => {
    const changes = earlier ? cardDifferences(earlier, card, language).map(bare).join(' · ') : ''
    const text = changes || wordsFor(language)(earlier ? 'library-change-none' : 'library-change-first')
    return text.length <= MOST_CHANGE ? text : `${text.slice(0, MOST_CHANGE - 1).trimEnd()}…`
  }
  return { nl: inLanguage('nl'), en: inLanguage('en'), fr: inLanguage('fr'), ar: inLanguage('ar') }
}

/** What is stored is shown in sentences of its own. */
const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

export const MOST_NOTE = 400
const MOST_CHANGE = 300
const MOST_LINES = 50
/** Characters of a hash that a button has room for. */
const LEAST_SEEN = 8
