/**
 * What an impact story is made of: four parts in people's own words, the signs they will look at, and where everything
 * came from. Figures stand in it by name only (`[c1]`): their words are those of the frozen digest, each time anew.
 */
import { z } from 'zod'
import { FULL_LANGUAGES, language } from '../survey/question-set.ts'

/** In the order of the story: the goal, what is there and stays, what comes on top, how we know. */
export const STORY_PARTS = ['goal', 'kept', 'added', 'check'] as const
export type StoryPart = (typeof STORY_PARTS)[number]

/** Most characters of a part as it is read; a story fits on one sheet. */
export const MOST_PART = 600
/** Lines in a part. */
export const MOST_LINES = 8
export const MOST_SIGNS = 3
/** Most characters of what a sign is, and of who looks. */
export const MOST_SIGN = 120
export const MOST_FIGURES = 4
/** What was joined from a worksheet may be longer than a part may be: nothing is cut, people shorten it. */
const MOST_JOINED = 12_000

/** How somebody will know: by asking in a survey, by counting, by asking in a talk. */
export const SIGN_KINDS = ['survey', 'count', 'talk'] as const

const sign = z.strictObject({
  what: z.string().min(1).max(MOST_SIGN),
  how: z.enum(SIGN_KINDS).nullable(),
  /** Who looks; empty while nobody said. */
  who: z.string().max(MOST_SIGN),
  /** Local date on which they look. */
  on: z.iso.date().nullable(),
})
export type Sign = z.infer<typeof sign>

const figure = z.strictObject({
  /** How it stands in a text: `c1` as `[c1]`. */
  key: z.string().regex(/^c\d{1,3}$/),
  organisationId: z.string(),
  digestId: z.string(),
  question: z.string(),
  /** Which of the figures of that question. */
  cell: z.int().min(0),
  /** Hash of all that the figure says, as it was when it was picked. */
  hash: z.string(),
})
export type StoryFigure = z.infer<typeof figure>

const source = z.strictObject({
  part: z.enum(STORY_PARTS),
  /** An entry of the joint worksheet. */
  entryId: z.string(),
  step: z.string(),
  partnerId: z.string(),
  partner: z.string(),
  hash: z.string(),
  /** The words as they were joined into the part; empty when the partner took them back, or when they came later. */
  words: z.string(),
  /** True: that this partner left was seen. */
  leftSeen: z.boolean(),
})
export type StorySource = z.infer<typeof source>

export const storyContent = z.strictObject({
  version: z.literal(1),
  /** The one that the story is written in. */
  language,
  title: z.string().max(200),
  parts: z.strictObject({
    goal: z.string().max(MOST_JOINED),
    kept: z.string().max(MOST_JOINED),
    added: z.string().max(MOST_JOINED),
    check: z.string().max(MOST_JOINED),
  }),
  signs: z.array(sign).max(MOST_SIGNS),
  figures: z.array(figure).max(MOST_FIGURES),
  sources: z.array(source),
})
export type StoryContent = z.infer<typeof storyContent>

export const isPart = (text: string | undefined): text is StoryPart => STORY_PARTS.some((one) => one === text)
export const isStoryLanguage = (text: string | undefined): text is StoryContent['language'] =>
  FULL_LANGUAGES.some((one) => one === text)

/** The names of figures in a text, in order, each once. */
export const figureKeysIn = (text: string): string[] => [
  ...new Set([...text.matchAll(FIGURE_NAME)].map(([, key]) => key!.toLowerCase())),
]
export const FIGURE_NAME = /\[(c\d{1,3})\]/gi

/** Without the figures that no part names any more. */
export function withoutLooseFigures(content: StoryContent): StoryContent {
  const used = new Set(STORY_PARTS.flatMap((part) => figureKeysIn(content.parts[part])))
  return { ...content, figures: content.figures.filter(({ key }) => used.has(key)) }
}

/**
 * What somebody typed for a part, as it is kept: no characters that steer direction or cannot be seen, at most
 * `MOST_LINES` lines.
 * @returns null when nothing is left, or it is longer than a part may be
 */
export function readPartText(typed: string): string | null {
  // Splitting a book into letters takes long; nothing of this length can be a part.
  if (typed.length > 8 * MOST_PART) return null
  const lines = typed
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine)
    .filter((line) => line !== '')
  const text = lines.length > MOST_LINES ? lines.join(' ') : lines.join('\n')
  return text === '' || lengthOf(text) > MOST_PART ? null : text
}

/** One line of at most `most` characters; null when nothing is left or it is longer. */
export function readLine(typed: string, most: number): string | null {
  if (typed.length > 8 * most) return null
  const line = oneLine(typed.normalize('NFC'))
  return line === '' || lengthOf(line) > most ? null : line
}

/** Characters as readers see them. */
export const lengthOf = (text: string): number => [...SEGMENTER.segment(text)].length

/** Joiners stay: letters of some scripts and emoji need them. */
const oneLine = (text: string): string =>
  text
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const SEGMENTER = new Intl.Segmenter()
