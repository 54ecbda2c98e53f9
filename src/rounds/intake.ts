/**
 * What staff bring in from elsewhere: sessions of a calendar, and old counts of feeling buttons. It is looked at first
 * and kept after a yes; what is there already is not kept again.
 */

import { z } from 'zod'
import type { Organisation } from '../config/organisation.ts'
import type { CountMoment, CountRow } from '../formats/counts-csv.ts'
import { DAYS_AHEAD, type FoundSession, MOST_SESSIONS } from '../formats/sessions-ics.ts'
import type { Ground } from '../ground.ts'
import { countLines, readActivities, type TallyForm } from '../instrumentarium/activities.ts'
import { noteAct } from '../people/note-act.ts'
import { FULL_LANGUAGES, type FullLanguage, type LocalText } from '../survey/question-set.ts'
import { occurrences } from '../timeline/occurrences.ts'
import { wordsFor } from '../words/words.ts'

export type SessionTimes = Pick<FoundSession, 'startsAt' | 'endsAt'>
export type CountTable = { options: string[]; rows: CountRow[] }
/** What would be kept, and how much is left out and why. */
export type SessionOutlook = { add: SessionTimes[]; already: number; byRule: number }
export type CountOutlook = { add: CountRow[]; already: number; future: number }

/** From now on, as far as a calendar is read. */
export function sessionRange(ground: Ground): { from: Temporal.Instant; until: Temporal.Instant } {
  const from = ground.clock.now()
  return { from, until: from.add({ hours: 24 * DAYS_AHEAD }) }
}

export async function lookAtSessions(
  ground: Ground,
  organisation: Organisation,
  seriesId: string,
  found: readonly SessionTimes[],
): Promise<SessionOutlook> {
  return sortOut(ground, organisation, seriesId, found, await startsOf(ground.store.db, organisation.id, seriesId))
}

/** @returns how many were added; two who do so at once add them once */
export async function keepSessions(
  ground: Ground,
  organisation: Organisation,
  seriesId: string,
  found: readonly SessionTimes[],
  by: string,
): Promise<number> {
  return ground.store.db.transaction().execute(async (trx) => {
    await trx.selectFrom('organisation').select('id').where('id', '=', organisation.id).forUpdate().execute()
    const starts = await startsOf(trx, organisation.id, seriesId)
    const { add } = sortOut(ground, organisation, seriesId, found, starts)
    if (add.length === 0) return 0
    await trx
      .insertInto('session')
      .values(
        add.map(({ startsAt, endsAt }) => ({
          ...{ organisation_id: organisation.id, id: ground.newId(), series_id: seriesId, occurrence: null },
          ...{ starts_at: startsAt, ends_at: endsAt, theme: null, headcount: null },
          ...{ state: 'planned' as const, by_hand: true },
        })),
      )
      .execute()
    await noteAct(ground, trx, organisation.id, by, 'sessions brought in', seriesId)
    return add.length
  })
}

export async function lookAtCounts(
  ground: Ground,
  organisation: Organisation,
  seriesId: string,
  { rows }: CountTable,
): Promise<CountOutlook> {
  const known = await readActivities(ground, organisation.id, { methodId: methodOf(seriesId) })
  const dates = new Set(known.map(({ date }) => date))
  const today = ground.clock.now().toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  const past = rows.filter(({ date }) => date <= today)
  const add = past.filter(({ date }) => !dates.has(date))
  return { add, already: past.length - add.length, future: rows.length - past.length }
}

