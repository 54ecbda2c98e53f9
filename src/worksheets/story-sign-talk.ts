/** The signs of the last part in a conversation: what, how, who and on which day, one at a time and kept as it goes. */
import { changeStory } from '../dialogue/story-change.ts'
import { MOST_SIGN, MOST_SIGNS, readLine, SIGN_KINDS, type Sign, type StoryContent } from '../dialogue/story-content.ts'
import { type Story, todayIn } from '../dialogue/story-read.ts'
import { readWhen } from '../timeline/read-when.ts'
import { after, askPart } from './story-part-talk.ts'
import { control, type StoryTalk } from './story-talk.ts'

/** `n` a new one, `h.<number>` how, `h.<number>.<kind>` that is how, `b.<number>` who, `d.<number>` which day. */
export async function askSign(
  talk: StoryTalk,
  story: Story,
  [what, number = '', kind]: readonly string[],
): Promise<void> {
  const { words, button } = talk
  if (what === 'n') {
    if (story.content.signs.length >= MOST_SIGNS) return refuseSign(talk, story, 'story-sign-most', MOST_SIGNS)
    return askLine(talk, story, words('story-sign-what', { most: MOST_SIGN }), 's', 'n')
  }
  if (!story.content.signs[Number(number)]) return talk.remark('notice-stale')
  if (what === 'b') return askLine(talk, story, words('story-sign-who'), 's', 'b', number)
  if (what === 'd') return askLine(talk, story, words('story-sign-day'), 's', 'd', number)
  if (what !== 'h') return talk.remark('notice-stale')
  const how = SIGN_KINDS.find((one) => one === kind)
  if (how) return keep(talk, story, Number(number), { how })
  talk.say({
    lines: [{ text: words('story-sign-how'), style: 'strong' }, { text: story.content.signs[Number(number)]!.what }],
    choices: [
      ...SIGN_KINDS.map((one) => ({
        data: button(story.id, 's', 'h', number, one),
        label: words(`story-how-${one}`),
        role: 'option' as const,
      })),
      control(talk, 'story-back', story.id, 'p', 'check'),
    ],
  })
}

export async function writeSign(
  talk: StoryTalk,
  story: Story,
  [what, number = '']: readonly string[],
  typed: string,
): Promise<void> {
  if (what === 'd') {
    const on = readDay(talk, story, typed)
    return on === null ? refuseSign(talk, story, 'story-sign-bad-day') : keep(talk, story, Number(number), { on })
  }
  const line = readLine(typed, MOST_SIGN)
  if (line === null) return refuseSign(talk, story, 'story-line-too-long', MOST_SIGN)
  if (what === 'b') return keep(talk, story, Number(number), { who: line })
  const sign: Sign = { what: line, how: null, who: '', on: null }
  const done = await changeStory(talk.ground, story.id, (content) =>
    content.signs.length < MOST_SIGNS ? { ...content, signs: [...content.signs, sign] } : null,
  )
  return after(talk, story.id, 'check', done)
}

/** The sign that was seen: when another took its place, nothing goes. */
export async function dropSign(talk: StoryTalk, story: Story, number: string): Promise<void> {
  const seen = story.content.signs[Number(number)]
  const done = await changeStory(talk.ground, story.id, (content) =>
    isSame(content, Number(number), seen)
      ? { ...content, signs: content.signs.filter((_, at) => at !== Number(number)) }
      : null,
  )
  return after(talk, story.id, 'check', done)
}

async function keep(talk: StoryTalk, story: Story, number: number, change: Partial<Sign>): Promise<void> {
  const seen = story.content.signs[number]
  const done = await changeStory(talk.ground, story.id, (content) =>
    isSame(content, number, seen)
      ? { ...content, signs: content.signs.map((sign, at) => (at === number ? { ...sign, ...change } : sign)) }
      : null,
  )
  return after(talk, story.id, 'check', done)
}

const isSame = ({ signs }: StoryContent, number: number, seen: Sign | undefined): boolean =>
  seen !== undefined && signs[number]?.what === seen.what

async function askLine(talk: StoryTalk, story: Story, question: string, ...parts: (string | number)[]): Promise<void> {
  const data = talk.button(story.id, ...parts)
  await talk.expect(data)
  talk.say({
    lines: [{ text: question, style: 'strong' }],
    typed: { label: talk.words('story-sign-add'), max: MOST_SIGN, data },
    choices: [
      { data, label: talk.words('story-write'), role: 'write' },
      control(talk, 'story-back', story.id, 'p', 'check'),
    ],
  })
}

/** A day to come, as people type it; null for what cannot be understood or is over. */
function readDay({ ground }: StoryTalk, story: Story, typed: string): string | null {
  const today = todayIn(ground, ground.config().organisations.get(story.organisationId))
  if (typed.length > 60) return null
  const day = readWhen(`${typed.trim()} 12:00`, today)?.slice(0, 10) ?? null
  return day !== null && day >= today.toString() && day <= today.add({ years: MOST_YEARS }).toString() ? day : null
}

function refuseSign(talk: StoryTalk, story: Story, key: string, most?: number): void {
  askPart(talk, story, 'check', [{ text: talk.words(key, most === undefined ? {} : { most }), style: 'strong' }])
}

const MOST_YEARS = 6
