/** The impact story of a joint worksheet, in the chat of its partners. */

import { authorityOf } from '../dialogue/authority.ts'
import { partnerAt, readJoint } from '../dialogue/joint-read.ts'
import { startJointStory } from '../dialogue/story-change.ts'
import { isStoryLanguage } from '../dialogue/story-content.ts'
import { readStory, storyOfSheet } from '../dialogue/story-read.ts'
import { readStaff } from '../people/staff.ts'
import { makeStaffLink } from '../people/staff-links.ts'
import { FULL_LANGUAGES } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type StoryTalk, takeStoryTalk } from './story-talk.ts'
import { type SheetTurn, sheetButton } from './turn.ts'

/**
 * A button `w.v.…`, or the words that were asked for by one: `<worksheet>` leads to its story or begins one, `<story>…`
 * is about one.
 */
export async function takeStory(turn: SheetTurn, parts: string[], text?: string): Promise<void> {
  const [first, ...rest] = parts
  if (first === undefined) return turn.remark('story-none')
  if ((await partnerAt(turn.ground, first, turn.writer.id)) !== null) return begin(turn, first, rest[0])
  const story = await readStory(turn.ground, first)
  const who = story?.sheetId ? await partnerAt(turn.ground, story.sheetId, turn.writer.id) : null
  if (!story || who === null) return turn.remark(wasThere(turn, story) ? 'story-not-yours' : 'story-gone')
  await takeStoryTalk(await talkOf(turn, story, who), first, rest, text)
}

/** Who left its worksheet knows of the story; to everybody else it never was. */
const wasThere = ({ writer }: SheetTurn, story: Awaited<ReturnType<typeof readStory>>): boolean =>
  story?.joint?.partners.some(({ writerId }) => writerId === writer.id) ?? false

async function begin(turn: SheetTurn, sheetId: string, language: string | undefined): Promise<void> {
  const { ground, words } = turn
  const who = await partnerAt(ground, sheetId, turn.writer.id)
  if (who === null) return turn.remark('story-not-yours')
  const known = await storyOfSheet(ground, sheetId)
  if (known === null && !isStoryLanguage(language))
    return turn.say({
      lines: [{ text: words('story-begin-which'), style: 'strong' }, { text: words('story-begin-how') }],
      choices: FULL_LANGUAGES.map((one) => ({
        data: sheetButton('v', sheetId, one),
        label: wordsFor(one)('web-language-name'),
        role: 'option',
      })),
    })
  const id = known ?? (isStoryLanguage(language) ? await startJointStory(ground, sheetId, language, who) : null)
  const story = id === null ? null : await readStory(ground, id)
  if (!story) return turn.remark('story-gone')
  turn.rooms.wake()
  await takeStoryTalk(await talkOf(turn, story, who), story.id, [])
}

async function talkOf(turn: SheetTurn, story: { id: string; sheetId: string | null }, who: string): Promise<StoryTalk> {
  const { ground, language, words, writer } = turn
  const joint = story.sheetId === null ? null : await readJoint(ground, story.sheetId)
  return {
    ...{ ground, language, words, who },
    reads: await readsOf(turn),
    onPage: writer.address.channel === 'web',
    button: (...parts) => sheetButton('v', ...parts.map(String)),
    say: turn.say,
    remark: turn.remark,
    expect: turn.expect,
    wake: turn.rooms.wake,
    pageUrl: async () => {
      const link = { purpose: 'file' as const, writerId: writer.id, subject: `story:${story.id}` }
      const { token } = await makeStaffLink(ground, link)
      return turn.rooms.pageUrl(`/verhaal/${token}`)
    },
    back: joint && { data: sheetButton('j', 'h', joint.id), label: words('story-sheet'), role: 'control' },
  }
}

/**
 * Figures of an organisation come before partners only by who may give them out: sharing a digest with others is its
 * lead's to decide, whoever else may read it.
 */
async function readsOf({ ground, inbound, addressHash }: SheetTurn): Promise<StoryTalk['reads']> {
  const person = await readStaff(ground, inbound.channel, addressHash)
  const ids = [...new Set(person?.offices.map(({ organisationId }) => organisationId))]
  const reads = await Promise.all(
    ids.map(async (organisationId): Promise<StoryTalk['reads']> => {
      const organisation = ground.config().organisations.get(organisationId)
      if (!organisation || !person) return []
      const authority = await authorityOf(ground, organisation, person.offices)
      return authority.may('digest.share') ? [{ organisationId, whose: 'all' }] : []
    }),
  )
  return reads.flat()
}
