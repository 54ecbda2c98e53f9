/** Opens a round: once per survey and session, in one transaction, with the first card of everybody who is asked waiting to be sent. */
import type { Organisation } from '../config/organisation.ts'
import { type Agreed, agreedSurveys } from '../dialogue/agreements.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import { roundTimes } from '../timeline/due.ts'
import { instantOf } from './round-facts.ts'
import { readCandidates, readSet, startRuns } from './start-runs.ts'
import { whoIsAsked } from './who-is-asked.ts'

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
      const times = roundTimes(
        { startsAt: instantOf(session.starts_at), endsAt: instantOf(session.ends_at) },
        agreed.version,
      )
      const due = Temporal.Instant.compare(times.opensAt, now) <= 0 && Temporal.Instant.compare(now, times.closesAt) < 0
      if (due && (await openRound(ground, organisation, agreed, session.id, times, now))) opened++
    }
  }
  return opened
}

type Times = ReturnType<typeof roundTimes>

async function openRound(
  ground: Ground,
  organisation: Organisation,
  agreed: Agreed,
  sessionId: string,
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
        session_id: sessionId,
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
    const set = await readSet(trx, agreed.version.setHash)
    const candidates = await readCandidates(trx, organisation.id, sessionId)
    const asks = whoIsAsked(candidates, {
      of: agreed.version.of,
      now,
      lastUseful: times.closesAt,
      quiet: organisation.quiet,
      timezone: organisation.timezone,
    })
    await startRuns(ground, trx, organisation.id, roundId, set, asks)
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
        minutes: 0,
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
      { organisation: organisation.id, survey: agreed.surveyId, session: sessionId, round: roundId },
      'round opened',
    )
  }
  return opened
}

/**
 * Gives a person who opens the join link while rounds are open a place in them: the link hangs at the session
 * itself, so opening it says "I am here", and that is noted as presence.
 */
export async function joinOpenRounds(
  ground: Ground,
  organisation: Organisation,
  participantId: string,
  now: Temporal.Instant,
): Promise<number> {
  return ground.store.db.transaction().execute(async (trx) => {
    const rounds = await trx
      .selectFrom('round')
      .innerJoin('survey_version', (join) =>
        join
          .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
          .onRef('survey_version.survey_id', '=', 'round.survey_id')
          .onRef('survey_version.hash', '=', 'round.survey_hash'),
      )
      .where('round.organisation_id', '=', organisation.id)
      .where('round.state', '=', 'open')
      .where('round.closes_at', '>', now.toString() as never)
      .select(['round.id', 'round.session_id', 'round.closes_at', 'survey_version.set_hash', 'survey_version.content'])
      .forShare('round')
      .execute()
    let started = 0
    for (const round of rounds) {
      await trx
        .insertInto('presence')
        .values({
          organisation_id: organisation.id,
          session_id: round.session_id,
          participant_id: participantId,
          source: 'link',
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const candidates = await readCandidates(trx, organisation.id, round.session_id, participantId)
      const asks = whoIsAsked(candidates, {
        of: (round.content as { of: 'present' | 'subscribers' }).of,
        now,
        lastUseful: instantOf(round.closes_at),
        quiet: organisation.quiet,
        timezone: organisation.timezone,
      })
      started += await startRuns(
        ground,
        trx,
        organisation.id,
        round.id,
        await readSet(trx, round.set_hash),
        asks.map((ask) => ({ ...ask, sendAfter: now })),
      )
    }
    return started
  })
}

/** A window is at most 14 days and an offset at most 14 more. */
const LOOK_BACK_DAYS = 29
