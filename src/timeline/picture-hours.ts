/** The hours of the year: a column a month, a pattern for each kind of person. */
import { drawText, INSIDE } from '../drawing/frame.ts'
import { type Fill, INK, paintOf } from '../drawing/ink.ts'
import type { Sheet } from '../drawing/sheet.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { hoursText } from './moment-words.ts'
import { type Minutes, PERSONS, type Person, type YearPlan } from './plan.ts'

/** Planned hours; above each column how many. @returns where the last line ends */
export function drawHours(sheet: Sheet, plan: YearPlan, language: Language, top: number): number {
  const words = wordsFor(language)
  let y = drawText(sheet, words('drawn-hours'), top, { ...INSIDE, size: 42, weight: 'bold' }) + 60
  const column = INSIDE.width / plan.months.length
  const totals = plan.months.map(({ planned }) => totalOf(planned))
  const scale = TALLEST / Math.max(...totals)
  const ground = y + TALLEST
  plan.months.forEach(({ planned }, i) => {
    const x = INSIDE.x + column * i + 8
    let from = ground
    for (const person of STACKED) {
      const height = planned[person] * scale
      if (height === 0) continue
      sheet.rect(x, from - height, column - 16, height, {
        fill: paintOf(FILL_OF[person]),
        stroke: INK.ink,
        strokeWidth: 2,
      })
      from -= height
    }
    if (totals[i]! > 0) {
      const hours = words('drawn-number', { number: Math.round(totals[i]! / 6) / 10 })
      sheet.text(INSIDE.x + column * (i + 0.5), from - 12, hours, { size: 34, weight: 'bold', at: 'middle' })
    }
  })
  sheet.line(INSIDE.x, ground, INSIDE.x + INSIDE.width, ground, { stroke: INK.ink, strokeWidth: 4 })
  y = ground + 24
  for (const person of STACKED.filter((one) => plan.planned[one] > 0)) {
    sheet.rect(INSIDE.x, y + 4, 72, 38, { fill: paintOf(FILL_OF[person]), stroke: INK.ink, strokeWidth: 2 })
    const text = words(`plan-of-${person}`, { hours: hoursText(plan.planned[person], language) })
    y = drawText(sheet, text, y, { x: INSIDE.x + 96, width: INSIDE.width - 96, size: 36 }) + 12
  }
  return y - 12
}

const totalOf = (minutes: Minutes): number => PERSONS.reduce((sum, person) => sum + minutes[person], 0)

/** From the ground up. */
const STACKED: readonly Person[] = ['worker', 'coach', 'third', 'young']
const FILL_OF: Record<Person, Fill> = { worker: 'solid', coach: 'stripes', third: 'dots', young: 'bands' }
const TALLEST = 260
