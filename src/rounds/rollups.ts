/**
 * Sessions too small to show by themselves, counted together: one digest of several rounds, once, in one transaction.
 * A try that shows nothing is written down as well: the same rounds are never looked at again by themselves, or what
 * somebody erased in between could be seen.
 */

import { sql, type Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import { nextTogether, summariseTogether, type WaitingRound } from '../digest/rollup.ts'
import type { Ground } from '../ground.ts'
import { restoredUntil } from '../store/after-restore.ts'
import type { Tables } from '../store/tables.ts'
import { workingYearOf } from '../timeline/working-year.ts'
import { countsOf } from './make-digest.ts'
import { publishDigest } from './publish-digest.ts'
import { instantOf, readRoundFacts } from './round-facts.ts'

/** @returns how many digests were made */
export async function takeTogether(ground: Ground, organisation: Organisation, now: Temporal.Instant): Promise<number> {
  let made = 0
  for (const group of await waitingGroups(ground, organisation, now)) {
    for (;;) {
      const pool = nextTogether(group.rounds, group.floor, group.last)
      if (!pool) break
      const result = await tryTogether(ground, organisation, pool, group.floor)
      if (result === 'taken') break
      made += Number(result === 'made')
      const wasTried = new Set(pool)
      group.rounds = group.rounds
        .filter(({ id }) => result !== 'made' || !wasTried.has(id))
        .map((round) => ({ ...round, tried: round.tried || wasTried.has(round.id) }))
    }
  }
  return made
}

/** `floor`: the highest that held for one of the rounds, or holds now. */
type Group = { rounds: WaitingRound[]; last: boolean; floor: number }

/** Rounds whose digest showed nothing: of one survey, one version of its questions, and one working year. */
async function waitingGroups(ground: Ground, organisation: Organisation, now: Temporal.Instant): Promise<Group[]> {
  const { rows } = await sql<{
    id: string
    series_id: string
    key: string
    headcount: number | null
    starts_at: Date
    tried: boolean
    floor: number
  }>`select round.id, session.series_id, session.headcount, session.starts_at, rollup_part.round_id is not null as tried,
      (digest.content -> 'participation' ->> 'fewerThan')::int as floor,
      concat_ws(' ', round.survey_id, survey_version.set_hash, survey_version.content ->> 'moment') as key
    from digest
    join round on round.organisation_id = digest.organisation_id and round.id = digest.round_id
    join session on session.organisation_id = round.organisation_id and session.id = round.session_id
    join survey_version on survey_version.organisation_id = round.organisation_id
      and survey_version.survey_id = round.survey_id and survey_version.hash = round.survey_hash
    left join rollup_part on rollup_part.organisation_id = round.organisation_id and rollup_part.round_id = round.id
    where digest.organisation_id = ${organisation.id} and digest.content -> 'participation' ->> 'form' = 'few'
      and digest.created_at > ${restoredUntil}
      and rollup_part.digest_id is null and session.starts_at > ${now.subtract({ hours: 24 * LOOK_BACK_DAYS }).toString()}::timestamptz
    order by round.closes_at, round.id`.execute(ground.store.db)
  const today = now.toZonedDateTimeISO(organisation.timezone).toPlainDate()
  const groups = new Map<string, Group>()
  for (const { id, series_id, key, headcount, starts_at, tried, floor } of rows) {
    const day = instantOf(starts_at).toZonedDateTimeISO(organisation.timezone).toPlainDate()
    const { year, lastDay } = workingYearOf(day, organisation.workingYear)
    const name = `${year} ${key}`
    if (!groups.has(name)) {
      const ending = Temporal.PlainDate.compare(today, lastDay.subtract({ days: LAST_DAYS })) >= 0
      const last = ending && !(await someToCome(ground, organisation, series_id, lastDay, now))
      groups.set(name, { rounds: [], last, floor: organisation.smallestGroup })
    }
    const group = groups.get(name)!
    group.rounds.push({ id, headcount, tried })
    group.floor = Math.max(group.floor, floor)
  }
  return [...groups.values()]
}

/** Whether a session of the series is still to come in this working year, or is being asked about. */
async function someToCome(
  ground: Ground,
  organisation: Organisation,
  seriesId: string,
  lastDay: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<boolean> {
  const end = lastDay.add({ days: 1 }).toZonedDateTime(organisation.timezone).toInstant().toString()
  const { rows } = await sql`select 1 from session
    where organisation_id = ${organisation.id} and series_id = ${seriesId} and state = 'planned' and starts_at < ${end}::timestamptz
      and (ends_at > ${now.subtract({ hours: 24 }).toString()}::timestamptz or exists (
        select 1 from round where round.organisation_id = session.organisation_id and round.session_id = session.id
          and round.state in ('open', 'closed')))
    limit 1`.execute(ground.store.db)
  return rows.length > 0
}

/** `taken`: another instance was here first. */
async function tryTogether(
  ground: Ground,
  organisation: Organisation,
  roundIds: readonly string[],
  floor: number,
): Promise<'made' | 'few' | 'taken'> {
  const facts = await Promise.all(roundIds.map((id) => readRoundFacts(ground, organisation.id, id)))
  const [first, last] = [facts[0]!, facts.at(-1)!]
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(organisation.timezone).toPlainDate()
  const days = facts.map(({ startsAt }) => dayOf(startsAt)).toSorted(Temporal.PlainDate.compare)
  const result = await ground.store.db.transaction().execute(async (trx) => {
    if (!(await claim(trx, organisation.id, roundIds))) return 'taken'
    const rows = await lastAnswers(trx, organisation.id, roundIds)
    const { moment } = last.version
    const content = summariseTogether({
      organisation: last.organisation,
      floor,
      series: last.activity,
      from: days[0]!,
      date: days.at(-1)!,
      moment: typeof moment === 'string' ? moment : 'after',
      aspect: last.version.aspect,
      replied: new Set(rows.map(({ run_id }) => run_id)).size,
      example: rows.some(({ example }) => example),
      questions: countsOf(
        first.set,
        rows.map((row) => ({ ...row, people: 1 })),
      ),
      rounds: facts.map(({ headcount }) => ({ headcount })),
    })
    if (!content) return 'few'
    const digestId = await publishDigest(ground, trx, {
      organisationId: organisation.id,
      roundId: null,
      roundIds,
      content,
    })
    await trx
      .updateTable('rollup_part')
      .set({ digest_id: digestId })
      .where('organisation_id', '=', organisation.id)
      .where('round_id', 'in', roundIds)
      .execute()
    return 'made'
  })
  if (result === 'made') ground.log.info({ organisation: organisation.id, rounds: roundIds.length }, 'digest made')
  return result
}

/** Writes down that these rounds are tried. False when one of them is in a digest by now, or all were tried already. */
async function claim(trx: Transaction<Tables>, organisationId: string, roundIds: readonly string[]): Promise<boolean> {
  await sql`select 1 from round where organisation_id = ${organisationId} and id = any(${[...roundIds]}::text[])
    order by id for update`.execute(trx)
  const shown = await trx
    .selectFrom('rollup_part')
    .select('round_id')
    .where('organisation_id', '=', organisationId)
    .where('round_id', 'in', roundIds)
    .where('digest_id', 'is not', null)
    .executeTakeFirst()
  if (shown) return false
  const fresh = await trx
    .insertInto('rollup_part')
    .values(roundIds.map((id) => ({ organisation_id: organisationId, round_id: id, digest_id: null })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('round_id')
    .execute()
  return fresh.length > 0
}

/**
 * Everything that each person said in the last of these rounds in which they said something. In one statement, so
 * that nobody can go between two looks. Who stopped, or erased everything, is not there.
 */
async function lastAnswers(trx: Transaction<Tables>, organisationId: string, roundIds: readonly string[]) {
  const { rows } = await sql<{ run_id: string; question: string; status: string; codes: string[]; example: boolean }>`
    with last as (
      select distinct on (run.participant_id) run.id, participant.example
      from run
      join round on round.organisation_id = run.organisation_id and round.id = run.round_id
      join participant on participant.organisation_id = run.organisation_id and participant.id = run.participant_id
      where run.organisation_id = ${organisationId} and run.round_id = any(${[...roundIds]}::text[])
        and run.disposition is distinct from 'absent' and participant.state = 'joined'
        and exists (select 1 from answer where answer.organisation_id = run.organisation_id and answer.run_id = run.id
          and answer.status in ('answered', 'dont_know', 'declined'))
      order by run.participant_id, round.closes_at desc, run.id desc
    )
    select answer.run_id, answer.question, answer.status, answer.codes, last.example
    from last join answer on answer.organisation_id = ${organisationId} and answer.run_id = last.id`.execute(trx)
  return rows
}

/** So many days before the working year ends, what waits is taken together for the last time. */
const LAST_DAYS = 14
/** Longer than a working year and what follows it. */
const LOOK_BACK_DAYS = 500
