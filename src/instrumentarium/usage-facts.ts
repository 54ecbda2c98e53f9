/** Facts of real use of methods, of half a working year, from closed rounds of organisations that agreed. Written once. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ground } from '../ground.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { organisationsOf, type UsageFact, type UseIn, usageFact } from './usage-rules.ts'

/** @returns what to call at every sweep: it looks once a half year, and again after a start */
export function createUsage(ground: Ground): (now: Temporal.Instant) => Promise<void> {
  let looked = ''
  return async (now) => {
    const { name } = lastPeriod(now)
    if (looked === name) return
    await freezeUsage(ground, now)
    looked = name
  }
}

/** Freezes the facts of the half year that is over, once; what is there already stays. */
export async function freezeUsage(ground: Ground, now: Temporal.Instant): Promise<void> {
  const period = lastPeriod(now)
  const done = await ground.store.db
    .selectFrom('usage_fact')
    .select('method_id')
    .where('period', '=', period.name)
    .limit(1)
    .executeTakeFirst()
  if (done) return
  const uses = await usesIn(ground, period)
  const rows = await Promise.all(
    [...uses].map(async ([methodId, used]) => {
      const fact = usageFact(used, await lastSaid(ground, methodId))
      const content = { fact, organisations: fact ? organisationsOf(used) : null }
      return { method_id: methodId, period: period.name, content: JSON.stringify(content), created_at: now.toString() }
    }),
  )
  // That it was looked at is kept too: who agrees later counts from the next half year.
  rows.push({
    method_id: '-',
    period: period.name,
    content: '{"fact":null,"organisations":null}',
    created_at: now.toString(),
  })
  await ground.store.db
    .insertInto('usage_fact')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['method_id', 'period']).doNothing())
    .execute()
}

/** The newest that may be said of a method; null when nothing may. */
export async function readUsage(ground: Ground, methodId: string): Promise<{ period: string; fact: UsageFact } | null> {
  const rows = await ground.store.db
    .selectFrom('usage_fact')
    .select(['period', 'content'])
    .where('method_id', '=', methodId)
    .orderBy('period', 'desc')
    .execute()
  for (const { period, content } of rows) {
    const fact = stored.safeParse(content).data?.fact
    if (fact) return { period, fact }
  }
  return null
}

/** In sentences; none when nothing may be said. */
export async function usageLines(ground: Ground, methodId: string, language: FullLanguage): Promise<string[]> {
  const found = await readUsage(ground, methodId)
  if (!found) return []
  const words = wordsFor(language)
  const { times, response, skips } = found.fact
  const share = (tenths: number) =>
    tenths === 0 ? words('library-usage-fewer') : words('library-usage-share', { count: tenths })
  const most = Math.max(0, ...Object.values(skips))
  return [
    ...(times > 0 ? [words('library-usage-times', { count: times })] : []),
    words('library-usage-response', { share: share(response) }),
    ...(Object.keys(skips).length > 0 ? [words('library-usage-skips', { share: share(most) })] : []),
  ]
}

const tenth = z.int().min(0).max(10)
const stored = z.object({
  fact: z.object({ times: z.int(), response: tenth, skips: z.record(z.string(), tenth) }).nullable(),
  organisations: z.array(z.string()).nullable(),
})

async function lastSaid(ground: Ground, methodId: string): Promise<string[] | null> {
  const rows = await ground.store.db
    .selectFrom('usage_fact')
    .select('content')
    .where('method_id', '=', methodId)
    .orderBy('period', 'desc')
    .execute()
  for (const { content } of rows) {
    const read = stored.safeParse(content).data
    if (read?.fact && read.organisations) return read.organisations
  }
  return null
}

type Period = { name: string; from: Temporal.PlainDate; until: Temporal.PlainDate }

/** The half working year before this one, the same for everybody: from September, and from March. */
export function lastPeriod(now: Temporal.Instant): Period {
  const today = now.toZonedDateTimeISO('Europe/Brussels').toPlainDate()
  const until =
    today.month >= 9
      ? today.with({ month: 9, day: 1 })
      : today.month >= 3
        ? today.with({ month: 3, day: 1 })
        : today.subtract({ years: 1 }).with({ month: 9, day: 1 })
  const from = until.subtract({ months: 6 })
  return { name: from.toString().slice(0, 7), from, until }
}

/** By method: what each organisation that agreed then and agrees now did with it, in rounds that closed in the period. */
async function usesIn(ground: Ground, { from, until }: Period): Promise<Map<string, UseIn[]>> {
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime('Europe/Brussels').toInstant().toString()
  const ours = [...ground.config().organisations.values()].filter(({ example }) => !example).map(({ id }) => id)
  if (ours.length === 0) return new Map()
  const rounds = sql`select round.organisation_id, round.id, version.content ->> 'method' as method
    from round join survey_version version on version.organisation_id = round.organisation_id
      and version.survey_id = round.survey_id and version.hash = round.survey_hash
    join usage_agreement agreed on agreed.organisation_id = round.organisation_id
      and agreed.ended_at is null and agreed.agreed_at <= round.opens_at
    where round.state in ('closed', 'digested') and round.organisation_id = any(${ours})
      and round.closes_at >= ${at(from)}::timestamptz and round.closes_at < ${at(until)}::timestamptz`
  const runs = await sql<{ organisation_id: string; method: string; times: number; people: number; answered: number }>`
    with counted as (${rounds})
    select counted.organisation_id, counted.method, count(distinct counted.id)::int as times,
      count(distinct run.participant_id) filter (where run.disposition is distinct from 'absent'
        and run.disposition is distinct from 'not_asked')::int as people,
      count(distinct run.participant_id) filter (where run.disposition in ('completed', 'partial'))::int as answered
    from counted left join run on run.organisation_id = counted.organisation_id and run.round_id = counted.id
    group by 1, 2`.execute(ground.store.db)
  const answers = await sql<{
    organisation_id: string
    method: string
    question: string
    asked: number
    skipped: number
  }>`
    with counted as (${rounds})
    select counted.organisation_id, counted.method, answer.question,
      count(*) filter (where answer.status in ('answered', 'dont_know', 'declined', 'skipped'))::int as asked,
      count(*) filter (where answer.status = 'skipped')::int as skipped
    from counted join answer on answer.organisation_id = counted.organisation_id and answer.round_id = counted.id
    group by 1, 2, 3`.execute(ground.store.db)
  const uses = new Map<string, UseIn[]>()
  for (const { organisation_id: organisationId, method, times, people, answered } of runs.rows) {
    const questions = Object.fromEntries(
      answers.rows
        .filter((row) => row.organisation_id === organisationId && row.method === method)
        .map(({ question, asked, skipped }) => [question, { asked, skipped }]),
    )
    uses.set(method, [...(uses.get(method) ?? []), { organisationId, times, people, answered, questions }])
  }
  return uses
}
