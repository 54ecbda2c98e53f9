/**
 * A card of the instrumentarium, as its YAML file has it. zod is the source of the type, the checks and the JSON Schema.
 * A card is a set of questions that Pols asks, an activity that people do without it, or a link to what may not be
 * bundled.
 */
import { z } from 'zod'
import { localText, name, questionSet, slug } from '../survey/question-set.ts'
import { words } from './fields.ts'

const minutes = z.int().min(0).max(600)

/** What a method is about; what one searches by. */
export const ASPECTS = [
  'feeling',
  'meaning',
  'belonging',
  'voice',
  'learning',
  'change',
  'wellbeing',
  'goals',
  'volunteering',
  'asking',
] as const
/** For whom or in which circumstances a method is fit; what one searches by. */
export const GROUPS = [
  'everybody',
  'accessible',
  'small-group',
  'large-group',
  'under-13',
  'sixteen-up',
  'staff',
] as const

const licence = z.strictObject({
  name: z.string().trim().min(1).max(80).describe('Name of the licence, such as CC BY 4.0.'),
  url: z.url({ protocol: /^https$/ }).optional(),
  /** free: change as you like; marked: say that it was changed; none: only as it is. */
  changes: z.enum(['free', 'marked', 'none']).describe('Whether the questions may be changed.'),
  share: z.boolean().describe('Whether others may have it from us.'),
  commercial: z.boolean().default(true).describe('Whether it may be used for profit.'),
  forbids: localText.optional().describe('What the licence forbids, in one or two sentences.'),
})
export type Licence = z.infer<typeof licence>

/** Where a card was copied from. */
const origin = z.strictObject({
  id: name,
  version: z.int().min(1),
  hash: z.string().describe('Of the content that was copied.'),
  title: localText,
  credit: z.string().trim().min(1).max(120).describe('Whose it is.'),
  licence: z.string().optional(),
})
export type Origin = z.infer<typeof origin>

const change = z.strictObject({
  version: z.int().min(1),
  date: z.iso.date(),
  text: words(300).describe('What changed, and why; one text for all languages, or one for each.'),
})

/** Counted by hand, after an activity: how many people for each option. */
const tallyForm = z.strictObject({
  key: slug,
  text: localText,
  options: z
    .array(z.strictObject({ code: slug, text: localText }))
    .min(2)
    .max(10),
})

export const card = z
  .strictObject({
    id: name.describe('The same as the name of the file, without .yaml.'),
    version: z.int().min(1).describe('Raise it when a question changes; what was asked before keeps its own version.'),
    kind: z
      .enum(['questions', 'activity', 'link'])
      .default('questions')
      .describe('questions: asked by Pols; activity: done without it; link: may not be bundled, so only pointed to.'),
    title: localText,
    measures: localText.describe('What this method measures, in one sentence.'),
    for: localText.describe('For which young people, or when.'),
    aspects: z.array(z.enum(ASPECTS)).default([]).describe('What it is about, to search by.'),
    groups: z.array(z.enum(GROUPS)).default([]).describe('For whom it is fit, to search by.'),
    minutes: z
      .strictObject({ young: minutes.describe('Per young person.'), staff: minutes.describe('Per session or term.') })
      .describe('How much time it takes.'),
    scale: localText.optional().describe('Which scale it has, in a few words.'),
    accessibility: localText.optional().describe('For whom it is hard, and what helps.'),
    example: localText.optional().describe('A worked example: how it went somewhere, made up or real.'),
    withoutBot: localText.optional().describe('How to do it without a bot.'),
    care: localText.optional().describe('What has to be in place before it is used.'),
    items: z.int().min(1).max(99).optional().describe('For a link: how many questions it has.'),
    source: words(600).describe(
      'Who made the questions, or what they are based on; one text for all languages, or one for each.',
    ),
    credit: z.string().trim().min(1).max(120).optional().describe('Whose name stands with it when it is shared.'),
    licence: licence.optional().describe('Without a licence it cannot be shared.'),
    validated: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .optional()
      .describe('Name of the validated scale that these questions are, word for word. A change takes the name away.'),
    changelog: z.array(change).default([]).describe('Newest first.'),
    origin: z.array(origin).default([]).describe('What it was copied from, nearest first.'),
    url: z
      .url({ protocol: /^https$/ })
      .optional()
      .describe('For a link: where it is found.'),
    reason: localText.optional().describe('For a link: why it is not here.'),
    nativeCheck: z
      .array(z.enum(['en', 'fr', 'ar']))
      .default([])
      .describe(
        'Languages whose texts somebody read who grew up with that language. Others are shown with a warning to staff.',
      ),
    tally: z.array(tallyForm).min(1).max(5).optional().describe('For an activity: what is counted by hand afterwards.'),
    set: questionSet.optional().describe('The questions; only for kind questions, and always there.'),
  })
  .superRefine((given, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (given.kind === 'questions' && !given.set) fault('set', 'check-card-no-set')
    if (given.kind !== 'questions' && given.set) fault('set', 'check-card-set')
    if (given.kind !== 'activity' && given.tally) fault('tally', 'check-card-tally')
    if (given.kind === 'link' && !given.url) fault('url', 'check-card-no-url')
    if (given.kind === 'link' && !given.reason) fault('reason', 'check-card-no-reason')
  })
/** One card, of any kind. */
export type Card = z.infer<typeof card>
/** A card that Pols can ask. */
export type Method = Card & { kind: 'questions'; set: z.infer<typeof questionSet> }

export const isMethod = (given: Card): given is Method => given.kind === 'questions' && given.set !== undefined
