/** A story on a card: its parts cut short, who agreed, what is lacking and what is behind, in the reader's language. */
import type { Line } from '../channels/port.ts'
import { cut } from '../digest/labels.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import { type StoryFault, withFigures } from './story-checks.ts'
import { MOST_PART, STORY_PARTS, type StoryPart } from './story-content.ts'
import { headingOf, longDay, type StoryOnPaper } from './story-document.ts'
import type { Story } from './story-read.ts'
import type { Stale } from './story-stale.ts'
import { verdictOf } from './story-verdict.ts'

/** What fits in one message everywhere. */
export function storyLines(story: Story, language: FullLanguage, words: Words): Line[] {
  const joint = story.sheetId !== null
  const closed = story.closedAt?.toZonedDateTimeISO('Europe/Brussels').toPlainDate().toString()
  return [
    { text: words('story-title', { title: cut(story.content.title, 80) }), style: 'strong' },
    {
      text: closed
        ? words('story-card-closed', { day: longDay(closed, language) })
        : words('story-card-draft', { revision: story.revision }),
      style: 'quiet',
    },
    ...STORY_PARTS.map((part) => ({ text: partLine(story, part, joint, words) })),
    ...(story.state === 'closed' ? [] : [...voiceLines(story, words), ...openLines(story, words)]),
    ...(story.state === 'closed' ? behindLines(story, words) : []),
  ]
}

function partLine(story: Story, part: StoryPart, joint: boolean, words: Words): string {
  const text = story.content.parts[part]
  const shown = text === '' ? words('story-part-empty') : withFigures(text, story.figures).replaceAll('\n', ' ')
  return words('story-card-part', { heading: headingOf(part, joint, words), text: cut(shown, PART_ROOM) })
}

export function voiceLines({ people, sheetId }: Story, words: Words): Line[] {
  const names = (says: 'agree' | 'adjust' | null) =>
    cut(
      people
        .filter((one) => one.says === says)
        .map(({ name }) => name)
        .join(', '),
      NAMES_ROOM,
    )
  const line = (key: string, says: 'agree' | 'adjust' | null): Line[] =>
    names(says) === '' ? [] : [{ text: words(key, { names: names(says) }) }]
  return [
    ...line('story-agreed', 'agree'),
    ...line('story-wants', 'adjust'),
    ...line('story-not-yet', null),
    ...(verdictOf(people, sheetId !== null) === 'alone'
      ? [{ text: words('story-alone'), style: 'quiet' as const }]
      : []),
    ...(sheetId === null ? [{ text: words('story-year-rule'), style: 'quiet' as const }] : []),
  ]
}

/** What stands in the way of agreeing. */
export function openLines(story: Story, words: Words, most = MOST_OPEN): Line[] {
  return [
    ...behindLines(story, words, most),
    ...listed(
      'story-lacking',
      story.faults.map((fault) => faultLine(fault, words)),
      words,
      most,
    ),
  ]
}

const behindLines = (story: Story, words: Words, most = MOST_OPEN): Line[] =>
  listed(
    'story-behind',
    story.stale.map((one) => staleLine(story, one, words)),
    words,
    most,
  )

function listed(key: string, all: readonly string[], words: Words, most: number): Line[] {
  if (all.length === 0) return []
  const more = all.length - most
  return [
    { text: words(key), style: 'strong' },
    ...all.slice(0, most).map((text) => ({ text })),
    ...(more > 0 ? [{ text: words('story-more', { count: more }), style: 'quiet' as const }] : []),
  ]
}

export function faultLine(fault: StoryFault, words: Words): string {
  const part = partNumber(fault.part)
  switch (fault.kind) {
    case 'empty':
      return words('story-fault-empty', { part })
    case 'long':
      return words('story-fault-long', { part, length: fault.length, most: MOST_PART })
    case 'no-sign':
      return words('story-fault-no-sign', { part })
    case 'sign':
      return words(`story-fault-sign-${fault.lacks}`, { number: fault.number })
    default:
      return words(`story-fault-${fault.kind}`, { part, words: cut(fault.words, 40) })
  }
}

/** Where a story is behind; of words that were taken back nobody is named. */
export function staleLine(story: Pick<Story, 'joint'>, { part, why, of }: Stale, words: Words): string {
  const { joint } = story
  const writer = joint?.entries.find(({ id }) => id === of)?.partnerId
  const partner = joint?.partners.find(({ id }) => id === (why === 'left' ? of : writer))
  const who = why.startsWith('digest') ? of : partner?.partner || partner?.name || words('story-somebody')
  return why === 'taken-back'
    ? words('story-stale-taken-back', { part: partNumber(part) })
    : words(`story-stale-${why}`, { part: partNumber(part), who })
}

/** From 1. */
export const partNumber = (part: StoryPart): number => STORY_PARTS.indexOf(part) + 1

/** @param today local date */
export const onPaper = (story: Story, today: Temporal.PlainDate): StoryOnPaper => ({
  ...story,
  joint: story.sheetId !== null,
  on: (story.closedAt?.toZonedDateTimeISO('Europe/Brussels').toPlainDate() ?? today).toString(),
})

const PART_ROOM = 200
const NAMES_ROOM = 160
const MOST_OPEN = 3
