/** Opens a round, once per survey and session; from then on everybody in it is asked, page by page. */

import type { Organisation } from '../config/organisation.ts'
import { type Agreed, agreedSurveys } from '../dialogue/agreements.ts'
import type { Ground } from '../ground.ts'
import { knownMethod } from '../instrumentarium/shelf.ts'
import { readRestoredUntil } from '../store/after-restore.ts'
import { writeAudit } from '../store/audit.ts'
import { roundTimes } from '../timeline/due.ts'
import { askInOpenedRounds } from './ask-round.ts'
import { instantOf } from './round-facts.ts'
import { LOOK_BACK_DAYS } from './whose-turn.ts'

/**
 * Opens every round of one organisation that is due, and asks whoever was not asked yet in one that is open.
 * @returns how many were opened
 */
export async function openDueRounds(
  ground: Ground,
  organisation: Organisation,
  now: Temporal.Instant,
): Promise<number> {
  let opened = 0
  // What opened before a backup was put back may have been asked then.
  const doubtful = await readRestoredUntil(ground.store.db)
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
      if (doubtful && Temporal.Instant.compare(times.opensAt, doubtful) <= 0) continue
      const due = Temporal.Instant.compare(times.opensAt, now) <= 0 && Temporal.Instant.compare(now, times.closesAt) < 0
      if (due && (await openRound(ground, organisation, agreed, { id: session.id, ...between }, times, now))) opened++
    }
  }
  await askInOpenedRounds(ground, organisation, now)
  return opened
}

/** Comes before every id. */
const NOBODY = ''

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
        asked_up_to: NOBODY,
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'survey_id', 'session_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!round) return false
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
