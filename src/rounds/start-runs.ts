/** Who may be asked, and a run with its first card for each who is. */
import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { CONSENT_VERSION } from '../people/joining.ts'
import type { Tables } from '../store/tables.ts'
import type { Language, QuestionSet } from '../survey/question-set.ts'
import { newRun } from '../survey/step.ts'
import type { Ask, Candidate } from './who-is-asked.ts'

/** @returns how many runs are new; a person has one run a round */
export async function startRuns(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  roundId: string,
  set: QuestionSet,
  asks: readonly (Ask & { candidate: Candidate & { language?: Language } })[],
): Promise<number> {
  let started = 0
  const state = newRun(set)
  for (let from = 0; from < asks.length; from += BATCH) {
    const part = asks.slice(from, from + BATCH)
    const runs = part.map((ask) => ({ ask, id: ground.newId() }))
    const made = await trx
      .insertInto('run')
      .values(
        runs.map(({ ask, id }) => ({
          organisation_id: organisationId,
          id,
          round_id: roundId,
          participant_id: ask.candidate.participantId,
          language: ask.candidate.language ?? 'nl',
          turn: state.turn,
          state: JSON.stringify(state),
          disposition: null,
          moved_at: null,
          card_turn: 0,
          card_cipher: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(['organisation_id', 'round_id', 'participant_id']).doNothing())
      .returning('id')
      .execute()
    const fresh = new Set(made.map((row) => row.id))
    const cards = runs.filter(({ id }) => fresh.has(id))
    started += cards.length
    if (cards.length === 0) continue
    await trx
      .insertInto('outgoing')
      .values(
        cards.map(({ ask, id }) => ({
          organisation_id: organisationId,
          id: ground.newId(),
          kind: 'card' as const,
          channel: ask.candidate.channel,
          contact_id: ask.candidate.contactId,
          place_id: null,
          run_id: id,
          digest_id: null,
          notice: null,
          state: 'due' as const,
          send_after: ask.sendAfter.toString(),
          claimed_until: null,
          attempts: 0,
          external_cipher: null,
        })),
      )
      .execute()
  }
  return started
}

/** Everybody who takes part (or `only` one of them); example people are candidates only when named. */
export async function readCandidates(
  trx: Transaction<Tables>,
  organisationId: string,
  sessionId: string,
  only?: string,
): Promise<(Candidate & { language: Language })[]> {
  let query = trx
    .selectFrom('participant')
    .innerJoin('contact_link', (join) =>
      join
        .onRef('contact_link.organisation_id', '=', 'participant.organisation_id')
        .onRef('contact_link.participant_id', '=', 'participant.id'),
    )
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
    .leftJoin('consent', (join) =>
      join
        .onRef('consent.organisation_id', '=', 'participant.organisation_id')
        .onRef('consent.participant_id', '=', 'participant.id')
        .on('consent.version', '=', CONSENT_VERSION)
        .on('consent.withdrawn_on', 'is', null),
    )
    .leftJoin('presence', (join) =>
      join
        .onRef('presence.organisation_id', '=', 'participant.organisation_id')
        .onRef('presence.participant_id', '=', 'participant.id')
        .on('presence.session_id', '=', sessionId),
    )
    .where('participant.organisation_id', '=', organisationId)
    .where('participant.state', '=', 'joined')
    .select([
      'participant.id',
      'participant.language',
      'participant.example',
      'contact.id as contact_id',
      'contact.channel',
      'contact.state as contact_state',
      'consent.version as consent_version',
      'presence.source as presence_source',
    ])
  query = only ? query.where('participant.id', '=', only) : query.where('participant.example', '=', false)
  const rows = await query.execute()
  return rows.map((row) => ({
    participantId: row.id,
    contactId: row.contact_id,
    channel: row.channel,
    language: row.language,
    joined: true,
    consented: row.consent_version !== null,
    reachable: row.contact_state === 'reachable',
    present: row.presence_source !== null,
  }))
}

/** The question set version with this hash. */
export async function readSet(trx: Transaction<Tables>, hash: string): Promise<QuestionSet> {
  const row = await trx
    .selectFrom('question_set_version')
    .select('content')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  return row.content
}

const BATCH = 500
