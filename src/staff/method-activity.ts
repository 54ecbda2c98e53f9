/** Methods without Pols: describing an own one with a form to count, putting one on the timeline, and counting. */
import type { Choice } from '../channels/port.ts'
import { card as cardSchema } from '../config/method.ts'
import { currentYear } from '../dialogue/coach-mode.ts'
import { workingYear } from '../dialogue/timeline.ts'
import type { Moment } from '../dialogue/timeline-edit.ts'
import { countLines, type PlannedActivity, readActivities } from '../instrumentarium/activities.ts'
import { MOST_LONG, MOST_QUESTION, MOST_TITLE } from '../instrumentarium/card-check.ts'
import { readShelf } from '../instrumentarium/shelf.ts'
import { oneLine } from '../survey/one-line.ts'
import { type LocalText, textIn } from '../survey/question-set.ts'
import { momentDay } from '../timeline/moment-words.ts'
import { plainDigits } from '../timeline/read-when.ts'
import { readDay } from '../timeline/read-wish.ts'
import { ownMethods } from './method-share.ts'
import { mayNot, refuse } from './refuse.ts'
import { readTask, writeTask } from './staff-task.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

const ASKED = ['title', 'measures', 'for', 'how', 'minutes', 'question', 'options'] as const
type Asked = (typeof ASKED)[number]
type Making = { what: 'method-new'; organisationId: string; said: Partial<Record<Asked, string>> }

/** `t.i.m`: describes a new activity, one question a message; `t.i.m.n`: there is nothing to count. */
export async function describeActivity(turn: StaffTurn, [letter]: string[]): Promise<void> {
  if (!turn.may('method.draft')) return mayNot(turn)
  if (letter === undefined) return ask(turn, { what: 'method-new', organisationId: turn.organisation.id, said: {} })
  const making = await readMaking(turn)
  if (letter !== 'n' || !making || nextOf(making) !== 'question') return turn.remark('notice-stale')
  await make(turn, making)
}

export async function typedActivity(turn: StaffTurn, text: string): Promise<void> {
  if (!turn.may('method.draft')) return mayNot(turn)
  const making = await readMaking(turn)
  const asked = making && nextOf(making)
  if (!making || !asked) return turn.remark('notice-stale')
  const said = asked === 'options' ? text : oneLine(text)
  const fault = faultOf(asked, said)
  if (fault) {
    turn.remark(fault, { max: String(longest(asked)) })
    return turn.expect(buttonOf('i', 'm'))
  }
  const next = { ...making, said: { ...making.said, [asked]: said } }
  return nextOf(next) === null ? make(turn, next) : ask(turn, next)
}

function faultOf(asked: Asked, said: string): string | null {
  if (said.trim() === '') return 'library-empty-answer'
  if ([...said].length > longest(asked)) return 'library-too-long'
  if (asked === 'minutes' && minutesIn(said) === null) return 'library-bad-minutes'
  if (asked === 'options' && (optionsIn(said).length < 2 || optionsIn(said).length > 10)) return 'library-bad-options'
  return null
}

const longest = (asked: Asked): number =>
  asked === 'title' ? MOST_TITLE : asked === 'question' ? MOST_QUESTION : MOST_LONG

async function readMaking(turn: StaffTurn): Promise<Making | null> {
  const making = await readTask<Making>(turn, 'method-new')
  return making?.organisationId === turn.organisation.id ? making : null
}

const nextOf = ({ said }: Making): Asked | null => ASKED.find((one) => said[one] === undefined) ?? null

async function ask(turn: StaffTurn, making: Making): Promise<void> {
  await writeTask(turn, making)
  const asked = nextOf(making)!
  const data = buttonOf('i', 'm')
  await turn.expect(data)
  const { words } = turn
  const label = words('library-answer-label')
  turn.say({
    lines: [
      { text: words(`library-new-${asked}`), style: 'strong' },
      ...(asked === 'title' ? [{ text: words('library-new-how-it-goes') }] : []),
    ],
    typed: { label, max: longest(asked), data },
    choices: [
      { data, label, role: 'write' },
      ...(asked === 'question'
        ? [{ data: buttonOf('i', 'm', 'n'), label: words('library-new-no-count'), role: 'option' as const }]
        : []),
      { data: buttonOf('i', 'd'), label: words('library-edit-back'), role: 'control' },
    ],
  })
}

