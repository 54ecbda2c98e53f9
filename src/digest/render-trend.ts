/** A question over time in words: one row a time, said as carefully as in the digest it comes from. */
import type { Language } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { FigureRange } from './content.ts'
import { cut, dayIn, nameOf, textIn } from './labels.ts'
import { type DigestLine, MOST_CHARACTERS } from './render.ts'
import { hasLine, type Trend, type TrendStretch } from './trend.ts'

/** The most times of one question in a message; older ones are on the page. */
const MOST_ROWS = 8

/**
 * A survey over time as the lines of one message: a heading, and for each question its rows. Questions that do not fit
 * are named.
 * @param survey what the survey is about, in this language
 */
export function renderTrends(trends: readonly Trend[], survey: string, language: Language): DigestLine[] {
  const words = wordsFor(language)
  const heading: DigestLine = { text: words('trend-heading', { survey: cut(survey, 60) }), style: 'strong' }
  if (trends.length === 0) return [heading, { text: words('trend-none') }]
  const lines: DigestLine[] = []
  const left: number[] = []
  let room = MOST_CHARACTERS - 400
  for (const trend of trends) {
    const block = blockOf(trend, language, words)
    room -= block.reduce((sum, { text }) => sum + text.length + 1, 0)
    if (room < 0 && lines.length > 0) left.push(trend.number)
    else lines.push(...block)
  }
  const rest =
    left.length > 0 ? [{ text: words('trend-more', { numbers: left.join(', ') }), style: 'quiet' as const }] : []
  return [heading, ...lines, ...rest, { text: careText(trends, words), style: 'quiet' }]
}

/** What stands below one or more questions over time: with fewer than three figures there is no line to read. */
export function careText(trends: readonly Trend[], words: Words): string {
  return words(trends.some(hasLine) ? 'trend-care' : 'trend-few')
}

/** Rows for a table on a page: every time, and where the question changed. */
export type TrendRow = { kind: 'figure'; date: string; day: string; text: string } | { kind: 'break'; text: string }

/** All rows of one question, oldest first; a break stands as a row of its own. */
export function trendRows(trend: Trend, language: Language): TrendRow[] {
  const words = wordsFor(language)
  return trend.stretches.flatMap(({ why, points }): TrendRow[] => [
    ...(why === null ? [] : [{ kind: 'break' as const, text: words(`trend-break-${why}`) }]),
    ...points.map(({ date, figure }) => ({
      kind: 'figure' as const,
      date,
      day: dayIn(date, language, 'short'),
      text: figureText(figure, words),
    })),
  ])
}

/** "1. Had je er iets aan? — veel of een beetje", as the newest digest asks it. */
export function trendTitle(trend: Trend, language: Language, most = Number.POSITIVE_INFINITY): string {
  const { question, codes } = trend.stretches.at(-1) as TrendStretch
  return wordsFor(language)('trend-question', {
    number: String(trend.number),
    question: textIn(question.text, language, most),
    part: nameOf(question, codes, language),
  })
}

/** "minstens 5 van 7", "5 van 12", or both ends where neither is known. */
export function figureText(figure: FigureRange | null, words: Words): string {
  if (!figure) return words('trend-hidden')
  const { least, most, base } = figure
  const values = { base: String(base) }
  if (least === most) return words('digest-count-exactly', { ...values, count: String(least) })
  if (most === base) return words('digest-count-at-least', { ...values, count: String(least) })
  if (least === 0) return words('digest-count-at-most', { ...values, count: String(most) })
  return words('trend-between', { ...values, least: String(least), most: String(most) })
}

function blockOf(trend: Trend, language: Language, words: Words): DigestLine[] {
  const rows = trendRows(trend, language)
  const shown = rows.slice(-MOST_ROWS)
  const width = Math.max(...shown.map((row) => (row.kind === 'figure' ? row.day.length : 0)))
  return [
    { text: trendTitle(trend, language, 80) },
    ...shown.map(
      (row): DigestLine =>
        row.kind === 'break'
          ? { text: row.text, style: 'quiet' }
          : { text: `${row.day.padEnd(width)}  ${row.text}`, style: 'table' },
    ),
    ...(shown.length < rows.length ? [{ text: words('trend-older'), style: 'quiet' as const }] : []),
  ]
}
