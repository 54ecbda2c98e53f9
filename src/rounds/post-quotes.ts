/** Quotes that two people looked at and that waited long enough: posted, each by itself, in no order that tells anything. */
import type { Transaction } from 'kysely'
import { resultPurposes } from '../dialogue/coach-mode.ts'
import { isOffDiscord } from '../dialogue/open-answers.ts'
import { end, lockQuote, type QuoteRow } from '../dialogue/quotes.ts'
import type { Ground } from '../ground.ts'
import { consentInForce, gateRules } from '../people/consent-gate.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import type { QuestionSet } from '../survey/question-set.ts'

/** Called at each sweep. A quote without a channel to stand in waits for one. */
export async function postQuotes(ground: Ground, now: Temporal.Instant): Promise<void> {
  const due = await ground.store.db
    .selectFrom('quote')
    .select(['organisation_id', 'id'])
    .where('state', '=', 'approved')
    .where('post_after', '<=', now.toString() as never)
    .orderBy('id')
    .execute()
  for (const row of due) {
    await ground.store.db.transaction().execute(async (trx) => {
      const quote = await lockQuote(trx, row.organisation_id, row.id)
      if (quote?.state === 'approved') await post(ground, trx, quote, now)
    })
  }
}

async function post(ground: Ground, trx: Transaction<Tables>, quote: QuoteRow, now: Temporal.Instant): Promise<void> {
  const { organisation_id: organisationId } = quote
  const organisation = ground.config().organisations.get(organisationId)
  if (!organisation) return
  // A yes is worth what it can be taken back for: who stopped, or is not reached any more, is not quoted.
  if (quote.form === 'quote' && !(await stillTakesPart(ground, trx, quote))) return end(trx, quote, now)
  const places = await trx
    .selectFrom('place')
    .select(['id', 'channel'])
    .where('organisation_id', '=', organisationId)
    .where('purpose', 'in', await resultPurposes(ground, organisation, trx))
    .where('state', '=', 'linked')
    // A page stands there with all its figures: words beside a score.
    .where('channel', '<>', 'web')
    .execute()
  const offDiscord = await standsOffDiscord(trx, quote)
  const open = places.filter(({ channel }) => channel !== 'discord' || !offDiscord)
  if (open.length === 0) return
  await trx
    .insertInto('outgoing')
    .values(
      open.map((place) => ({
        organisation_id: organisationId,
        id: ground.newId(),
        kind: 'quote' as const,
        channel: place.channel,
        contact_id: null,
        place_id: place.id,
        run_id: null,
        digest_id: null,
        notice: null,
        subject_id: quote.id,
        state: 'due' as const,
        send_after: now.toString(),
        claimed_until: null,
        attempts: 0,
        external_cipher: null,
      })),
    )
    .execute()
  await trx
    .updateTable('quote')
    .set({ state: 'posted' })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', quote.id)
    .execute()
  const happening = { organisationId, at: now, actor: 'clock', action: 'quote posted', subject: quote.id }
  await writeAudit(trx, ground.newId(), happening)
}

/** The same consent as for being asked, and a platform that reaches them. */
export async function stillTakesPart(
  ground: Ground,
  db: Pick<Transaction<Tables>, 'selectFrom'>,
  quote: Pick<QuoteRow, 'organisation_id' | 'run_id'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('run')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'run.organisation_id')
        .onRef('participant.id', '=', 'run.participant_id'),
    )
    .innerJoin('contact_link', (join) =>
      join
        .onRef('contact_link.organisation_id', '=', 'participant.organisation_id')
        .onRef('contact_link.participant_id', '=', 'participant.id'),
    )
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
    .where('run.organisation_id', '=', quote.organisation_id)
    .where('run.id', '=', quote.run_id ?? '')
    .where('contact.state', '=', 'reachable')
    .where(consentInForce(gateRules(ground)))
    .select('run.id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the set touches something sensitive: then its words pass through no Discord. */
export async function standsOffDiscord(
  db: Pick<Transaction<Tables>, 'selectFrom'>,
  quote: Pick<QuoteRow, 'organisation_id' | 'round_id' | 'question'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('round')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .innerJoin('question_set_version', 'question_set_version.hash', 'survey_version.set_hash')
    .where('round.organisation_id', '=', quote.organisation_id)
    .where('round.id', '=', quote.round_id)
    .select('question_set_version.content as set')
    .executeTakeFirst()
  const set = row?.set as QuestionSet | undefined
  const question = set?.questions.find(({ key }) => key === quote.question)
  return !set || !question || isOffDiscord(set, question)
}
