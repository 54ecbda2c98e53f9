/** Roles and what a helper came for, in words. */
import { contactPurpose } from '../people/contact-place.ts'
import type { StaffMember } from '../people/staff.ts'
import type { StaffRole } from '../store/tables.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import type { StaffTurn } from './turn.ts'

export const roleName = (words: Words, role: StaffRole, task: string | null = null): string =>
  words(role === 'safeguarding' ? `role-${contactPurpose(task)}` : `role-${role}`)

/** What somebody from outside came for and until when; null for everybody else. */
export async function taskLine(
  turn: StaffTurn,
  member: Pick<StaffMember, 'role' | 'task' | 'expiresAt'>,
): Promise<string | null> {
  if (!member.expiresAt || (member.role !== 'helper' && member.role !== 'author')) return null
  // It ends with that day, and so at the first moment of the next.
  const last = dayOf(turn, Temporal.Instant.fromEpochMilliseconds(member.expiresAt.getTime() - 1))
  if (!member.task) return turn.words('third-until', { until: last })
  return turn.words('role-task', { task: await taskName(turn, member.task), until: last })
}

/** A session or moment by its name and day. */
export async function taskName(turn: StaffTurn, task: string): Promise<string> {
  const { ground, organisation, language, words } = turn
  const [kind, id = ''] = task.split(':')
  if (kind === 'session') {
    const session = await ground.store.db
      .selectFrom('session')
      .select(['series_id', 'starts_at'])
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!session) return words('role-task-gone')
    const title = organisation.series[session.series_id]?.title
    const day = dayOf(turn, Temporal.Instant.fromEpochMilliseconds(session.starts_at.getTime()))
    return `${title?.[language] ?? title?.nl ?? session.series_id} ${day}`
  }
  const moment = await ground.store.db
    .selectFrom('moment')
    .select(['kind', 'title', 'on_date'])
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!moment) return words('role-task-gone')
  const name = moment.title?.[language] ?? moment.title?.nl ?? words('role-moment')
  return `${name} ${dateText(Temporal.PlainDate.from(moment.on_date), language)}`
}

export const dayOf = (turn: StaffTurn, at: Temporal.Instant): string =>
  dateText(at.toZonedDateTimeISO(turn.organisation.timezone).toPlainDate(), turn.language)

export const dateText = (date: Temporal.PlainDate, language: FullLanguage): string =>
  date.toLocaleString(LOCALES[language], { weekday: 'short', day: 'numeric', month: 'long' })

/** Day before month, and western digits, everywhere. */
const LOCALES: Record<FullLanguage, string> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar-u-nu-latn' }
