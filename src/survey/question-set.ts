/** Question sets: zod is the source of the types, of the checks and of the JSON Schemas. */
import { z } from 'zod'

/** The language that files, staff and platforms have for it: simpler Dutch is Dutch there. */
export const fullLanguage = (language: Language): FullLanguage => (language === 'nl-plain' ? 'nl' : language)

/** Languages in which a young person can read, the source language first. `nl-plain` is Dutch in simpler words; what it lacks is said in Dutch. */
export const LANGUAGES = ['nl', 'nl-plain', 'en', 'fr', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]
/** Languages that a file names: in these, every text must be there. */
export const FULL_LANGUAGES = ['nl', 'en', 'fr', 'ar'] as const
export type FullLanguage = (typeof FULL_LANGUAGES)[number]
export const language = z.enum(FULL_LANGUAGES)

/** The channels by name, as question sets know them. */
export const channelName = z.enum(['telegram', 'discord', 'web'])

/** A text in several languages; Dutch is the source and always there. */
export const localText = z
  .strictObject({
    nl: z.string().trim().min(1),
    'nl-plain': z.string().trim().min(1).optional(),
    en: z.string().trim().min(1).optional(),
    fr: z.string().trim().min(1).optional(),
    ar: z.string().trim().min(1).optional(),
  })
  .describe('The text in each language; nl is the source.')
export type LocalText = z.infer<typeof localText>

/** A text in this language, or in Dutch where it lacks. */
export const textIn = (text: LocalText, language: Language): string => text[language] ?? text.nl

/** Keys and codes: short, so that a button's data stays far below 64 bytes. */
export const slug = z.string().regex(/^[a-z][a-z0-9_]{0,19}$/, 'check-slug')
/** Names of files, organisations, series and surveys. */
export const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'check-name')

/** Which way an option points, for two-way and three-way counts in the digest. Never shown to young people. */
export const side = z.enum(['plus', 'middle', 'minus'])
export type Side = z.infer<typeof side>

export const option = z.strictObject({
  code: slug,
  emoji: z.string().min(1).max(8).optional().describe('One emoji, always beside the words.'),
  text: localText,
  side: side.optional().describe('plus, middle or minus: how the digest may group this option.'),
  help: z.boolean().optional().describe('True: choosing this shows the help card to the writer.'),
  alone: z.boolean().optional().describe('True: cannot be chosen together with another option ("none of these").'),
  erases: z
    .array(slug)
    .min(1)
    .optional()
    .describe('Keys of earlier open questions whose text is erased when this is chosen.'),
  picture: name.optional().describe('Pictogram of this option: the name of a file in pictograms/, without its ending.'),
})
export type Option = z.infer<typeof option>

const showIf = z
  .strictObject({
    question: slug,
    is: z.array(z.string().min(1)).min(1).describe('Option codes of that question; one of them is enough.'),
  })
  .describe('Ask this only after one of these answers to an earlier question.')

const common = {
  key: slug,
  text: localText,
  meaning: localText.optional().describe('"Wat bedoelen we?": one line that explains the question.'),
  showIf: showIf.optional(),
  sensitive: z.boolean().default(false).describe('True: stricter small-group rules in the digest.'),
  retrospective: z
    .literal(true)
    .optional()
    .describe('"Before I came": asked at the end of who did not answer at the start, and never part of a pair.'),
  notOn: z
    .array(channelName)
    .min(1)
    .optional()
    .describe('Not asked on these channels. An open question is asked there by a link to the web page.'),
  clip: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe('Link to this question in sign language.'),
}

export const question = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feeling'),
    ...common,
    options: z
      .array(option)
      .min(3)
      .max(5)
      .describe('Three to five points, from positive to negative, each an emoji and words.'),
  }),
  z.strictObject({ type: z.literal('choice'), ...common, options: z.array(option).min(2).max(10) }),
  z.strictObject({
    type: z.literal('multi'),
    ...common,
    options: z.array(option).min(2).max(10),
    min: z.int().min(1).default(1),
    max: z.int().min(1).optional(),
  }),
  z
    .strictObject({ type: z.literal('scale'), ...common, low: localText, high: localText })
    .describe('A number from 0 to 10.'),
  z.strictObject({ type: z.literal('yesno'), ...common }),
  z.strictObject({ type: z.literal('text'), ...common, max: z.int().min(1).max(2000).default(500) }),
  z.strictObject({ type: z.literal('card'), ...common }).describe('An information card: nothing to answer.'),
])
export type Question = z.infer<typeof question>

export const questionSet = z.strictObject({
  languages: z.array(language).min(1).describe('Languages in which every text of this set is given.'),
  accessible: z.boolean().default(false).describe('Accessible mode: three-point scales, one thing per message.'),
  barredOn: z
    .array(channelName)
    .min(1)
    .max(2)
    .optional()
    .describe('Never asked on these channels: who is there is pointed to the web page.'),
  severalOpen: z
    .string()
    .trim()
    .min(10)
    .optional()
    .describe('Why this set has more than one open question, or one that is not the last. Leave it out otherwise.'),
  questions: z.array(question).min(1).max(12),
})
/** The checked content of one question set version; its identity is the hash of this content. */
export type QuestionSet = z.infer<typeof questionSet>

/** The options of a question as they are shown and stored; empty for text and card. */
export function optionsOf(q: Question): Option[] {
  switch (q.type) {
    case 'feeling':
    case 'choice':
    case 'multi':
      return q.options
    case 'scale':
      return Array.from({ length: 11 }, (_, n) => ({ code: String(n), text: { nl: String(n) } }))
    case 'yesno':
      return YES_NO
    case 'text':
    case 'card':
      return []
    default: {
      const never: never = q
      return never
    }
  }
}

const YES_NO: Option[] = [
  { code: 'yes', side: 'plus', text: { nl: 'ja', en: 'yes', fr: 'oui', ar: 'نعم' } },
  { code: 'no', side: 'minus', text: { nl: 'nee', en: 'no', fr: 'non', ar: 'لا' } },
]
