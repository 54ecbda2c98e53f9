/** What follows by itself: sessions by their rule until the end of the year, the surveys around them, the word back after a digest. */
import { sql } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { readShelf } from '../instrumentarium/shelf.ts'
import type { LocalText } from '../survey/question-set.ts'
import { roundTimes } from '../timeline/due.ts'
import { occurrences } from '../timeline/occurrences.ts'
import type { MomentRow } from '../timeline/plan.ts'
import type { WorkingYear } from '../timeline/working-year.ts'
import { agreedSurveys } from './agreements.ts'

export type PlannedSession = {
  /** Stays the same from foreseen to held. */
  key: string
  /** Null while it is not in the store. */
  id: string | null
  seriesId: string
  title: LocalText
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  cancelled: boolean
  /** Surveys that were opened for it. */
  opened: ReadonlySet<string>
}

/** Rows of the plan that nobody has to write. */
export async function foreseen(ground: Ground, organisation: Organisation, year: WorkingYear): Promise<MomentRow[]> {
  const now = ground.clock.now()
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  const isPast = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0
  const sessions = await plannedSessions(ground, organisation, year)
  const met = sessions.map((session): MomentRow => {
    const status = session.cancelled ? 'dropped' : isPast(session.endsAt) ? 'done' : 'planned'
    return {
      ...BY_ITSELF,
      id: session.key,
      kind: 'session',
      title: session.title,
      date: dayOf(session.startsAt),
      status,
    }
  })
  const agreed = await agreedSurveys(ground, organisation.id)
  const { methods: filed } = ground.config()
  const shelf = agreed.every(({ version }) => filed.has(version.method))
    ? null
    : await readShelf(ground, organisation.id)
  const asked = agreed.flatMap(({ surveyId, version }) =>
    sessions.flatMap((session): MomentRow[] => {
      if (session.seriesId !== version.series || session.cancelled || session.opened.has(surveyId)) return []
      const { opensAt } = roundTimes(session, version)
      if (isPast(opensAt)) return []
      const planned = (filed.get(version.method) ?? shelf?.method(version.method))?.minutes.young ?? 1
      const id = `${surveyId}.${session.key}`
      return [
        { ...BY_ITSELF, id, kind: 'peiling', title: version.aspect, date: dayOf(opensAt), person: 'young', planned },
      ]
    }),
  )
  return [...met, ...asked, ...(await wordsBack(ground, organisation, year))]
}

/** Sessions that start inside the year: those in the store, and behind them what the rule of each series foresees. */
export async function plannedSessions(
  ground: Ground,
  organisation: Organisation,
  { firstDay, lastDay }: WorkingYear,
): Promise<PlannedSession[]> {
  const from = firstDay.toZonedDateTime(organisation.timezone).toInstant()
  const until = lastDay.add({ days: 1 }).toZonedDateTime(organisation.timezone).toInstant()
  const rows = await ground.store.db
    .selectFrom('session')
    .leftJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'session.organisation_id').onRef('round.session_id', '=', 'session.id'),
    )
    .where('session.organisation_id', '=', organisation.id)
    .select([
      'session.id',
      'session.series_id',
      'session.occurrence',
      'session.starts_at',
      'session.ends_at',
      'session.state',
      'round.survey_id',
    ])
    .where('session.starts_at', '>=', from.toString() as never)
    .where('session.starts_at', '<', until.toString() as never)
    .execute()
  const known = new Map<string, PlannedSession & { opened: Set<string> }>()
  for (const row of rows) {
    const key = row.occurrence === null ? row.id : keyOf(row.series_id, row.occurrence)
    const session = known.get(key) ?? {
      key,
      id: row.id,
      seriesId: row.series_id,
      title: organisation.series[row.series_id]?.title ?? { nl: row.series_id },
      startsAt: Temporal.Instant.fromEpochMilliseconds(row.starts_at.getTime()),
      endsAt: Temporal.Instant.fromEpochMilliseconds(row.ends_at.getTime()),
      cancelled: row.state === 'cancelled',
      opened: new Set<string>(),
    }
    if (row.survey_id !== null) session.opened.add(row.survey_id)
    known.set(key, session)
  }
  const ahead = await byRule(ground, organisation, from, until)
  return [...known.values(), ...ahead].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
}

/** What the rules foresee and the store does not have at all, in this year or, moved by hand, in another one. */
async function byRule(
  ground: Ground,
  organisation: Organisation,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<PlannedSession[]> {
  const now = ground.clock.now()
  const begin = Temporal.Instant.compare(from, now) > 0 ? from : now
  const stored = await ground.store.db
    .selectFrom('session')
    .select(['series_id', 'occurrence'])
    .where('organisation_id', '=', organisation.id)
    .where('occurrence', 'is not', null)
    .execute()
  const taken = new Set(stored.map((row) => keyOf(row.series_id, row.occurrence!)))
  return Object.entries(organisation.series).flatMap(([seriesId, series]) =>
    occurrences(series, organisation.timezone, begin, until)
      .map((one) => ({
        key: keyOf(seriesId, one.key),
        id: null,
        seriesId,
        title: series.title,
        startsAt: one.startsAt.toInstant(),
        endsAt: one.endsAt.toInstant(),
        cancelled: false,
        opened: new Set<string>(),
      }))
      .filter(({ key }) => !taken.has(key)),
  )
}

/** A week after a digest with figures; of a start and an end of the same session, one. Done when it was written. */
async function wordsBack(
  ground: Ground,
  organisation: Organisation,
  { firstDay, lastDay }: WorkingYear,
): Promise<MomentRow[]> {
  const from = firstDay.subtract({ days: BACK_DAYS })
  // Only what the plan shows of a digest, and none that is older than the year: there are more of them each week.
  const { rows: digests } = await sql<Told>`
    select digest.id, digest.content -> 'series' ->> 'nl' as series, digest.content ->> 'date' as date,
      digest.content ->> 'moment' as moment, digest.content -> 'participation' ->> 'form' as form, feedback.written_at is not null as written
    from digest
    left join feedback on feedback.organisation_id = digest.organisation_id and feedback.digest_id = digest.id
    where digest.organisation_id = ${organisation.id} and digest.round_id is not null
      and digest.created_at >= ${from.toZonedDateTime(organisation.timezone).toInstant().toString()}::timestamptz
      and digest.content ->> 'date' between ${from.toString()} and ${lastDay.subtract({ days: BACK_DAYS }).toString()}`.execute(
    ground.store.db,
  )
  const meets = ({ series, date }: Told) => `${series} ${date}`
  const withEnd = new Set(digests.filter(({ moment }) => moment === 'end').map(meets))
  return digests
    .filter(({ form }) => form !== 'few')
    .filter((one) => one.moment !== 'start' || !withEnd.has(meets(one)))
    .map(({ id, date: held, written }): MomentRow => {
      const date = Temporal.PlainDate.from(held).add({ days: BACK_DAYS }).toString()
      return {
        ...{ ...BY_ITSELF, id, kind: 'feedback', title: null, date },
        ...{ planned: BACK_MINUTES, status: written ? 'done' : 'planned' },
      }
    })
}

type Told = { id: string; series: string; date: string; moment: string; form: string; written: boolean }

const keyOf = (seriesId: string, occurrence: string) => `${seriesId}.${occurrence}`

const BY_ITSELF = {
  owner: '',
  reachable: true,
  person: 'worker',
  planned: 0,
  real: null,
  status: 'planned',
  reason: null,
  editable: false,
} as const
const BACK_DAYS = 7
const BACK_MINUTES = 10
