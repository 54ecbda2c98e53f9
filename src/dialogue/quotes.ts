/**
 * Words of a young person on their way to the channel: drafted by the moderator, asked of who wrote them, looked at by
 * a second person, and posted a day later by themselves. One answer is asked about once; nothing here says whose it is.
 */
import type { Selectable, Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { takeDown } from '../people/withdrawing.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { sameName } from './actors.ts'
import type { OpenAnswer } from './open-answers.ts'
import { type CleanQuote, cleanQuote } from './quote-text.ts'

export type QuoteRow = Selectable<Tables['quote']>
export type QuoteForm = QuoteRow['form']

/**
 * Writes down what the moderator would like to be read; it goes nowhere yet. Drafting again replaces the draft.
 * @param given.text as the moderator wrote it, or the words of the answer
 * @returns `taken`: a colleague dealt with this answer; `gone`: it is not there any more; or what is wrong with the text
 */
export async function draftQuote(
  ground: Ground,
  organisation: Organisation,
  answer: Pick<OpenAnswer, 'runId' | 'question' | 'roundId' | 'may'>,
  given: { form: QuoteForm; text: string; staffId: string },
): Promise<({ id: string } & CleanQuote) | 'taken' | 'gone' | 'not-allowed' | 'empty' | 'long' | 'script'> {
  if (!answer.may.includes(given.form)) return 'not-allowed'
  const clean = cleanQuote(given.text, organisation.language)
  if (typeof clean === 'string') return clean
  return ground.store.db.transaction().execute(async (trx) => {
    const state = await lockAnswer(trx, organisation.id, answer)
    if (state === null) return 'gone'
    if (state !== 'new' && state !== 'kept') return 'taken'
    const draft = {
      form: given.form,
      text_cipher: ground.vault.encryptText(clean.text),
      chosen_by: given.staffId,
      chosen_at: ground.clock.now().toString(),
    }
    const written = await trx
      .insertInto('quote')
      .values({
        organisation_id: organisation.id,
        id: ground.newId(),
        round_id: answer.roundId,
        run_id: answer.runId,
        question: answer.question,
        state: 'draft',
        answered_at: null,
        approved_by: null,
        approved_at: null,
        post_after: null,
        ...draft,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'run_id', 'question'])
          .where('run_id', 'is not', null)
          .doUpdateSet(draft)
          .where('quote.state', '=', 'draft'),
      )
      .returning('id')
      .executeTakeFirst()
    return written ? { id: written.id, ...clean } : 'taken'
  })
}

/**
 * Lets a draft go: a quote to who wrote it, as a question; a paraphrase to the second pair of eyes.
 * @returns the form, or why not
 */
export async function sendDraft(
  ground: Ground,
  organisationId: string,
  quoteId: string,
  staffId: string,
): Promise<QuoteForm | 'taken' | 'gone'> {
  return ground.store.db.transaction().execute(async (trx) => {
    const quote = await lockQuote(trx, organisationId, quoteId)
    if (!quote?.run_id) return 'gone'
    if (quote.state !== 'draft' || quote.chosen_by !== staffId) return 'taken'
    const now = ground.clock.now()
    const state = await lockAnswer(trx, organisationId, { runId: quote.run_id, question: quote.question })
    if (state === null) return 'gone'
    const { form } = quote
    await change(trx, quote, { state: form === 'quote' ? 'asked' : 'agreed', chosen_at: now.toString() })
    await trx
      .updateTable('open_text')
      .set({ state: form === 'quote' ? 'quoted' : 'paraphrased' })
      .where('organisation_id', '=', organisationId)
      .where('run_id', '=', quote.run_id)
      .where('question', '=', quote.question)
      .execute()
    if (form === 'quote') await queueAsk(ground, trx, quote, now)
    await note(ground, trx, quote, staffId, form === 'quote' ? 'quote asked' : 'paraphrase written')
    return form
  })
}

/** To nobody when the person cannot be reached any more: then there is no yes, and so no quote. */
async function queueAsk(
  ground: Ground,
  trx: Transaction<Tables>,
  quote: QuoteRow,
  now: Temporal.Instant,
): Promise<void> {
  const contact = await trx
    .selectFrom('run')
    .innerJoin('contact_link', (join) =>
      join
        .onRef('contact_link.organisation_id', '=', 'run.organisation_id')
        .onRef('contact_link.participant_id', '=', 'run.participant_id'),
    )
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
    .where('run.organisation_id', '=', quote.organisation_id)
    .where('run.id', '=', quote.run_id)
    .select(['contact.id', 'contact.channel'])
    .executeTakeFirst()
  if (!contact) return
  await trx
    .insertInto('outgoing')
    .values({
      organisation_id: quote.organisation_id,
      id: ground.newId(),
      kind: 'quote-ask',
      channel: contact.channel,
      contact_id: contact.id,
      place_id: null,
      // Who stops, or erases, takes this question along.
      run_id: quote.run_id,
      digest_id: null,
      notice: null,
      subject_id: quote.id,
      state: 'due',
      send_after: now.toString(),
      claimed_until: null,
      attempts: 0,
      external_cipher: null,
    })
    .execute()
}

/** Puts a draft away; the answer stays as it was. */
export async function dropDraft(
  ground: Ground,
  organisationId: string,
  quoteId: string,
  staffId: string,
): Promise<boolean> {
  const dropped = await ground.store.db
    .deleteFrom('quote')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', quoteId)
    .where('state', '=', 'draft')
    .where('chosen_by', '=', staffId)
    .returning('id')
    .executeTakeFirst()
  return dropped !== undefined
}

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
        await change(trx, quote, { state: 'refused', text_cipher: null, answered_at: null })
        return 'refused'
      case 'agreed':
      case 'approved':
      case 'posted':
        // A paraphrase was not asked about, and goes at their wish all the same.
        if (says === 'yes') return quote.form === 'quote' ? 'agreed' : null
        await end(trx, quote, now)
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

async function lockAnswer(
  trx: Transaction<Tables>,
  organisationId: string,
  answer: { runId: string; question: string },
): Promise<Selectable<Tables['open_text']>['state'] | null> {
  const row = await trx
    .selectFrom('open_text')
    .select('state')
    .where('organisation_id', '=', organisationId)
    .where('run_id', '=', answer.runId)
    .where('question', '=', answer.question)
    .forUpdate()
    .executeTakeFirst()
  return row?.state ?? null
}

const change = (trx: Transaction<Tables>, quote: QuoteRow, to: Partial<Change>) =>
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

const note = (ground: Ground, trx: Transaction<Tables>, quote: QuoteRow, actor: string, action: string) =>
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
