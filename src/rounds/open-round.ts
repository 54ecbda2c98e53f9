/** Opens a round: once per survey and session, in one transaction, with the first card of everybody who is asked waiting to be sent. */
import type { Transaction } from 'kysely'
import { type Agreed, agreedSurveys } from '../dialogue/agreements.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { CONSENT_VERSION } from '../people/joining.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import type { Language, QuestionSet } from '../survey/question-set.ts'
import { newRun } from '../survey/step.ts'
import { roundTimes } from '../timeline/due.ts'
import { instantOf } from './round-facts.ts'
import { type Ask, type Candidate, whoIsAsked } from './who-is-asked.ts'

/**
 * Opens every round of one organisation that is due.
 * @returns how many were opened
 */
export async function openDueRounds(ground: Ground, organisation: Organisation, now: Temporal.Instant): Promise<number> {
  let opened = 0
  for (const agreed of await agreedSurveys(ground, organisation.id)) {
    const sessions = await ground.store.db.selectFrom('session')
      .where('session.organisation_id', '=', organisation.id).where('session.series_id', '=', agreed.version.series)
      .where('session.state', '=', 'planned').where('session.starts_at', '<=', now.toString() as never)
      .where('session.ends_at', '>', now.subtract({ hours: 24 * LOOK_BACK_DAYS }).toString() as never)
      .where((eb) => eb.not(eb.exists(eb.selectFrom('round').select('round.id')
        .whereRef('round.organisation_id', '=', 'session.organisation_id').whereRef('round.session_id', '=', 'session.id')
        .where('round.survey_id', '=', agreed.surveyId))))
      .select(['session.id', 'session.starts_at', 'session.ends_at']).orderBy('session.ends_at').execute()
    for (const session of sessions) {
      const times = roundTimes({ startsAt: instantOf(session.starts_at), endsAt: instantOf(session.ends_at) }, agreed.version)
      const due = Temporal.Instant.compare(times.opensAt, now) <= 0 && Temporal.Instant.compare(now, times.closesAt) < 0
      if (due && (await openRound(ground, organisation, agreed, session.id, times, now))) opened++
    }
  }
  return opened
}

type Times = ReturnType<typeof roundTimes>

async function openRound(ground: Ground, organisation: Organisation, agreed: Agreed, sessionId: string, times: Times, now: Temporal.Instant): Promise<boolean> {
  const opened = await ground.store.db.transaction().execute(async (trx) => {
    const roundId = ground.newId()
    const round = await trx.insertInto('round').values({
      organisation_id: organisation.id, id: roundId, survey_id: agreed.surveyId, survey_hash: agreed.hash, session_id: sessionId, state: 'open',
      opens_at: times.opensAt.toString(), closes_at: times.closesAt.toString(), remind_at: times.remindAt?.toString() ?? null, reminded: false,
    }).onConflict((conflict) => conflict.columns(['organisation_id', 'survey_id', 'session_id']).doNothing()).returning('id').executeTakeFirst()
    if (!round) return false
    const set = await readSet(trx, agreed.version.setHash)
    const candidates = await readCandidates(trx, organisation.id, sessionId)
    const asks = whoIsAsked(candidates, { of: agreed.version.of, now, lastUseful: times.closesAt, quiet: organisation.quiet, timezone: organisation.timezone })
    await startRuns(ground, trx, organisation.id, roundId, set, asks)
    const date = now.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
    await trx.insertInto('moment').values({ organisation_id: organisation.id, id: ground.newId(), kind: 'peiling', subject_id: roundId, owner: 'Pols', on_date: date, minutes: 0 }).execute()
    await writeAudit(trx, ground.newId(), { organisationId: organisation.id, at: now, actor: 'clock', action: 'round opened', subject: roundId })
    return true
  })
  if (opened) ground.metrics.rounds.inc({ event: 'opened' })
  return opened
}

/**
 * Gives a person who opens the join link while rounds are open a place in them: the link hangs at the session
 * itself, so opening it says "I am here", and that is noted as presence.
 */
