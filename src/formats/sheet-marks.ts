/** What stands in the sheets of a workbook besides cells with a value, and how large they are, before anything is read. */
import { createRequire } from 'node:module'
import { MOST_ROWS, type Notice, notice } from './reading.ts'

/** Loaded when it is first used: a start needs none of it. */
const library = () => createRequire(import.meta.url)('fast-xml-parser') as typeof import('fast-xml-parser')

/** @param files of the unpacked workbook, by name */
export function sheetMarks(files: Record<string, Uint8Array>): { losses: Notice[] } | { faults: Notice[] } {
  const losses: Notice[] = []
  for (const [path, name] of sheetNames(files)) {
    const text = new TextDecoder().decode(files[path])
    const fault = sizeFault(text)
    if (fault) return { faults: [notice(fault.key, { sheet: name }, fault.values)] }
    for (const [, ref = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z0-9:]+)["']/g)) {
      losses.push(notice('formats-merged', { sheet: name, row: rowOf(ref) }, { cells: ref }))
    }
    for (const [, ref = ''] of text.matchAll(
      /<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]+\d+)["'][^>]*>\s*<(?:\w+:)?f[\s/>]/g,
    )) {
      losses.push(notice('formats-formula', { sheet: name, row: rowOf(ref) }, { cell: ref }))
    }
  }
  return { losses }
}

/** Rows and cells say where they stand, and what stands between is filled up: so where they say they stand is what counts. */
function sizeFault(text: string): Pick<Notice, 'key' | 'values'> | null {
  const rows = { key: 'formats-too-many-rows', values: { most: MOST_ROWS } }
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { key: 'formats-no-workbook', values: {} }
  for (const [, quoted] of text.matchAll(/\sr\s*=\s*("[^"]*"|'[^']*')/g)) {
    const ref = /^([A-Z]{0,3})(\d{1,7})$/.exec(quoted!.slice(1, -1))
    if (!ref) return { key: 'formats-no-workbook', values: {} }
    if (Number(ref[2]) > MOST_ROWS) return rows
    if (columnOf(ref[1]!) > MOST_COLUMNS) return { key: 'formats-too-many-columns', values: { most: MOST_COLUMNS } }
  }
  let count = 0
  for (const _ of text.matchAll(/<(?:\w+:)?row[\s/>]/g)) if (++count > MOST_ROWS) return rows
  return null
}

/** The sheets by the path of their file; a name that cannot be found is the path's own. */
function sheetNames(files: Record<string, Uint8Array>): Map<string, string> {
  const paths = Object.keys(files).filter((path) =>
    /^xl\/(worksheets|chartsheets|dialogsheets)\/[^/]+\.xml$/.test(path),
  )
  const targets = new Map<string, string>()
  for (const one of elements(files['xl/_rels/workbook.xml.rels'], 'Relationship')) {
    targets.set(one.Id ?? '', (one.Target ?? '').replace(/^\/?(xl\/)?/, 'xl/'))
  }
  const named = new Map<string, string>()
  for (const one of elements(files['xl/workbook.xml'], 'sheet')) {
    const id = Object.entries(one).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1]
    const path = targets.get(id ?? '')
    if (path && one.name) named.set(path, one.name)
  }
  return new Map(paths.map((path) => [path, named.get(path) ?? path]))
}

/** Attributes of every element of this name, wherever it stands. */
function elements(bytes: Uint8Array | undefined, name: string): Record<string, string>[] {
  if (!bytes) return []
  const found: Record<string, string>[] = []
  const { XMLParser } = library()
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', processEntities: true })
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, key)
    else if (typeof value === 'object' && value !== null) {
      if (key.split(':').at(-1) === name) found.push(value as Record<string, string>)
      for (const [below, one] of Object.entries(value)) walk(one, below)
    }
  }
  try {
    walk(parser.parse(new TextDecoder().decode(bytes)), '')
  } catch {
    // Then the sheets go by their path; whether they can be read is seen afterwards.
  }
  return found
}

const rowOf = (ref: string): number => Number(/\d+/.exec(ref)?.[0] ?? 0)
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
const MOST_COLUMNS = 300
