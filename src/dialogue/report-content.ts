/** What is prepared for the talks in June and at the end of the working year: frozen, from frozen figures only. */
import { z } from 'zod'
import { participation } from '../digest/content.ts'
import { localText } from '../survey/question-set.ts'
import { MOMENT_KINDS, PERSONS } from '../timeline/plan.ts'
import { feedbackContent } from './feedback.ts'

const count = z.int().min(0)
const pooled = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('range'),
    codes: z.array(z.string()),
    least: count,
    most: count,
    answers: count,
    digests: count,
  }),
  z.strictObject({
    form: z.literal('named'),
    options: z.array(z.strictObject({ code: z.string(), times: count })),
    digests: count,
  }),
  z.strictObject({ form: z.literal('few') }),
])
const question = z.strictObject({
  text: localText,
  options: z.array(z.strictObject({ code: z.string(), text: localText })),
  pooled,
})
export type PooledQuestion = z.infer<typeof question>

export const reportContent = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['june', 'year-end']),
  organisation: z.string(),
  /** First and last day of the working year, and the day on which this was made. */
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  madeOn: z.iso.date(),
  /** True: with answers of examples in it. */
  example: z.boolean(),
  withCoach: z.boolean(),
  aspects: z.array(localText),
  /** What was planned besides sessions and surveys. */
  moments: z.array(
    z.strictObject({
      kind: z.enum(MOMENT_KINDS),
      title: localText.nullable(),
      date: z.iso.date(),
      status: z.enum(['planned', 'done', 'moved', 'dropped']),
      reason: z.string().nullable(),
    }),
  ),
  /** Minutes. */
  hours: z.array(z.strictObject({ person: z.enum(PERSONS), planned: count, real: count })),
  sessions: z.array(
    z.strictObject({
      date: z.iso.date(),
      series: localText,
      answers: z.array(z.strictObject({ moment: z.enum(['start', 'end', 'after']), participation })),
    }),
  ),
  results: z.array(
    z.strictObject({
      aspect: localText,
      /** Digests with figures; `of`: digests in all. */
      shown: count,
      of: count,
      questions: z.array(question),
      /** Of the pairs of start and end that a digest showed: better, between these bounds. */
      better: z.strictObject({ least: count, most: count, answers: count }).nullable(),
    }),
  ),
  /** What was written back, oldest first. */
  changed: z.array(z.strictObject({ date: z.iso.date(), series: localText, content: feedbackContent })),
  /** How young people found being asked; null when they were not asked so. */
  asked: question.nullable(),
  /** Only at the end of the year: what is kept how long, and whether all that is older is gone indeed. */
  kept: z
    .strictObject({
      textDays: count,
      answerMonths: count,
      stoppedDays: count,
      textsGone: z.boolean(),
      answersGone: z.boolean(),
    })
    .nullable(),
})
export type Report = z.infer<typeof reportContent>
