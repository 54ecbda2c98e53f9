/**
 * Old counts of feeling buttons out of a CSV: a date, when, and how many people chose what. They are aggregates of their
 * own: nobody knows who of the start was there at the end.
 */
import { createRequire } from 'node:module'
import { MOST_BYTES, type Notice, notice } from './reading.ts'

/** Loaded when it is first used: a start needs none of it. */
const library = () => createRequire(import.meta.url)('csv-parse/sync') as typeof import('csv-parse/sync')

export type CountMoment = 'start' | 'end' | 'once'
/** `people` is in the order of `options`; `date` is an ISO date. */
export type CountRow = { date: string; moment: CountMoment; people: number[] }
export type CountsReading = {
  /** What stood above the counts, as it was written. */
  options: string[]
  /** In order of date; each date and moment once. */
  rows: CountRow[]
  losses: Notice[]
  faults: Notice[]
}

/** Comma, semicolon or tab; UTF-8, or as older programs of Windows write. Names of columns and moments in four languages. */
export function countsIn(bytes: Uint8Array): CountsReading {
  if (bytes.length > MOST_BYTES) return none('formats-too-large', {}, { most: MOST_BYTES / 1024 / 1024 })
  const lines = cellsOf(textOf(bytes))
  if (lines === null) return none('intake-no-table')
  const [head = [], ...body] = lines
  if (body.length > MOST_LINES) return none('intake-too-many-lines', {}, { most: MOST_LINES })
  const dateAt = head.findIndex((name) => DATE_NAMES.has(plain(name)))
  if (dateAt === -1) return none('intake-no-date-column')
  const momentAt = head.findIndex((name) => MOMENT_NAMES.has(plain(name)))
  const losses: Notice[] = []
  const counted = head.flatMap((name, at) => {
    if (at === dateAt || at === momentAt || (name === '' && body.every((line) => !line[at]))) return []
    const cells = body.map((line) => line[at] ?? '').filter((cell) => cell !== '')
    const column = name || String(at + 1)
    const why = TOTAL_NAMES.has(plain(name)) ? 'intake-total' : cells.some(isCount) && name ? null : 'intake-no-counts'
    if (why) losses.push(notice(why, { column: cut(column) }))
    return why ? [] : [{ at, name: cut(name) }]
  })
  const options = counted.map(({ name }) => name)
  if (options.length < 2 || options.length > 10) return none('intake-options', {}, { count: options.length })
  if (new Set(options.map(plain)).size < options.length) return none('intake-same-options')

  const rows = new Map<string, CountRow>()
  for (const [at, line] of body.entries()) {
    const place = { row: at + 2 }
    if (line.every((cell) => cell === '')) continue
    const date = dateOf(line[dateAt] ?? '')
    const moment = momentAt === -1 ? 'once' : MOMENTS.get(plain(line[momentAt] ?? ''))
    const people = counted.map((option) => numberOf(line[option.at] ?? ''))
    const wrong = counted.find((_, nth) => people[nth] === null)
    const key = `${date} ${moment}`
    if (!date) losses.push(notice('intake-bad-date', place))
    else if (!moment) losses.push(notice('intake-bad-moment', place))
    else if (wrong) losses.push(notice('intake-bad-count', { ...place, column: wrong.name }, { most: MOST_PEOPLE }))
    else if (rows.has(key)) losses.push(notice('intake-same-row', place))
    else if (people.some((count) => count! > 0)) rows.set(key, { date, moment, people: people as number[] })
  }
  if (rows.size === 0) return { ...none('intake-no-rows'), losses }
  const sorted = [...rows.values()].sort((a, b) => a.date.localeCompare(b.date) || a.moment.localeCompare(b.moment))
  return { options, rows: sorted, losses, faults: [] }
}

const MOST_LINES = 2000
const MOST_PEOPLE = 1000

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Cells without spaces around them; null when it is no table. */
function cellsOf(text: string): string[][] | null {
  if (text.includes('\0')) return null
  const [first = ''] = text.split(/\r?\n/)
  const delimiter = [';', '\t', ','].find((one) => first.includes(one))
  if (delimiter === undefined) return null
  try {
    const lines = library().parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
    })
    return (lines as string[][]).map((line) => line.slice(0, MOST_COLUMNS))
  } catch {
    return null
  }
}

const MOST_COLUMNS = 30

const numberOf = (cell: string): number | null => {
  if (cell === '') return 0
  return isCount(cell) ? Number(cell) : null
}
const isCount = (cell: string): boolean => /^\d{1,4}$/.test(cell) && Number(cell) <= MOST_PEOPLE

/** `2026-03-04`, or day, month and year as they are written here. */
function dateOf(cell: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell)
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cell)
  const [year, month, day] = iso ? iso.slice(1).map(Number) : local ? local.slice(1).map(Number).reverse() : []
  if (year === undefined || month === undefined || day === undefined) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()

const cut = (text: string): string => [...text.replace(/\s+/g, ' ')].slice(0, 60).join('')

const DATE_NAMES = new Set(['datum', 'date', 'dag', 'day', 'jour', 'التاريخ'])
const MOMENT_NAMES = new Set(['wanneer', 'when', 'moment', 'quand', 'متى'])
const TOTAL_NAMES = new Set(['totaal', 'total', 'som', 'sum', 'المجموع'])
const MOMENTS = new Map<string, CountMoment>([
  ...['start', 'begin', 'voor', 'aankomst', 'before', 'debut', 'avant', 'البداية'].map(
    (one) => [one, 'start'] as const,
  ),
  ...['einde', 'eind', 'na', 'vertrek', 'end', 'after', 'fin', 'apres', 'النهاية'].map((one) => [one, 'end'] as const),
  ['', 'once'] as const,
])

const none = (key: string, place: Notice['place'] = {}, values: Notice['values'] = {}): CountsReading => ({
  options: [],
  rows: [],
  losses: [],
  faults: [notice(key, place, values)],
})
