/**
 * The conversation about one story, for a partner of a worksheet and for somebody of one organisation alike: reading it,
 * writing its parts, its figures and signs, agreeing on it, and getting the document.
 */
import type { Choice, Line, Prompt } from '../channels/port.ts'
import { openLines, storyLines } from '../dialogue/story-card.ts'
import { type ChangeFault, followSources } from '../dialogue/story-change.ts'
import { STORY_PARTS } from '../dialogue/story-content.ts'
import { fitsOnPaper, storyFiles } from '../dialogue/story-files.ts'
import { readStory, type Story, todayIn } from '../dialogue/story-read.ts'
import { sayOfStory, type VoiceFault } from '../dialogue/story-voices.ts'
import type { Ground } from '../ground.ts'
import type { Whose } from '../rounds/digest-list.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import { addFigure, chooseDigest, chooseFigure } from './story-figure-talk.ts'
import { askPart, askToWrite, partOf, stillRight, writePart } from './story-part-talk.ts'
import { askSign, dropSign, writeSign } from './story-sign-talk.ts'

export type StoryTalk = {
  ground: Ground
  language: FullLanguage
  words: Words
  /** A partner's id, or a staff id: whose voice it is. */
  who: string
  /** Organisations whose digests this person may read, and which of them. */
  reads: readonly { organisationId: string; whose: Whose }[]
  /** True where files do not come along. */
  onPage: boolean
  button(...parts: (string | number)[]): string
  say(saying: Pick<Prompt, 'typed' | 'files'> & { lines: Line[]; choices?: Choice[] }): void
  remark(key: string, values?: Record<string, string | number>): void
  expect(data: string): Promise<void>
  wake(): void
  /** The address of a page of this story for this person, for an hour. */
  pageUrl(): Promise<string>
  /** Where this person goes on when they are done here. */
  back: Choice | null
}

/**
 * `<story>`: the story. Behind that: `a.<revision>` agree, `o.<revision>` change it, `p.<part>` a part, `w.<part>.<mark>`
 * its words, `t.<part>` still right, `k.<part>…` a figure, `s…` a sign, `f` the document, `l` the page.
 */
export async function takeStoryTalk(
  talk: StoryTalk,
  storyId: string,
  [letter, ...rest]: readonly string[],
  text?: string,
): Promise<void> {
  // What a partner took back just now is read by nobody any more.
  await followSources(talk.ground, storyId)
  const story = await readStory(talk.ground, storyId)
  if (!story) return talk.remark('story-gone')
  if (!story.people.some(({ ids }) => ids.includes(talk.who))) return talk.remark('story-not-yours')
  switch (letter) {
    case undefined:
      return showStory(talk, story)
    case 'f':
      return giveFiles(talk, story)
    case 'l':
      return givePage(talk, story)
    case 'a':
    case 'o':
      return speak(talk, story, letter === 'a' ? 'agree' : 'adjust', Number(rest[0]))
    default:
      if (story.state === 'closed') return talk.remark('story-closed')
      return change(talk, story, [letter, ...rest], text)
  }
}

async function change(
  talk: StoryTalk,
  story: Story,
  [letter, ...rest]: readonly string[],
  text: string | undefined,
): Promise<void> {
  if (letter === 's') return text === undefined ? askSign(talk, story, rest) : writeSign(talk, story, rest, text)
  if (letter === 'x') return dropSign(talk, story, rest[0] ?? '')
  const part = partOf(rest[0])
  if (!part) return talk.remark('notice-stale')
  switch (letter) {
    case 'p':
      return askPart(talk, story, part)
    case 'w':
      if (text === undefined) return askToWrite(talk, story, part)
      return writePart(talk, story, part, rest[1] ?? '', text)
    case 't':
      return stillRight(talk, story, part, Number(rest[1]))
    case 'k':
      if (rest[1] === undefined) return chooseDigest(talk, story, part)
      if (rest[2] === undefined) return chooseFigure(talk, story, part, rest[1])
      return addFigure(talk, story, part, { digestId: rest[1], index: Number(rest[2]) })
    default:
      return talk.remark('notice-stale')
  }
}

/** The story as it now is, with what this person can do. */
export function showStory(talk: StoryTalk, story: Story, first: readonly Line[] = []): void {
  const { words, language, button } = talk
  const draft = story.state === 'draft'
  const said = story.people.find(({ ids }) => ids.includes(talk.who))?.says
  talk.say({
    lines: [...first, ...storyLines(story, language, words)],
    choices: [
      ...(draft && said !== 'agree'
        ? [{ data: button(story.id, 'a', story.revision), label: words('story-agree'), role: 'option' as const }]
        : []),
      ...(draft
        ? STORY_PARTS.map((part, at) => ({
            data: button(story.id, 'p', part),
            label: words('story-part-button', { number: at + 1 }),
            role: 'control' as const,
          }))
        : []),
      ...(talk.onPage ? [] : [control(talk, 'story-files', story.id, 'f')]),
      control(talk, 'story-page', story.id, 'l'),
      ...(talk.back ? [talk.back] : []),
    ],
  })
}

async function speak(talk: StoryTalk, story: Story, says: 'agree' | 'adjust', revision: number): Promise<void> {
  const { words } = talk
  const said = await sayOfStory(talk.ground, story.id, talk.who, revision, says)
  if (typeof said === 'string') return refuse(talk, story.id, said)
  talk.wake()
  const now = (await readStory(talk.ground, story.id))!
  if (says === 'adjust') return showStory(talk, now, [{ text: words('story-said-adjust'), style: 'strong' }])
  const key = said.closed ? 'story-all-agreed' : 'story-said-agree'
  talk.say({
    lines: [{ text: words(key, said.closed ? {} : { revision }), style: 'strong' }],
    choices: [control(talk, 'story-open', story.id), control(talk, 'story-files', story.id, 'f')],
  })
}

/** Says why not, and shows the story as it now is. */
export async function refuse(talk: StoryTalk, storyId: string, fault: VoiceFault | ChangeFault): Promise<void> {
  const story = await readStory(talk.ground, storyId)
  if (!story || fault === 'gone' || fault === 'not-yours') return talk.remark(`story-${fault}`)
  if (fault !== 'unready') return showStory(talk, story, [{ text: talk.words(`story-${fault}`), style: 'strong' }])
  talk.say({
    lines: [{ text: talk.words('story-unready'), style: 'strong' }, ...openLines(story, talk.words, MOST_OPEN)],
    choices: [control(talk, 'story-back', storyId)],
  })
}

async function giveFiles(talk: StoryTalk, story: Story): Promise<void> {
  const { words, ground } = talk
  if (!fitsOnPaper(story)) return talk.remark('story-files-not')
  if (talk.onPage) return givePage(talk, story)
  const today = todayIn(ground, ground.config().organisations.get(story.organisationId))
  talk.say({
    lines: [{ text: words('story-files-how') }],
    files: await storyFiles(story, today),
    choices: [control(talk, 'story-back', story.id)],
  })
}

async function givePage(talk: StoryTalk, story: Story): Promise<void> {
  const { words } = talk
  talk.say({
    lines: [{ text: words('story-page-how') }],
    choices: [
      { data: '', label: words('story-page'), role: 'link', url: await talk.pageUrl() },
      control(talk, 'story-back', story.id),
    ],
  })
}

export const control = ({ words, button }: StoryTalk, key: string, ...parts: (string | number)[]): Choice => ({
  data: button(...parts),
  label: words(key),
  role: 'control',
})

const MOST_OPEN = 12
