/** The year plan as one picture: twelve months across, a lane for each kind of moment, and the hours. No youth data. */
import {
  drawCard,
  drawHead,
  drawText,
  GAP,
  INSIDE,
  inSentences,
  OUTSIDE,
  type Picture,
  SMALL,
  WIDTH,
} from '../drawing/frame.ts'
import { INK } from '../drawing/ink.ts'
import { makeSheet } from '../drawing/sheet.ts'
import { type Language, textIn } from '../survey/question-set.ts'
import { directionOf, type Words, wordsFor } from '../words/words.ts'
import { minutesList, momentDay, momentTitle, monthName } from './moment-words.ts'
import { drawHours } from './picture-hours.ts'
import { drawLanes, drawMark, lanesOf, MARK } from './picture-lanes.ts'
import { isOpen, momentsOf, type PlanMoment, type YearPlan } from './plan.ts'

/** 1080 pixels wide, no text smaller than 34. Dropped moments are not in it; the list below a page or message has them. */
export function timelinePicture(plan: YearPlan, language: Language): Picture {
  const words = wordsFor(language)
  const lanes = lanesOf(plan, language, words)
  const named = momentsOf(plan).filter(isNamed)
  const head = headOf(plan, language, words)
  const foot = footOf(plan, language, words)
  const planned = minutesList(plan.planned, language)

  const sheet = makeSheet(WIDTH, directionOf(language))
  let y = drawCard(sheet, drawHead(sheet, head) + 30, (onto, top) => drawLanes(onto, plan, lanes, language, top))
  if (named.length > 0) {
    y = drawCard(sheet, y + GAP, (onto, top) => {
      let below = top
      named.slice(0, MOST_NAMED).forEach((moment, i) => {
        drawMark(onto, moment.lane, INSIDE.x + MARK / 2, below + MARK / 2, numberIn(moment, i, named), !isOpen(moment))
        const text = `${momentDay(moment.date, language)} · ${momentTitle(moment, language)}`
        const room = { x: INSIDE.x + MARK + 22, width: INSIDE.width - MARK - 22 }
        below = Math.max(drawText(onto, text, below + 2, { ...room, size: 36 }), below + MARK) + 14
      })
      return below - 14
    })
  }
  if (planned) {
    y = drawCard(sheet, y + GAP, (onto, top) => drawHours(onto, plan, language, top))
  }
  y += GAP
  for (const line of [words('drawn-done'), ...foot]) {
    y = drawText(sheet, line, y, { ...OUTSIDE, size: SMALL, fill: INK.soft }) + 12
  }
  return { svg: sheet.done(y + 28), alt: timelineAlt(plan, language) }
}

/** What the picture shows, in words, with the same numbers. */
export function timelineAlt(plan: YearPlan, language: Language): string {
  const words = wordsFor(language)
  const head = headOf(plan, language, words)
  const moments = momentsOf(plan)
    .filter(isNamed)
    .map((moment) => `${momentDay(moment.date, language)}: ${momentTitle(moment, language)}`)
  const counts = lanesOf(plan, language, words)
    .filter(({ lane }) => lane !== 'coach' && lane !== 'third')
    .map(({ title, cells }) => {
      const text = cells.flatMap((cell, i) =>
        cell ? [`${monthName(plan.months[i]!.month, language)} ${cell.text}`] : [],
      )
      return words('drawn-part', { label: title, text: text.join(', ') })
    })
  const planned = minutesList(plan.planned, language)
  const hours = planned ? [words('plan-planned', { hours: planned })] : []
  const parts = [head.title, head.about, ...moments, ...counts, ...hours, ...footOf(plan, language, words)]
  return words('drawn-plan-alt', { parts: inSentences(parts) })
}

/** What stands below the lanes by its name: the moments with the coach, and the tasks of others. */
const isNamed = ({ lane, status }: PlanMoment): boolean =>
  (lane === 'coach' || lane === 'third') && status !== 'dropped'

/** Moments with the coach have a number in their lane; tasks of others are counted there. */
function numberIn(moment: PlanMoment, at: number, named: readonly PlanMoment[]): string {
  if (moment.lane !== 'coach') return ''
  return String(named.slice(0, at + 1).filter(({ lane }) => lane === 'coach').length)
}

function headOf(plan: YearPlan, language: Language, words: Words): { title: string; about: string } {
  return {
    title: words('plan-title', {
      organisation: plan.organisation.name,
      from: monthName(plan.firstDay.slice(0, 7), language),
      until: monthName(plan.lastDay.slice(0, 7), language),
    }),
    about: plan.aspect ? words('plan-aspect', { aspect: textIn(plan.aspect, language) }) : '',
  }
}

/** The hours that it really took, and who agreed on what, on which day: the newest when there are many. */
function footOf(plan: YearPlan, language: Language, words: Words): string[] {
  const real = minutesList(plan.real, language)
  const agreed = plan.agreed.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, MOST_AGREED)
  return [
    ...(real ? [words('plan-real', { hours: real })] : []),
    ...(plan.planned.young > 0 ? [words('plan-young')] : []),
    ...agreed.map(({ survey, by, on }) =>
      words('plan-agreed', { survey: textIn(survey, language), by, date: momentDay(on, language) }),
    ),
  ]
}

const MOST_NAMED = 16
const MOST_AGREED = 4
