/** Putting a proposal together by buttons: method, series, moment, of whom, where, and one sentence. It ends as a draft. */
import { CHANNELS, type ChannelName, type Choice, type Line } from '../channels/port.ts'
import type { SurveyWish } from '../dialogue/chat-drafts.ts'
import { durationText, questionsIn } from '../dialogue/describe-survey.ts'
import { proposalCard, surveyButton } from '../dialogue/proposal-card.ts'
import { readProposal } from '../dialogue/read-proposal.ts'
import { readShelf, type Shelf } from '../instrumentarium/shelf.ts'
import { inspectLimit } from '../survey/inspect.ts'
import { textIn } from '../survey/question-set.ts'
import { mayNot, refuse } from './refuse.ts'
import { readTask, writeTask } from './staff-task.ts'
import type { StaffTurn } from './turn.ts'

type Making = { what: 'make'; organisationId: string; wish: Partial<SurveyWish> & { everywhere?: boolean } }
type Field = 'method' | 'series' | 'moment' | 'of' | 'channels' | 'reason' | 'aspect'

export async function beginMaking(turn: StaffTurn): Promise<void> {
  if (!turn.may('survey.draft')) return mayNot(turn)
  const { series } = turn.organisation
  const names = Object.keys(series)
  if (names.length === 0 || (await readShelf(turn.ground, turn.organisation.id)).methods.size === 0)
    return turn.remark('agree-make-none')
  // Where there is nothing to choose nobody is asked.
  const wish = names.length === 1 ? { series: names[0]! } : {}
  await ask(turn, { what: 'make', organisationId: turn.organisation.id, wish })
}

/** A choice: `m.<field>.<value>`. */
export async function takeMaking(turn: StaffTurn, [field = '', value = '']: string[]): Promise<void> {
  const making = await readMaking(turn)
  if (!making) return
  const { wish } = making
  const { methods } = await readShelf(turn.ground, turn.organisation.id)
  const method = methods.get(wish.method ?? '')
  switch (field as Field) {
    case 'method':
      // The next page of a list is a number, which no method has as its name.
      if (/^\d+$/.test(value)) return ask(turn, making, Number(value))
      if (!methods.has(value)) return turn.remark('agree-make-over')
      wish.method = value
      break
    case 'series':
      if (!turn.organisation.series[value]) return turn.remark('agree-make-over')
      wish.series = value
      break
    case 'moment':
      if (!MOMENTS.includes(value)) return turn.remark('agree-make-over')
      wish.moment = value
      break
    case 'of':
      wish.of = value === 'present' ? 'present' : 'subscribers'
      break
    case 'channels':
      wish.channels = CHANNELS.includes(value as ChannelName) ? [value as ChannelName] : null
      break
    case 'aspect':
      if (!method) return turn.remark('agree-make-over')
      wish.aspect = textIn(method.measures, turn.language).slice(0, MOST_ASPECT)
      break
    default:
      return turn.remark('agree-make-over')
  }
  await ask(turn, making)
}

/** Words that were asked for: `m.aspect`, `m.reason`. */
export async function typedMaking(turn: StaffTurn, [field]: string[], text: string): Promise<void> {
  const making = await readMaking(turn)
  if (!making) return
  const clean = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (field === 'reason' && clean.length >= LEAST_REASON) making.wish.reason = clean.slice(0, MOST_ASPECT)
  if (field === 'aspect' && clean !== '' && clean.length <= MOST_ASPECT) making.wish.aspect = clean
  await ask(turn, making)
}

async function readMaking(turn: StaffTurn): Promise<Making | null> {
  const making = await readTask<Making>(turn, 'make')
  if (!turn.may('survey.draft')) {
    mayNot(turn)
    return null
  }
  if (making?.organisationId === turn.organisation.id) return making
  turn.remark('agree-make-over')
  return null
}

/** Asks what is still open, or makes the draft. */
async function ask(turn: StaffTurn, making: Making, from = 0): Promise<void> {
  const shelf = await readShelf(turn.ground, turn.organisation.id)
  const field = nextOf(shelf, making)
  if (!field) return make(turn, making.wish as SurveyWish)
  await writeTask(turn, making)
  const { lines, choices, label } = questionOf(turn, shelf, making, field, from)
  if (label === undefined) return turn.say({ lines, choices })
  const data = surveyButton('m', field)
  await turn.expect(data)
  turn.say({
    lines,
    choices: [...choices, { data, label, role: 'write' }],
    typed: { label, max: MOST_ASPECT, data },
  })
}

