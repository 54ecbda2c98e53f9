/** The timeline of one working year, as the file of an organisation may have it. */
import { z } from 'zod'
import { name } from '../survey/question-set.ts'
import { momentDates } from '../timeline/moment-dates.ts'
import { FIXED_KINDS, isFixed, type MomentKind, PERSONS, type Person } from '../timeline/plan.ts'
import { workingYearOf } from '../timeline/working-year.ts'
import type { PlacedFinding } from './explain.ts'
import { localDate, words } from './fields.ts'

const moment = z
  .strictObject({
    title: words(60).optional().describe('May be left out for one of the five fixed moments.'),
    kind: z
      .enum([...FIXED_KINDS, 'third', 'feedback', 'other'])
      .default('other')
      .describe('One of the five fixed moments, third for what somebody else does, feedback, or other.'),
    on: localDate.optional(),
    after: z
      .strictObject({
        moment: z.string().describe('The name of a moment here, or one of the five fixed moments.'),
        days: z.int().min(0).max(366),
      })
      .optional()
      .describe('Instead of a date: so many days after another moment.'),
    owner: z.string().trim().min(1).max(40).optional().describe('First name of who does it.'),
    person: z.enum(PERSONS).optional().describe('Whose hours these are: young, worker, coach or third.'),
    hours: z.number().min(0).max(200).default(0).describe('Planned, in hours: 1.5 is an hour and a half.'),
  })
  .transform(({ person, ...rest }) => ({ ...rest, person: person ?? personOf(rest.kind) }))
export type MomentConfig = z.infer<typeof moment>

export const timeline = z.strictObject({
  year: z.int().min(2020).max(2100).describe('The calendar year in which this working year begins.'),
  question: words(200).optional().describe('The one aspect and question of this year.'),
  overloadHours: z
    .number()
    .min(1)
    .max(100)
    .default(8)
    .describe('From how many hours a month for one person the timeline warns.'),
  moments: z.record(name, moment).default({}),
})
export type TimelineConfig = z.infer<typeof timeline>

/** Hours a month for one person before a warning, where the file says nothing. */
export const OVERLOAD_HOURS = 8

/** What is wrong between the moments of a timeline. Each path starts with `timeline`. */
export function inspectTimeline(given: TimelineConfig | undefined, begins: string): PlacedFinding[] {
  if (!given) return []
  const year = workingYearOf(Temporal.PlainDate.from(`${given.year}-${begins}`), begins)
  const at = (moment: string, ...rest: string[]) => ['timeline', 'moments', moment, ...rest]
  const untitled = Object.entries(given.moments)
    .filter(([, one]) => one.title === undefined && !isFixed(one.kind))
    .map(([moment]) => ({ path: at(moment), key: 'check-plan-title', values: { name: moment } }))
  const { faults } = momentDates(given.moments, year)
  const badly = faults.map((fault): PlacedFinding => {
    const { type, name: moment, ...values } = fault
    const entry = given.moments[moment]!
    const where = type === 'when' ? [] : type === 'twice' ? ['kind'] : entry.after === undefined ? ['on'] : ['after']
    return { path: at(moment, ...where), key: `check-plan-${type}`, values: { name: moment, ...values } }
  })
  return [...untitled, ...badly]
}

function personOf(kind: MomentKind): Person {
  if (isFixed(kind)) return 'coach'
  return kind === 'third' ? 'third' : 'worker'
}
