/**
 * The year plan of an organisation: who does what when, and how many hours it takes. Built from plain rows; what
 * draws it or says it in words gets it ready. No young person is in it, only how long a moment takes one of them.
 */
import type { LocalText } from '../survey/question-set.ts'
import type { WorkingYear } from './working-year.ts'

/** The five fixed moments, in the order of the year; the coach has these in every year. */
export const FIXED_KINDS = ['evaluation-talk', 'impact-talk', 'timeline', 'june', 'year-end'] as const
export type FixedKind = (typeof FIXED_KINDS)[number]
export const MOMENT_KINDS = [...FIXED_KINDS, 'peiling', 'session', 'feedback', 'third', 'other'] as const
export type MomentKind = (typeof MOMENT_KINDS)[number]
/** The lanes of the picture, from top to bottom. */
export const LANES = ['coach', 'surveys', 'sessions', 'feedback', 'third'] as const
export type Lane = (typeof LANES)[number]
/** Whose hours: of one young person, the youth worker, the coach, or somebody else. */
export const PERSONS = ['young', 'worker', 'coach', 'third'] as const
export type Person = (typeof PERSONS)[number]
/** moved: still to come, on another day than was planned at first. */
export type Status = 'planned' | 'done' | 'moved' | 'dropped'

/** One moment as it is stored or foreseen. `title` null: the words for its kind. */
export type MomentRow = {
  id: string
  kind: MomentKind
  title: LocalText | null
  /** Local date, `2026-11-10`. */
  date: string
  /** First name; empty while nobody has taken it. */
  owner: string
  /** Whether the owner has an account here, and so can be reminded. */
  reachable: boolean
  person: Person
  /** Minutes: planned, and what it took. */
  planned: number
  real: number | null
  status: Status
  /** Why it was moved or dropped, in the words of who did it. */
  reason: string | null
  /** Whether it can be changed on the timeline; sessions, surveys and feedback are changed where they are made. */
  editable: boolean
}

export type PlanMoment = MomentRow & { lane: Lane }

export type Minutes = Record<Person, number>
export type PlanMonth = {
  /** `2026-11` */
  month: string
  /** In order of date; dropped ones too. */
  moments: PlanMoment[]
  /** Dropped moments count for nothing. `real` counts what was said of moments that are done. */
  planned: Minutes
  real: Minutes
}

/** An owner who has more planned in a month than the limit, both in minutes. */
export type Overload = { month: string; owner: string; minutes: number; limit: number }

/** What staff did by hand around the sessions that were held, from their start until the word back: zero by design. */
export type Effort = { sessions: number; taps: number }

export type YearPlan = {
  organisation: { id: string; name: string }
  /** The calendar year in which the working year begins. */
  year: number
  /** Local dates, both included. */
  firstDay: string
  lastDay: string
  /** The one aspect and question of this year. */
  aspect: LocalText | null
  /** Twelve, or thirteen when the year begins inside a month. */
  months: PlanMonth[]
  planned: Minutes
  real: Minutes
  overloads: Overload[]
  /** Owners who cannot be reminded, for want of an account. */
  unreachable: string[]
  effort: Effort
  /** Which survey was agreed on by whom, on which local date. */
  agreed: { survey: LocalText; by: string; on: string }[]
}

/**
 * Puts rows in their months and counts. Rows outside the year are left out: a session that moved over the year's end
 * is in the plan of the other year.
 * @param given.limit minutes a month that one owner may have without a warning
 */
export function buildYearPlan(given: {
  organisation: { id: string; name: string }
  workingYear: WorkingYear
  aspect: LocalText | null
  rows: readonly MomentRow[]
  limit: number
  effort: Effort
  agreed: YearPlan['agreed']
}): YearPlan {
  const { workingYear, limit } = given
  const [firstDay, lastDay] = [workingYear.firstDay.toString(), workingYear.lastDay.toString()]
  const moments = given.rows
    .filter(({ date }) => firstDay <= date && date <= lastDay)
    .map((row) => ({ ...row, lane: laneOf(row) }))
    .sort((a, b) => compare(a.date, b.date) || rank(a) - rank(b) || compare(a.id, b.id))
  const months = monthsOf(workingYear).map((month): PlanMonth => {
    const own = moments.filter(({ date }) => date.startsWith(month))
    return { month, moments: own, planned: totalOf(own, 'planned'), real: totalOf(own, 'real') }
  })
  const waiting = moments.filter(isOpen)
  return {
    organisation: given.organisation,
    year: workingYear.year,
    firstDay,
    lastDay,
    aspect: given.aspect,
    months,
    planned: totalOf(moments, 'planned'),
    real: totalOf(moments, 'real'),
    overloads: months.flatMap(({ month, moments: own }) => overloadsOf(month, own, limit)),
    unreachable: distinct(
      waiting.filter(({ owner, reachable }) => owner !== '' && !reachable).map(({ owner }) => owner),
    ),
    effort: given.effort,
    agreed: given.agreed,
  }
}