function nextOf(shelf: Shelf, { wish }: Making): Field | null {
  const method = shelf.method(wish.method ?? '')
  const many = method !== undefined && inspectLimit(method.set.questions).length > 0
  if (wish.method === undefined) return 'method'
  if (wish.series === undefined) return 'series'
  if (wish.moment === undefined) return 'moment'
  if (wish.of === undefined) return 'of'
  if (wish.channels === undefined) return 'channels'
  if (many && wish.reason === undefined) return 'reason'
  return wish.aspect === undefined ? 'aspect' : null
}

type Asked = { lines: Line[]; choices: Choice[]; label?: string }

function questionOf(turn: StaffTurn, shelf: Shelf, { wish }: Making, field: Field, from: number): Asked {
  const { words, language, organisation } = turn
  const method = shelf.method(wish.method ?? '')
  const option = (value: string, label: string): Choice => ({
    data: surveyButton('m', field, value),
    label: plain(label).slice(0, LONGEST),
    role: 'option',
  })
  const head = (values: Record<string, string> = {}): Line[] => [
    { text: words(`agree-make-${field}`, values), style: 'strong' },
  ]
  switch (field) {
    case 'method': {
      const fit = shelf.all.filter(({ card }) =>
        organisation.languages.some((one) => shelf.method(card.id)?.set.languages.includes(one)),
      )
      const own = (title: string, whose: string) => (whose === 'own' ? words('library-ours', { title }) : title)
      return {
        lines: head(),
        choices: [
          ...fit
            .slice(from, from + MOST)
            .map(({ card, whose }) => option(card.id, own(textIn(card.title, language), whose))),
          ...(from + MOST < fit.length ? [option(String(from + MOST), words('library-more'))] : []),
        ],
      }
    }
    case 'series':
      return {
        lines: head(),
        choices: Object.entries(organisation.series)
          .slice(0, MOST)
          .map(([id, { title }]) => option(id, textIn(title, language))),
      }
    case 'moment':
      return { lines: head(), choices: MOMENTS.map((value) => option(value, momentText(turn, value))) }
    case 'of':
      return {
        lines: head(),
        choices: (['subscribers', 'present'] as const).map((value) => option(value, words(`agree-make-${value}`))),
      }
    case 'channels':
      return {
        lines: head(),
        choices: [
          option('all', words('agree-make-all')),
          ...CHANNELS.filter((name) => !method?.set.barredOn?.includes(name)).map((name) =>
            option(name, words('agree-make-only', { channel: words(`coach-channel-${name}`) })),
          ),
        ],
      }
    case 'reason':
      return {
        lines: head({ count: String(questionsIn(method?.set.questions ?? [])) }),
        choices: [],
        label: words('agree-make-reason-field'),
      }
    case 'aspect':
      return {
        lines: head(),
        choices: method
          ? [option('take', words('agree-make-take', { measures: textIn(method.measures, language) }))]
          : [],
        label: words('agree-make-aspect-field'),
      }
    default: {
      const never: never = field
      return never
    }
  }
}

function momentText({ words, language }: StaffTurn, value: string): string {
  if (value === 'start' || value === 'end') return words(`agree-make-${value}`)
  return words('agree-make-after', { time: durationText(value, language) })
}

async function make(turn: StaffTurn, wish: SurveyWish): Promise<void> {
  await writeTask(turn, null)
  const outcome = await turn.rooms.desk.draftSurvey(turn.staffId, turn.organisation.id, wish)
  if (!outcome.ok) return refuse(turn, outcome)
  const proposal = await readProposal(turn.ground, turn.organisation.id, outcome.value.proposalId)
  if (!proposal) return turn.remark('agree-make-over')
  const rights = { agree: false, propose: turn.may('survey.propose'), own: true }
  turn.say(proposalCard(proposal, turn.organisation, turn.language, rights))
}

/** A button has its own direction. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

const MOMENTS = ['start', 'end', 'PT24H', 'P3D', 'P7D']
const MOST = 20
const LONGEST = 70
const MOST_ASPECT = 200
const LEAST_REASON = 10
