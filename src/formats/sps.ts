/** Syntax of SPSS (and PSPP) that reads the data from its own CSV and gives it names, labels and missing codes. */
import type { Table } from './columns.ts'
import { csvOf } from './csv-write.ts'
import type { ExportFile } from './dataset.ts'
import { cutBytes, LONGEST_TEXT, MISSING_RANGE, oneLine, type SpssColumn } from './spss-columns.ts'

export function syntaxOf(columns: SpssColumn[], name: string): ExportFile {
  const labelled = columns.filter(({ labels }) => labels.length > 0)
  const withMissing = columns.filter(({ missing }) => missing)
  const lines = [
    '* Encoding: UTF-8.',
    'PRESERVE.',
    'SET DECIMAL=DOT.',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${quoted(DATA_NAME)}`,
    "  /ENCODING='UTF8'",
    '  /DELCASE=LINE',
    '  /DELIMITERS=","',
    `  /QUALIFIER='"'`,
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...columns.map((column) => `    ${column.name} ${formatOf(column)}`),
    '  .',
    'RESTORE.',
    `FILE LABEL ${quoted(cutBytes(name, 64))}.`,
    ...command(
      'VARIABLE LABELS',
      columns.map(({ name: one, label }) => `${one} ${quoted(label)}`),
    ),
    ...command(
      'VALUE LABELS',
      labelled.map(({ name: one, labels }) =>
        [one, ...labels.map(({ value, label }) => `${value} ${quoted(label)}`)].join('\n    '),
      ),
    ),
    ...command(
      'MISSING VALUES',
      withMissing.map(({ name: one }) => `${one} (${MISSING_RANGE[0]} THRU ${MISSING_RANGE[1]})`),
    ),
    ...command(
      'VARIABLE LEVEL',
      columns.map(({ name: one, level }) => `${one} (${level.toUpperCase()})`),
    ),
    'EXECUTE.',
  ]
  return { name: 'data.sps', type: 'text/plain; charset=utf-8', bytes: Buffer.from(`${lines.join('\n')}\n`, 'utf8') }
}

/** Each text on one line, as the syntax reads it. */
export function syntaxCsv({ columns, rows }: Table): ExportFile {
  const lines = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cutBytes(oneLine(cell), LONGEST_TEXT) : cell)),
  )
  return csvOf(DATA_NAME, [columns.map(({ name }) => name), ...lines], 'plain')
}

const DATA_NAME = 'data-spss.csv'

function command(name: string, parts: string[]): string[] {
  return parts.length === 0 ? [] : [name, `  ${parts.join('\n  /')}`, '  .']
}

const formatOf = ({ csvWidth, decimals }: SpssColumn) =>
  csvWidth > 0 ? `A${csvWidth}` : decimals > 0 ? `F16.${decimals}` : 'F8.0'

/** A line of syntax holds about 250 characters: a long text is put together from pieces. */
function quoted(text: string): string {
  const pieces: string[] = []
  for (let rest = text; rest !== '' || pieces.length === 0; ) {
    const piece = cutBytes(rest, 160)
    pieces.push(`'${piece.replaceAll("'", "''")}'`)
    rest = rest.slice(piece.length)
  }
  return pieces.join(' +\n    ')
}
