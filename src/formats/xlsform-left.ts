/** What a row of the sheet `survey` says that a question of ours has no place for. Pure. */
import { type Notice, notice, type Place } from './reading.ts'
import { isYes } from './xlsform-choices.ts'
import { type Row, type Table, titleOf } from './xlsform-table.ts'

/**
 * Cells of this row that say something we have no place for.
 * @param kind which of our kinds of questions it became
 */
export function tellLeft(
  row: Row,
  kind: string,
  place: Place,
  { table, losses }: { table: Table; losses: Notice[] },
): void {
  if (isYes(row.cell('required'))) losses.push(notice('formats-required', place))
  for (const { name, title, language } of table.columns) {
    if (CARRIED.has(name) || name.startsWith('pols_')) continue
    const text = language === undefined ? row.cell(name) : ''
    const translated =
      language === undefined ? '' : language === 'other' ? row.foreign(name) : (row.texts(name)[language] ?? '')
    const cell = text || translated
    if (cell !== '' && !/^(no|false|false\(\)|nee|0)$/i.test(cell)) {
      losses.push(notice('formats-cell-left', { ...place, column: title }, { text: short(cell) }))
    }
  }
  const constraint = row.cell('constraint')
  if (constraint !== '' && !understood(constraint, kind)) {
    losses.push(
      notice(
        'formats-cell-left',
        { ...place, column: titleOf(table, 'constraint') ?? 'constraint' },
        { text: short(constraint) },
      ),
    )
  }
}

const UNDERSTOOD: Record<string, RegExp> = {
  text: /^\s*string-length\(\s*\.\s*\)\s*<=?\s*\d+\s*$/,
  multi: /^\s*count-selected\(\s*\.\s*\)\s*[<>]=\s*\d+(\s+and\s+count-selected\(\s*\.\s*\)\s*[<>]=\s*\d+)?\s*$/,
  scale: /^\s*\.\s*[<>]=\s*\d+(\s+and\s+\.\s*[<>]=\s*\d+)?\s*$/,
  choice: /^\s*\.\s*[<>]=\s*-?\d+(\s+and\s+\.\s*[<>]=\s*-?\d+)?\s*$/,
}
const understood = (constraint: string, type: string): boolean => UNDERSTOOD[type]?.test(constraint) ?? false

/** Enough of a cell to know it again. */
export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

const CARRIED = new Set(['type', 'name', 'label', 'hint', 'relevant', 'constraint', 'parameters', 'required'])
