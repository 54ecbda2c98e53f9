/** The impact story of one organisation's year: begun by who may, written by people, closed when two of them agree. */
import { currentYear } from '../dialogue/coach-mode.ts'
import { startYearStory } from '../dialogue/story-change.ts'
import { isStoryLanguage } from '../dialogue/story-content.ts'
import { readStory, storiesOfYears } from '../dialogue/story-read.ts'
import { makeStaffLink } from '../people/staff-links.ts'
import { FULL_LANGUAGES } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type StoryTalk, takeStoryTalk } from '../worksheets/story-talk.ts'
import { mayNot } from './refuse.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

const CODE = 'y'

/** `t.y`: which there are. `t.y.n`: begin one, `t.y.n.<language>` in this language. `t.y.<story>…`: about one. */
export const stories: Area = {
  code: CODE,
  open: list,
  async tap(turn, parts) {
    const [first] = parts
    if (first === undefined) return list(turn)
    if (first === 'n') return begin(turn, parts[1])
    return about(turn, parts)
  },
  typed: about,
}

async function list(turn: StaffTurn): Promise<void> {
  if (!turn.may('sheet.start')) return mayNot(turn)
  const { words } = turn
  const known = await storiesOfYears(turn.ground, turn.organisation.id)
  const year = currentYear(turn.ground, turn.organisation)
  turn.say({
    lines: [
      { text: words('story-name'), style: 'strong' },
      { text: words('story-menu-how') },
      ...(known.length === 0 ? [{ text: words('story-none'), style: 'quiet' as const }] : []),
    ],
    choices: [
      ...known.slice(0, MOST).map((one) => ({
        data: buttonOf(CODE, one.id),
        label: words('story-of-year', { year: `${one.year}–${one.year + 1}` }),
        role: 'option' as const,
      })),
      ...(known.some((one) => one.year === year) ? [] : [beginButton(turn)]),
      { data: buttonOf('m'), label: words('staff-menu-open'), role: 'control' },
    ],
  })
}

/** Leads to the story of this year: the one that is there, or a new one. */
export const beginButton = ({ words }: Pick<StaffTurn, 'words'>) => ({
  data: buttonOf(CODE, 'n'),
  label: words('story-begin'),
  role: 'control' as const,
})

async function begin(turn: StaffTurn, language: string | undefined): Promise<void> {
  const { ground, organisation, words } = turn
  if (!turn.may('sheet.start')) return mayNot(turn)
  const year = currentYear(ground, organisation)
  const known = (await storiesOfYears(ground, organisation.id)).find((one) => one.year === year)?.id
  if (known === undefined && !isStoryLanguage(language))
    return turn.say({
      lines: [{ text: words('story-begin-which'), style: 'strong' }, { text: words('story-begin-year') }],
      choices: [
        ...FULL_LANGUAGES.map((one) => ({
          data: buttonOf(CODE, 'n', one),
          label: wordsFor(one)('web-language-name'),
          role: 'option' as const,
        })),
        { data: buttonOf(CODE), label: words('story-back'), role: 'control' },
      ],
    })
  const id =
    known ??
    (isStoryLanguage(language) ? await startYearStory(ground, organisation, year, language, turn.staffId) : null)
  if (id === null) return turn.remark('story-gone')
  if (known === undefined) turn.rooms.wake()
  await takeStoryTalk(talkOf(turn, id), id, [])
}

async function about(turn: StaffTurn, [id = '', ...rest]: string[], text?: string): Promise<void> {
  if (!turn.may('sheet.start')) return mayNot(turn)
  const story = await readStory(turn.ground, id)
  // A story of partners is theirs, and one of another organisation is nobody's here.
  if (story?.organisationId !== turn.organisation.id || story.sheetId !== null) return turn.remark('story-gone')
  await takeStoryTalk(talkOf(turn, id), id, rest, text)
}

function talkOf(turn: StaffTurn, storyId: string): StoryTalk {
  const { ground, language, words, organisation, offices } = turn
  const whose = offices.every(({ role }) => role === 'coach') ? 'coach' : 'all'
  return {
    ...{ ground, language, words },
    who: turn.staffId,
    reads: turn.may('digest.read') ? [{ organisationId: organisation.id, whose }] : [],
    onPage: turn.inbound.channel === 'web',
    button: (...parts) => buttonOf(CODE, ...parts.map(String)),
    say: turn.say,
    remark: (key, values = {}) =>
      turn.remark(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))),
    expect: turn.expect,
    wake: turn.rooms.wake,
    pageUrl: async () => {
      const link = { purpose: 'file' as const, staffId: turn.staffId, organisationId: organisation.id }
      const { token } = await makeStaffLink(ground, { ...link, subject: `story:${storyId}` })
      return turn.rooms.pageUrl(`/verhaal/${token}`)
    },
    back: { data: buttonOf(CODE), label: words('story-name'), role: 'control' },
  }
}

const MOST = 6
