/** What is still lacking before a story can be agreed on: each part, in plain kinds; the words that are meant come along. */
import { faultsOfWording } from '../digest/wording.ts'
import {
  FIGURE_NAME,
  figureKeysIn,
  lengthOf,
  MOST_PART,
  STORY_PARTS,
  type StoryContent,
  type StoryPart,
} from './story-content.ts'
import type { FigureWords } from './story-figures.ts'
import { resultLikeIn } from './story-numbers.ts'

/**
 * empty: nothing is written; long: more characters than fit, as it is read; number: a result that comes from nowhere;
 * claim: a cause, a ranking, a trend, everybody; figure: a name of a figure that is not there, or no longer; no-sign:
 * nothing to look at; sign: a sign without how, who or a day to come.
 */
export type StoryFault =
  | { part: StoryPart; kind: 'empty' }
  | { part: StoryPart; kind: 'long'; length: number }
  | { part: StoryPart; kind: 'number' | 'claim' | 'figure'; words: string }
  | { part: 'check'; kind: 'no-sign' }
  | { part: 'check'; kind: 'sign'; number: number; lacks: 'how' | 'who' | 'day' | 'past' }

/**
 * @param figures the words of each figure that is there now, by its name
 * @param today local date
 */
export function faultsOfStory(
  content: StoryContent,
  figures: ReadonlyMap<string, FigureWords>,
  today: Temporal.PlainDate,
): StoryFault[] {
  return STORY_PARTS.flatMap((part) => [
    ...partFaults(content, part, figures, today),
    ...(part === 'check' ? signFaults(content, today) : []),
  ])
}

function partFaults(
  { parts, language, sources }: StoryContent,
  part: StoryPart,
  figures: ReadonlyMap<string, FigureWords>,
  today: Temporal.PlainDate,
): StoryFault[] {
  const text = parts[part]
  if (text === '') return [{ part, kind: 'empty' }]
  const length = lengthOf(withFigures(text, figures))
  const names = [...new Set(sources.map(({ partner }) => partner))]
  const missing = figureKeysIn(text).filter((key) => !figures.has(key))
  return [
    ...(length > MOST_PART ? [{ part, kind: 'long' as const, length }] : []),
    ...said(part, 'number', resultLikeIn(text, part, today.year, names)),
    ...said(part, 'claim', claimsIn(text, language)),
    ...said(part, 'figure', missing),
  ]
}

function signFaults({ signs, language }: StoryContent, today: Temporal.PlainDate): StoryFault[] {
  if (signs.length === 0) return [{ part: 'check', kind: 'no-sign' }]
  return signs.flatMap((sign, at): StoryFault[] => {
    const lacks = (what: 'how' | 'who' | 'day' | 'past'): StoryFault => {
      return { part: 'check', kind: 'sign', number: at + 1, lacks: what }
    }
    return [
      ...(sign.how === null ? [lacks('how')] : []),
      ...(sign.who === '' ? [lacks('who')] : []),
      ...(sign.on === null ? [lacks('day')] : []),
      ...(sign.on !== null && sign.on < today.toString() ? [lacks('past')] : []),
      // What they hope to see has numbers of its own; a claim it is not.
      ...said('check', 'claim', claimsIn(`${sign.what}. ${sign.who}`, language)),
    ]
  })
}

/** A part with what its figures say in the place of their names; a name that is not known stays. */
export function withFigures(text: string, figures: ReadonlyMap<string, FigureWords>): string {
  return text.replace(FIGURE_NAME, (name, key: string) => figures.get(key.toLowerCase())?.said ?? name)
}

/** Numbers are looked at apart: a percentage is one of them. */
const claimsIn = (text: string, language: StoryContent['language']): string[] =>
  faultsOfWording(text, language)
    .filter(({ kind }) => kind !== 'percentage')
    .map(({ words }) => words)

const said = (part: StoryPart, kind: 'number' | 'claim' | 'figure', all: readonly string[]): StoryFault[] =>
  [...new Set(all)].map((words) => ({ part, kind, words }))
