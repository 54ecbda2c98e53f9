/** Somebody opens a link: what that says of where they are, and which open questions they get for it. */
import { sql, type Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import { mayAsk, type SurveyVersion } from '../dialogue/agreements.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import { rulesOf } from './ask-round.ts'
import { instantOf } from './round-facts.ts'
import { readCandidates, startRuns } from './start-runs.ts'
import { type Rule, whoIsAsked } from './who-is-asked.ts'

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
    await notePresence(trx, organisation, participantId, now, sessionId)
    const came = sessionId === null ? 'link' : 'session-link'
    return takeUp(ground, trx, organisation, participantId, now, { came, sessionId })
  })
}

/** Somebody whose pause is over: the rounds that opened meanwhile, as if they opened now. */
export async function askLatecomer(ground: Ground, contactId: string, now: Temporal.Instant): Promise<number> {
  const links = await ground.store.db
    .selectFrom('contact_link')
    .select(['organisation_id', 'participant_id'])
    .where('contact_id', '=', contactId)
    .orderBy('organisation_id')
    .execute()
  let started = 0
  for (const link of links) {
    const organisation = ground.config().organisations.get(link.organisation_id)
    if (!organisation) continue
    started += await ground.store.db
      .transaction()
      .execute((trx) => takeUp(ground, trx, organisation, link.participant_id, now, {}))
  }
  return started
}

async function takeUp(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  participantId: string,
  now: Temporal.Instant,
  by: { came?: NonNullable<Rule['came']>; sessionId?: string | null },
): Promise<number> {
  let query = trx
    .selectFrom('round')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .innerJoin('session', (join) =>
      join.onRef('session.organisation_id', '=', 'round.organisation_id').onRef('session.id', '=', 'round.session_id'),
    )
    .where('round.organisation_id', '=', organisation.id)
    .where('round.state', '=', 'open')
    .where('round.closes_at', '>', now.toString() as never)
    .select(['round.id', 'round.survey_id', 'round.session_id', 'round.closes_at', 'survey_version.content'])
    .select(['session.starts_at', 'session.ends_at'])
    .orderBy('round.opens_at')
    .orderBy('round.id')
    .forShare('round')
  if (by.sessionId) query = query.where('round.session_id', '=', by.sessionId)
  let started = 0
  for (const round of await query.execute()) {
    // Paused or stopped meanwhile: nobody new is asked.
    if (!(await mayAsk(ground, organisation.id, round.survey_id, trx))) continue
    const session = { startsAt: instantOf(round.starts_at), endsAt: instantOf(round.ends_at) }
    const agreed = { version: round.content as unknown as SurveyVersion }
    const rules = await rulesOf(ground, trx, organisation, agreed, session, instantOf(round.closes_at), now)
    const known = await readCandidates(ground, trx, organisation.id, round.session_id, [participantId])
    const { asks } = whoIsAsked(known, { ...rules.rule, ...(by.came ? { came: by.came } : {}) })
    started += await startRuns(ground, trx, { organisationId: organisation.id, id: round.id, ...rules }, asks)
  }
  return started
}

/** Never for a session that does not take place, nor days before it. */
async function notePresence(
  trx: Transaction<Tables>,
  organisation: Organisation,
  participantId: string,
  now: Temporal.Instant,
  sessionId: string | null,
): Promise<void> {
  const begun = now.add({ minutes: BEFORE_MINUTES }).toString()
  const over = now.subtract({ minutes: AFTER_MINUTES }).toString()
  const which =
    sessionId === null
      ? sql`starts_at <= ${begun}::timestamptz and ends_at >= ${over}::timestamptz`
      : sql`id = ${sessionId} and starts_at < ${nextDay(organisation, now).toString()}::timestamptz`
  await sql`insert into presence (organisation_id, session_id, participant_id, source)
    select organisation_id, id, ${participantId}, 'link' from session
    where organisation_id = ${organisation.id} and state = 'planned' and ${which}
    on conflict do nothing`.execute(trx)
}

/** What somebody who opens the link of a session is told: it is on another day, or does not take place. */
export async function readDetour(
  ground: Ground,
  organisation: Organisation,
  sessionId: string,
): Promise<'cancelled' | { startsAt: Temporal.ZonedDateTime } | null> {
  const session = await ground.store.db
    .selectFrom('session')
    .select(['state', 'starts_at'])
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (!session || session.state === 'cancelled') return 'cancelled'
  const startsAt = instantOf(session.starts_at)
  if (Temporal.Instant.compare(startsAt, nextDay(organisation, ground.clock.now())) < 0) return null
  return { startsAt: startsAt.toZonedDateTimeISO(organisation.timezone) }
}

/** Who opens the link on the day itself is there, or will be. */
const nextDay = ({ timezone }: Organisation, now: Temporal.Instant): Temporal.Instant =>
  now.toZonedDateTimeISO(timezone).toPlainDate().add({ days: 1 }).toZonedDateTime(timezone).toInstant()

/** Somebody may open the link on the wall a little before a session begins, and a while after it ends. */
const BEFORE_MINUTES = 30
const AFTER_MINUTES = 120