export async function joinOpenRounds(ground: Ground, organisation: Organisation, participantId: string, now: Temporal.Instant): Promise<number> {
  return ground.store.db.transaction().execute(async (trx) => {
    const rounds = await trx.selectFrom('round')
      .innerJoin('survey_version', (join) => join.onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id').onRef('survey_version.hash', '=', 'round.survey_hash'))
      .where('round.organisation_id', '=', organisation.id).where('round.state', '=', 'open').where('round.closes_at', '>', now.toString() as never)
      .select(['round.id', 'round.session_id', 'round.closes_at', 'survey_version.set_hash', 'survey_version.content']).forShare('round').execute()
    let started = 0
    for (const round of rounds) {
      await trx.insertInto('presence').values({ organisation_id: organisation.id, session_id: round.session_id, participant_id: participantId, source: 'link' })
        .onConflict((conflict) => conflict.doNothing()).execute()
      const candidates = await readCandidates(trx, organisation.id, round.session_id, participantId)
      const asks = whoIsAsked(candidates, {
        of: (round.content as { of: 'present' | 'subscribers' }).of, now, lastUseful: instantOf(round.closes_at),
        quiet: organisation.quiet, timezone: organisation.timezone,
      })
      started += await startRuns(ground, trx, organisation.id, round.id, await readSet(trx, round.set_hash), asks.map((ask) => ({ ...ask, sendAfter: now })))
    }
    return started
  })
}

async function startRuns(ground: Ground, trx: Transaction<Tables>, organisationId: string, roundId: string, set: QuestionSet, asks: readonly (Ask & { candidate: Candidate & { language?: Language } })[]): Promise<number> {
  let started = 0
  const state = newRun(set)
  for (let from = 0; from < asks.length; from += BATCH) {
    const part = asks.slice(from, from + BATCH)
    const runs = part.map((ask) => ({ ask, id: ground.newId() }))
    const made = await trx.insertInto('run').values(runs.map(({ ask, id }) => ({
      organisation_id: organisationId, id, round_id: roundId, participant_id: ask.candidate.participantId, language: ask.candidate.language ?? 'nl',
      turn: state.turn, state: JSON.stringify(state), disposition: null, moved_at: null, card_turn: 0, card_cipher: null,
    }))).onConflict((conflict) => conflict.columns(['organisation_id', 'round_id', 'participant_id']).doNothing()).returning('id').execute()
    const fresh = new Set(made.map((row) => row.id))
    const cards = runs.filter(({ id }) => fresh.has(id))
    started += cards.length
    if (cards.length === 0) continue
    await trx.insertInto('outgoing').values(cards.map(({ ask, id }) => ({
      organisation_id: organisationId, id: ground.newId(), kind: 'card' as const, channel: ask.candidate.channel, contact_id: ask.candidate.contactId,
      place_id: null, run_id: id, digest_id: null, notice: null, state: 'due' as const, send_after: ask.sendAfter.toString(),
      claimed_until: null, attempts: 0, external_cipher: null,
    }))).execute()
  }
  return started
}

async function readCandidates(trx: Transaction<Tables>, organisationId: string, sessionId: string, only?: string): Promise<(Candidate & { language: Language })[]> {
  let query = trx.selectFrom('participant')
    .innerJoin('contact_link', (join) => join.onRef('contact_link.organisation_id', '=', 'participant.organisation_id').onRef('contact_link.participant_id', '=', 'participant.id'))
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
    .leftJoin('consent', (join) => join.onRef('consent.organisation_id', '=', 'participant.organisation_id')
      .onRef('consent.participant_id', '=', 'participant.id').on('consent.version', '=', CONSENT_VERSION).on('consent.withdrawn_on', 'is', null))
    .leftJoin('presence', (join) => join.onRef('presence.organisation_id', '=', 'participant.organisation_id')
      .onRef('presence.participant_id', '=', 'participant.id').on('presence.session_id', '=', sessionId))
    .where('participant.organisation_id', '=', organisationId).where('participant.state', '=', 'joined')
    .select(['participant.id', 'participant.language', 'participant.example', 'contact.id as contact_id', 'contact.channel', 'contact.state as contact_state',
      'consent.version as consent_version', 'presence.source as presence_source'])
  query = only ? query.where('participant.id', '=', only) : query.where('participant.example', '=', false)
  const rows = await query.execute()
  return rows.map((row) => ({
    participantId: row.id, contactId: row.contact_id, channel: row.channel, language: row.language, joined: true,
    consented: row.consent_version !== null, reachable: row.contact_state === 'reachable', present: row.presence_source !== null,
  }))
}

async function readSet(trx: Transaction<Tables>, hash: string): Promise<QuestionSet> {
  const row = await trx.selectFrom('question_set_version').select('content').where('hash', '=', hash).executeTakeFirstOrThrow()
  return row.content
}

const BATCH = 500
/** A window is at most 14 days and an offset at most 14 more. */
const LOOK_BACK_DAYS = 29
