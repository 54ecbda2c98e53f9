/**
 * Asks everybody in a round that has opened: people in pages, in the order of their ids, each page one transaction that
 * also writes down how far it came. However large the group, no more than one page is in memory; a crash loses at most
 * the page that was being written, and the next sweep goes on behind the last one that was.
 */
import type { Kysely, Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import { agreedSurveys, mayAsk, type SurveyVersion } from '../dialogue/agreements.ts'
import type { Ground } from '../ground.ts'
import { askConsentAgain, consentsToRenew } from '../people/consent-renewal.ts'
import type { Tables } from '../store/tables.ts'
import type { QuestionSet } from '../survey/types.ts'
import { openQuestionsAllowed } from './open-questions.ts'
import { instantOf } from './round-facts.ts'
import { readCandidates, readSet, startRuns } from './start-runs.ts'
import { isFeelingPair, type Rule, type Timed, whoIsAsked } from './who-is-asked.ts'

/** Rounds of one organisation in which not everybody was asked yet: opened just now, or left so by a crash. */
export async function askInOpenedRounds(
  ground: Ground,
  organisation: Organisation,
  now: Temporal.Instant,
): Promise<void> {
  const rounds = await ground.store.db
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
    .where('round.asked_up_to', 'is not', null)
    .where('round.closes_at', '>', now.toString() as never)
    .select(['round.id', 'round.survey_id', 'round.session_id', 'round.closes_at', 'survey_version.content'])
    .select(['session.starts_at', 'session.ends_at'])
    .orderBy('round.opens_at')
    .orderBy('round.id')
    .execute()
  for (const round of rounds) {
    const session = { startsAt: instantOf(round.starts_at), endsAt: instantOf(round.ends_at) }
    const agreed = { version: round.content as unknown as SurveyVersion }
    const rules = await rulesOf(ground, ground.store.db, organisation, agreed, session, instantOf(round.closes_at), now)
    const asking = { id: round.id, surveyId: round.survey_id, sessionId: round.session_id, rules }
    while (await ground.store.db.transaction().execute((trx) => askPage(ground, trx, organisation, asking))) {}
  }
}

type Asking = { id: string; surveyId: string; sessionId: string; rules: Awaited<ReturnType<typeof rulesOf>> }

/** @returns whether there may be more people to ask */
async function askPage(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  { id, surveyId, sessionId, rules }: Asking,
): Promise<boolean> {
  // Who closes the round meanwhile waits for this page, and another instance too.
  const round = await trx
    .selectFrom('round')
    .select('asked_up_to')
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!round || round.asked_up_to === null) return false
  // Paused or stopped meanwhile: nobody new is asked.
  if (!(await mayAsk(ground, organisation.id, surveyId, trx))) return false
  const page = await trx
    .selectFrom('participant')
    .select('id')
    .where('organisation_id', '=', organisation.id)
    .where('id', '>', round.asked_up_to)
    .where('state', '=', 'joined')
    .where('example', '=', false)
    .orderBy('id')
    .limit(PAGE)
    .execute()
  const people = page.map((row) => row.id)
  const last = people.length < PAGE ? null : people.at(-1)!
  const rested = people.length === 0 ? 0 : await askThese(ground, trx, organisation, { id, sessionId, rules }, people)
  await trx
    .updateTable('round')
    .set((eb) => ({ asked_up_to: last, rested: eb('rested', '+', rested) }))
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .execute()
  return last !== null
}

/** @returns how many of these people the cap left in peace */
async function askThese(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  { id, sessionId, rules }: Pick<Asking, 'id' | 'sessionId' | 'rules'>,
  people: readonly string[],
): Promise<number> {
  const known = await readCandidates(ground, trx, organisation.id, sessionId, people)
  const { asks, rested } = whoIsAsked(known, rules.rule)
  await startRuns(ground, trx, { organisationId: organisation.id, id, ...rules }, asks)
  const ended = await consentsToRenew(ground, trx, organisation, people)
  const renewing = known.filter((one) => ended.has(one.participantId)).map((one) => ({ ...one, consented: true }))
  await askConsentAgain(ground, trx, organisation, whoIsAsked(renewing, rules.rule).asks)
  return rested
}

/** How the people of a round are chosen, and what its runs need to know. */
export async function rulesOf(
  ground: Ground,
  db: Kysely<Tables>,
  organisation: Organisation,
  agreed: { version: SurveyVersion },
  session: Rule['session'],
  lastUseful: Temporal.Instant,
  now: Temporal.Instant,
) {
  const { version } = agreed
  const set = await readSet(db, version.setHash)
  const rule: Rule = {
    of: version.of,
    channels: version.channels ?? null,
    // An agreement from before this was asked agreed to no such question.
    presence: version.presence ?? 'assume',
    atStart: version.moment === 'start',
    set,
    pair: await isPair(ground, db, organisation.id, version, set),
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
  db: Kysely<Tables>,
  organisationId: string,
  version: SurveyVersion,
  set: QuestionSet,
): Promise<boolean> {
  const others: Timed[] = []
  for (const one of await agreedSurveys(ground, organisationId, db)) {
    if (one.version.moment === 'start' && one.version.series === version.series)
      others.push({ ...one.version, set: await readSet(db, one.version.setHash) })
  }
  return isFeelingPair({ ...version, set }, others)
}

function mayAskOpenly(ground: Ground, organisation: Organisation, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(organisation.timezone).toPlainDate()
  return openQuestionsAllowed({ organisation, helplines: ground.config().helplines, today }) === true
}

const PAGE = 500
