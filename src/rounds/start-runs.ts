/** Who may be asked, and a run with its first card for each who is. */
import { sql, type Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { consentInForce, gateRules } from '../people/consent-gate.ts'
import type { Tables } from '../store/tables.ts'
import type { Language, QuestionSet } from '../survey/question-set.ts'
import { newRun } from '../survey/step.ts'
import { noteAsked, readLedger } from './ledger.ts'
import type { Ask, Candidate } from './who-is-asked.ts'

/** Somebody who may be asked, and in which language. */
export type Known = Candidate & { language: Language }

/**
 * Writes runs, their first cards and the ledger of the cap, all in the transaction that opens the round.
 * @param day local day on which the ask counts
 * @returns how many runs are new; a person has one run a round
 */
export async function startRuns(
  ground: Ground,
  trx: Transaction<Tables>,
  round: { organisationId: string; id: string; set: QuestionSet; pair: boolean; dayOf(at: Temporal.Instant): string },
  asks: readonly Ask<Known>[],
): Promise<number> {
  let started = 0
  for (let from = 0; from < asks.length; from += BATCH) {
    const part = asks.slice(from, from + BATCH)
    const runs = part.map((ask) => {
      return { ask, id: ground.newId(), state: newRun(round.set, ask) }
    })
    const made = await trx
      .insertInto('run')
      .values(
        runs.map(({ ask, id, state }) => ({
          organisation_id: round.organisationId,
          id,
          round_id: round.id,
          participant_id: ask.candidate.participantId,
          language: ask.candidate.language,
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
          organisation_id: round.organisationId,
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
    if (!round.pair)
      await noteAsked(
        ground,
        trx,
        round.id,
        cards.map(({ ask }) => ({ contactId: ask.candidate.contactId, day: round.dayOf(ask.sendAfter) })),
      )
  }
  return started
}

/**
 * Everybody who takes part (or `only` one of them); example people are candidates only when named. Their contacts
 * stay locked until the transaction ends, in the order of their ids: two organisations that ask the same person at
 * the same moment count one after the other.
 */
export async function readCandidates(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  sessionId: string,
  only?: string,
): Promise<Known[]> {
  let query = trx
    .selectFrom('participant')
    .innerJoin('contact_link', (join) =>
      join
        .onRef('contact_link.organisation_id', '=', 'participant.organisation_id')
        .onRef('contact_link.participant_id', '=', 'participant.id'),
    )
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
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
      'contact.rest',
      'contact.paused_until',
      'presence.source as presence_source',
    ])
    .select(consentInForce(gateRules(ground)).as('consented'))
  query = only ? query.where('participant.id', '=', only) : query.where('participant.example', '=', false)
  // Who is being erased is waited for; who wants to be from here on waits until the runs are there, and they go too.
  const rows = await query.forKeyShare(['participant', 'contact']).execute()
  const ledger = await readLedger(
    trx,
    rows.map((row) => row.contact_id),
  )
  const early = await readAnsweredAtStart(trx, organisationId, sessionId)
  return rows.map((row) => ({
    participantId: row.id,
    contactId: row.contact_id,
    channel: row.channel,
    language: row.language,
    joined: true,
    consented: row.consented,
    reachable: row.contact_state === 'reachable',
    present: row.presence_source !== null,
    answeredAtStart: early.has(row.id),
    rest: row.rest,
    pausedUntil: row.paused_until,
    askedOn: ledger.get(row.contact_id) ?? [],
  }))
}

/** Who gave an answer of their own (an option, don't know, rather not) when the session began. */
async function readAnsweredAtStart(
  trx: Transaction<Tables>,
  organisationId: string,
  sessionId: string,
): Promise<Set<string>> {
  const rows = await sql<{ participant_id: string }>`select distinct run.participant_id
    from round
    join survey_version on survey_version.organisation_id = round.organisation_id
      and survey_version.survey_id = round.survey_id and survey_version.hash = round.survey_hash
    join run on run.organisation_id = round.organisation_id and run.round_id = round.id
    join answer on answer.organisation_id = run.organisation_id and answer.run_id = run.id
    where round.organisation_id = ${organisationId} and round.session_id = ${sessionId} and round.state <> 'cancelled'
      and survey_version.content ->> 'moment' = 'start' and answer.status in ('answered', 'dont_know', 'declined')`.execute(
    trx,
  )
  return new Set(rows.rows.map((row) => row.participant_id))
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
