/** What the read-only interface answers: zod is the source of the types and of the OpenAPI document. */
import { z } from 'zod'
import { localText } from '../survey/question-set.ts'

const count = z.int().min(0)

export const agreementShape = z.strictObject({
  organisation: z.string(),
  receiver: z.string(),
  purpose: z.string(),
  survey: z.string().nullable().describe('Null: all surveys of the organisation.'),
  from: z.iso.date().describe('First day of the working year.'),
  until: z.iso.date(),
  endsOn: z.iso.date().describe('Last day on which this interface answers.'),
  notes: z.array(localText).describe('How to read the figures.'),
})

export const surveyShape = z.strictObject({
  id: z.string(),
  about: localText,
  questions: z.array(
    z.strictObject({
      key: z.string(),
      scale: z.string().describe('Questions of equal scale ask the same, with the same answers.'),
      type: z.enum(['feeling', 'choice', 'multi', 'scale', 'yesno', 'text']),
      text: localText,
      options: z.array(z.strictObject({ code: z.string(), text: localText })),
    }),
  ),
})
export const surveysShape = z.strictObject({ surveys: z.array(surveyShape) })

export const figureShape = z
  .strictObject({
    question: z.string().describe('Key of the question; _participation for how many took part.'),
    about: z.enum(['answers', 'participation', 'change']),
    form: z.enum(['count', 'words', 'named', 'spread', 'texts', 'hidden']),
    answers: z.array(z.string()).describe('Codes of the options that this figure takes together.'),
    silent: z.boolean().describe('True: who gave no clear answer is in it too.'),
    other: z.boolean().describe('True: further options that are too many to name are in it.'),
    bound: z.enum(['exactly', 'at_least', 'at_most']).nullable(),
    low: count.nullable().describe('At least so many people.'),
    high: count.nullable().describe('At most so many people; null: not known.'),
    base: count.nullable().describe('Of so many people; null: not known.'),
    share: z.enum(['most', 'half', 'minority']).nullable(),
  })
  .describe('One figure of a frozen overview. Bounds and hidden figures protect small groups.')

export const overviewShape = z.strictObject({
  id: z.string().describe('Of this agreement only; says nothing.'),
  survey: z.string(),
  period: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe('Year and month.'),
  moment: z.enum(['start', 'end', 'after']),
  sessions: z.int().min(1).describe('More than one: sessions too small by themselves, taken together.'),
  example: z.boolean().describe('True: made-up answers of a sample organisation.'),
  figures: z.array(figureShape),
})

export const overviewsShape = z.strictObject({
  page: z.int().min(1),
  size: z.int().min(1),
  pages: z.int().min(0),
  total: count,
  overviews: z.array(overviewShape),
})

export const problemShape = z
  .strictObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
  .describe('As RFC 9457 has it.')

export type ApiAgreement = z.infer<typeof agreementShape>
export type ApiSurveys = z.infer<typeof surveysShape>
export type ApiOverviews = z.infer<typeof overviewsShape>
