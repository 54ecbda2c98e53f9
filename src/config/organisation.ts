/**
 * An organisation, as its YAML file has it. zod is the source of the types, the checks and the JSON Schema.
 * Dates, times and durations stay ISO text; `src/timeline` turns them into Temporal. The message of each check
 * is a key in the words files.
 */
import { z } from 'zod'
import { channelName, language, name } from '../survey/question-set.ts'
import { faultOfCron } from '../timeline/cron.ts'
import { minutesOf } from '../timeline/durations.ts'
import { localDate, reads, words } from './fields.ts'
import type { Helplines } from './helplines.ts'
import type { Card, Method } from './method.ts'
import type { Pictogram } from './pictograms.ts'
import { timeline } from './timeline.ts'

const HOUR = 60
const DAY = 24 * HOUR

const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'check-time')
  .describe("Local time, like '21:00'.")
const localDateTime = z
  .string()
  .refine(
    (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && reads(() => Temporal.PlainDateTime.from(text)),
    'check-date-time',
  )
  .describe("Local date and time, like '2026-12-09T14:00'.")

const timezone = z.string().refine(
  // An offset such as +01:00 knows no summer time.
  (text) => !/^[+-]/.test(text) && reads(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)),
  'check-timezone',
)

function duration(least: number, most: number) {
  return z
    .string()
    .superRefine((text, context) => {
      const minutes = minutesOf(text)
      if (minutes === null) context.addIssue({ code: 'custom', message: 'check-duration' })
      else if (minutes < least || minutes > most) {
        context.addIssue({
          code: 'custom',
          message: 'check-duration-range',
          params: { least: isoOf(least), most: isoOf(most) },
        })
      }
    })
    .describe('ISO 8601 duration: PT45M is 45 minutes, PT2H two hours, P3D three days.')
}

const cron = z
  .string()
  .superRefine((text, context) => {
    const fault = faultOfCron(text)
    if (fault) context.addIssue({ code: 'custom', message: `check-cron-${fault.type}`, params: fault })
  })
  .describe("minute hour day month weekday. '0 18 * * 3#1': the first Wednesday at 18:00; 0L: the last Sunday.")

const theme = z.string().trim().min(1).max(60)

export const series = z.strictObject({
  title: words(60),
  cron,
  duration: duration(5, DAY),
  extra: z
    .array(z.strictObject({ at: localDateTime, theme: theme.optional() }))
    .default([])
    .describe('Sessions beside the rule.'),
  cancelled: z.array(localDate).default([]).describe('Dates on which the rule does not hold.'),
  themes: z.record(localDate, theme).default({}).describe('Theme by date.'),
})
export type Series = z.infer<typeof series>

const moment = z
  .union([z.enum(['start', 'end']), z.strictObject({ after: duration(1, 14 * DAY) })], { error: 'check-moment' })
  .describe('start, end, or { after: PT45M } counted from the end of the session.')

export const survey = z
  .strictObject({
    aspect: words(200).describe('One aspect, in one sentence.'),
    set: name.describe('The id of a method in instrumentarium/.'),
    series: z.string().describe('The name of a series above.'),
    moment,
    window: duration(5, 14 * DAY)
      .default('PT72H')
      .describe('How long young people can answer.'),
    reminder: z
      .union([z.literal('none'), duration(30, 14 * DAY)])
      .optional()
      .describe(
        'One reminder, this long after opening, or none. Without this line: PT24H after a session, none at start or end.',
      ),
    of: z.enum(['present', 'subscribers']).describe('Who is asked: those who were there, or all who take part.'),
    presence: z
      .enum(['ask', 'assume'])
      .optional()
      .describe(
        'ask: who is not known to have been there is first asked "Was je erbij?". Without this line: ask, except at the start of a session, where the tap itself says it.',
      ),
    channels: z
      .array(channelName)
      .min(1)
      .optional()
      .transform((given) => (given ? channelName.options.filter((one) => given.includes(one)) : undefined))
      .describe('Only who takes part on these channels is asked. Without this line: everybody.'),
    limit: z
      .strictObject({ questions: z.int().min(4).max(5), reason: z.string().trim().min(10) })
      .optional()
      .describe('More than three questions, with a written reason.'),
  })
  .superRefine((given, context) => {
    if (given.reminder === undefined || given.reminder === 'none') return
    if ((minutesOf(given.reminder) ?? 0) >= (minutesOf(given.window) ?? Infinity)) {
      context.addIssue({
        code: 'custom',
        path: ['reminder'],
        message: 'check-reminder-late',
        params: { window: given.window },
      })
    }
  })
  .transform(({ reminder, presence, ...rest }) => ({
    ...rest,
    reminder: reminderOf(reminder, rest),
    presence: presence ?? (rest.moment === 'start' ? ('assume' as const) : ('ask' as const)),
  }))
