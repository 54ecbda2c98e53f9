/** Reads a YAML text and keeps where everything stands, so that a fault points at its own line and column. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml'

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
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', prettyErrors: false })
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const faults: YamlFault[] = []
  let readable = true
  for (const { code, pos } of [...document.errors, ...document.warnings]) {
    if (code === 'DUPLICATE_KEY') {
      faults.push({ ...placeOf(pos[0]), key: 'check-yaml-twice', values: { name: wordAt(text, pos[0]) } })
    } else if (readable) {
      // One slip in the layout makes many errors behind it: only the first helps.
      readable = false
      faults.push({ ...placeOf(pos[0]), key: SENTENCES[code] ?? 'check-yaml', values: { code } })
    }
  }
  if (readable) {
    const strange = firstStrange(document.contents)
    if (strange) {
      readable = false
      faults.push({ ...placeOf(strange.node.range?.[0] ?? 0), key: strange.key, values: {} })
    }
  }
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
}

/** An alias can make a small file enormous, and a key that is not a word has no name: neither is needed here. */
function firstStrange(contents: Node | null): { node: Node; key: string } | null {
  let found: { node: Node; key: string } | null = null
  visit(contents, {
    Alias(_, node) {
      found = { node, key: 'check-yaml-alias' }
      return visit.BREAK
    },
    Pair(_, pair) {
      if (isScalar(pair.key)) return undefined
      found = {
        node: isNode(pair.key) ? pair.key : contents!,
        key: isAlias(pair.key) ? 'check-yaml-alias' : 'check-yaml-key',
      }
      return visit.BREAK
    },
  })
  return found
}

function offsetOf(contents: Node | null, path: PropertyKey[], at: 'key' | 'value'): number {
  let node: unknown = contents
  let key: unknown
  for (const [depth, segment] of path.entries()) {
    const next = childOf(node, segment)
    if (!next) return startOf(key) ?? startOf(node) ?? 0
    const last = depth === path.length - 1
    if (last && at === 'key') return startOf(next.key) ?? startOf(next.value) ?? 0
    key = next.key ?? next.value
    node = next.value
  }
  return startOf(node) ?? startOf(key) ?? 0
}

function childOf(node: unknown, segment: PropertyKey): { key: unknown; value: unknown } | null {
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
  if (!isNode(node) || !node.range) return undefined
  const empty = isScalar(node) && node.range[0] === node.range[1]
  return empty ? undefined : node.range[0]
}

const wordAt = (text: string, offset: number) =>
  /^["']?([^:"'\n]{0,60})/.exec(text.slice(offset, offset + 70))?.[1]?.trim() ?? ''
