/** Rows as CSV, safe to open in any spreadsheet program. */
import { createRequire } from 'node:module'
import type { Cell, ExportFile } from './dataset.ts'

/** Loaded when it is first used: a start needs none of it. */
const library = () => createRequire(import.meta.url)('csv-stringify/sync') as typeof import('csv-stringify/sync')

/** `plain` as RFC 4180 says, with a decimal point; `excel` as an Excel with Belgian settings expects it. */
export type Dialect = 'plain' | 'excel'

/** UTF-8. A spreadsheet never takes a text for a formula; numbers stay numbers. */
export function csvOf(name: string, rows: readonly (readonly Cell[])[], dialect: Dialect): ExportFile {
  const text = library().stringify(rows.map((row) => row.map((cell) => written(cell, dialect))) as string[][], {
    delimiter: dialect === 'excel' ? ';' : ',',
    record_delimiter: 'windows',
    bom: dialect === 'excel',
    // The other separator between quotes too: what is opened with the wrong settings stays one text.
    quoted_match: /^(?!-?\d+([.,]\d+)?$)[\s\S]*[;,\t\n'=+@-]/,
  })
  return { name, type: 'text/csv; charset=utf-8', bytes: Buffer.from(text, 'utf8') }
}

function written(cell: Cell, dialect: Dialect): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return neutral(cell)
  const number = numberText(cell)
  return dialect === 'excel' ? number.replace('.', ',') : number
}

/** Without an exponent: `1e-7` is a text for many programs. */
export function numberText(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

/**
 * A text that no spreadsheet program takes for a formula: an apostrophe before each `=`, `+`, `-` or `@` (also the wide
 * ones) with which a cell begins, or would begin when the file is opened with another separator.
 */
export function neutral(text: string): string {
  const inside = text.replace(/([;,\t\r\n"])(?=[\p{Z}\t\r\n]*[=+\-@＝＋－＠−])/gu, "$1'")
  return /^[\p{Z}\t\r\n]*[=+\-@＝＋－＠−]/u.test(text) ? `'${inside}` : inside
}
