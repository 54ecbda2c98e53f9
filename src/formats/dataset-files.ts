/** A dataset in every format that people use, with all that is needed to read it. */
import { createHash } from 'node:crypto'
import { type FullLanguage, textIn } from '../survey/question-set.ts'
import { readmeOf } from './about.ts'
import { codebookCsv, codebookJson } from './codebook.ts'
import { labelsIn, type Table, tableOf } from './columns.ts'
import { longCsv, wideCsv } from './data-csv.ts'
import { dataJson, dataSchema } from './data-json.ts'
import type { Dataset, ExportFile } from './dataset.ts'
import { savOf } from './sav.ts'
import { syntaxCsv, syntaxOf } from './sps.ts'
import { LONGEST_LABEL, LONGEST_TEXT, LONGEST_VALUE_LABEL, spssColumns } from './spss-columns.ts'
import { LONGEST_CELL, workbookOf } from './xlsx-write.ts'

/**
 * CSV long and wide (also as a Belgian Excel reads it), a workbook, SPSS as syntax and as .sav, JSON with its schema, the
 * codebook, a README and the checksums of all these. The same dataset gives the same bytes. Labels are in `language`.
 * @throws EngineError when the rows do not fit the variables
 */
export async function filesOf(dataset: Dataset, language: FullLanguage): Promise<ExportFile[]> {
  const table = tableOf(dataset)
  const labelOf = labelsIn(language)
  const cut = isCut(table, language)
  const spss = spssColumns(table, language, labelOf)
  const files = [
    await workbookOf(table, language, labelOf, cut),
    wideCsv('data-wide.csv', table, labelOf, 'plain'),
    longCsv('data-long.csv', table, labelOf, 'plain'),
    wideCsv('data-wide-excel.csv', table, labelOf, 'excel'),
    longCsv('data-long-excel.csv', table, labelOf, 'excel'),
    savOf(table, spss),
    syntaxOf(spss, table.dataset.name),
    syntaxCsv(table),
    dataJson(table),
    dataSchema(table),
    codebookCsv(table),
    codebookJson(table),
  ]
  const readme = readmeOf(table, language, files, cut)
  return [readme, ...files, sumsOf([readme, ...files])]
}

/** As `sha256sum --check` reads it. */
function sumsOf(files: ExportFile[]): ExportFile {
  const lines = files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  return { name: 'SHA256SUMS', type: 'text/plain; charset=utf-8', bytes: Buffer.from(lines.join(''), 'utf8') }
}

/** Whether a text is longer than the workbook or SPSS can hold. */
function isCut({ columns, rows }: Table, language: FullLanguage): boolean {
  const bytes = (text: string) => Buffer.byteLength(text, 'utf8')
  return (
    rows.some((row) =>
      row.some((cell) => typeof cell === 'string' && (cell.length >= LONGEST_CELL || bytes(cell) > LONGEST_TEXT)),
    ) ||
    columns.some(
      ({ label, values }) =>
        bytes(textIn(label, language)) > LONGEST_LABEL ||
        values.some((value) => bytes(textIn(value.label, language)) > LONGEST_VALUE_LABEL),
    )
  )
}
