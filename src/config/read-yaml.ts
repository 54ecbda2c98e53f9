/** Reads a YAML text and keeps where everything stands, so that a fault points at its own line and column. */
import { createRequire } from 'node:module'
import type { Node, Pair } from 'yaml'

export type Place = { line: number; column: number }
export type YamlFault = Place & { key: string; values: Record<string, string | number> }

export type YamlText = {
  /** Plain data; undefined when the text cannot be read. */
  value: unknown
  faults: YamlFault[]
  /**
   * Line and column, counted from 1, of the value at a path, or of its key. When there is nothing at the path, the
   * nearest key above it.
   */
  place(path: PropertyKey[], at: 'key' | 'value'): Place
}

/** Its seventy modules are loaded when a text is read that was not read before. */
const library = () => (loaded ??= createRequire(import.meta.url)('yaml') as typeof import('yaml'))
let loaded: typeof import('yaml') | undefined

/** Never throws: whatever the text is, the answer is data or faults. */
export function readYaml(text: string): YamlText {
  const start: Place = { line: 1, column: 1 }
  const unreadable = (fault: YamlFault): YamlText => ({ value: undefined, faults: [fault], place: () => start })
  try {
    return parse(text)
  } catch (error) {
    // Brackets within brackets, thousands deep, exhaust the stack of the parser.
    if (error instanceof RangeError) return unreadable({ ...start, key: 'check-yaml-deep', values: {} })
    return unreadable({ ...start, key: 'check-yaml', values: { code: 'UNEXPECTED' } })
  }
}

function parse(text: string): YamlText {
  const { LineCounter, parseDocument } = library()
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
    // The parser compares each key with all others; ours is linear.
    uniqueKeys: false,
  })
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const first = document.errors[0] ?? document.warnings[0]
  const strange = first ? [] : strangeIn(document.contents)
  // One slip in the layout makes many errors behind it: only the first helps.
  const faults: YamlFault[] = first
    ? [{ ...placeOf(first.pos[0]), key: SENTENCES[first.code] ?? 'check-yaml', values: { code: first.code } }]
    : strange.map(({ node, key, name }) => ({ ...placeOf(node.range?.[0] ?? 0), key, values: { name } }))
  const readable = faults.every((fault) => fault.key === 'check-yaml-twice')
  return {
    value: readable ? (document.toJS() as unknown) : undefined,
    faults,
    place: (path, at) => placeOf(offsetOf(document.contents, path, at)),
  }
}

const SENTENCES: Record<string, string> = {
  TAB_AS_INDENT: 'check-yaml-tab',
  BAD_INDENT: 'check-yaml-indent',
  MISSING_CHAR: 'check-yaml-missing',
  MULTIPLE_DOCS: 'check-yaml-documents',
  RESOURCE_EXHAUSTION: 'check-yaml-deep',
}

type Strange = { node: Node; key: string; name: string }

/**
 * Keys that come twice, and the first thing that is not needed here: an alias, which can make a small file enormous,
 * or a key that is not a word and so has no name.
 */
function strangeIn(contents: Node | null): Strange[] {
  const { isAlias, isNode, isScalar, visit } = library()
  const found: Strange[] = []
  visit(contents, {
    Alias(_, node) {
      found.push({ node, key: 'check-yaml-alias', name: '' })
      return visit.BREAK
    },
    Map(_, map) {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        if (!isScalar(key)) {
          const node = isNode(key) ? key : map
          found.push({ node, key: isAlias(key) ? 'check-yaml-alias' : 'check-yaml-key', name: '' })
          return visit.BREAK
        }
        const name = nameOf(key.value)
        if (seen.has(name)) found.push({ node: key, key: 'check-yaml-twice', name })
        seen.add(name)
      }
      return undefined
    },
  })
  return found
}

function offsetOf(contents: Node | null, path: PropertyKey[], at: 'key' | 'value'): number {
  const { isScalar } = library()
  let node: unknown = contents
  let key: unknown
  for (const [depth, segment] of path.entries()) {
    const next = childOf(node, segment)
    // A text that stands for all languages has no language below it: the text itself is meant.
    if (!next) return (isScalar(node) ? startOf(node) : undefined) ?? startOf(key) ?? startOf(node) ?? 0
    const last = depth === path.length - 1
    if (last && at === 'key') return startOf(next.key) ?? startOf(next.value) ?? 0
    key = next.key ?? next.value
    node = next.value
  }
  return startOf(node) ?? startOf(key) ?? 0
}

function childOf(node: unknown, segment: PropertyKey): { key: unknown; value: unknown } | null {
  const { isMap, isScalar, isSeq } = library()
  if (isMap(node)) {
    const pair = (node.items as Pair[]).findLast(
      (item) => isScalar(item.key) && nameOf(item.key.value) === String(segment),
    )
    return pair ? { key: pair.key, value: pair.value } : null
  }
  if (isSeq(node) && typeof segment === 'number' && segment < node.items.length) {
    return { key: undefined, value: node.items[segment] }
  }
  return null
}

const nameOf = (key: unknown) => (key === null ? '' : String(key))

/** A value that is left empty has no place of its own: undefined, so that its key is taken. */
function startOf(node: unknown): number | undefined {
  const { isNode, isScalar } = library()
  if (!isNode(node) || !node.range) return undefined
  const empty = isScalar(node) && node.range[0] === node.range[1]
  return empty ? undefined : node.range[0]
}
