/** Figures for a story in a conversation: which digest, which of its figures; its words and its caution come along. */

import { changeStory } from '../dialogue/story-change.ts'
import { MOST_FIGURES, type StoryContent, type StoryPart } from '../dialogue/story-content.ts'
import { figureHash, pickableIn } from '../dialogue/story-figures.ts'
import type { Story } from '../dialogue/story-read.ts'
import { dayIn, textIn } from '../digest/labels.ts'
import { type ListedDigest, newestDigests } from '../rounds/digest-list.ts'
import { after, askPart } from './story-part-talk.ts'
import { control, type StoryTalk } from './story-talk.ts'

/** Digests with figures that this person may read, newest first. */
export async function chooseDigest(talk: StoryTalk, story: Story, part: StoryPart): Promise<void> {
  const { words, language, button } = talk
  const known = (await readable(talk)).filter(({ content }) => pickableIn(content, language).length > 0)
  talk.say({
    lines: [{ text: words(known.length > 0 ? 'story-figure-which-digest' : 'story-figure-none') }],
    choices: [
      ...known.slice(0, MOST_LISTED).map(({ id, content }) => ({
        data: button(story.id, 'k', part, id),
        label: `${textIn(content.series, language, 30)} · ${dayIn(content.date, language, 'short')}`,
        role: 'option' as const,
      })),
      control(talk, 'story-back', story.id, 'p', part),
    ],
  })
}

export async function chooseFigure(talk: StoryTalk, story: Story, part: StoryPart, digestId: string): Promise<void> {
  const { words, language, button } = talk
  const digest = (await readable(talk)).find(({ id }) => id === digestId)
  if (!digest) return talk.remark('notice-stale')
  const figures = pickableIn(digest.content, language).slice(0, MOST_SHOWN)
  const questions = new Map(digest.content.questions.map(({ key, text }) => [key, textIn(text, language, 80)]))
  talk.say({
    lines: [
      { text: words('story-figure-which') },
      ...figures.map(({ question, label, text }, at) => ({
        text: `${at + 1}. ${words('story-figure', { question: questions.get(question) ?? '', label, text })}`,
      })),
    ],
    choices: [
      ...figures.map((_, at) => ({
        data: button(story.id, 'k', part, digestId, at),
        label: String(at + 1),
        role: 'option' as const,
      })),
      control(talk, 'story-back', story.id, 'p', part),
    ],
  })
}

/** The figure stands at the end of the part from now on; people move it by its name. */
export async function addFigure(
  talk: StoryTalk,
  story: Story,
  part: StoryPart,
  at: { digestId: string; index: number },
): Promise<void> {
  const digest = (await readable(talk)).find(({ id }) => id === at.digestId)
  const picked = digest && pickableIn(digest.content, talk.language)[at.index]
  if (!digest || !picked) return talk.remark('notice-stale')
  const { question, cell } = picked
  const full = story.content.figures.length >= MOST_FIGURES
  const known = (one: StoryContent['figures'][number]) =>
    one.digestId === at.digestId && one.question === question && one.cell === cell
  if (full && !story.content.figures.some(known))
    return askPart(talk, story, part, [
      { text: talk.words('story-figure-most', { most: MOST_FIGURES }), style: 'strong' },
    ])
  const done = await changeStory(talk.ground, story.id, (content) => {
    const there = content.figures.find(known)
    if (!there && content.figures.length >= MOST_FIGURES) return null
    const key = there?.key ?? nextKey(content)
    // A second tap adds nothing.
    if (content.parts[part].includes(`[${key}]`)) return content
    const parts = { ...content.parts, [part]: `${content.parts[part]} [${key}]`.trim() }
    if (there) return { ...content, parts }
    const hash = figureHash(digest.content, { question, cell })
    const { organisationId } = digest
    return {
      ...content,
      parts,
      figures: [...content.figures, { key, organisationId, digestId: at.digestId, question, cell, hash }],
    }
  })
  return after(talk, story.id, part, done)
}

function nextKey({ figures }: StoryContent): string {
  const numbers = figures.map(({ key }) => Number(key.slice(1)))
  return `c${Math.max(0, ...numbers) + 1}`
}

type Readable = ListedDigest & { organisationId: string }

async function readable({ ground, reads }: StoryTalk): Promise<Readable[]> {
  const all = await Promise.all(
    reads.map(async ({ organisationId, whose }) =>
      (await newestDigests(ground, organisationId, MOST_READ, whose)).map((one) => ({ ...one, organisationId })),
    ),
  )
  return all.flat().toSorted((a, b) => (a.content.date < b.content.date ? 1 : -1))
}

const MOST_READ = 40
const MOST_LISTED = 8
const MOST_SHOWN = 12
