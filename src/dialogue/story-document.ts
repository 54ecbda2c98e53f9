/** A story as a document on one sheet: four parts, below each where its figures come from, and who agreed. */
import { dayIn } from '../digest/labels.ts'
import type { Block, TalkDocument } from '../documents/document.ts'
import { type Words, wordsFor } from '../words/words.ts'
import {
  FIGURE_NAME,
  figureKeysIn,
  type Sign,
  STORY_PARTS,
  type StoryContent,
  type StoryPart,
} from './story-content.ts'
import type { FigureWords } from './story-figures.ts'
import type { Stale } from './story-stale.ts'

/** What of a story goes on paper; `on`: the local date on which it closed, or today for a draft. */
export type StoryOnPaper = {
  content: StoryContent
  /** False for the story of one organisation's year. */
  joint: boolean
  figures: ReadonlyMap<string, FigureWords>
  stale: readonly Pick<Stale, 'part'>[]
  revision: number
  state: 'draft' | 'closed'
  people: readonly { name: string }[]
  on: string
}

export function storyDocument(story: StoryOnPaper): TalkDocument {
  const { content, people, state } = story
  const words = wordsFor(content.language)
  const by = new Intl.ListFormat(content.language).format(people.map(({ name }) => name))
  const values = { by, day: longDay(story.on, content.language), revision: story.revision }
  // A figure that two parts name has one number.
  const numbered = [...new Set(STORY_PARTS.flatMap((part) => figureKeysIn(content.parts[part])))]
  return {
    language: content.language,
    title: words('story-title', { title: content.title }),
    subtitle: words(state === 'closed' ? 'story-sub-closed' : 'story-sub-draft', values),
    blocks: STORY_PARTS.map((part) => blockOf(story, part, numbered, words)),
    foot: footOf(story, numbered, words),
    oneSheet: true,
  }
}

export const headingOf = (part: StoryPart, joint: boolean, words: Words): string =>
  words(part === 'added' && !joint ? 'story-part-added-alone' : `story-part-${part}`)

function blockOf(story: StoryOnPaper, part: StoryPart, numbered: readonly string[], words: Words): Block {
  const { content, figures, joint } = story
  const text = content.parts[part]
  const own = text === '' ? [words('story-part-empty')] : spelled(text, figures, numbered, words).split('\n')
  const signs = content.signs.map((sign) => signLine(sign, content.language, words))
  return {
    heading: headingOf(part, joint, words),
    paragraphs: part === 'check' ? [...signs, words('story-check-always'), ...own] : own,
    lines: [],
    notes: figureKeysIn(text).map((key) => {
      const note = figures.get(key)?.note ?? words('story-figure-gone')
      return words('story-note', { number: numbered.indexOf(key) + 1, note })
    }),
  }
}

/** The text with what its figures say, each with the number of its note. */
function spelled(
  text: string,
  figures: ReadonlyMap<string, FigureWords>,
  numbered: readonly string[],
  words: Words,
): string {
  return text.replace(FIGURE_NAME, (_, key: string) => {
    const name = key.toLowerCase()
    const said = figures.get(name)?.said ?? words('story-figure-gone')
    return words('story-figure-numbered', { figure: said, number: numbered.indexOf(name) + 1 })
  })
}

/** When they look, at what, how and who; what is not chosen yet is said. */
export function signLine({ what, how, who, on }: Sign, language: StoryContent['language'], words: Words): string {
  const open = words('story-sign-open')
  return words('story-sign', {
    what,
    how: how === null ? open : words(`story-how-${how}`),
    who: who === '' ? open : who,
    day: on === null ? open : longDay(on, language),
  })
}

function footOf({ figures, stale, joint }: StoryOnPaper, numbered: readonly string[], words: Words): string {
  const behind = STORY_PARTS.filter((part) => stale.some((one) => one.part === part))
  return [
    ...(behind.length > 0
      ? [words('story-foot-stale', { parts: behind.map((part) => headingOf(part, joint, words)).join(' · ') })]
      : []),
    ...(numbered.some((key) => figures.get(key)?.example) ? [words('story-foot-example')] : []),
    words(numbered.length > 0 ? 'story-foot' : 'story-foot-none'),
  ].join(' ')
}

export const longDay = (date: string, language: StoryContent['language']): string =>
  `${dayIn(date, language, 'long')} ${date.slice(0, 4)}`
