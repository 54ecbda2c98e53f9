/** The impact timeline in private: the year plan with its hours, and one button for each moment that can be changed. */
import type { Choice } from '../channels/port.ts'
import { agendaPath } from '../dialogue/agenda.ts'
import { currentYear } from '../dialogue/coach-mode.ts'
import { readYearPlan, workingYear } from '../dialogue/timeline.ts'
import { addMoment, LONGEST_TEXT, readMoment } from '../dialogue/timeline-edit.ts'
import { cut } from '../digest/labels.ts'
import { timelineImage } from '../pictures/timeline-image.ts'
import { queueTimeline } from '../rounds/post-timeline.ts'
import { drawn } from '../rounds/send-digest.ts'
import { momentDay, momentTitle } from '../timeline/moment-words.ts'
import { isFixed, isOpen, momentsOf, type PlanMoment, type YearPlan } from '../timeline/plan.ts'
import { footLines, headLines, monthAt, monthsLines, warningLines } from '../timeline/plan-lines.ts'
import { readDayAndWords } from '../timeline/read-wish.ts'
import { waysOnPage } from './on-page.ts'
import { mayNot } from './refuse.ts'
import { askSummary, dropSummary, showSummary, takeSummary } from './summary.ts'
import { showMoment } from './timeline-card.ts'
import { STEPS, typedStep } from './timeline-change.ts'
import { isTheirs, sightOf } from './timeline-rights.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

export const timeline: Area = {
  code: 't',
  async open(turn) {
    if (turn.inbound.type === 'place-command' && turn.place && sightOf(turn) === 'all') await post(turn, turn.place)
    else await showPlan(turn, undefined, true)
  },
  async tap(turn, [letter, ...parts]) {
    if (letter === undefined) return showPlan(turn, undefined, true)
    if (letter === 'y') return showPlan(turn, parts[0] === undefined ? undefined : Number(parts[0]))
    if (letter === 'm') return showMoment(turn, parts[0])
    if (letter === 'a') return askNew(turn)
    if (letter === 'i') return showAddress(turn)
    if (letter === 's') return askSummary(turn, parts[0])
    if (letter === 'l') return showSummary(turn, parts[0])
    if (letter === 'w') return dropSummary(turn, parts[0])
    if (letter === 'b') return begin(turn)
    const step = Object.hasOwn(STEPS, letter) ? STEPS[letter] : undefined
    return step ? step(turn, parts) : turn.remark('notice-stale')
  },
  async typed(turn, [letter, id], text) {
    if (letter === 's') return takeSummary(turn, id, text)
    return letter === 'a' ? add(turn, text) : typedStep(turn, letter ?? '', id, text)
  },
}

/** In the organisation's own place, for everybody there; anywhere else only in private. */
async function post(turn: StaffTurn, place: NonNullable<StaffTurn['place']>): Promise<void> {
  if (!(await queueTimeline(turn.ground, turn.organisation, place))) return showPlan(turn, undefined, true)
  turn.rooms.wake()
}

/**
 * @param from index of the first month that is shown; the month of today when absent or wrong
 * @param pictured with the picture of the year, which leafing through the months need not send again
 */
async function showPlan(turn: StaffTurn, from?: number, pictured = false): Promise<void> {
  const sight = sightOf(turn)
  if (sight === null) return mayNot(turn)
  if (sight === 'own') return showOwn(turn)
  const { ground, organisation, words, language } = turn
  const plan = await readYearPlan(
    ground,
    organisation,
    currentYear(ground, organisation),
    sight === 'fixed' ? 'fixed' : undefined,
  )
  const count = sight === 'fixed' ? plan.months.length : SHOWN_MONTHS
  const begin = sight === 'fixed' ? 0 : startAt(plan, from, today(turn))
  const shown = plan.months.slice(begin, begin + count).flatMap(({ moments }) => moments)
  const page = (index: number, key: string): Choice[] =>
    index >= 0 && index < plan.months.length
      ? [{ data: buttonOf('t', 'y', String(index)), label: words(key), role: 'control' }]
      : []
  const before = begin === 0 ? -1 : Math.max(0, begin - SHOWN_MONTHS)
  const onPage = turn.inbound.channel === 'web'
  const image = pictured && !onPage ? await drawn(ground, () => timelineImage(plan, language)) : null
  turn.say({
    ...(image ? { image } : {}),
    lines: [
      ...headLines(plan, language),
      ...(sight === 'fixed' ? [{ text: words('plan-coach-five') }] : []),
      ...(sight === 'fixed'
        ? monthsLines({ ...plan, months: plan.months.filter(({ moments }) => moments.length > 0) }, 0, count, language)
        : monthsLines(plan, begin, count, language)),
      ...warningLines(plan, language),
      ...(momentsOf(plan).some(({ kind }) => kind === 'session') || sight === 'fixed'
        ? []
        : [{ text: words('plan-no-sessions') }]),
      ...footLines(plan, language),
    ],
    choices: [
      ...waysOnPage(turn, [{ path: '#tijdlijn-h', key: 'page-figure' }]),
      ...momentChoices(turn, shown),
      ...(turn.may('timeline.edit')
        ? [{ data: buttonOf('t', 'a'), label: words('plan-button-add'), role: 'option' as const }]
        : []),
      ...(turn.may('timeline.edit') && !momentsOf(plan).some(({ kind }) => isFixed(kind))
        ? [{ data: buttonOf('t', 'b'), label: words('plan-button-five'), role: 'option' as const }]
        : []),
      ...page(before, 'plan-button-earlier'),
      ...page(begin + count, 'plan-button-later'),
      { data: buttonOf('t', 'i'), label: words('plan-button-address'), role: 'control' },
    ],
  })
}

