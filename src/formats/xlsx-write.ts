/** The data as one workbook of three sheets: the data, the codebook, and what it is about. */
import { unzipSync } from 'fflate'
import type { Sheet, Row as XlsxRow } from 'write-excel-file/node'
import { type FullLanguage, textIn } from '../survey/question-set.ts'
import { directionOf, wordsFor } from '../words/words.ts'
import { aboutLines } from './about.ts'
import { type LabelOf, MISSING_CODES, missingKey, type Table } from './columns.ts'
import { neutral } from './csv-write.ts'
import { wideRows } from './data-csv.ts'
import { type Cell, type ExportFile, MISSING } from './dataset.ts'
import { zipOf } from './zip.ts'

/** The same table gives the same bytes. A text longer than a cell can hold ends in an ellipsis; with `cut` the about sheet says so. */
export async function workbookOf(
  table: Table,
  language: FullLanguage,
  labelOf: LabelOf,
  cut: boolean,
): Promise<ExportFile> {
  const words = wordsFor(language)
  const about = aboutLines(table, language).map(([what, said]): Cell[] => [what, said])
  const sheets = [
    sheetOf(words('export-sheet-data'), wideRows(table, labelOf), language, 16),
    sheetOf(words('export-sheet-codebook'), codebookRows(table, language), language, 24),
    sheetOf(
      words('export-sheet-about'),
      [[table.dataset.name, null], ...about, ...(cut ? [[words('export-file-cut'), null]] : [])],
      language,
      48,
    ),
  ]
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const written = await writeXlsxFile(sheets).toBuffer()
  // The parts carry the hour at which they were written; packed again they do not.
  const parts = Object.entries(unzipSync(written)).map(([name, bytes]) => ({ name, type: '', bytes }))
  return {
    name: 'workbook.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: zipOf(parts),
  }
}

function codebookRows({ columns }: Table, language: FullLanguage): Cell[][] {
  const words = wordsFor(language)
  const head = HEADS.map((one) => words(`export-head-${one}`))
  const lines = columns.flatMap((column): Cell[][] => {
    const { question } = column
    const start: Cell[] = [column.name, textIn(column.label, language), words(`export-measure-${column.measure}`)]
    const end: Cell[] = [
      question?.key ?? null,
      question?.option ?? null,
      question?.method ?? null,
      question?.version ?? null,
      question?.set ?? null,
      question?.sensitive ? words('export-yes') : null,
      question?.retrospective ? words('export-yes') : null,
    ]
    const values: Cell[][] = [
      ...column.values.map(({ value, label }) => [value, textIn(label, language)]),
      ...MISSING_CODES.filter((code) => column.missing.includes(code)).map((code) => [
        MISSING[code],
        words(missingKey(code)),
      ]),
    ]
    return (values.length > 0 ? values : [[null, null]]).map((value) => [...start, ...value, ...end])
  })
  return [head, ...lines]
}

function sheetOf(name: string, rows: Cell[][], language: FullLanguage, width: number): Sheet<never> {
  const columns = (rows[0] ?? []).map(() => ({ width }))
  return {
    sheet: name,
    data: rows.map((row, at): XlsxRow => row.map((cell) => xlsxCell(cell, at === 0))),
    columns,
    stickyRowsCount: 1,
    rightToLeft: directionOf(language) === 'rtl',
  }
}

function xlsxCell(cell: Cell, bold: boolean): XlsxRow[number] {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: cellText(neutral(cell)), type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) }
}

/** What looks like an escaped character (`_x0041_`) is escaped itself, or programs would read it as that character. */
function cellText(text: string): string {
  const whole = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1).toWellFormed()}…` : text
  const escaped = whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  // The library looks texts up in an object that is not empty: these names it would take for known ones.
  return escaped in {} ? `${escaped} ` : escaped
}

const HEADS = [
  'variable',
  'label',
  'measure',
  'value',
  'value-label',
  'question',
  'option',
  'method',
  'version',
  'set',
  'sensitive',
  'back',
] as const

/** Characters in a cell, a limit of Excel. */
export const LONGEST_CELL = 32_767
