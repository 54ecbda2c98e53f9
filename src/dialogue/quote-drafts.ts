/** What a moderator would like to be read: written down first, let go when they say so. One answer is asked about once. */

import type { Selectable, Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import type { Tables } from '../store/tables.ts'
import type { OpenAnswer } from './open-answers.ts'
import { type CleanQuote, cleanQuote } from './quote-text.ts'
import { change, lockQuote, note, type QuoteForm, type QuoteRow } from './quotes.ts'

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
  return ground.store.db.transaction().execute(async (trx) => {
    const dropped = await trx
      .deleteFrom('quote')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', quoteId)
      .where('state', '=', 'draft')
      .where('chosen_by', '=', staffId)
      .returning('id')
      .executeTakeFirst()
    if (dropped) await noteErasure(ground, trx, 'quote', quoteId)
    return dropped !== undefined
  })
}

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