async function make(turn: StaffTurn, { said }: Making): Promise<void> {
  const { organisation, language, words } = turn
  await writeTask(turn, null)
  // Dutch is the source of a card; who writes in another language has it in both places.
  const text = (given: string): LocalText => ({ nl: given, ...(language === 'nl' ? {} : { [language]: given }) })
  const options = optionsIn(said.options ?? '')
  const raw = {
    ...{ id: slugOf(said.title ?? ''), version: 1, kind: 'activity', aspects: [], groups: [] },
    ...{ title: text(said.title!), measures: text(said.measures!), for: text(said.for!), withoutBot: text(said.how!) },
    minutes: minutesIn(said.minutes ?? '') ?? { young: 0, staff: 0 },
    source: text(words('library-new-source', { organisation: organisation.name }).replace(/[\u2066-\u2069]/g, '')),
    ...(said.question !== undefined && options.length > 0
      ? {
          tally: [
            {
              key: 'count',
              text: text(said.question),
              options: options.map((option, at) => ({ code: `o${at + 1}`, text: text(option) })),
            },
          ],
        }
      : {}),
  }
  const card = cardSchema.safeParse(raw)
  if (!card.success) return turn.remark('library-empty')
  const kept = await turn.rooms.desk.keepMethod(turn.staffId, organisation.id, card.data)
  if (!kept.ok) return refuse(turn, kept)
  await ownMethods(turn, [kept.value.id])
}

/** `t.i.p.<card>`: on which day; `t.i.p.l.<card>`: what was counted; `t.i.p.c.<count>`: count now. */
export async function planCard(turn: StaffTurn, [first = '', second = '']: string[]): Promise<void> {
  if (first === 'l') return showCounts(turn, second)
  if (first === 'c') return askCount(turn, second)
  if (!turn.may('timeline.edit')) return mayNot(turn)
  const card = (await readShelf(turn.ground, turn.organisation.id)).get(first)?.card
  if (card?.kind !== 'activity') return turn.remark('library-gone')
  const data = buttonOf('i', 'p', first)
  await turn.expect(data)
  const { words, language } = turn
  const label = words('library-day-label')
  turn.say({
    lines: [{ text: words('library-plan-when', { title: textIn(card.title, language) }), style: 'strong' }],
    typed: { label, max: 20, data },
    choices: [
      { data, label, role: 'write' },
      { data: buttonOf('i', 'o', first), label: words('library-edit-back'), role: 'control' },
    ],
  })
}

/** A day, or the numbers that were counted. */
export async function typedPlan(turn: StaffTurn, [first = '', second = '']: string[], text: string): Promise<void> {
  if (first === 'c') return takeCount(turn, second, text)
  const { firstDay, lastDay } = workingYear(turn.organisation, currentYear(turn.ground, turn.organisation))
  const day = readDay(plainDigits(text), { first: firstDay.toString(), last: lastDay.toString() }) ?? ''
  const planned = await turn.rooms.desk.planActivity(turn.staffId, turn.organisation.id, first, day)
  if (!planned.ok) {
    await turn.expect(buttonOf('i', 'p', first))
    return refuse(turn, planned)
  }
  const { words, language } = turn
  const { countId } = planned.value
  turn.say({
    lines: [{ text: words('library-planned', { day: momentDay(day, language, 'long') }), style: 'strong' }],
    choices: [
      ...(countId === null ? [] : [countButton(turn, countId)]),
      { data: buttonOf('t'), label: words('staff-menu-timeline'), role: 'option' },
    ],
  })
}

/** The button to count an activity, under its moment on the timeline; none for other moments. */
export async function countChoices(turn: StaffTurn, moment: Pick<Moment, 'id'>): Promise<Choice[]> {
  if (!turn.may('session.count')) return []
  const tied = await readActivities(turn.ground, turn.organisation.id, { momentId: moment.id })
  return tied.map(({ id }) => countButton(turn, id))
}

const countButton = (turn: StaffTurn, id: string): Choice => ({
  data: buttonOf('i', 'p', 'c', id),
  label: turn.words('library-count'),
  role: 'option',
})

