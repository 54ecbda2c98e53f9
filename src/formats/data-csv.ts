/** The data as CSV: wide (a line a row, beside each number what it means) and long (a line a cell). */
import type { Column, LabelOf, Table } from './columns.ts'
import { csvOf, type Dialect } from './csv-write.ts'
import { type Cell, type ExportFile, MISSING } from './dataset.ts'

/** Names of the columns first; shared with the workbook. */
export function wideRows({ columns, rows }: Table, labelOf: LabelOf): Cell[][] {
  const head = columns.flatMap(({ name, labelName }) => (labelName ? [name, labelName] : [name]))
  return [
    head,
    ...rows.map((row) =>
      columns.flatMap((column, at) => {
        const cell = row[at]!
        return column.labelName ? [cell, labelOf(column, cell) || null] : [cell]
      }),
    ),
  ]
}

export const wideCsv = (name: string, table: Table, labelOf: LabelOf, dialect: Dialect): ExportFile =>
  csvOf(name, wideRows(table, labelOf), dialect)

/** `row` counts the rows of this file and says nothing else; `missing` is the reason that there is no answer. */
export function longCsv(name: string, { columns, rows }: Table, labelOf: LabelOf, dialect: Dialect): ExportFile {
  const lines = rows.flatMap((row, at) =>
    row.map((cell, place) => {
      const column = columns[place]!
      return [at + 1, column.name, cell, labelOf(column, cell) || null, reasonOf(column, cell)]
    }),
  )
  return csvOf(name, [['row', 'variable', 'value', 'label', 'missing'], ...lines], dialect)
}

const reasonOf = (column: Column, cell: Cell): string | null =>
  column.kind === 'number' ? (column.missing.find((code) => MISSING[code] === cell) ?? null) : null
