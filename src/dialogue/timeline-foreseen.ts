/** What follows by itself: sessions by their rule until the end of the year, the surveys around them, the word back after a digest. */
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
  const rows = await ground.store.db
    .selectFrom('digest')
    .leftJoin('feedback', (join) =>
      join
        .onRef('feedback.organisation_id', '=', 'digest.organisation_id')
        .onRef('feedback.digest_id', '=', 'digest.id'),
    )
    .where('digest.organisation_id', '=', organisation.id)
    .where('digest.round_id', 'is not', null)
    .select(['digest.id', 'digest.content', 'feedback.written_at'])
    .execute()
  const digests = rows.map(({ id, content, written_at }) => ({ id, content: content as unknown as Told, written_at }))
  const meets = ({ content }: { content: Told }) => `${content.series.nl} ${content.date}`
  const withEnd = new Set(digests.filter(({ content }) => content.moment === 'end').map(meets))
  return digests
    .filter((one) => one.content.participation.form !== 'few')
    .filter((one) => one.content.moment !== 'start' || !withEnd.has(meets(one)))
    .map((one): MomentRow => {
      const date = Temporal.PlainDate.from(one.content.date).add({ days: BACK_DAYS }).toString()
      const status = one.written_at === null ? 'planned' : 'done'
      return { ...BY_ITSELF, id: one.id, kind: 'feedback', title: null, date, planned: BACK_MINUTES, status }
    })
    .filter(({ date }) => firstDay.toString() <= date && date <= lastDay.toString())
}

type Told = { series: LocalText; date: string; moment: string; participation: { form: string } }

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
