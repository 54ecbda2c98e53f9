/** When a session is, in words and in buttons. All times are the organisation's own. */
import type { Session } from '../rounds/sessions.ts'
import { type LocalText, textIn } from '../survey/question-set.ts'
import { workingYearOf } from '../timeline/working-year.ts'
import type { StaffTurn } from './turn.ts'

export function labelOf(turn: StaffTurn, session: Session, show: 'short' | 'long' = 'short'): string {
  const { organisation, language, words } = turn
  const at = session.startsAt.toZonedDateTimeISO(organisation.timezone).toPlainDateTime()
  const title: LocalText | undefined = organisation.series[session.seriesId]?.title
  const activity = title ? textIn(title, language) : words('sessions-other-series')
  return `${timeIn(turn, at, show)} · ${activity}${session.state === 'cancelled' && show === 'short' ? ` · ${words('sessions-off')}` : ''}`
}

export function timeIn(turn: StaffTurn, at: Temporal.PlainDateTime, show: 'short' | 'long' = 'long'): string {
  return at.toLocaleString(LOCALES[turn.language], {
    weekday: show,
    day: 'numeric',
    month: show,
    ...(show === 'long' ? { year: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

/** `202612091800`: a moment in a button. */
export const stampOf = (when: string): string => when.replace(/[-T:]/g, '')
export const whenOf = (stamp: string): string => stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5')

export const todayOf = (turn: StaffTurn) =>
  turn.ground.clock.now().toZonedDateTimeISO(turn.organisation.timezone).toPlainDate()

export const isAhead = (turn: StaffTurn, session: Session): boolean =>
  Temporal.Instant.compare(session.startsAt, turn.ground.clock.now()) > 0

/** Outside this working year, or past: then it may be a slip of the finger. */
export function isFar(turn: StaffTurn, when: string): boolean {
  const today = todayOf(turn)
  const { lastDay } = workingYearOf(today, turn.organisation.workingYear)
  const day = Temporal.PlainDateTime.from(when).toPlainDate()
  return Temporal.PlainDate.compare(day, lastDay) > 0 || Temporal.PlainDate.compare(day, today) < 0
}

const LOCALES = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar-u-nu-latn' }
