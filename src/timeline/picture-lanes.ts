/** The lanes of the year: months across, in each month a shape of its own kind with a number in it. */
import { INSIDE } from '../drawing/frame.ts'
import { INK } from '../drawing/ink.ts'
import type { Sheet } from '../drawing/sheet.ts'
import { textWidth, wrapText } from '../drawing/text.ts'
import type { Language } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import { momentTitle } from './moment-words.ts'
import { isOpen, LANES, type Lane as LaneKind, momentsOf, type PlanMoment, type YearPlan } from './plan.ts'

/** What stands in one month: how many, and whether all of it is done. */
type Cell = { text: string; done: boolean }
/** `cells`: one a month, in a lane of its own; `numbers`: moments with a number each, which may share a month. */
export type Lane = { lane: LaneKind; title: string; cells: (Cell | null)[]; numbers: { month: number; cell: Cell }[] }

/** The lanes that have something in them, surveys one a method. */
export function lanesOf(plan: YearPlan, language: Language, words: Words): Lane[] {
  const moments = momentsOf(plan).filter(({ status }) => status !== 'dropped')
  return LANES.flatMap((lane): Lane[] => {
    const own = moments.filter((moment) => moment.lane === lane)
    if (own.length === 0) return []
    const title = words(`drawn-lane-${lane}`)
    if (lane === 'coach') {
      const numbers = own.map((moment, i) => ({
        month: monthOf(plan, moment),
        cell: { text: String(i + 1), done: !isOpen(moment) },
      }))
      return [{ lane, title, cells: [], numbers }]
    }
    if (lane !== 'surveys') return [{ lane, title, cells: cellsOf(plan, own), numbers: [] }]
    return methodsOf(own, language).map(([method, some]) => ({
      lane,
      title: words('drawn-part', { label: title, text: method ?? words('drawn-others') }),
      cells: cellsOf(plan, some),
      numbers: [],
    }))
  })
}

/** Surveys by name; beyond the fourth together, without a name. */
function methodsOf(moments: readonly PlanMoment[], language: Language): [string | null, PlanMoment[]][] {
  const methods = [...Map.groupBy(moments, (moment) => momentTitle(moment, language))]
  if (methods.length <= MOST_METHODS) return methods
  const others = methods.slice(MOST_METHODS - 1).flatMap(([, some]) => some)
  return [...methods.slice(0, MOST_METHODS - 1), [null, others]]
}

function cellsOf(plan: YearPlan, moments: readonly PlanMoment[]): (Cell | null)[] {
  return plan.months.map((_, i) => {
    const own = moments.filter((moment) => monthOf(plan, moment) === i)
    return own.length > 0 ? { text: String(own.length), done: !own.some(isOpen) } : null
  })
}

const monthOf = (plan: YearPlan, { date }: PlanMoment): number =>
  plan.months.findIndex(({ month }) => date.startsWith(month))

/** @returns where the last lane ends */
export function drawLanes(
  sheet: Sheet,
  plan: YearPlan,
  lanes: readonly Lane[],
  language: Language,
  top: number,
): number {
  const column = INSIDE.width / plan.months.length
  const middle = (month: number) => INSIDE.x + column * (month + 0.5)
  let y = drawMonths(sheet, plan, language, top)
  for (const { lane, title, cells, numbers } of lanes) {
    const [line = ''] = wrapText(title, { size: 34, width: INSIDE.width, weight: 'bold', most: 1 })
    sheet.text(INSIDE.x, y + 38, line, { size: 34, weight: 'bold', fill: INK.accent })
    y += 50
    const tallest = Math.max(1, ...plan.months.map((_, i) => numbers.filter(({ month }) => month === i).length))
    const height = MARK + 14 + (tallest - 1) * (MARK + 8)
    sheet.rect(INSIDE.x, y, INSIDE.width, height, { fill: INK.track })
    plan.months.slice(1).forEach((_, i) => {
      const x = INSIDE.x + column * (i + 1)
      sheet.line(x, y, x, y + height, { stroke: INK.paper, strokeWidth: 3 })
    })
    cells.forEach((cell, month) => {
      if (cell) drawMark(sheet, lane, middle(month), y + 7 + MARK / 2, cell.text, cell.done)
    })
    numbers.forEach(({ month, cell }, i) => {
      const before = numbers.slice(0, i).filter((other) => other.month === month).length
      drawMark(sheet, lane, middle(month), y + 7 + MARK / 2 + before * (MARK + 8), cell.text, cell.done)
    })
    y += height
  }
  return y + 8
}

/** The years, and below them the months; every second one lower where their names would touch. */
function drawMonths(sheet: Sheet, plan: YearPlan, language: Language, top: number): number {
  const column = INSIDE.width / plan.months.length
  const days = plan.months.map(({ month }) => Temporal.PlainDate.from(`${month}-01`))
  const names = days.map((day) => day.toLocaleString(LOCALES[language], { month: 'short' }))
  const narrow = names.every((name) => textWidth(name, 34) <= column - 6)
  days.forEach(({ month, year }, i) => {
    if (i === 0 || (month === 1 && i > 1)) {
      sheet.text(INSIDE.x + column * i, top + 34, String(year), { size: 34, weight: 'bold' })
    }
    sheet.text(INSIDE.x + column * (i + 0.5), top + 84 + (narrow || i % 2 === 0 ? 0 : 46), names[i]!, {
      size: 34,
      at: 'middle',
    })
  })
  return top + (narrow ? 96 : 142)
}

/** A shape a lane: told apart without colour. Filled when it is done. */
export function drawMark(sheet: Sheet, lane: LaneKind, x: number, y: number, text: string, done: boolean): void {
  const half = MARK / 2
  const shape = { fill: done ? INK.accent : INK.paper, stroke: INK.accent, strokeWidth: 5 }
  const points = CORNERS[lane]
  if (points.length === 0) sheet.circle(x, y, half, shape)
  else
    sheet.polygon(
      points.map(([dx, dy]) => [x + dx * half, y + dy * half] as const),
      shape,
    )
  const up = lane === 'feedback' ? 5 : 0
  if (text !== '')
    sheet.text(x, y + 12 - up, text, { size: 34, weight: 'bold', fill: done ? INK.onAccent : INK.ink, at: 'middle' })
}

/** From the middle, one being half a mark; a circle has none. */
const CORNERS: Record<LaneKind, readonly (readonly [number, number])[]> = {
  coach: [],
  surveys: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  sessions: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  // A balloon with words in it.
  feedback: [
    [-1, -1],
    [1, -1],
    [1, 0.7],
    [0, 0.7],
    [-0.55, 1.2],
    [-0.55, 0.7],
    [-1, 0.7],
  ],
  third: [
    [-0.5, -1],
    [0.5, -1],
    [1.1, 0],
    [0.5, 1],
    [-0.5, 1],
    [-1.1, 0],
  ],
}

/** How wide a shape is. */
export const MARK = 50
const MOST_METHODS = 4
/** Day before month, and western digits, everywhere. */
const LOCALES: Record<Language, string> = {
  nl: 'nl-BE',
  'nl-plain': 'nl-BE',
  en: 'en-GB',
  fr: 'fr-BE',
  ar: 'ar-u-nu-latn',
}