/** One aggregate a day, beside everything that young people answered themselves. @returns of how many days */
export async function keepCounts(
  ground: Ground,
  organisation: Organisation,
  seriesId: string,
  table: CountTable,
  by: string,
): Promise<number> {
  const { add } = await lookAtCounts(ground, organisation, seriesId, table)
  const days = Map.groupBy(add, ({ date }) => date)
  let kept = 0
  for (const [date, rows] of days) {
    const made = await ground.store.db
      .insertInto('method_count')
      .values({
        ...{ organisation_id: organisation.id, id: `old.${seriesId}.${date}`, method_id: methodOf(seriesId) },
        ...{ form: JSON.stringify(rows.map(({ moment }) => formOf(moment, table.options))), moment_id: null },
        ...{ on_date: date, made_by: by, made_at: ground.clock.now().toString() },
        counts: JSON.stringify(Object.fromEntries(rows.map(({ moment, people }) => [moment, byCode(people)]))),
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) kept++
  }
  if (kept > 0) await noteAct(ground, ground.store.db, organisation.id, by, 'old counts brought in', seriesId)
  return kept
}

/** Takes the old counts of a series away: they were brought in wrongly, or are needed no more. */
export async function dropCounts(ground: Ground, organisation: Organisation, seriesId: string, by: string) {
  await ground.store.db
    .deleteFrom('method_count')
    .where('organisation_id', '=', organisation.id)
    .where('method_id', '=', methodOf(seriesId))
    .execute()
  await noteAct(ground, ground.store.db, organisation.id, by, 'old counts erased', seriesId)
}

/** What may be said of the old counts of a series, newest first: the rules for small groups hold for them too. */
export async function oldCounts(
  ground: Ground,
  organisation: Organisation,
  seriesId: string,
  language: FullLanguage,
): Promise<{ date: string; lines: string[] }[]> {
  const days = await readActivities(ground, organisation.id, { methodId: methodOf(seriesId) })
  return days.map((day) => ({ date: day.date, lines: countLines(day, organisation.smallestGroup, language) }))
}

const times = z.strictObject({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() })
const people = z.array(z.int().min(0).max(1000)).min(2).max(10)
/** What was looked at, as it comes back from a page or another process. */
export const broughtIn = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sessions'),
    series: z.string().max(40),
    found: z.array(times).min(1).max(MOST_SESSIONS),
  }),
  z.strictObject({
    kind: z.literal('counts'),
    series: z.string().max(40),
    options: z.array(z.string().trim().min(1).max(60)).min(2).max(10),
    rows: z
      .array(z.strictObject({ date: z.iso.date(), moment: z.enum(['start', 'end', 'once']), people }))
      .min(1)
      .max(2000),
  }),
])
export type BroughtIn = z.infer<typeof broughtIn>

type Db =
  | Ground['store']['db']
  | Parameters<Parameters<ReturnType<Ground['store']['db']['transaction']>['execute']>[0]>[0]

async function startsOf(db: Db, organisationId: string, seriesId: string): Promise<Set<number>> {
  const rows = await db
    .selectFrom('session')
    .select('starts_at')
    .where('organisation_id', '=', organisationId)
    .where('series_id', '=', seriesId)
    .execute()
  return new Set(rows.map(({ starts_at }) => (starts_at as unknown as Date).getTime()))
}

/** What was cancelled by hand stays so: it is there already. */
function sortOut(
  ground: Ground,
  organisation: Organisation,
  seriesId: string,
  found: readonly SessionTimes[],
  starts: ReadonlySet<number>,
): SessionOutlook {
  const { from, until } = sessionRange(ground)
  const series = organisation.series[seriesId]
  const rule = series ? occurrences(series, organisation.timezone, from, until) : []
  const ruled = new Set(rule.map(({ startsAt }) => startsAt.epochMilliseconds))
  const at = ({ startsAt }: SessionTimes) => Temporal.Instant.from(startsAt).epochMilliseconds
  const sound = found.filter((one) => {
    const minutes = (Temporal.Instant.from(one.endsAt).epochMilliseconds - at(one)) / 60_000
    const inRange = at(one) >= from.epochMilliseconds && at(one) < until.epochMilliseconds
    return inRange && minutes >= 5 && minutes <= 24 * 60
  })
  const fresh = sound.filter((one) => !starts.has(at(one)))
  const add = fresh.filter((one) => !ruled.has(at(one)))
  return { add, already: sound.length - fresh.length, byRule: fresh.length - add.length }
}

/** Beside the methods of the library: a name that no card can have. */
const methodOf = (seriesId: string): string => `old:${seriesId}`
const codeOf = (at: number): string => `option_${at + 1}`
const byCode = (counts: readonly number[]) => Object.fromEntries(counts.map((count, at) => [codeOf(at), count]))

function formOf(moment: CountMoment, options: readonly string[]): TallyForm[number] {
  const text = Object.fromEntries(FULL_LANGUAGES.map((one) => [one, wordsFor(one)(`intake-moment-${moment}`)]))
  return {
    key: moment,
    text: text as LocalText,
    options: options.map((option, at) => ({ code: codeOf(at), text: { nl: option } })),
  }
}