/** `reminder` is an ISO duration after opening, or null for none. */
export type SurveyConfig = z.infer<typeof survey>

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
const hours = z.strictObject({ days: z.array(weekday).min(1), from: localTime, until: localTime })
/** The age from which somebody takes part on a channel; the bands of the question are 13-15, 16-17 and 18+. */
const minimumAge = z.union([z.literal(13), z.literal(16), z.literal(18)])
/** Somebody of the staff who can be reached, and honestly when. */
const onDuty = z.strictObject({
  name: z.string().trim().min(1).max(40).describe('First name, as young people know this person.'),
  hours: z.array(hours).min(1).describe('When this person answers.'),
})

export const organisation = z.strictObject({
  id: name.describe('The same as the name of the file, without .yaml.'),
  name: z.string().trim().min(1).max(60),
  example: z.boolean().default(false).describe('True only for the sample organisations: example answers are allowed.'),
  language: language.default('nl').describe('Language of the coach channel and the pages.'),
  languages: z.array(language).min(1).default(['nl']).describe('Languages in which young people can answer.'),
  timezone: timezone.default('Europe/Brussels'),
  smallestGroup: z.int().min(5).max(50).default(5).describe('No figures of fewer people than this; 5 or more.'),
  quiet: z
    .strictObject({ from: localTime, until: localTime })
    .default({ from: '21:00', until: '09:00' })
    .describe('No messages between these local times.'),
  schoolHours: z
    .union([z.literal('none'), z.array(hours).min(1)])
    .default([
      { days: ['mon', 'tue', 'thu', 'fri'], from: '08:30', until: '15:30' },
      { days: ['wed'], from: '08:30', until: '12:00' },
    ])
    .describe('No messages in these hours either, except to who is at a session that is going on.'),
  restDays: z
    .array(z.strictObject({ from: localDate, until: localDate }))
    .default([])
    .describe('No messages from and until these days, both included: exam weeks, holidays, feasts.'),
  minimumAge: z
    .strictObject({
      telegram: minimumAge.default(16),
      discord: minimumAge.default(13),
      web: minimumAge.default(13),
    })
    .default({ telegram: 16, discord: 13, web: 13 })
    .describe('From which age young people take part on each channel. Who is younger is pointed to the web page.'),
  workingYear: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, 'check-month-day')
    .default('09-01')
    .describe("First day of the working year, month and day: '09-01'. Consent is asked anew each working year."),
  country: z.enum(['BE', 'NL']).default('BE').describe('Which help lines are shown.'),
  textOnly: z.boolean().default(false).describe('True: no emoji on any card of this organisation.'),
  moderator: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .describe('Who reads open answers. Without a moderator no open question is asked.'),
  safeguarding: onDuty.optional().describe('Who young people can ask to contact them.'),
  fallback: onDuty.optional().describe('Who is asked when the safeguarding contact is not on duty.'),
  keep: z
    .strictObject({
      textDays: z.int().min(1).max(90).default(90).describe('Open answers, in days.'),
      stoppedDays: z.int().min(1).max(30).default(30).describe('How to reach somebody who stopped, in days.'),
      answerMonths: z.int().min(0).max(3).default(3).describe('Answers after the end of the working year, in months.'),
    })
    .default({ textDays: 90, stoppedDays: 30, answerMonths: 3 })
    .describe('How long is kept what; never longer than by default.'),
  series: z.record(name, series).default({}),
  surveys: z.record(name, survey).default({}),
  timeline: timeline.optional().describe('Who does what when, in one working year.'),
})
export type Organisation = z.infer<typeof organisation>

/**
 * The sound organisations and cards, by id, the help lines (null: there is no sound file), and pictograms by name.
 * `methods`: the cards that Pols can ask.
 */
export type Config = {
  organisations: Map<string, Organisation>
  cards: Map<string, Card>
  methods: Map<string, Method>
  helplines: Helplines | null
  pictograms: Map<string, Pictogram>
}

function reminderOf(given: string | undefined, timing: { moment: unknown; window: string }): string | null {
  if (given === 'none') return null
  if (given !== undefined) return given
  const afterwards = typeof timing.moment === 'object'
  return afterwards && (minutesOf(timing.window) ?? 0) > DAY ? 'PT24H' : null
}

function isoOf(minutes: number): string {
  if (minutes % DAY === 0) return `P${minutes / DAY}D`
  return minutes % HOUR === 0 ? `PT${minutes / HOUR}H` : `PT${minutes}M`
}
