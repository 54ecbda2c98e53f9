/** One part of a story in a conversation: reading it whole, writing it anew, and saying that it still holds. */
import type { Line } from '../channels/port.ts'
import { faultLine, partNumber, staleLine } from '../dialogue/story-card.ts'
import { changeStory } from '../dialogue/story-change.ts'
import { withFigures } from '../dialogue/story-checks.ts'
import { MOST_PART, MOST_SIGNS, readPartText, STORY_PARTS, type StoryPart } from '../dialogue/story-content.ts'
import { headingOf, signLine } from '../dialogue/story-document.ts'
import { wordsOf } from '../dialogue/story-draft.ts'
import { readStory, type Story } from '../dialogue/story-read.ts'
import { settled } from '../dialogue/story-stale.ts'
import { cut } from '../digest/labels.ts'
import { contentHash } from '../survey/content-hash.ts'
import { control, refuse, type StoryTalk } from './story-talk.ts'

export const partOf = (text: string | undefined): StoryPart | null => STORY_PARTS.find((one) => one === text) ?? null

/** A part with its figures spelled out, and below it how it is written: with their names. */
export function askPart(talk: StoryTalk, story: Story, part: StoryPart, first: readonly Line[] = []): void {
  const { words, button } = talk
  const { content } = story
  const text = content.parts[part]
  const faults = story.faults.filter((fault) => fault.part === part)
  const stale = story.stale.filter((one) => one.part === part)
  const signs = part === 'check' ? content.signs : []
  talk.say({
    lines: [
      ...first,
      { text: headingOf(part, story.sheetId !== null, words), style: 'strong' },
      { text: words(`story-hint-${part}`), style: 'quiet' },
      ...(text === '' ? [{ text: words('story-part-empty') }] : linesOf(cut(text, LONGEST))),
      ...(text !== withFigures(text, story.figures) ? linesOf(withFigures(text, story.figures), 'quiet') : []),
      ...signs.map((sign) => ({ text: signLine(sign, talk.language, words) })),
      ...stale.map((one) => ({ text: staleLine(story, one, words), style: 'strong' as const })),
      ...newWords(story, part, talk),
      ...faults.map((fault) => ({ text: faultLine(fault, words) })),
    ],
    choices: [
      control(talk, 'story-write', story.id, 'w', part),
      ...(stale.length > 0 ? [control(talk, 'story-still', story.id, 't', part, story.revision)] : []),
      control(talk, 'story-figure-add', story.id, 'k', part),
      ...signs.flatMap((sign, at) => [
        ...(sign.how === null ? [numbered('story-sign-choose-how', at, 's', 'h', at)] : []),
        ...(sign.who === '' ? [numbered('story-sign-choose-who', at, 's', 'b', at)] : []),
        ...(sign.on === null || story.faults.some((one) => isPast(one, at))
          ? [numbered('story-sign-choose-day', at, 's', 'd', at)]
          : []),
        numbered('story-sign-drop', at, 'x', at),
      ]),
      ...(part === 'check' && signs.length < MOST_SIGNS ? [control(talk, 'story-sign-add', story.id, 's', 'n')] : []),
      control(talk, 'story-back', story.id),
    ],
  })

  function numbered(key: string, at: number, ...parts: (string | number)[]) {
    const label = words(key, { number: at + 1 })
    return { data: button(story.id, ...parts), label, role: 'control' as const }
  }
}

const isPast = (fault: Story['faults'][number], at: number): boolean =>
  fault.kind === 'sign' && fault.number === at + 1 && fault.lacks === 'past'

/** What partners wrote since, to be taken over by whoever wants to. */
function newWords({ stale, joint }: Story, part: StoryPart, { words }: StoryTalk): Line[] {
  return stale.flatMap((one): Line[] => {
    if (one.part !== part || (one.why !== 'edited' && one.why !== 'later')) return []
    const entry = joint?.entries.find(({ id }) => id === one.of)
    const partner = joint?.partners.find(({ id }) => id === entry?.partnerId)
    if (!entry || !partner) return []
    const who = partner.partner || partner.name || words('story-somebody')
    return [{ text: words('story-new-words', { who, text: cut(wordsOf(entry), LONGEST_ENTRY) }) }]
  })
}

export async function askToWrite(talk: StoryTalk, story: Story, part: StoryPart): Promise<void> {
  const { words } = talk
  const data = talk.button(story.id, 'w', part, markOf(story.content.parts[part]))
  await talk.expect(data)
  talk.say({
    lines: [
      { text: headingOf(part, story.sheetId !== null, words), style: 'strong' },
      { text: words(`story-hint-${part}`) },
      { text: words('story-write-how', { most: MOST_PART }) },
      ...(story.content.figures.length > 0 ? [{ text: words('story-write-figure') }] : []),
      ...linesOf(cut(story.content.parts[part], LONGEST), 'quiet'),
    ],
    typed: { label: words('story-part-button', { number: partNumber(part) }), max: MOST_PART, data },
    choices: [{ data, label: words('story-write'), role: 'write' }, control(talk, 'story-back', story.id)],
  })
}

/** @param mark of the text that this person saw: what somebody else wrote since is not written over unseen */
export async function writePart(
  talk: StoryTalk,
  story: Story,
  part: StoryPart,
  mark: string,
  typed: string,
): Promise<void> {
  const text = readPartText(typed)
  if (text === null)
    return askPart(talk, story, part, [{ text: talk.words('story-too-long', { most: MOST_PART }), style: 'strong' }])
  const done = await changeStory(talk.ground, story.id, (content, { sources }) =>
    markOf(content.parts[part]) === mark
      ? settled({ ...content, parts: { ...content.parts, [part]: text } }, part, sources)
      : null,
  )
  if (done === 'overtaken')
    return askPart(talk, (await readStory(talk.ground, story.id))!, part, [
      { text: talk.words('story-overtaken'), style: 'strong' },
      { text: talk.words('story-overtaken-words', { text: cut(text, MOST_PART) }) },
    ])
  return after(talk, story.id, part, done)
}

/** Looked at again, and it holds; @param revision that this person saw */
export async function stillRight(talk: StoryTalk, story: Story, part: StoryPart, revision: number): Promise<void> {
  const done = await changeStory(talk.ground, story.id, (content, held) =>
    held.revision === revision ? settled(content, part, held.sources) : null,
  )
  return after(talk, story.id, part, done)
}

/** Shows the part as it now is; a change that did not happen is said. */
export async function after(
  talk: StoryTalk,
  storyId: string,
  part: StoryPart,
  done: Awaited<ReturnType<typeof changeStory>>,
): Promise<void> {
  if (typeof done === 'string') return refuse(talk, storyId, done)
  talk.wake()
  const story = await readStory(talk.ground, storyId)
  if (story) askPart(talk, story, part)
}

/** Tells two texts apart; short, because it stands in a button. */
const markOf = (text: string): string => contentHash({ text }).slice(0, 10)

const linesOf = (text: string, style?: 'quiet'): Line[] =>
  text === '' ? [] : text.split('\n').map((one) => (style ? { text: one, style } : { text: one }))

/** A first draft may be longer than a message. */
const LONGEST = 1000
const LONGEST_ENTRY = 300
