/** What SPSS asks of columns: widths in bytes of UTF-8, labels of a limited length, formats of numbers. */
import { type FullLanguage, textIn } from '../survey/question-set.ts'
import { type Column, type LabelOf, MISSING_CODES, type Table } from './columns.ts'
import { neutral } from './csv-write.ts'
import { MISSING } from './dataset.ts'

export type SpssColumn = {
  name: string
  label: string
  level: 'nominal' | 'ordinal' | 'scale'
  /** Bytes of text; 0 for numbers. */
  width: number
  /** The same as the text stands in the CSV, where it cannot become a formula. */
  csvWidth: number
  decimals: number
  labels: { value: number; label: string }[]
  /** Numbers of `MISSING` can stand here: the range of them is missing for the user. */
  missing: boolean
}

export function spssColumns({ columns, rows }: Table, language: FullLanguage, labelOf: LabelOf): SpssColumn[] {
  return columns.map((column, at) => {
    const cells = rows.map((row) => row[at]!)
    const texts = column.kind === 'text' ? cells.map((cell) => (typeof cell === 'string' ? cell : '')) : null
    return {
      name: column.name,
      label: cutBytes(oneLine(textIn(column.label, language)), LONGEST_LABEL),
      level: column.measure === 'text' ? 'nominal' : column.measure,
      width: texts ? roomFor(widthOf(texts)) : 0,
      csvWidth: texts ? widthOf(texts.map((text) => neutral(oneLine(text)))) : 0,
      decimals: texts ? 0 : cells.reduce((most: number, cell) => Math.max(most, decimalsOf(cell)), 0),
      labels: texts ? [] : labelsOf(column, labelOf),
      missing: column.kind === 'number' && column.missing.length > 0,
    }
  })
}

/** From the least to the greatest of `MISSING`. */
export const MISSING_RANGE = [Math.min(...Object.values(MISSING)), Math.max(...Object.values(MISSING))] as const

export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')

/** The longest start of a text that fits in so many bytes, never half a character. */
export function cutBytes(text: string, bytes: number): string {
  const whole = Buffer.from(text, 'utf8')
  if (whole.length <= bytes) return text
  let end = bytes
  while (end > 0 && (whole[end]! & 0xc0) === 0x80) end--
  return whole.toString('utf8', 0, end)
}

/** SPSS itself goes to 32,767; a reader that many use loses the end of the longest ones. */
export const LONGEST_TEXT = 32_000
export const LONGEST_LABEL = 255
export const LONGEST_VALUE_LABEL = 120

function labelsOf(column: Column, labelOf: LabelOf): SpssColumn['labels'] {
  const reasons = MISSING_CODES.filter((code) => column.missing.includes(code)).map((code) => MISSING[code] as number)
  const values = [...new Set([...column.values.map(({ value }) => value), ...reasons])]
  return values.map((value) => ({ value, label: cutBytes(oneLine(labelOf(column, value)), LONGEST_VALUE_LABEL) }))
}

const widthOf = (texts: string[]): number =>
  texts.reduce((most, text) => Math.min(LONGEST_TEXT, Math.max(most, Buffer.byteLength(text, 'utf8'))), 1)

/** Long texts in whole pieces of eight, with which all readers get along. */
const roomFor = (width: number): number => (width > 255 ? Math.ceil(width / 8) * 8 : width)

function decimalsOf(cell: unknown): number {
  if (typeof cell !== 'number' || Number.isInteger(cell)) return 0
  return Math.min(MOST_DECIMALS, (/\.(\d+)$/.exec(cell.toFixed(MOST_DECIMALS).replace(/0+$/, ''))?.[1] ?? '').length)
}

const MOST_DECIMALS = 6
