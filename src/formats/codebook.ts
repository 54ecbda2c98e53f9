/** The codebook: all that the columns of a dataset can hold and where each comes from, for people and for programs. */
import { FULL_LANGUAGES } from '../survey/question-set.ts'
import { type Column, MISSING_CODES, missingLabel, type Table } from './columns.ts'
import { csvOf } from './csv-write.ts'
import { type Cell, type ExportFile, MISSING } from './dataset.ts'

/** A line a value of a column; a column without values has one line. Texts in every language there is; `set` is the hash of the question set. */
export function codebookCsv({ columns }: Table): ExportFile {
  return csvOf('codebook.csv', [HEAD, ...columns.flatMap(linesOf)], 'plain')
}

export function codebookJson({ columns, dataset }: Table): ExportFile {
  const book = {
    name: dataset.name,
    level: dataset.level,
    languages: dataset.about.languages,
    missing: MISSING_CODES.map((code) => ({ value: MISSING[code], code, label: missingLabel(code) })),
    variables: columns.map(variableOf),
  }
  return jsonFile('codebook.json', book)
}

/** A column as it stands in the JSON files. */
export const variableOf = ({ name, label, kind, measure, values, missing, question }: Column) => ({
  name,
  label,
  kind,
  measure,
  values,
  missing,
  ...(question ? { question } : {}),
})

export const jsonFile = (name: string, value: unknown): ExportFile => ({
  name,
  type: 'application/json; charset=utf-8',
  bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'),
})

const HEAD = [
  'variable',
  'kind',
  'measure',
  ...FULL_LANGUAGES.map((one) => `label_${one}`),
  'question',
  'option',
  'type',
  'set',
  'method',
  'version',
  'sensitive',
  'retrospective',
  'value',
  'code',
  'missing',
  ...FULL_LANGUAGES.map((one) => `value_label_${one}`),
]

function linesOf(column: Column): Cell[][] {
  const { question } = column
  const start: Cell[] = [
    column.name,
    column.kind,
    column.measure,
    ...FULL_LANGUAGES.map((one) => column.label[one] ?? null),
    question?.key ?? null,
    question?.option ?? null,
    question?.type ?? null,
    question?.set ?? null,
    question?.method ?? null,
    question?.version ?? null,
    question ? (question.sensitive ? 1 : 0) : null,
    question ? (question.retrospective ? 1 : 0) : null,
  ]
  const values = [
    ...column.values.map(({ value, code, label }) => [
      value,
      code,
      0,
      ...FULL_LANGUAGES.map((one) => label[one] ?? null),
    ]),
    ...column.missing.map((code) => [MISSING[code], code, 1, ...FULL_LANGUAGES.map((one) => missingLabel(code)[one])]),
  ]
  if (values.length === 0) return [[...start, null, null, null, ...FULL_LANGUAGES.map(() => null)]]
  return values.map((value) => [...start, ...value])
}
