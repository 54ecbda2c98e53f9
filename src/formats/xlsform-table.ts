/** A sheet of an XLSForm as rows with named cells, whatever way the headings are written. Pure. */
import type { Language } from '../survey/question-set.ts'
import { languageNamed } from './file-languages.ts'
import type { Texts } from './finish-reading.ts'
import { type Notice, notice } from './reading.ts'
import type { ReadSheet } from './workbook-read.ts'

export type Column = {
  /** As it stands above the column. */
  title: string
  index: number
  /** As XLSForm calls it, such as `label`, `relevant` or `image`. */
  name: string
  /** `other`: a language that we have not; absent: the column has none. */
  language?: Language | 'other'
}

export type Row = {
  row: number
  /** The first column with this name and without a language. */
  cell(name: string): string
  texts(name: string): Texts
  /** The first text of this name in a language that is not ours. */
  foreign(name: string): string
  isEmpty: boolean
}

export type Table = { sheet: string; columns: Column[]; rows: Row[]; faults: Notice[] }

/** @param plain the language of a column without one */
export function tableOf({ name: sheet, rows }: ReadSheet, plain: Language): Table {
  const columns = (rows[0] ?? []).flatMap((title, index) => (title === '' ? [] : [columnOf(title, index)]))
  const faults = columns.flatMap(({ title, name, language }, i) =>
    columns.findIndex((one) => one.name === name && one.language === language && language !== 'other') < i &&
    language !== 'other'
      ? [notice('formats-column-twice', { sheet, row: 1, column: title })]
      : [],
  )
  const read = rows.slice(1).map((cells, i): Row => {
    const at = (column: Column | undefined) => (column ? (cells[column.index] ?? '') : '')
    return {
      row: i + 2,
      cell: (name) => at(columns.find((one) => one.name === name && one.language === undefined)),
      texts(name) {
        const texts: Texts = {}
        for (const column of columns) {
          if (column.name !== name || column.language === 'other' || at(column) === '') continue
          texts[column.language ?? plain] ??= at(column)
        }
        return texts
      },
      foreign: (name) =>
        columns
          .filter((one) => one.name === name && one.language === 'other')
          .map(at)
          .find((text) => text !== '') ?? '',
      isEmpty: cells.every((cell) => cell === ''),
    }
  })
  return { sheet, columns, rows: read.filter((row) => !row.isEmpty), faults }
}

/** The title of the column of this name, in this language where it has one. */
export const titleOf = ({ columns }: Table, name: string, language?: Language): string | undefined =>
  (columns.find((one) => one.name === name && one.language === language) ?? columns.find((one) => one.name === name))
    ?.title

function columnOf(title: string, index: number): Column {
  const parts = title.split(title.includes('::') ? '::' : ':').map((part) => part.trim())
  const grouped = GROUPS.includes(snake(parts[0]!)) && parts.length > 1
  const [first = '', ...rest] = grouped ? parts.slice(1) : parts
  const name = ALIASES[snake(first)] ?? snake(first)
  const language = rest.at(-1)
  if (language === undefined || language === '') return { title, index, name }
  return { title, index, name, language: languageNamed(language) ?? 'other' }
}

const snake = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, '_')
/** Words before the colons that only say to which part of a form a column belongs. */
const GROUPS = ['bind', 'media', 'control', 'body']
const ALIASES: Record<string, string> = {
  relevance: 'relevant',
  caption: 'label',
  list: 'list_name',
  value: 'name',
  command: 'type',
  tag: 'name',
  title: 'form_title',
  set_form_title: 'form_title',
  set_form_id: 'form_id',
  id_string: 'form_id',
}
