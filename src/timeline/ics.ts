/** A year plan as a calendar that can be subscribed to (RFC 5545). Times are written in UTC, so that a clock change moves nothing. */
import ical, { ICalEventStatus } from 'ical-generator'

export type CalendarEvent = {
  /** The same for as long as the moment is: a calendar finds by it what moved. */
  uid: string
  /** How often it was changed. */
  sequence: number
  summary: string
  description: string
  cancelled: boolean
} & ({ date: string } | { startsAt: Temporal.Instant; endsAt: Temporal.Instant })

/** @param stamp when this was written */
export function calendarText(name: string, events: readonly CalendarEvent[], stamp: Temporal.Instant): string {
  const calendar = ical({ name: oneLine(name), prodId: '//Pols//Pols//NL', ttl: REFRESH_SECONDS })
  for (const event of events) {
    const when =
      'date' in event
        ? { start: new Date(`${event.date}T00:00:00Z`), allDay: true }
        : { start: dateOf(event.startsAt), end: dateOf(event.endsAt) }
    calendar.createEvent({
      ...when,
      id: event.uid,
      sequence: event.sequence,
      stamp: dateOf(stamp),
      summary: plainText(event.summary),
      ...(event.description ? { description: plainText(event.description) } : {}),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

const dateOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds)

/** Calendars show marks of direction as signs. */
const plainText = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

/** The library writes the name of a calendar as it is: a line of its own would be a line of the file. */
const oneLine = (text: string): string =>
  plainText(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()

const REFRESH_SECONDS = 3600