/** The same year with its five fixed moments and nothing else of the organisation: what a coach sees in a year without. */
export function onlyFixed(plan: YearPlan): YearPlan {
  const months = plan.months.map(({ month, moments }): PlanMonth => {
    const own = moments.filter(({ kind }) => isFixed(kind))
    return { month, moments: own, planned: totalOf(own, 'planned'), real: totalOf(own, 'real') }
  })
  const fixed = months.flatMap(({ moments }) => moments)
  const owners = new Set(fixed.map(({ owner }) => fold(owner)))
  return {
    ...plan,
    aspect: null,
    months,
    planned: totalOf(fixed, 'planned'),
    real: totalOf(fixed, 'real'),
    overloads: [],
    unreachable: plan.unreachable.filter((owner) => owners.has(fold(owner))),
    effort: { sessions: 0, taps: 0 },
    agreed: [],
  }
}

/** All moments of a plan, in order of date. */
export const momentsOf = (plan: YearPlan): PlanMoment[] => plan.months.flatMap(({ moments }) => moments)

/** Whether it still has to be done. */
export const isOpen = ({ status }: { status: Status }): boolean => status === 'planned' || status === 'moved'

export const isFixed = (kind: string): kind is FixedKind => (FIXED_KINDS as readonly string[]).includes(kind)

export function laneOf({ kind, person }: { kind: MomentKind; person: Person }): Lane {
  if (isFixed(kind)) return 'coach'
  switch (kind) {
    case 'peiling':
      return 'surveys'
    case 'session':
      return 'sessions'
    case 'feedback':
      return 'feedback'
    case 'third':
      return 'third'
    default:
      return person === 'third' ? 'third' : person === 'coach' ? 'coach' : 'sessions'
  }
}

/** Sums by kind of person; what was dropped counts for nothing. */
function totalOf(moments: readonly PlanMoment[], which: 'planned' | 'real'): Minutes {
  const total: Minutes = { young: 0, worker: 0, coach: 0, third: 0 }
  for (const moment of moments) if (moment.status !== 'dropped') total[moment.person] += moment[which] ?? 0
  return total
}

/** Young people are kept from too much by the cap on what they are asked; this is about who does the work. */
function overloadsOf(month: string, moments: readonly PlanMoment[], limit: number): Overload[] {
  const working = moments.filter(
    ({ status, person, owner }) => status !== 'dropped' && person !== 'young' && owner !== '',
  )
  return distinct(working.map(({ owner }) => owner)).flatMap((owner) => {
    const minutes = working
      .filter((one) => fold(one.owner) === fold(owner))
      .reduce((sum, one) => sum + (one.real ?? one.planned), 0)
    return minutes > limit ? [{ month, owner, minutes, limit }] : []
  })
}

function monthsOf({ firstDay, lastDay }: WorkingYear): string[] {
  const months: string[] = []
  const last = lastDay.toPlainYearMonth()
  for (let at = firstDay.toPlainYearMonth(); Temporal.PlainYearMonth.compare(at, last) <= 0; at = at.add({ months: 1 }))
    months.push(at.toString())
  return months
}

/** The first spelling of each name. */
function distinct(names: readonly string[]): string[] {
  return [...new Map(names.toReversed().map((name) => [fold(name), name])).values()].reverse()
}

/** The same name, whatever the capitals and the spaces around it. */
export const fold = (name: string): string => name.trim().toLowerCase()

const rank = ({ lane }: PlanMoment): number => LANES.indexOf(lane)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
