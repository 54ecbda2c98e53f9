/** Sessions out of a calendar file: when they begin and end, and how they are called there. Nothing else of it is looked at. */
import { createRequire } from 'node:module'
import type { VEvent } from 'node-ical'
import { MOST_BYTES, type Notice, notice } from './reading.ts'

/** Loaded when it is first used: a start needs none of it. */
const library = () => createRequire(import.meta.url)('node-ical') as typeof import('node-ical')

/** Instants in ISO 8601; `title` is for whoever looks, and is kept nowhere. */
export type FoundSession = { startsAt: string; endsAt: string; title: string }
export type CalendarReading = {
  /** In order of time, each start once. */
  sessions: FoundSession[]
  /** What is in the file and does not come along. */
  losses: Notice[]
  /** What stands in the way; then there are no sessions. */
  faults: Notice[]
}

/**
 * What begins in [from, until). Times without a zone are those of `timezone` (IANA). Rules of repetition are followed
 * day by day at the finest, and at most `MOST_SESSIONS` sessions come out.
 */
export function sessionsIn(
  bytes: Uint8Array,
  { timezone, from, until }: { timezone: string; from: Temporal.Instant; until: Temporal.Instant },
): CalendarReading {
  if (bytes.length > MOST_BYTES) return none('formats-too-large', { most: MOST_BYTES / 1024 / 1024 })
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '')
  if (!/^BEGIN:VCALENDAR/im.test(text)) return none('intake-no-calendar')
  const blocks = [...text.replace(/\r?\n[ \t]/g, '').matchAll(/^BEGIN:VEVENT\r?\n([\s\S]*?)^END:VEVENT/gim)]
  if (blocks.length > MOST_EVENTS) return none('intake-too-many-events', { most: MOST_EVENTS })
  const losses: Notice[] = []
  const found = new Map<string, FoundSession>()
  const left = { past: 0, far: 0, double: 0 }
  for (const { start, end, title } of happenings(
    blocks.map(([, inner = '']) => plainEvent(inner, timezone)),
    losses,
    {
      from,
      until,
    },
  )) {
    const minutes = (end.getTime() - start.getTime()) / 60_000
    if (start.getTime() < from.epochMilliseconds) left.past++
    else if (start.getTime() >= until.epochMilliseconds) left.far++
    else if (!(minutes >= 5 && minutes <= DAY_MINUTES)) losses.push(loss('intake-length', title))
    else if (found.has(start.toISOString())) left.double++
    else found.set(start.toISOString(), { startsAt: start.toISOString(), endsAt: end.toISOString(), title })
  }
  for (const [why, count] of Object.entries(left)) {
    if (count > 0) losses.push(notice(`intake-${why}`, {}, { count }))
  }
  const sessions = [...found.values()].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  const over = sessions.length - MOST_SESSIONS
  if (over > 0) losses.push(notice('intake-over', {}, { count: over, most: MOST_SESSIONS }))
  return { sessions: sessions.slice(0, MOST_SESSIONS), losses, faults: [] }
}

/** More than a session a day for a year is no list of sessions. */
export const MOST_SESSIONS = 400
/** How far ahead is looked, in days. */
export const DAYS_AHEAD = 400
const MOST_EVENTS = 2000
const DAY_MINUTES = 24 * 60

type Happening = { start: Date; end: Date; title: string }

function* happenings(
  blocks: string[],
  losses: Notice[],
  range: { from: Temporal.Instant; until: Temporal.Instant },
): Generator<Happening> {
  for (const event of eventsOf(blocks, losses)) {
    const title = titleOf(event)
    const start = event.start
    if (!(start instanceof Date) || Number.isNaN(start.getTime())) losses.push(loss('intake-no-time', title))
    else if (event.status === 'CANCELLED') losses.push(loss('intake-cancelled', title))
    else if (event.datetype === 'date') losses.push(loss('intake-all-day', title))
    else if (!isZone(start.tz)) losses.push(loss('intake-zone', title))
    else if (!event.rrule) yield { start, end: event.end instanceof Date ? event.end : start, title }
    else if (tooOften(event)) losses.push(loss('intake-too-often', title))
    else {
      const [from, to] = [range.from, range.until].map(({ epochMilliseconds }) => new Date(epochMilliseconds))
      for (const one of quietly(() => library().expandRecurringEvent(event, { from: from!, to: to! }))) {
        if (one.event.status === 'CANCELLED') losses.push(loss('intake-cancelled', title))
        else if (one.start.getTime() < to!.getTime()) yield { start: one.start, end: one.end, title }
      }
    }
  }
}

function eventsOf(blocks: string[], losses: Notice[]): VEvent[] {
  const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${blocks.join('')}END:VCALENDAR\r\n`
  try {
    return Object.values(quietly(() => library().sync.parseICS(calendar))).filter(
      (one): one is VEvent => one?.type === 'VEVENT',
    )
  } catch {
    // One broken event would take all others along.
    if (blocks.length > 1) return blocks.flatMap((block) => eventsOf([block], losses))
    losses.push(loss('intake-unreadable', /^SUMMARY[^:]*:(.*)$/m.exec(blocks[0] ?? '')?.[1]?.trim() ?? ''))
    return []
  }
}

/** Its reader writes what it stumbles over to the console, with the words of the file in it: those are not ours to repeat. */
function quietly<T>(read: () => T): T {
  const { warn } = console
  console.warn = () => {}
  try {
    return read()
  } finally {
    console.warn = warn
  }
}

/** Only lines about when, and the title: who is invited and what is written with it stays out from the start. */
function plainEvent(inner: string, timezone: string): string {
  const lines = inner
    .replace(/^BEGIN:(\w+)\r?\n[\s\S]*?^END:\1\r?\n/gim, '')
    .split(/\r?\n/)
    .filter((line) =>
      /^(UID|DTSTART|DTEND|DURATION|RRULE|EXDATE|RECURRENCE-ID|STATUS|SUMMARY|SEQUENCE)[;:]/i.test(line),
    )
    // A name of its own: whatever stands in the file is never the name of something else.
    .map((line) => line.replace(/^UID([^:]*):/i, 'UID$1:session-'))
    .map((line) => line.replace(WITHOUT_ZONE, `$1$2;TZID=${timezone}:$3`))
  return `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`
}

const WITHOUT_ZONE = /^(DTSTART|DTEND|EXDATE|RECURRENCE-ID)((?:;(?!TZID=)[^:;]*)*):(\d{8}T\d{4,6}(?:,\d{8}T\d{4,6})*)$/i

/** By the second or the hour a rule runs into millions before anybody sees it. */
function tooOften(event: VEvent): boolean {
  const rule = String(event.rrule)
  return !/FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)\b/.test(rule) || /BY(HOUR|MINUTE|SECOND)=/.test(rule)
}

/** What no clock knows would be taken for the time of this machine. */
function isZone(zone: string | undefined): boolean {
  try {
    return zone !== undefined && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== undefined
  } catch {
    return false
  }
}

function titleOf({ summary }: VEvent): string {
  const text = typeof summary === 'string' ? summary : (summary?.val ?? '')
  return [...String(text).replace(/\s+/g, ' ').trim()].slice(0, 60).join('')
}

const loss = (key: string, title: string): Notice => notice(key, {}, { title: title || '–' })
const none = (key: string, values: Notice['values'] = {}): CalendarReading => ({
  sessions: [],
  losses: [],
  faults: [notice(key, {}, values)],
})
