/** Opens a round: once per survey and session, in one transaction, with the first card of everybody who is asked waiting to be sent. */
import type { Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import { type Agreed, agreedSurveys, type SurveyVersion } from '../dialogue/agreements.ts'
import type { Ground } from '../ground.ts'
import { knownMethod } from '../instrumentarium/shelf.ts'
import { askConsentAgain, consentsToRenew } from '../people/consent-renewal.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import type { QuestionSet } from '../survey/types.ts'
import { roundTimes } from '../timeline/due.ts'
import { openQuestionsAllowed } from './open-questions.ts'
import { instantOf } from './round-facts.ts'
import { readCandidates, readSet, startRuns } from './start-runs.ts'
import { isFeelingPair, type Rule, type Timed, whoIsAsked } from './who-is-asked.ts'
import { LOOK_BACK_DAYS } from './whose-turn.ts'

/**
 * Opens every round of one organisation that is due.
 * @returns how many were opened
 */
export async function openDueRounds(
  ground: Ground,
  organisation: Organisation,
  now: Temporal.Instant,
): Promise<number> {
  let opened = 0
  for (const agreed of await agreedSurveys(ground, organisation.id)) {
    const sessions = await ground.store.db
      .selectFrom('session')
      .where('session.organisation_id', '=', organisation.id)
      .where('session.series_id', '=', agreed.version.series)
      .where('session.state', '=', 'planned')
      .where('session.starts_at', '<=', now.toString() as never)
      .where('session.ends_at', '>', now.subtract({ hours: 24 * LOOK_BACK_DAYS }).toString() as never)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('round')
              .select('round.id')
              .whereRef('round.organisation_id', '=', 'session.organisation_id')
              .whereRef('round.session_id', '=', 'session.id')
              .where('round.survey_id', '=', agreed.surveyId),
          ),
        ),
      )
      .select(['session.id', 'session.starts_at', 'session.ends_at'])
      .orderBy('session.ends_at')
      .execute()
    for (const session of sessions) {
      const between = { startsAt: instantOf(session.starts_at), endsAt: instantOf(session.ends_at) }
      const times = roundTimes(between, agreed.version)
      const due = Temporal.Instant.compare(times.opensAt, now) <= 0 && Temporal.Instant.compare(now, times.closesAt) < 0
      if (due && (await openRound(ground, organisation, agreed, { id: session.id, ...between }, times, now))) opened++
    }
  }
  return opened
}

type Times = ReturnType<typeof roundTimes>

async function openRound(
  ground: Ground,
  organisation: Organisation,
  agreed: Agreed,
  session: { id: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  times: Times,
  now: Temporal.Instant,
): Promise<boolean> {
  const roundId = ground.newId()
  const opened = await ground.store.db.transaction().execute(async (trx) => {
    const round = await trx
      .insertInto('round')
      .values({
        organisation_id: organisation.id,
        id: roundId,
        survey_id: agreed.surveyId,
        survey_hash: agreed.hash,
        session_id: session.id,
        state: 'open',
        opens_at: times.opensAt.toString(),
        closes_at: times.closesAt.toString(),
        remind_at: times.remindAt?.toString() ?? null,
        reminded: false,
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'survey_id', 'session_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!round) return false
    const known = await readCandidates(ground, trx, organisation.id, session.id)
    const rules = await rulesOf(ground, trx, organisation, agreed, session, times.closesAt, now)
    const { asks, rested } = whoIsAsked(known, rules.rule)
    await startRuns(ground, trx, { organisationId: organisation.id, id: roundId, ...rules }, asks)
    const ended = await consentsToRenew(ground, trx, organisation)
    const renewing = known.filter((one) => ended.has(one.participantId)).map((one) => ({ ...one, consented: true }))
    await askConsentAgain(ground, trx, organisation, whoIsAsked(renewing, rules.rule).asks)
    if (rested > 0) {
      await trx
        .updateTable('round')
        .set({ rested })
        .where('organisation_id', '=', organisation.id)
        .where('id', '=', roundId)
        .execute()
    }
    const date = now.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
    await trx
      .insertInto('moment')
      .values({
        organisation_id: organisation.id,
        id: ground.newId(),
        kind: 'peiling',
        subject_id: roundId,
        owner: 'Pols',
        on_date: date,
        person: 'young',
        minutes: (await knownMethod(ground, organisation.id, agreed.version.method, trx))?.minutes.young ?? 1,
      })
      .execute()
    await writeAudit(trx, ground.newId(), {
      organisationId: organisation.id,
      at: now,
      actor: 'clock',
      action: 'round opened',
      subject: roundId,
    })
    return true
  })
  if (opened) {
    ground.metrics.rounds.inc({ event: 'opened' })
    ground.log.info(
      { organisation: organisation.id, survey: agreed.surveyId, session: session.id, round: roundId },
      'round opened',
    )
  }
  return opened
}

/** How the people of a round are chosen, and what its runs need to know. */
export async function rulesOf(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  agreed: Pick<Agreed, 'version'>,
  session: Rule['session'],
  lastUseful: Temporal.Instant,
  now: Temporal.Instant,
) {
  const { version } = agreed
  const set = await readSet(trx, version.setHash)
  const rule: Rule = {
    of: version.of,
    channels: version.channels ?? null,
    // An agreement from before this was asked agreed to no such question.
    presence: version.presence ?? 'assume',
    atStart: version.moment === 'start',
    set,
    pair: await isPair(ground, trx, organisation.id, version, set),
    openQuestions: mayAskOpenly(ground, organisation, now),
    now,
    lastUseful,
    session,
    organisation,
  }
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  return { rule, set, pair: rule.pair, dayOf }
}

async function isPair(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  version: SurveyVersion,
  set: QuestionSet,
): Promise<boolean> {
  const others: Timed[] = []
  for (const one of await agreedSurveys(ground, organisationId, trx)) {
    if (one.version.moment === 'start' && one.version.series === version.series)
      others.push({ ...one.version, set: await readSet(trx, one.version.setHash) })
  }
  return isFeelingPair({ ...version, set }, others)
}

function mayAskOpenly(ground: Ground, organisation: Organisation, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(organisation.timezone).toPlainDate()
  return openQuestionsAllowed({ organisation, helplines: ground.config().helplines, today }) === true
}
