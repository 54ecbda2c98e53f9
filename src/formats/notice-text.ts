/** Remarks about a file in words: where, and what. */
import type { Words } from '../words/words.ts'
import type { Notice } from './reading.ts'

export const noticeText = ({ key, values, place }: Notice, words: Words): string => {
  const where = [
    ...(place.sheet === undefined ? [] : [words('formats-sheet', { sheet: place.sheet })]),
    ...(place.row === undefined ? [] : [words('formats-row', { row: String(place.row) })]),
    ...(place.column === undefined ? [] : [words('formats-column', { column: place.column })]),
  ].join(', ')
  const what = words(key, values)
  return where === '' ? what : words('formats-at', { where, what })
}

/** As many as somebody reads; behind them how many more there are. */
export function noticeTexts(notices: readonly Notice[], words: Words): string[] {
  const shown = notices.slice(0, MOST_SHOWN).map((one) => noticeText(one, words))
  const more = notices.length - shown.length
  return more > 0 ? [...shown, words('formats-more', { count: more })] : shown
}

const MOST_SHOWN = 100
