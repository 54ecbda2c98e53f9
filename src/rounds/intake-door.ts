/** The page on which somebody of the staff brings in sessions or old counts: by a link of an hour, looked at first, kept after a yes. */
import type { Organisation } from '../config/organisation.ts'
import { actorOf } from '../dialogue/actors.ts'
import { countsIn } from '../formats/counts-csv.ts'
import { type Notice, notice } from '../formats/reading.ts'
import { sessionsIn } from '../formats/sessions-ics.ts'
import type { Ground } from '../ground.ts'
import { readStaffLink } from '../people/staff-links.ts'
import type { FullLanguage, LocalText } from '../survey/question-set.ts'
import {
  type BroughtIn,
  broughtIn,
  dropCounts,
  keepCounts,
  keepSessions,
  lookAtCounts,
  lookAtSessions,
  oldCounts,
  sessionRange,
} from './intake.ts'

export type IntakePage = {
  series: { id: string; title: LocalText; old: { date: string; lines: string[] }[] }[]
}
export type IntakeLook = {
  kind: BroughtIn['kind']
  faults: Notice[]
  losses: Notice[]
  /** A line for each that would be kept: a session with its local times, or a day with its counts. */
  lines: string[]
  /** Sent back to be kept; null when there is nothing to keep. */
  content: string | null
}

export type Intake = {
  open(token: string, language: FullLanguage): Promise<IntakePage | null>
  look(token: string, seriesId: string, file: { name: string; bytes: Uint8Array }): Promise<IntakeLook | null>
  /** @returns how many were kept; 0 when all was there already */
  keep(token: string, content: string): Promise<{ kind: BroughtIn['kind']; count: number } | 'broken' | null>
  /** Takes the old counts of a series away. @returns false for a link that is over, or a series that is not there */
  drop(token: string, seriesId: string): Promise<boolean>
}

export function createIntake(ground: Ground, sweep: () => Promise<void>): Intake {
  return {
    async open(token, language) {
      const holder = await holderOf(ground, token)
      if (!holder) return null
      const { organisation } = holder
      const series = Object.entries(organisation.series).map(async ([id, { title }]) => ({
        ...{ id, title: title as LocalText },
        old: await oldCounts(ground, organisation, id, language),
      }))
      return { series: await Promise.all(series) }
    },
    async look(token, seriesId, { name, bytes }) {
      const holder = await holderOf(ground, token)
      if (!holder) return null
      if (!Object.hasOwn(holder.organisation.series, seriesId)) {
        return { kind: 'sessions', faults: [notice('intake-which')], losses: [], lines: [], content: null }
      }
      const calendar = /\.ics$/i.test(name) || /^BEGIN:VCALENDAR/i.test(Buffer.from(bytes.subarray(0, 64)).toString())
      const look = calendar ? lookAtCalendar : lookAtTable
      return look(ground, holder.organisation, seriesId, bytes)
    },
    async keep(token, content) {
      const holder = await holderOf(ground, token)
      if (!holder) return null
      const given = broughtIn.safeParse(jsonIn(content)).data
      const { organisation, by } = holder
      if (!given || !Object.hasOwn(organisation.series, given.series)) return 'broken'
      const count =
        given.kind === 'sessions'
          ? await keepSessions(ground, organisation, given.series, given.found, by)
          : await keepCounts(ground, organisation, given.series, given, by)
      if (given.kind === 'sessions' && count > 0) await sweep()
      return { kind: given.kind, count }
    },
    async drop(token, seriesId) {
      const holder = await holderOf(ground, token)
      if (!holder || !Object.hasOwn(holder.organisation.series, seriesId)) return false
      await dropCounts(ground, holder.organisation, seriesId, holder.by)
      return true
    },
  }
}

/** What a calendar comes to; nothing is kept. */
export async function lookAtCalendar(
  ground: Ground,
  organisation: Organisation,
  series: string,
  bytes: Uint8Array,
): Promise<IntakeLook> {
  const read = sessionsIn(bytes, { timezone: organisation.timezone, ...sessionRange(ground) })
  const { add, already, byRule } = await lookAtSessions(ground, organisation, series, read.sessions)
  const local = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(organisation.timezone).toPlainDateTime()
  const titles = new Map(read.sessions.map(({ startsAt, title }) => [startsAt, title]))
  const content: BroughtIn = {
    kind: 'sessions',
    series,
    found: add.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  }
  return {
    kind: 'sessions',
    faults: read.faults,
    losses: [...read.losses, ...counted('intake-already', already), ...counted('intake-by-rule', byRule)],
    lines: add.map(({ startsAt, endsAt }) => {
      const [from, until] = [local(startsAt), local(endsAt)].map((one) => one.toString({ smallestUnit: 'minute' }))
      return [`${from!.replace('T', ' ')}–${until!.slice(11)}`, titles.get(startsAt) ?? ''].filter(Boolean).join(' · ')
    }),
    content: add.length > 0 ? JSON.stringify(content) : null,
  }
}

/** What a table of counts comes to; nothing is kept. */
export async function lookAtTable(
  ground: Ground,
  organisation: Organisation,
  series: string,
  bytes: Uint8Array,
): Promise<IntakeLook> {
  const read = countsIn(bytes)
  const { add, already, future } = await lookAtCounts(ground, organisation, series, read)
  const content: BroughtIn = { kind: 'counts', series, options: read.options, rows: add }
  return {
    kind: 'counts',
    faults: read.faults,
    losses: [...read.losses, ...counted('intake-already', already), ...counted('intake-future', future)],
    lines: [...Map.groupBy(add, ({ date }) => date).keys()],
    content: add.length > 0 ? JSON.stringify(content) : null,
  }
}

const counted = (key: string, count: number): Notice[] => (count > 0 ? [notice(key, {}, { count })] : [])

/** Whoever asked for the link, as long as they may plan sessions. */
async function holderOf(ground: Ground, token: string): Promise<{ organisation: Organisation; by: string } | null> {
  const link = await readStaffLink(ground, 'upload', token)
  const organisation = ground.config().organisations.get(link?.organisationId ?? '')
  if (!link?.staffId || link.subject !== INTAKE || !organisation) return null
  const actor = await actorOf(ground, organisation, link.staffId)
  return actor?.may('session.plan') ? { organisation, by: link.staffId } : null
}

/** The subject of a link to this page. */
export const INTAKE = 'intake'

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
