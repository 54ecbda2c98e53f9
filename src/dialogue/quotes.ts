/**
 * Words of a young person on their way to the channel: drafted by the moderator (`quote-drafts.ts`), asked of who wrote
 * them, looked at by a second person, and posted a day later by themselves. Nothing here says whose they are.
 */

import type { Selectable, Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { sameName } from '../people/same-name.ts'
import { takeDown } from '../people/withdrawing.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'

export type QuoteRow = Selectable<Tables['quote']>
export type QuoteForm = QuoteRow['form']

/**
 * What who wrote the words says. A yes counts once and only to what was asked; a no counts always, also after a yes
 * and after it was posted.
 * @returns null when this quote is not (or no longer) theirs to answer
 */
export async function answerQuote(
  ground: Ground,
  contactId: string,
  quoteId: string,
  says: 'yes' | 'no',
): Promise<'agreed' | 'refused' | 'withdrawn' | null> {
  return ground.store.db.transaction().execute(async (trx) => {
    const quote = await trx
      .selectFrom('quote')
      .innerJoin('run', (join) =>
        join.onRef('run.organisation_id', '=', 'quote.organisation_id').onRef('run.id', '=', 'quote.run_id'),
      )
      .innerJoin('contact_link', (join) =>
        join
          .onRef('contact_link.organisation_id', '=', 'run.organisation_id')
          .onRef('contact_link.participant_id', '=', 'run.participant_id'),
      )
      .where('contact_link.contact_id', '=', contactId)
      .where('quote.id', '=', quoteId)
      .selectAll('quote')
      .forUpdate('quote')
      .executeTakeFirst()
    if (!quote) return null
    const now = ground.clock.now()
    switch (quote.state) {
      case 'asked':
        if (says === 'yes') {
          await change(trx, quote, { state: 'agreed', answered_at: now.toString() })
          return 'agreed'
        }
        await noteErasure(ground, trx, 'quote', quote.id)
        await change(trx, quote, { state: 'refused', text_cipher: null, answered_at: null })
        return 'refused'
      case 'agreed':
      case 'approved':
      case 'posted':
        // A paraphrase was not asked about, and goes at their wish all the same.
        if (says === 'yes') return quote.form === 'quote' ? 'agreed' : null
        await end(trx, quote, now)
        await noteErasure(ground, trx, 'quote', quote.id)
        await note(ground, trx, quote, 'person', 'quote taken back')
        return 'withdrawn'
      case 'refused':
        return 'refused'
      case 'withdrawn':
        return says === 'no' ? 'withdrawn' : null
      default:
        return null
    }
  })
}

/**
 * The second pair of eyes says that it may be posted: somebody else than who chose the words, by account and by name.
 * @returns when it will be posted at the earliest, or why not
 */
export async function approveQuote(
  ground: Ground,
  organisation: Organisation,
  quoteId: string,
  who: Eyes,
): Promise<Temporal.Instant | 'own' | 'gone' | 'taken'> {
  return ground.store.db.transaction().execute(async (trx) => {
    const quote = await lockQuote(trx, organisation.id, quoteId)
    if (!quote || quote.state === 'withdrawn' || quote.state === 'refused') return 'gone'
    if (quote.state !== 'agreed') return 'taken'
    if (await isOwn(trx, quote, who)) return 'own'
    const now = ground.clock.now()
    const last = [quote.chosen_at, quote.answered_at].flatMap((at) => at?.getTime() ?? [])
    const ready = Temporal.Instant.fromEpochMilliseconds(Math.max(...last)).add({ hours: WAIT_HOURS })
    const postAfter = nextPosting(Temporal.Instant.compare(ready, now) > 0 ? ready : now, organisation.timezone)
    await change(trx, quote, {
      state: 'approved',
      approved_by: who.staffId,
      approved_at: now.toString(),
      post_after: postAfter.toString(),
      // To the minute when somebody said yes is needed no more.
      answered_at: null,
    })
    await note(ground, trx, quote, who.staffId, 'quote approved')
    return postAfter
  })
}

export type Eyes = { staffId: string; addressHash: string; name: string }

/** Whether this person chose the words themselves, under whichever of their roles. */
export async function isOwn(
  db: Pick<Transaction<Tables>, 'selectFrom'>,
  quote: Pick<QuoteRow, 'organisation_id' | 'chosen_by'>,
  who: Eyes,
): Promise<boolean> {
  const chooser = await db
    .selectFrom('staff')
    .select(['address_hash', 'name'])
    .where('organisation_id', '=', quote.organisation_id)
    .where('id', '=', quote.chosen_by)
    .executeTakeFirst()
  // Who chose is not known any more: then nobody can say that it was another.
  return !chooser || chooser.address_hash === who.addressHash || sameName(chooser.name, who.name)
}

/** Somebody of the staff does not want it (any more): nothing is posted, and what was posted is edited. */
export async function withdrawQuote(
  ground: Ground,
  organisationId: string,
  quoteId: string,
  by: string,
): Promise<boolean> {
  return ground.store.db.transaction().execute(async (trx) => {
    const quote = await lockQuote(trx, organisationId, quoteId)
    if (!quote || !OUT.has(quote.state)) return false
    await end(trx, quote, ground.clock.now())
    await noteErasure(ground, trx, 'quote', quote.id)
    await note(ground, trx, quote, by, 'quote withdrawn')
    return true
  })
}

/** Ends a quote within a transaction: its words go, and its message is edited. */
export async function end(trx: Transaction<Tables>, quote: QuoteRow, now: Temporal.Instant): Promise<void> {
  await change(trx, quote, { state: 'withdrawn', text_cipher: null, answered_at: null })
  await takeDown(trx, [quote.id], now)
}

/**
 * Quotes leave together, at one hour of the day: that they stand there says nothing of when somebody wrote or said yes.
 * @returns the first such hour at or after `at`
 */
export function nextPosting(at: Temporal.Instant, timezone: string): Temporal.Instant {
  const here = at.toZonedDateTimeISO(timezone)
  const today = here.withPlainTime({ hour: POSTING_HOUR })
  return (Temporal.ZonedDateTime.compare(today, here) >= 0 ? today : today.add({ days: 1 })).toInstant()
}

export const lockQuote = (trx: Transaction<Tables>, organisationId: string, id: string) =>
  trx
    .selectFrom('quote')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const change = (trx: Transaction<Tables>, quote: QuoteRow, to: Partial<Change>) =>
  trx
    .updateTable('quote')
    .set(to)
    .where('organisation_id', '=', quote.organisation_id)
    .where('id', '=', quote.id)
    .execute()
type Change = {
  state: QuoteRow['state']
  text_cipher: null
  chosen_at: string
  answered_at: string | null
  approved_by: string
  approved_at: string
  post_after: string
}

export const note = (ground: Ground, trx: Transaction<Tables>, quote: QuoteRow, actor: string, action: string) =>
  writeAudit(trx, ground.newId(), {
    organisationId: quote.organisation_id,
    at: ground.clock.now(),
    actor,
    action,
    subject: quote.id,
  })

const OUT: ReadonlySet<QuoteRow['state']> = new Set(['asked', 'agreed', 'approved', 'posted'])
const WAIT_HOURS = 24
/** By the clock of the organisation. */
const POSTING_HOUR = 10