async function showCounts(turn: StaffTurn, cardId: string): Promise<void> {
  if (!turn.may('session.count')) return mayNot(turn)
  const all = await readActivities(turn.ground, turn.organisation.id, { methodId: cardId })
  const { words } = turn
  turn.say({
    lines: [
      { text: words('library-counts'), style: 'strong' },
      ...(all.length === 0 ? [{ text: words('library-counts-none') }] : []),
      ...all.slice(0, MOST).flatMap((one) => linesOf(turn, one)),
    ],
    choices: [
      ...all.slice(0, MOST).map(
        ({ id, date }): Choice => ({
          data: buttonOf('i', 'p', 'c', id),
          label: momentDay(date, turn.language, 'long'),
          role: 'option',
        }),
      ),
      { data: buttonOf('i', 'o', cardId), label: words('library-edit-back'), role: 'control' },
    ],
  })
}

const linesOf = (turn: StaffTurn, one: PlannedActivity) => [
  { text: momentDay(one.date, turn.language, 'long'), style: 'strong' as const },
  ...countLines(one, turn.organisation.smallestGroup, turn.language).map((text) => ({ text })),
]

/** Asks the first question that was not counted; when all were, the first again. */
async function askCount(turn: StaffTurn, id: string, question?: string): Promise<void> {
  if (!turn.may('session.count')) return mayNot(turn)
  const [one] = await readActivities(turn.ground, turn.organisation.id, { id })
  const form =
    one?.form.find(({ key }) => (question === undefined ? !one.counts[key] : key === question)) ?? one?.form[0]
  if (!one || !form) return turn.remark('library-gone')
  const data = buttonOf('i', 'p', 'c', id)
  await turn.expect(data)
  await writeTask(turn, { what: 'method-count', id, question: form.key } as Counting)
  const { words, language } = turn
  const label = words('library-count-label')
  turn.say({
    lines: [
      { text: textIn(form.text, language), style: 'strong' },
      ...form.options.map(({ text }, at) => ({ text: `${at + 1}. ${textIn(text, language)}` })),
      { text: words('library-count-how', { count: form.options.length }) },
    ],
    typed: { label, max: 60, data },
    choices: [
      { data, label, role: 'write' },
      { data: buttonOf('i', 'p', 'l', one.methodId), label: words('library-edit-back'), role: 'control' },
    ],
  })
}

type Counting = { what: 'method-count'; id: string; question: string }

async function takeCount(turn: StaffTurn, id: string, text: string): Promise<void> {
  const counting = await readTask<Counting>(turn, 'method-count')
  if (counting?.id !== id) return turn.remark('notice-stale')
  const people = plainDigits(text)
    .match(/\S+/g)
    ?.map((one) => (/^\d{1,4}[,;]?$/.test(one) ? Number.parseInt(one, 10) : Number.NaN))
  const { desk } = turn.rooms
  const counted = await desk.countActivity(turn.staffId, turn.organisation.id, id, counting.question, people ?? [])
  if (!counted.ok) {
    await turn.expect(buttonOf('i', 'p', 'c', id))
    return refuse(turn, counted)
  }
  const [one] = await readActivities(turn.ground, turn.organisation.id, { id })
  const open = one?.form.find(({ key }) => !one.counts[key])
  if (one && open) return askCount(turn, id, open.key)
  await writeTask(turn, null)
  if (one) await showCounts(turn, one.methodId)
}

/** `15 30`: minutes of a young person, and of who guides them. */
function minutesIn(text: string): { young: number; staff: number } | null {
  const [, young, staff] = /^(\d{1,3})\D+(\d{1,3})\D*$/.exec(plainDigits(text).trim()) ?? []
  if (young === undefined || staff === undefined) return null
  return Math.max(Number(young), Number(staff)) <= 600 ? { young: Number(young), staff: Number(staff) } : null
}

/** One a line, or apart by a comma or semicolon. */
const optionsIn = (text: string): string[] =>
  text
    .split(/[\n;,،؛]/)
    .map(oneLine)
    .filter((one) => one !== '')

function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  return plain.slice(0, 24) || 'methode'
}

const MOST = 10
