/** The year plan in lines for a chat: what it is about, a few months, and the hours. */
import type { Line } from '../channels/port.ts'
import { type Language, textIn } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { hoursText, minutesList, momentDay, monthLines, monthName } from './moment-words.ts'
import { momentsOf, type YearPlan } from './plan.ts'

/** The name of the year and the question it is about. */
export function headLines(plan: YearPlan, language: Language): Line[] {
  const words = wordsFor(language)
  const from = monthName(plan.firstDay.slice(0, 7), language)
  const until = monthName(plan.lastDay.slice(0, 7), language)
  return [
    { text: words('plan-title', { organisation: plan.organisation.name, from, until }), style: 'strong' },
    ...(plan.aspect ? [{ text: words('plan-aspect', { aspect: textIn(plan.aspect, language) }) }] : []),
  ]
}

/** Months from `from` on, each with its moments and its hours; a month without anything says so. */
export function monthsLines(plan: YearPlan, from: number, count: number, language: Language): Line[] {
  const words = wordsFor(language)
  return plan.months.slice(from, from + count).flatMap((month): Line[] => {
    const hours = minutesList(month.planned, language)
    const lines = monthLines(month, language)
    return [
      { text: monthName(month.month, language), style: 'strong' },
      ...(lines.length > 0 ? lines : [words('plan-empty')]).map((text) => ({ text })),
      ...(hours ? [{ text: words('plan-month-hours', { hours }), style: 'quiet' as const }] : []),
    ]
  })
}

/** Hours of the year, planned and real, what sessions cost staff by hand, and who agreed on what. */
export function footLines(plan: YearPlan, language: Language): Line[] {
  const words = wordsFor(language)
  const planned = minutesList(plan.planned, language)
  const real = minutesList(plan.real, language)
  const { sessions, taps } = plan.effort
  const held = momentsOf(plan).some(({ kind }) => kind === 'session')
  const quiet = (text: string): Line => ({ text, style: 'quiet' })
  return [
    ...(planned ? [quiet(words('plan-planned', { hours: planned }))] : []),
    ...(real ? [quiet(words('plan-real', { hours: real }))] : []),
    ...(plan.planned.young > 0 ? [quiet(words('plan-young'))] : []),
    ...(held ? [quiet(words('plan-effort', { taps, sessions }))] : []),
    ...plan.agreed.map(({ survey, by, on }) =>
      quiet(words('plan-agreed', { survey: textIn(survey, language), by, date: momentDay(on, language) })),
    ),
  ]
}

/** What to look at: who has too much, and who cannot be reminded. Names: for who plans, not for a channel. */
export function warningLines(plan: YearPlan, language: Language): Line[] {
  const words = wordsFor(language)
  return [
    ...plan.overloads.map(({ month, owner, minutes, limit }) => ({
      text: words('plan-overload', {
        month: monthName(month, language),
        owner,
        hours: hoursText(minutes, language),
        limit: hoursText(limit, language),
      }),
    })),
    ...plan.unreachable.map((owner) => ({ text: words('plan-unreachable', { owner }) })),
  ]
}

/** The index of the month that a day lies in; the first one when the day lies outside the year. */
export function monthAt(plan: YearPlan, today: string): number {
  return Math.max(
    0,
    plan.months.findIndex(({ month }) => today.startsWith(month)),
  )
}
