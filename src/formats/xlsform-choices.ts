/** The sheet `choices`: the options of each list, as a question can have them. Pure. */
import type { Texts } from './finish-reading.ts'
import { slugFrom } from './names.ts'
import { type Notice, notice, type Place } from './reading.ts'
import type { Row, Table } from './xlsform-table.ts'

export type ListedOption = {
  /** As the file has it. */
  name: string
  code: string
  texts: Texts
  /** Fields of an option besides code and text. */
  fields: Record<string, unknown>
  place: Place
}
export type Lists = ReadonlyMap<string, ListedOption[]>

/** @param standIn the texts as they are used: where Dutch lacks everywhere, another language stands in for it */
export function readChoices(
  table: Table | undefined,
  standIn: (row: Row) => Texts,
  losses: Notice[],
  faults: Notice[],
): Lists {
  const lists = new Map<string, ListedOption[]>()
  if (!table) return lists
  const own = table.columns.some(({ name }) => name === 'pols_emoji')
  for (const row of table.rows) {
    const place = { sheet: table.sheet, row: row.row }
    const [list, name] = [row.cell('list_name'), row.cell('name')]
    if (list === '' || name === '') {
      faults.push(notice('formats-choice-nameless', place))
      continue
    }
    const listed = lists.get(list) ?? []
    lists.set(list, listed)
    if (listed.some((one) => one.name === name)) {
      faults.push(notice('formats-choice-twice', place, { name }))
      continue
    }
    const code = slugFrom(name, 'o', new Set(listed.map((one) => one.code)))
    if (code !== name) losses.push(notice('formats-renamed', place, { name, becomes: code }))
    const texts = standIn(row)
    if (texts.nl === undefined) faults.push(notice('formats-no-text', place))
    listed.push({ name, code, place, ...(own ? { texts, fields: ownFields(row) } : withEmoji(texts, pictureIn(row))) })
  }
  return lists
}

function ownFields(row: Row): Record<string, unknown> {
  const [emoji, side, erases] = [row.cell('pols_emoji'), row.cell('pols_side'), row.cell('pols_erases')]
  return {
    ...(emoji === '' ? {} : { emoji }),
    ...(side === '' ? {} : { side }),
    ...(isYes(row.cell('pols_help')) ? { help: true } : {}),
    ...(isYes(row.cell('pols_alone')) ? { alone: true } : {}),
    ...(erases === '' ? {} : { erases: erases.split(/\s+/) }),
    ...pictureIn(row),
  }
}

function pictureIn(row: Row): { picture?: string } {
  const file = row.cell('image') || row.texts('image').nl || ''
  return file === '' ? {} : { picture: file.replace(/\.(png|jpe?g|svg|webp|gif)$/i, '').toLowerCase() }
}

/** Others write the emoji before the words; the same in every language, it is one. */
function withEmoji(texts: Texts, fields: Record<string, unknown>): Pick<ListedOption, 'texts' | 'fields'> {
  const emoji = texts.nl === undefined ? null : leadingEmoji(texts.nl)
  const all = Object.entries(texts)
  if (!emoji || !all.every(([, text]) => leadingEmoji(text) === emoji && text.slice(emoji.length).trim() !== '')) {
    return { texts, fields }
  }
  const bare = Object.fromEntries(all.map(([language, text]) => [language, text.slice(emoji.length).trim()]))
  return { texts: bare, fields: { ...fields, emoji } }
}

function leadingEmoji(text: string): string | null {
  const first = SEGMENTER.segment(text)[Symbol.iterator]().next().value?.segment
  return first !== undefined && /\p{Extended_Pictographic}/u.test(first) ? first : null
}

export const isYes = (text: string): boolean => /^(yes|true|true\(\)|ja|1)$/i.test(text)
const SEGMENTER = new Intl.Segmenter('nl', { granularity: 'grapheme' })
