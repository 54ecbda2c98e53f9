/** The frozen content of a digest. zod is the source; everything in it may be known by anybody. */
import { z } from 'zod'
import { localText } from '../survey/question-set.ts'

const count = z.int().min(0)
const bound = z.enum(['exactly', 'at_least', 'at_most'])
export type Bound = z.infer<typeof bound>

/**
 * Part of the people a digest counts (its base). `codes`: the options it takes together;
 * `silent`: people without a clear answer are in it too (don't know, rather not say, skipped,
 * not asked, and in a nearly complete group those who did not reply); `other`: too many
 * different options to name, so they are called "something else".
 */
const part = z.strictObject({ codes: z.array(z.string()), silent: z.boolean(), other: z.boolean(), bound, count })
export type Part = z.infer<typeof part>

/** What may be known of one question. Language-neutral; no form holds a count that is not shown. */
export const released = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('hidden') }),
  z
    .strictObject({ form: z.literal('parts'), parts: z.array(part).min(2) })
    .describe('Parts that together are the whole base.'),
  z
    .strictObject({
      form: z.literal('share'),
      codes: z.array(z.string()),
      share: z.enum(['most', 'half', 'minority']),
      among: z.enum(['base', 'asked']),
    })
    .describe('Words instead of counts.'),
  z
    .strictObject({ form: z.literal('named'), codes: z.array(z.string()).min(1) })
    .describe('Options that three people or more chose, in the order of the question.'),
  z
    .strictObject({
      form: z.literal('chosen'),
      options: z.array(z.strictObject({ code: z.string(), bound, count })).min(1),
    })
    .describe('Counts of a question with several answers a person.'),
  z.strictObject({ form: z.literal('spread') }).describe('Enough answers, but no option that may be named.'),
  z.strictObject({ form: z.literal('texts'), atLeast: count }).describe('So many people wrote something, or more.'),
])
export type Released = z.infer<typeof released>

/** How many took part, as far as that may be known. `check`: the headcount was lower than the answers. */
export const participation = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('few'), fewerThan: count }),
  z.strictObject({ form: z.literal('exactly'), count, headcount: count.nullable(), check: z.boolean() }),
  z.strictObject({ form: z.literal('at_least'), count, headcount: count }),
])
export type Participation = z.infer<typeof participation>

/**
 * The same feeling question, answered at the start and at the end. `twice`: so many people answered both, or more.
 * `startOnly`, `endOnly`: at most so many answered once, null for fewer than the floor; both follow from figures
 * that are public. `change`: three parts of `base`, with the codes better, same and lower, or null; who answered
 * only once is in the last one.
 */
export const releasedPairs = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('hidden') }),
  z.strictObject({
    form: z.literal('shown'),
    twice: count,
    startOnly: count.nullable(),
    endOnly: count.nullable(),
    base: count,
    change: z.array(part).length(3).nullable(),
  }),
])
export type ReleasedPairs = z.infer<typeof releasedPairs>

const digestQuestion = z.strictObject({
  key: z.string(),
  /** Its place in the set, counted from 1, information cards left out. */
  number: z.int().min(1),
  type: z.enum(['feeling', 'choice', 'multi', 'scale', 'yesno', 'text']),
  text: localText,
  options: z.array(z.strictObject({ code: z.string(), text: localText })),
  released,
  /** Option codes by the way they point, plus first; absent for a question without an order. */
  sides: z.array(z.array(z.string())).optional(),
  /** Questions with equal scales ask the same with the same answers; see `scaleOf`. */
  scale: z.string().optional(),
})
export type DigestQuestion = z.infer<typeof digestQuestion>

/** How many people of `base` a figure is about, as far as is public: never fewer than `least`, never more than `most`. */
export const figureRange = z.strictObject({ least: count, most: count, base: count })
export type FigureRange = z.infer<typeof figureRange>

/**
 * Beside the digest of the session before, of the same survey. `few`: too few answers to put them side by side;
 * `other`: no question was asked in the same way; `shown`: for each question of which something can be said, whether
 * the answers `codes` look to be given more or less often than then, or about as often.
 */
export const comparison = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('few'), date: z.iso.date() }),
  z.strictObject({ form: z.literal('other'), date: z.iso.date() }),
  z.strictObject({
    form: z.literal('shown'),
    date: z.iso.date(),
    questions: z
      .array(
        z.strictObject({
          key: z.string(),
          codes: z.array(z.string()).min(1),
          change: z.enum(['higher', 'lower', 'similar']),
          before: figureRange,
          now: figureRange,
        }),
      )
      .min(1),
  }),
])
export type Comparison = z.infer<typeof comparison>

/** One line of the release log: what was made public about what. Language-neutral. */
export const releaseEntry = z.strictObject({
  of: z.string().describe("The question's key, `_participation` or `_pairs`."),
  kind: z.string().describe('The question type, participation or pairs.'),
  n: z.tuple([count, count]).nullable().describe('Least and most people the figure can be about, as far as is public.'),
  shown: z.string().describe('What was shown, as a short code: equal codes are equal figures.'),
})
export type ReleaseEntry = z.infer<typeof releaseEntry>

export const discussion = z.strictObject({
  rule: z.enum([
    'few',
    'care',
    'lower',
    'not_positive',
    'pairs_lower',
    'higher',
    'pairs_better',
    'named',
    'mostly',
    'general',
  ]),
  question: z.string().nullable(),
  codes: z.array(z.string()),
})
export type Discussion = z.infer<typeof discussion>

export const digestContent = z.strictObject({
  version: z.literal(1),
  organisation: z.string(),
  series: localText,
  theme: z.string().nullable(),
  date: z.iso.date(),
  moment: z.enum(['start', 'end', 'after']),
  aspect: localText,
  example: z.boolean(),
  participation,
  /** How many people every figure below is about: one number for the whole digest. Null below the floor. */
  base: count.nullable(),
  questions: z.array(digestQuestion),
  /**
   * Only where several sessions too small to show were taken together: how many, and the date of the first (`date` is
   * that of the last). Participation is then "at least the floor", of the most who can have replied, and `base` is the
   * floor: as many people, or more.
   */
  together: z.strictObject({ sessions: z.int().min(2), from: z.iso.date() }).optional(),
  /** Only in the digest of an end round that has a start round. */
  pairs: releasedPairs.optional(),
  /** What the digest of the start round says of the same question; beside `pairs`. */
  start: z.strictObject({ question: z.string(), endQuestion: z.string(), base: count.nullable(), released }).optional(),
  /** Version of the question set: its hash. */
  set: z.string().optional(),
  /** Absent when no session came before. */
  comparison: comparison.optional(),
  discussion,
  caution: z.enum(['none', 'small', 'few', 'some']),
  released: z.array(releaseEntry),
})
/** A digest as it is stored and posted; never changed afterwards. */
export type Digest = z.infer<typeof digestContent>
