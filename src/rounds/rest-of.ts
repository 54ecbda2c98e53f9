/** When a message of an organisation may reach one person: the organisation's rest and the person's own, together. */
import type { Organisation } from '../config/organisation.ts'
import type { PersonalRest } from '../store/tables.ts'
import { NO_REST, nextAllowed, type Rest } from '../timeline/rest.ts'

export type RestingPerson = { rest: PersonalRest | null; pausedUntil: string | null }
/** A session, and whether this person is known to have been there. */
export type Attendance = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; present: boolean }

/**
 * The first moment at or after `at` at which a message may leave; null when there is none.
 * School hours do not hold for who is at a session: from its start until half an hour after its end.
 */
export function allowedFor(
  at: Temporal.Instant,
  organisation: Organisation,
  person: RestingPerson,
  attendance: Attendance | null,
): Temporal.Instant | null {
  const rest = restOf(organisation, person)
  if (attendance?.present && Temporal.Instant.compare(attendance.startsAt, at) <= 0) {
    const there = nextAllowed(at, { ...rest, hours: [] }, organisation.timezone)
    const until = attendance.endsAt.add({ minutes: THERE_AFTER_MINUTES })
    if (there && Temporal.Instant.compare(there, until) <= 0) return there
  }
  return nextAllowed(at, rest, organisation.timezone)
}

export function restOf(organisation: Organisation, person?: RestingPerson): Rest {
  const { quiet, schoolHours, restDays } = organisation
  return {
    ...NO_REST,
    quiet: person?.rest?.quiet ? [quiet, person.rest.quiet] : [quiet],
    hours:
      schoolHours === 'none'
        ? []
        : schoolHours.map(({ days, from, until }) => ({
            days: days.map((day) => WEEKDAYS.indexOf(day) + 1),
            from,
            until,
          })),
    weekdays: person?.rest?.weekdays ?? [],
    days: restDays,
    pausedUntil: person?.pausedUntil ?? null,
  }
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const THERE_AFTER_MINUTES = 30
