/** A question over time as a picture: a bar each time, a gap where too few answered, a break where the question changed. */
import {
  drawCard,
  drawHead,
  drawText,
  INSIDE,
  inSentences,
  OUTSIDE,
  type Picture,
  type Place,
  SMALL,
  WIDTH,
} from '../drawing/frame.ts'
import { INK } from '../drawing/ink.ts'
import { makeSheet, type Sheet } from '../drawing/sheet.ts'
import { textWidth } from '../drawing/text.ts'
import type { Language } from '../survey/question-set.ts'
import { directionOf, wordsFor } from '../words/words.ts'
import type { FigureRange } from './content.ts'
import { BASELINE, drawBar, drawKey, HEIGHT } from './picture-bars.ts'
import { careText, trendRows, trendTitle } from './render-trend.ts'
import type { Trend } from './trend.ts'

/**
 * Bars below each other, no line through them: each time it is another group that answered. The newest times, when
 * there are many.
 * @param survey what the survey is about, in this language
 */
export function trendPicture(trend: Trend, survey: string, language: Language): Picture {
  const words = wordsFor(language)
  const all = rowsOf(trend, language)
  const rows = all.slice(-MOST_ROWS)
  const title = trendTitle(trend, language)
  const heading = { title: survey, about: words('drawn-over-time') }
  const care = careText([trend], words)
  const older = rows.length < all.length ? words('trend-older') : ''

  const sheet = makeSheet(WIDTH, directionOf(language))
  let y = drawCard(sheet, drawHead(sheet, heading) + 30, (onto, top) =>
    drawRows(onto, rows, drawText(onto, title, top, { ...INSIDE, size: 42, weight: 'bold' }) + 20, INSIDE),
  )
  y += 22
  if (rows.some(({ figure }) => figure && figure.least < figure.most)) {
    y = drawKey(sheet, words('drawn-striped'), y, OUTSIDE) + 10
  }
  for (const line of [older, care]) {
    if (line !== '') y = drawText(sheet, line, y, { ...OUTSIDE, size: SMALL, fill: INK.soft }) + 12
  }
  const said = rows.map(({ day, text }) => (day === null ? text : words('drawn-part', { label: day, text })))
  const parts = [`${heading.title} · ${heading.about}`, title, ...said, older, care]
  return { svg: sheet.done(y + 28), alt: words('drawn-alt', { parts: inSentences(parts) }) }
}

/** `day` null: a break. */
type Row = { day: string | null; text: string; figure: FigureRange | null }

function rowsOf(trend: Trend, language: Language): Row[] {
  const figures = trend.stretches.flatMap(({ points }) => points.map(({ figure }) => figure))
  return trendRows(trend, language).map((row): Row => {
    const text = row.text.replace(/^[—\s]+|[—\s]+$/g, '')
    return row.kind === 'break'
      ? { day: null, text, figure: null }
      : { day: row.day, text: row.text, figure: figures.shift() ?? null }
  })
}

function drawRows(sheet: Sheet, rows: readonly Row[], top: number, { x, width }: Place): number {
  const days = Math.max(...rows.map(({ day }) => textWidth(day ?? '', SIZE)))
  const values = Math.max(0, ...rows.map(({ text, figure }) => (figure ? textWidth(text, SIZE, 'bold') : 0)))
  const bar = { x: x + days + SPACE, width: width - days - values - 2 * SPACE }
  let y = top
  for (const { day, text, figure } of rows) {
    if (day === null) {
      sheet.line(x, y + 12, x + width, y + 12, { stroke: INK.ink, strokeWidth: 4, dash: '16 12' })
      y = drawText(sheet, text, y + 20, { x, width, size: SIZE, fill: INK.soft }) + 22
      continue
    }
    sheet.text(x, y + BASELINE, day, { size: SIZE })
    if (figure) {
      const { least, most, base } = figure
      const bound = least === 0 && most > 0 ? 'at_most' : least < most ? 'at_least' : 'exactly'
      drawBar(sheet, { count: bound === 'at_most' ? most : least, most, base, bound, silent: false }, bar, y)
      sheet.text(x + width - values, y + BASELINE, text, { size: SIZE, weight: 'bold' })
    } else {
      sheet.text(bar.x, y + BASELINE, text, { size: SIZE, fill: INK.soft })
    }
    y += HEIGHT + 22
  }
  return y - 8
}

const SIZE = 36
const SPACE = 24
const MOST_ROWS = 24
