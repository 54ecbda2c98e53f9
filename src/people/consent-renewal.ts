/**
 * A yes holds for one text and one working year. After that it is asked again, once: at the moment a round would have
 * asked, and never a second time for the same text and year, also when nothing came back.
 */
import { sql, type Transaction } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import { bandsFor } from './ages.ts'
import { consentInForce, consentNow, gateRules } from './consent-gate.ts'

/** Somebody whom a round would ask, if their consent were in force. */
export type Lapsed = { participantId: string; contactId: string; channel: ChannelName }

/**
 * Writes one consent question for each who was not asked this yet, in the transaction that opens the round.
 * @returns how many
 */
export async function askConsentAgain(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  asks: readonly { candidate: Lapsed; sendAfter: Temporal.Instant }[],
): Promise<number> {
  const { version, today } = consentNow(organisation, ground.clock.now())
  let asked = 0
  for (let from = 0; from < asks.length; from += BATCH) {
    const part = asks.slice(from, from + BATCH)
    const fresh = await trx
      .insertInto('consent_ask')
      .values(
        part.map(({ candidate }) => ({
          organisation_id: organisation.id,
          participant_id: candidate.participantId,
          version,
          asked_on: today,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('participant_id')
      .execute()
    const people = new Set(fresh.map((row) => row.participant_id))
    const rows = part.filter(({ candidate }) => people.has(candidate.participantId))
    if (rows.length === 0) continue
    await trx
      .insertInto('outgoing')
      .values(
        rows.map(({ candidate, sendAfter }) => ({
          organisation_id: organisation.id,
          id: ground.newId(),
          kind: 'consent' as const,
          channel: candidate.channel,
          contact_id: candidate.contactId,
          place_id: null,
          run_id: null,
          digest_id: null,
          notice: null,
          subject_id: version,
          state: 'due' as const,
          send_after: sendAfter.toString(),
          claimed_until: null,
          attempts: 0,
          external_cipher: null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    asked += rows.length
  }
  return asked
}

/**
 * Which of these people said a yes that has ended and were not asked again yet. Who stopped is not among them, nor who is too young for the
 * channel: asking them would lead to nothing.
 */
export async function consentsToRenew(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  participantIds: readonly string[],
): Promise<Set<string>> {
  const { version } = consentNow(organisation, ground.clock.now())
  const rows = await trx
    .selectFrom('participant')
    .innerJoin('contact_link', (join) =>
      join
        .onRef('contact_link.organisation_id', '=', 'participant.organisation_id')
        .onRef('contact_link.participant_id', '=', 'participant.id'),
    )
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
    .leftJoin('consent_ask', (join) =>
      join
        .onRef('consent_ask.organisation_id', '=', 'participant.organisation_id')
        .onRef('consent_ask.participant_id', '=', 'participant.id')
        .on('consent_ask.version', '=', version),
    )
    .where('participant.organisation_id', '=', organisation.id)
    .where(sql<boolean>`participant.id = any(${[...participantIds]}::text[])`)
    .where('participant.state', '=', 'joined')
    .where('consent_ask.version', 'is', null)
    .where((eb) => eb.not(consentInForce(gateRules(ground))))
    .select(['participant.id', 'contact.channel', 'contact.age_band'])
    .execute()
  return new Set(
    rows
      .filter(({ channel, age_band }) => age_band === null || bandsFor(organisation, channel).includes(age_band))
      .map(({ id }) => id),
  )
}

const BATCH = 500