/** The five fixed moments of this year, on days that can be changed after. */
async function begin(turn: StaffTurn): Promise<void> {
  if (!turn.may('timeline.edit')) return mayNot(turn)
  await turn.rooms.desk.addFixedMoments(turn.staffId, turn.organisation.id)
  return showPlan(turn)
}

/** The own tasks of a helper or somebody from outside: nothing else of the organisation. */
async function showOwn(turn: StaffTurn): Promise<void> {
  const { ground, organisation, words } = turn
  const plan = await readYearPlan(ground, organisation, currentYear(ground, organisation))
  const own: PlanMoment[] = []
  for (const one of momentsOf(plan).filter(({ editable }) => editable)) {
    const moment = await readMoment(ground, organisation, one.id)
    if (moment && (await isTheirs(turn, moment))) own.push(one)
  }
  turn.say({
    lines: [
      { text: words('plan-own', { organisation: organisation.name }), style: 'strong' },
      ...(own.length === 0 ? [{ text: words('plan-own-none') }] : []),
    ],
    choices: momentChoices(turn, own),
  })
}

const momentChoices = (turn: StaffTurn, moments: readonly PlanMoment[]): Choice[] =>
  moments
    .filter((one) => one.editable && isOpen(one))
    .slice(0, MOST_BUTTONS)
    .map((one) => ({
      data: buttonOf('t', 'm', one.id),
      label: cut(`${momentDay(one.date, turn.language)} ${momentTitle(one, turn.language)}`, LONGEST_LABEL),
      role: 'option',
    }))

async function askNew(turn: StaffTurn): Promise<void> {
  if (!turn.may('timeline.edit')) return mayNot(turn)
  const data = buttonOf('t', 'a')
  await turn.expect(data)
  turn.say({
    lines: [{ text: turn.words('plan-ask-new') }],
    choices: [{ data: buttonOf('t', 'y'), label: turn.words('plan-button-not'), role: 'control' }],
    typed: { label: turn.words('plan-write'), max: LONGEST_TEXT + 12, data },
  })
}

/** `15/12 Affiche maken`. Who does it, and how long, are asked on its card. */
async function add(turn: StaffTurn, text: string): Promise<void> {
  if (!turn.may('timeline.edit')) return mayNot(turn)
  const { ground, organisation } = turn
  const year = currentYear(ground, organisation)
  const { firstDay, lastDay } = workingYear(organisation, year)
  const within = { first: firstDay.toString(), last: lastDay.toString() }
  const wish = readDayAndWords(text, within)
  if (!wish) return turn.remark('plan-bad-new')
  const added = await addMoment(
    ground,
    organisation,
    { year, date: wish.date, title: wish.words, kind: 'other' },
    turn.staffId,
  )
  if (typeof added !== 'string') return showMoment(turn, added.id, 'plan-saved')
  const day = (date: string) => momentDay(date, turn.language, 'long')
  turn.remark(added, added === 'plan-bad-date' ? { first: day(within.first), last: day(within.last) } : {})
}

async function showAddress(turn: StaffTurn): Promise<void> {
  const sight = sightOf(turn)
  if (sight === null || sight === 'own') return mayNot(turn)
  const only = turn.offices.every(({ role }) => role === 'coach')
  turn.say({
    lines: [
      { text: turn.words('plan-address'), style: 'strong' },
      { text: turn.rooms.pageUrl(agendaPath(turn.ground, turn.organisation.id, only ? 'coach' : 'own')) },
      { text: turn.words('plan-address-how') },
      { text: turn.words('plan-address-privacy'), style: 'quiet' },
    ],
    choices: [{ data: buttonOf('t', 'y'), label: turn.words('plan-button-back'), role: 'control' }],
  })
}

const today = ({ ground, organisation }: StaffTurn): string =>
  ground.clock.now().toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()

const startAt = (plan: YearPlan, from: number | undefined, day: string): number =>
  from !== undefined && Number.isInteger(from) && from >= 0 && from < plan.months.length ? from : monthAt(plan, day)

const SHOWN_MONTHS = 3
const MOST_BUTTONS = 8
const LONGEST_LABEL = 40
