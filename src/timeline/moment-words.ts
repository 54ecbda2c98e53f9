/** Moments of the year plan in words: what, when, who, how long. Nothing here knows a young person. */
import { type Language, type LocalText, textIn } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { isOpen, type Minutes, type MomentKind, PERSONS, type PlanMoment, type PlanMonth } from './plan.ts'

/** What it is called: its title, or the words for its kind. */
export const momentTitle = (moment: { kind: MomentKind; title: LocalText | null }, language: Language): string =>
  moment.title ? textIn(moment.title, language) : wordsFor(language)(`plan-kind-${moment.kind}`)

/** `10 nov`; with the weekday where there is room. */
export function momentDay(date: string, language: Language, show: 'short' | 'long' = 'short'): string {
  const day = { day: 'numeric', month: show === 'long' ? 'long' : 'short' } as const
  const shown = show === 'long' ? { weekday: 'long' as const, ...day } : day
  return Temporal.PlainDate.from(date).toLocaleString(LOCALES[language], shown)
}

/** `november 2026`, of a month like `2026-11`. */
export const monthName = (month: string, language: Language): string =>
  // A year-month has a calendar of its own in some locales; the first day of it has not.
  Temporal.PlainDate.from(`${month}-01`).toLocaleString(LOCALES[language], { month: 'long', year: 'numeric' })

/** Hours to a tenth, in words. */
export const hoursText = (minutes: number, language: Language): string =>
  wordsFor(language)('plan-hours', { hours: Math.round(minutes / 6) / 10 })

/** One moment in one line: mark, day, title, and where there is one owner, hours and state. */
export function momentLine(moment: PlanMoment, language: Language): string {
  const words = wordsFor(language)
  const minutes = moment.real ?? moment.planned
  return [
    `${MARKS[moment.status]} ${momentDay(moment.date, language)}`,
    momentTitle(moment, language),
    ...(moment.owner ? [moment.owner] : []),
    ...(minutes > 0 && moment.person !== 'young' ? [hoursText(minutes, language)] : []),
    ...(moment.status === 'planned' ? [] : [words(`plan-status-${moment.status}`)]),
    ...(moment.reason && moment.status !== 'done' ? [moment.reason] : []),
  ].join(' · ')
}

/** A month in lines: sessions and surveys that are alike are counted, everything else stands by itself, in order of date. */
export function monthLines({ moments }: PlanMonth, language: Language): string[] {
  const words = wordsFor(language)
  const alike = (one: PlanMoment) => `${one.kind} ${one.status === 'dropped'} ${momentTitle(one, language)}`
  const told = new Set<string>()
  return moments.flatMap((moment) => {
    const group = isRepeated(moment)
      ? moments.filter((other) => isRepeated(other) && alike(other) === alike(moment))
      : []
    if (group.length < 2) return [momentLine(moment, language)]
    if (told.has(alike(moment))) return []
    told.add(alike(moment))
    const open = group.filter(isOpen).length
    const mark = MARKS[moment.status === 'dropped' ? 'dropped' : open === 0 ? 'done' : 'planned']
    const days = group.map(({ date }) => Temporal.PlainDate.from(date).day).join(', ')
    const line = words('plan-many', { count: group.length, title: momentTitle(moment, language), days })
    return [`${mark} ${line}${moment.status === 'dropped' ? ` · ${words('plan-status-dropped')}` : ''}`]
  })
}

/** "jeugdwerker 2 uur, coach 1 uur"; empty when there are none. */
export function minutesList(minutes: Minutes, language: Language): string {
  const words = wordsFor(language)
  return PERSONS.filter((person) => minutes[person] > 0)
    .map((person) => words(`plan-of-${person}`, { hours: hoursText(minutes[person], language) }))
    .join(' · ')
}

const isRepeated = ({ kind }: PlanMoment): boolean => kind === 'session' || kind === 'peiling' || kind === 'feedback'

/** Shapes, beside the words for the state. */
const MARKS = { planned: '▫️', moved: '▫️', done: '✔️', dropped: '✖️' } as const
/** Day before month, and western digits, everywhere. */
const LOCALES: Record<Language, string> = {
  nl: 'nl-BE',
  'nl-plain': 'nl-BE',
  en: 'en-GB',
  fr: 'fr-BE',
  ar: 'ar-u-nu-latn',
}
