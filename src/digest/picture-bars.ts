/** The bars of one question: label, bar, and the count in words. */
import type { Place } from '../drawing/frame.ts'
import { INK, paintOf } from '../drawing/ink.ts'
import type { Sheet } from '../drawing/sheet.ts'
import { textWidth, wrapText } from '../drawing/text.ts'
import type { Bar, BarGroup } from './picture-blocks.ts'

/**
 * Short labels stand beside their bars, long ones above. All bars of a question are on the same scale.
 * @returns where the last bar ends
 */
export function drawGroups(sheet: Sheet, groups: readonly BarGroup[], top: number, { x, width }: Place): number {
  const bars = groups.flatMap((group) => group.bars)
  const labels = Math.max(...bars.map(({ label }) => textWidth(label, SIZE)))
  const values = Math.max(...bars.map(({ text }) => textWidth(text, SIZE, 'bold')))
  const beside = labels <= LABEL_ROOM && width - labels - values - 2 * SPACE >= LEAST_BAR
  const barX = beside ? x + labels + SPACE : x
  const barWidth = x + width - values - SPACE - barX
  let y = top
  for (const { title, bars: own } of groups) {
    if (title !== null) {
      sheet.text(x, y + SIZE + 4, title, { size: SIZE, weight: 'bold', fill: INK.accent })
      y += 56
    }
    for (const bar of own) {
      if (beside) {
        sheet.text(x, y + BASELINE, bar.label, { size: SIZE })
      } else {
        for (const line of wrapText(bar.label, { size: SIZE, width })) {
          sheet.text(x, y + SIZE, line, { size: SIZE })
          y += 44
        }
        y += 6
      }
      drawBar(sheet, bar, { x: barX, width: barWidth }, y)
      sheet.text(x + width - values, y + BASELINE, bar.text, { size: SIZE, weight: 'bold' })
      y += HEIGHT + 18
    }
    y += 10
  }
  return y - 10
}

/** What stripes mean. */
export function drawKey(sheet: Sheet, text: string, top: number, { x, width }: Place): number {
  sheet.rect(x, top + 2, 72, 34, { fill: paintOf('stripes') })
  let y = top
  for (const line of wrapText(text, { size: 34, width: width - 96 })) {
    sheet.text(x + 96, y + 32, line, { size: 34, fill: INK.soft })
    y += 44
  }
  return y
}

/**
 * The whole length is the base. An exact count is filled. "At least" is filled, and striped beyond, as far as it can
 * go; "at most" is striped up to there. Stripes have no edge.
 */
export function drawBar(
  sheet: Sheet,
  { count, most, base, bound, silent }: Pick<Bar, 'count' | 'most' | 'base' | 'bound' | 'silent'>,
  { x, width }: Place,
  y: number,
): void {
  const length = (width * count) / base
  const edge = { stroke: INK.line, strokeWidth: 2 }
  sheet.rect(x, y, width, HEIGHT, { fill: INK.track })
  sheet.line(x, y, x + width, y, edge)
  sheet.line(x, y + HEIGHT, x + width, y + HEIGHT, edge)
  if (bound !== 'at_least' || most < base) sheet.line(x + width, y - 1, x + width, y + HEIGHT + 1, edge)
  if (bound === 'at_most') sheet.rect(x, y, length, HEIGHT, { fill: paintOf('stripes') })
  else sheet.rect(x, y, length, HEIGHT, { fill: paintOf(silent ? 'dots' : 'solid') })
  if (bound === 'at_least')
    sheet.rect(x + length, y, (width * most) / base - length, HEIGHT, { fill: paintOf('stripes') })
  else if (silent) sheet.line(x + length, y, x + length, y + HEIGHT, { stroke: INK.soft, strokeWidth: 3 })
  sheet.line(x, y - 5, x, y + HEIGHT + 5, { stroke: INK.ink, strokeWidth: 4 })
}

const SIZE = 36
const SPACE = 24
export const HEIGHT = 42
/** Of text beside a bar. */
export const BASELINE = 34
const LABEL_ROOM = 380
const LEAST_BAR = 300
