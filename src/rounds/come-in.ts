/** Somebody opens a link: what that says of where they are, and which open questions they get for it. */
import { sql, type Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { SurveyVersion } from '../dialogue/agreements.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import { rulesOf } from './open-round.ts'
import { instantOf } from './round-facts.ts'
import { readCandidates, startRuns } from './start-runs.ts'
import { whoIsAsked } from './who-is-asked.ts'

/**
 * Gives a person who opens a link a place in the rounds that are open. The link of a session says that they are there,
 * also before its questions open; the link on the wall says so only while a session is on.
 * @param sessionId of the link, when it is the link of one session
 * @returns how many cards are on their way
 */
export async function joinOpenRounds(
  ground: Ground,
  organisation: Organisation,
  participantId: string,
  now: Temporal.Instant,
  sessionId: string | null = null,
): Promise<number> {
  return ground.store.db.transaction().execute(async (trx) => {
    await notePresence(trx, organisation.id, participantId, now, sessionId)
    let query = trx
      .selectFrom('round')
      .innerJoin('survey_version', (join) =>
        join
          .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
          .onRef('survey_version.survey_id', '=', 'round.survey_id')
          .onRef('survey_version.hash', '=', 'round.survey_hash'),
      )
      .innerJoin('session', (join) =>
        join
          .onRef('session.organisation_id', '=', 'round.organisation_id')
          .onRef('session.id', '=', 'round.session_id'),
      )
      .where('round.organisation_id', '=', organisation.id)
      .where('round.state', '=', 'open')
      .where('round.closes_at', '>', now.toString() as never)
      .select([
        'round.id',
        'round.session_id',
        'round.closes_at',
        'survey_version.content',
        'session.starts_at',
        'session.ends_at',
      ])
      .orderBy('round.opens_at')
      .orderBy('round.id')
      .forShare('round')
    if (sessionId !== null) query = query.where('round.session_id', '=', sessionId)
    let started = 0
    for (const round of await query.execute()) {
      const session = { startsAt: instantOf(round.starts_at), endsAt: instantOf(round.ends_at) }
      const agreed = { version: round.content as unknown as SurveyVersion }
      const rules = await rulesOf(ground, trx, organisation, agreed, session, instantOf(round.closes_at), now)
      const known = await readCandidates(ground, trx, organisation.id, round.session_id, participantId)
      const came = sessionId === null ? ('link' as const) : ('session-link' as const)
      const { asks } = whoIsAsked(known, { ...rules.rule, came })
      started += await startRuns(ground, trx, { organisationId: organisation.id, id: round.id, ...rules }, asks)
    }
    return started
  })
}

/** Never for a session that does not take place. */
async function notePresence(
  trx: Transaction<Tables>,
  organisationId: string,
  participantId: string,
  now: Temporal.Instant,
  sessionId: string | null,
): Promise<void> {
  const begun = now.add({ minutes: BEFORE_MINUTES }).toString()
  const over = now.subtract({ minutes: AFTER_MINUTES }).toString()
  const which =
    sessionId === null
      ? sql`starts_at <= ${begun}::timestamptz and ends_at >= ${over}::timestamptz`
      : sql`id = ${sessionId}`
  await sql`insert into presence (organisation_id, session_id, participant_id, source)
    select organisation_id, id, ${participantId}, 'link' from session
    where organisation_id = ${organisationId} and state = 'planned' and ${which}
    on conflict do nothing`.execute(trx)
}

/** Somebody may open the link on the wall a little before a session begins, and a while after it ends. */
const BEFORE_MINUTES = 30
const AFTER_MINUTES = 120
