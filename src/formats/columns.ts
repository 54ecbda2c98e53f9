/** A dataset made fit for every program: safe names that never collide, texts without what no file can hold, checked cells. */
import { EngineError } from '../errors.ts'
import { FULL_LANGUAGES, type FullLanguage, textIn } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Cell, type Dataset, MISSING, type MissingCode, type Variable } from './dataset.ts'

export type Column = Variable & {
  kind: 'number' | 'text'
  /** Name of the column beside it with what the numbers mean; null when there is nothing to say. */
  labelName: string | null
}
export type Table = {
  dataset: Dataset
  columns: Column[]
  rows: Cell[][]
}
/** What a number means, in words; empty for a plain number, text and an empty cell. */
export type LabelOf = (column: Column, cell: Cell) => string

/**
 * @throws EngineError when a row has another number of cells than there are variables, or text stands in a column of numbers
 */
export function tableOf(dataset: Dataset): Table {
  const cleaned = cleanDeep(dataset)
  const taken = new Set(RESERVED)
  const names = cleaned.variables.map(({ name }) => freeName(name, taken))
  const columns = cleaned.variables.map((variable, at): Column => {
    const some = cleaned.rows.some((row) => typeof row[at] === 'string')
    const kind = variable.measure === 'text' || (some && variable.values.length === 0) ? 'text' : 'number'
    const explained = kind === 'number' && (variable.values.length > 0 || variable.missing.length > 0)
    const labelName = explained ? freeName(`${names[at]}_label`, taken, 40) : null
    return { ...variable, values: onePerValue(variable), name: names[at]!, kind, labelName }
  })
  return { dataset: cleaned, columns, rows: cleaned.rows.map((row) => checkedRow(row, columns)) }
}

export function labelsIn(language: FullLanguage): LabelOf {
  const words = wordsFor(language)
  const missing = new Map(MISSING_CODES.map((code) => [MISSING[code] as number, words(missingKey(code))]))
  const known = new Map<Column, Map<number, string>>()
  return (column, cell) => {
    if (typeof cell !== 'number' || column.kind === 'text') return ''
    const own =
      known.get(column) ?? new Map(column.values.map(({ value, label }) => [value, textIn(label, language)] as const))
    known.set(column, own)
    const reason = column.missing.some((code) => MISSING[code] === cell) ? missing.get(cell) : undefined
    return reason ?? own.get(cell) ?? ''
  }
}

export const MISSING_CODES = Object.keys(MISSING) as MissingCode[]
export const missingKey = (code: MissingCode): string => `export-missing-${code.replace('_', '-')}`
/** Why there is no answer, in each language. */
export const missingLabel = (code: MissingCode): Record<FullLanguage, string> =>
  Object.fromEntries(FULL_LANGUAGES.map((one) => [one, wordsFor(one)(missingKey(code))])) as never

/** Control characters, halves of characters and what is no character have no place in XML or in a line of a file; a new line is one character. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')

function cleanDeep<T>(value: T): T {
  if (typeof value === 'string') return clean(value) as T
  if (Array.isArray(value)) return value.map(cleanDeep) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanDeep(inner)])) as T
}

/** Programs that do not tell capitals apart would see one column where there are two. */
function freeName(wanted: string, taken: Set<string>, longest = LONGEST_NAME): string {
  const plain = wanted.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?![A-Za-z])/, 'v')
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `_${n}`
    const name = plain.slice(0, longest - end.length) + end
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}

function onePerValue({ values }: Variable): Variable['values'] {
  return [...new Map(values.map((one) => [one.value, one])).values()]
}

function checkedRow(row: Cell[], columns: Column[]): Cell[] {
  if (row.length !== columns.length) throw new EngineError('a row of the dataset has not one cell a variable')
  return row.map((cell, at) => {
    const { kind, name } = columns[at]!
    if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return null
    if (kind === 'text') return String(cell)
    if (typeof cell === 'string') throw new EngineError(`text in a column of numbers: ${name}`)
    // Minus nought is nought.
    return cell + 0
  })
}

const LONGEST_NAME = 32
/** Words of the syntax of SPSS, which can be no name. */
const RESERVED = ['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']
