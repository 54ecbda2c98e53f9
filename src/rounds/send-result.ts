/** What comes back to a young person: a result, or what the coach wrote. Rendered at sending, and only to who still takes part. */
import type { Prompt } from '../channels/port.ts'
import { feedbackContent, feedbackPrompt } from '../dialogue/feedback.ts'
import type { Digest } from '../digest/content.ts'
import type { Ground } from '../ground.ts'
import { mayBePrompted } from '../people/consent-gate.ts'
import type { Language } from '../survey/question-set.ts'
import { textOnly } from '../survey/text-only.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import { allowedFor } from './rest-of.ts'
import { resultPrompt } from './results.ts'
import type { Outcome, Row } from './send-row.ts'

/** One try to send a row of kind `result` (its subject is a round) or `feedback` (a digest). */
export async function sendBack(
  ground: Ground,
  delivery: Delivery,
  row: Pick<Row, 'organisation_id' | 'id' | 'kind' | 'channel' | 'contact_id' | 'subject_id'>,
): Promise<Outcome> {
  const organisation = ground.config().organisations.get(row.organisation_id)
  if (!organisation || row.contact_id === null || row.subject_id === null) return { outcome: 'pointless' }
  const person = await readPerson(ground, row.organisation_id, row.contact_id)
  if (!person || !(await mayBePrompted(ground, row.organisation_id, person.participantId))) {
    return { outcome: 'pointless' }
  }
  const now = ground.clock.now()
  const at = row.channel === 'web' ? now : allowedFor(now, organisation, { rest: person.rest, pausedUntil: null }, null)
  if (!at) return { outcome: 'pointless' }
  if (Temporal.Instant.compare(at, now) > 0) return { outcome: 'quiet', at }
  const prompt = await backPrompt(ground, person, row.kind as 'result' | 'feedback', row.subject_id)
  if (!prompt) return { outcome: 'pointless' }
  return delivery.send(ground.vault.decryptAddress(person.cipher), prompt, { nonce: nonceOf(row.id, 0) })
}

export type BackPerson = {
  organisationId: string
  participantId: string
  language: Language
  textOnly: boolean
}

/** The prompt as it now is; null when nothing of the person is left in it. */
export async function backPrompt(
  ground: Ground,
  person: BackPerson,
  kind: 'result' | 'feedback',
  subjectId: string,
): Promise<Prompt | null> {
  const prompt =
    kind === 'result'
      ? await resultPrompt(ground, person, subjectId)
      : await readFeedbackPrompt(ground, person, subjectId)
  return prompt && person.textOnly ? textOnly(prompt, wordsFor(person.language)) : prompt
}

async function readFeedbackPrompt(ground: Ground, person: BackPerson, digestId: string): Promise<Prompt | null> {
  const row = await ground.store.db
    .selectFrom('feedback')
    .innerJoin('digest', (join) =>
      join
        .onRef('digest.organisation_id', '=', 'feedback.organisation_id')
        .onRef('digest.id', '=', 'feedback.digest_id'),
    )
    .where('feedback.organisation_id', '=', person.organisationId)
    .where('feedback.digest_id', '=', digestId)
    .select(['feedback.content', 'digest.content as digest'])
    .executeTakeFirst()
  const content = feedbackContent.safeParse(row?.content).data
  if (!row || !content) return null
  const own = ground.config().organisations.get(person.organisationId)?.language ?? 'nl'
  return feedbackPrompt(content, row.digest as unknown as Digest, person.language, own)
}

async function readPerson(ground: Ground, organisationId: string, contactId: string) {
  const row = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .where('contact.id', '=', contactId)
    .where('contact_link.organisation_id', '=', organisationId)
    .select(['participant.id', 'participant.language', 'contact.text_only', 'contact.rest', 'contact.address_cipher'])
    .executeTakeFirst()
  if (!row) return null
  return {
    organisationId,
    participantId: row.id,
    language: row.language,
    textOnly: row.text_only || (ground.config().organisations.get(organisationId)?.textOnly ?? false),
    rest: row.rest,
    cipher: row.address_cipher,
  }
}
