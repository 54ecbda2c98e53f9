/** Reads one file that organisations edit: whatever is in it, the answer is data or faults. */
import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { recall, remember, type Whose } from './kept.ts'
import { readYaml, type YamlText } from './read-yaml.ts'

/** Largest file that is read, in bytes: twenty times an ordinary one. */
const LARGEST = 128 * 1024

/** A file as it was read. */
export type Source = {
  yaml: YamlText
  /** What exactly this text came to before, when there was nothing wrong with it; `yaml` then has no faults. */
  before?: unknown
  /** For a text with which nothing is wrong: what it came to. */
  keep(value: unknown): void
}

/** Never throws. @param whose what the file is, and its name without ending */
export function readFile(path: string, whose: Whose): Source {
  const refused = (key: string, line = 1): Source => ({
    yaml: {
      value: undefined,
      faults: [{ line, column: 1, key, values: { kilobytes: LARGEST / 1024 } }],
      place: () => ({ line: 1, column: 1 }),
    },
    keep: () => {},
  })
  try {
    if (statSync(path).size > LARGEST) return refused('check-file-large')
    const bytes = readFileSync(path)
    const broken = brokenLine(bytes)
    if (broken !== null) return refused('check-file-utf8', broken)
    const text = new TextDecoder().decode(bytes)
    const keep = (value: unknown) => remember(whose, text, value)
    const before = recall(whose, text)
    if (before !== undefined) return { yaml: readLater(text), before, keep }
    const yaml = readYaml(text)
    return yaml.faults.length === 0 && (yaml.value === null || yaml.value === undefined)
      ? refused('check-file-empty')
      : { yaml, keep }
  } catch {
    return refused('check-file-unreadable')
  }
}

/** A text without faults, read only when somebody asks where something stands in it. */
function readLater(text: string): YamlText {
  let read: YamlText | undefined
  const now = () => (read ??= readYaml(text))
  return {
    get value() {
      return now().value
    },
    faults: [],
    place: (path, at) => now().place(path, at),
  }
}

/** The first line that is not UTF-8, or null. No byte of a longer character looks like a line end. */
function brokenLine(bytes: Buffer): number | null {
  if (isUtf8(bytes)) return null
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let from = 0
  for (let line = 1; from <= bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from)
    const to = end === -1 ? bytes.length : end
    try {
      decoder.decode(bytes.subarray(from, to))
    } catch {
      return line
    }
    from = to + 1
  }
  return null
}
