/** Who may be asked, and a run with its first card for each who is. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { consentInForce, gateRules } from '../people/consent-gate.ts'
import type { Tables } from '../store/tables.ts'
import type { Language, QuestionSet } from '../survey/question-set.ts'
import { newRun } from '../survey/step.ts'
import { nameInLedger, readLedger } from './ledger.ts'
import type { Ask, Candidate } from './who-is-asked.ts'

/** Somebody who may be asked, and in which language. */
export type Known = Candidate & { language: Language }

/** A round in which people are asked. `dayOf`: the local day on which an ask counts. */
export type AskingRound = {
  organisationId: string
  id: string
  set: QuestionSet
  /** True: the cap does not count it. */
  pair: boolean
  dayOf(at: Temporal.Instant): string
}

/**
 * Writes runs, their first cards and the ledger of the cap, in one statement; all or none.
 * @param asks of one page of people at most
 * @returns how many runs are new; a person has one run a round
 */
export async function startRuns(
  ground: Ground,
  trx: Transaction<Tables>,
  round: AskingRound,
  asks: readonly Ask<Known>[],
): Promise<number> {
  if (asks.length === 0) return 0
  const given = asks.map((ask) => {
    const state = newRun(round.set, ask)
    return {
      ...{ id: ground.newId(), card: ground.newId(), turn: state.turn, state },
      ...{ participant: ask.candidate.participantId, contact: ask.candidate.contactId },
      ...{ channel: ask.candidate.channel, language: ask.candidate.language },
      ...{ send_after: ask.sendAfter.toString(), day: round.dayOf(ask.sendAfter) },
    }
  })
  const { rows } = await sql<{ started: number }>`with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as one(id text, card text, turn integer, state jsonb,
        participant text, contact text, channel text, language text, send_after timestamptz, day date)
    ), made as (
      insert into run (organisation_id, id, round_id, participant_id, language, turn, state, card_turn)
      select ${round.organisationId}, id, ${round.id}, participant, language, turn, state, 0 from given
      on conflict (organisation_id, round_id, participant_id) do nothing
      returning id
    ), fresh as (
      select given.* from given join made on made.id = given.id
    ), cards as (
      insert into outgoing (organisation_id, id, kind, channel, contact_id, run_id, state, send_after, attempts)
      select ${round.organisationId}, card, 'card', channel, contact, id, 'due', send_after, 0 from fresh
    ), counted as (
      insert into asked (contact_id, id, asked_on)
      select contact, ${nameInLedger(ground, round.id)}, day from fresh where not ${round.pair}::boolean
      on conflict do nothing
    )
    select count(*)::int as started from made`.execute(trx)
  return rows[0]!.started
}

/**
 * Which of these people take part, and all that decides whether they are asked. Their contacts are locked first and
 * stay so until the transaction ends, in the order of their ids: two organisations that ask the same person at the
 * same moment count one after the other, and somebody who is being erased is waited for with nothing else in hand.
 */
export async function readCandidates(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  sessionId: string,
  participantIds: readonly string[],
): Promise<Known[]> {
  const ids = sql`${[...participantIds]}::text[]`
  await sql`select 1 from contact where id in (select contact_id from contact_link
      where organisation_id = ${organisationId} and participant_id = any(${ids}))
    order by id for no key update`.execute(trx)
  const rows = await trx
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
    .where(sql<boolean>`participant.id = any(${ids})`)
    .where('participant.state', '=', 'joined')
    .select([
      'participant.id',
      'participant.language',
      'contact.id as contact_id',
      'contact.channel',
      'contact.state as contact_state',
      'contact.rest',
      'contact.paused_until',
      'presence.source as presence_source',
    ])
    .select(consentInForce(gateRules(ground)).as('consented'))
    .orderBy('participant.id')
    // Who wants to be erased from here on waits until the runs are there, and they go too.
    .forKeyShare(['participant', 'contact'])
    .execute()
  const ledger = await readLedger(
    trx,
    rows.map((row) => row.contact_id),
  )
  const early = await readAnsweredAtStart(trx, organisationId, sessionId, participantIds)
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
  participantIds: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ participant_id: string }>`select distinct run.participant_id
    from round
    join survey_version on survey_version.organisation_id = round.organisation_id
      and survey_version.survey_id = round.survey_id and survey_version.hash = round.survey_hash
    join run on run.organisation_id = round.organisation_id and run.round_id = round.id
    join answer on answer.organisation_id = run.organisation_id and answer.run_id = run.id
    where round.organisation_id = ${organisationId} and round.session_id = ${sessionId} and round.state <> 'cancelled'
      and run.participant_id = any(${[...participantIds]}::text[])
      and survey_version.content ->> 'moment' = 'start' and answer.status in ('answered', 'dont_know', 'declined')`.execute(
    trx,
  )
  return new Set(rows.rows.map((row) => row.participant_id))
}

/** The question set version with this hash. */
export async function readSet(db: Kysely<Tables>, hash: string): Promise<QuestionSet> {
  const row = await db
    .selectFrom('question_set_version')
    .select('content')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  return row.content
}
