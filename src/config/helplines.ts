/** Help lines, as `helplines.yaml` has them. zod is the source of the type, the checks and the JSON Schema. */
import { z } from 'zod'
import { language, localText } from '../survey/question-set.ts'

const line = z.strictObject({
  name: z.string().trim().min(1).max(40),
  country: z.enum(['BE', 'NL']),
  languages: z.array(language).min(1).describe('Languages in which somebody answers.'),
  for: localText.describe('For whom or what, in a few words.'),
  ways: z
    .array(
      z.discriminatedUnion('way', [
        z.strictObject({ way: z.literal('chat'), url: z.url({ protocol: /^https$/ }), hours: localText.optional() }),
        z.strictObject({
          way: z.literal('app'),
          name: z.string().trim().min(1).max(40),
          note: localText.optional(),
        }),
        z.strictObject({ way: z.literal('mail'), url: z.url({ protocol: /^https$/ }) }),
        z.strictObject({ way: z.literal('phone'), number: z.string().regex(/^[\d ]{2,16}$/, 'check-phone') }),
        z.strictObject({
          way: z.literal('sms'),
          number: z.string().regex(/^[\d ]{2,16}$/, 'check-phone'),
          note: localText.optional(),
        }),
      ]),
    )
    .min(1)
    .describe('How to reach it; chat first, for who does not hear or does not dare to call.'),
  emergency: z.boolean().default(false).describe('True: shown last, for danger now.'),
  source: z.string().trim().min(1).max(200).optional().describe('Where this comes from, and from when.'),
  verified_at: z.iso.date('check-date').describe('Day on which somebody checked name, hours and ways.'),
})
export const helplines = z.strictObject({ lines: z.array(line).min(1) })

/** How long a check of a line holds, in days: half a year. */
export const HELP_LINES_HOLD_DAYS = 183

/**
 * Whether a check still holds on a day.
 * @returns `ahead` for a day that is still to come: a slip of the pen must not keep a line fresh for years
 */
export function verificationOf(verifiedAt: string, today: Temporal.PlainDate): 'holds' | 'old' | 'ahead' {
  const { days } = Temporal.PlainDate.from(verifiedAt).until(today, { largestUnit: 'days' })
  // Somewhere east of here it is tomorrow already.
  if (days < -1) return 'ahead'
  return days > HELP_LINES_HOLD_DAYS ? 'old' : 'holds'
}

export type Helplines = z.infer<typeof helplines>
export type Helpline = Helplines['lines'][number]
