/** Something back for who answered: their own start and end beside what may be known of the group, once a session. */

import { sql, type Transaction } from 'kysely'
import type { Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import { agreedSurveys } from '../dialogue/agreements.ts'
import type { Digest } from '../digest/content.ts'
import type { Ground } from '../ground.ts'
import { restoredUntil } from '../store/after-restore.ts'
import type { Tables } from '../store/tables.ts'
import type { Language } from '../survey/question-set.ts'
import { type StartRound, sharedScale, startRoundOf } from './pairs.ts'
import { type OwnAnswers, resultLines } from './result-lines.ts'
import { type RoundFacts, readRoundFacts } from './round-facts.ts'
import { readSet } from './start-runs.ts'
import { queueBack } from './took-part.ts'

/**
 * Called when the digest of a round was made, in the same transaction. Who answered at the start hears back with the
 * end round, when one is to come.
 * @param start the start round of the same session, when this is its end
 */
export async function queueResults(
  ground: Ground,
  trx: Transaction<Tables>,
  facts: RoundFacts,
  start: StartRound | null,
): Promise<void> {
  const organisation = ground.config().organisations.get(facts.organisationId)
  if (!organisation || (await endIsToCome(ground, trx, facts))) return
  const roundIds = start ? [facts.id, start.roundId] : [facts.id]
  await queueBack(trx, organisation, { kind: 'result', subjectId: facts.id, roundIds }, ground.clock.now())
}

async function endIsToCome(ground: Ground, trx: Transaction<Tables>, facts: RoundFacts): Promise<boolean> {
  if (facts.version.moment !== 'start') return false
  for (const { version } of await agreedSurveys(ground, facts.organisationId, trx)) {
    if (version.series !== facts.version.series || version.moment !== 'end') continue
    if (sharedScale(facts.set, await readSet(trx, version.setHash))) return true
  }
  return false
}

/**
 * Start rounds of which the end never came (its survey was ended, or its session was cancelled half-way): a day after
 * the session their own digest is the result. Looks back one day, and rows stay longer than that: nobody hears twice.
 */
export async function queueLeftResults(
  ground: Ground,
  organisation: Organisation,
  now: Temporal.Instant,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select round.id from round
    join session on session.organisation_id = round.organisation_id and session.id = round.session_id
    join survey_version on survey_version.organisation_id = round.organisation_id
      and survey_version.survey_id = round.survey_id and survey_version.hash = round.survey_hash
    where round.organisation_id = ${organisation.id} and round.state = 'digested'
      and survey_version.content ->> 'moment' = 'start'
      and session.ends_at between ${now.subtract({ hours: 48 }).toString()}::timestamptz and ${now.subtract({ hours: 24 }).toString()}::timestamptz
      and session.ends_at + interval '24 hours' > ${restoredUntil}
      and not exists (
        select 1 from round later
        join survey_version of on of.organisation_id = later.organisation_id and of.survey_id = later.survey_id and of.hash = later.survey_hash
        where later.organisation_id = round.organisation_id and later.session_id = round.session_id
          and later.state <> 'cancelled' and of.content ->> 'moment' = 'end'
      )
      and not exists (
        select 1 from outgoing where outgoing.organisation_id = round.organisation_id and outgoing.kind = 'result' and outgoing.subject_id = round.id
      )`.execute(ground.store.db)
  for (const { id } of rows) {
    const back = { kind: 'result' as const, subjectId: id, roundIds: [id] }
    await ground.store.db.transaction().execute((trx) => queueBack(trx, organisation, back, now))
  }
}

/** The result of one person in a round, from the store as it now is; null when there is nothing of their own in it. */
export async function resultPrompt(
  ground: Ground,
  person: { organisationId: string; participantId: string; language: Language },
  roundId: string,
): Promise<Prompt | null> {
  const { organisationId, participantId, language } = person
  const row = await ground.store.db
    .selectFrom('digest')
    .select('content')
    .where('organisation_id', '=', organisationId)
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  if (!row) return null
  const digest = row.content as unknown as Digest
  const start = await startRoundOf(ground.store.db, await readRoundFacts(ground, organisationId, roundId))
  const own: OwnAnswers = {
    here: await answersOf(ground, organisationId, participantId, roundId),
    start: start ? { ...start, given: await answersOf(ground, organisationId, participantId, start.roundId) } : null,
  }
  if (own.here.size === 0 && (own.start?.given.size ?? 0) === 0) return null
  return { kind: 'notice', language, lines: resultLines(digest, own, language), choices: [], silent: true }
}

/** What one person chose, by question; don't know and rather not say without a code. */
async function answersOf(
  ground: Ground,
  organisationId: string,
  participantId: string,
  roundId: string,
): Promise<Map<string, string[]>> {
  const rows = await ground.store.db
    .selectFrom('run')
    .innerJoin('answer', (join) =>
      join.onRef('answer.organisation_id', '=', 'run.organisation_id').onRef('answer.run_id', '=', 'run.id'),
    )
    .where('run.organisation_id', '=', organisationId)
    .where('run.participant_id', '=', participantId)
    .where('run.round_id', '=', roundId)
    .where('answer.status', 'in', ['answered', 'dont_know', 'declined'])
    .select(['answer.question', 'answer.codes'])
    .execute()
  return new Map(rows.map(({ question, codes }) => [question, codes]))
}
