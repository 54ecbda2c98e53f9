/** The rules of the house about source files, as functions from files to faults, so that each can be seen to bite. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

export type SourceFile = { path: string; text: string }
type Import = { from: string; typeOnly: boolean }

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Files of the project that are or will be in version control, but for what git ignores. */
export function projectFiles(...patterns: string[]): SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  const paths = listed.split('\0').filter((path) => path !== '' && existsSync(`${ROOT}${path}`))
  return paths.map((path) => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }))
}

/** Every module that a file imports or re-exports, statically or not. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text)
  const found: Import[] = []
  for (const match of code.matchAll(/^[ \t]*(?:import|export)\b([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]/gm)) {
    const names = match[1] ?? ''
    const inner = /\{([^}]*)\}/.exec(names)?.[1]
    const listed = inner
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const allTypes = listed !== undefined && listed.length > 0 && listed.every((name) => name.startsWith('type '))
    found.push({ from: match[2]!, typeOnly: /^\s*type\b/.test(names) || (allTypes && !/^\s*\w+\s*,/.test(names)) })
  }
  for (const match of code.matchAll(/^[ \t]*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm)) {
    found.push({ from: (match[1] ?? match[2])!, typeOnly: false })
  }
  return found
}

/**
 * From the ground up: a room knows the rooms below it, and those beside it as long as that goes one way.
 * Pure rooms know only pure ones, and the types of the port: what a card and a reply look like.
 */
const LAYERS = [
  ['question-set', 'errors', 'compiled', 'near-imports'],
  ['words'],
  ['survey', 'drawing'],
  ['digest', 'timeline'],
  ['clock', 'log', 'metrics', 'settings', 'config', 'documents', 'pictures', 'formats', 'migrations'],
  ['store', 'jobs', 'channels'],
  ['ground', 'people', 'rounds', 'dialogue', 'instrumentarium', 'export', 'backup'],
  ['staff', 'worksheets', 'console', 'http', 'cli'],
  ['app'],
  ['main', 'prepare'],
]

/** Rooms without a clock, a network or a database: what they may import from outside. */
const PURE: Record<string, string[]> = {
  'question-set': ['zod'],
  survey: ['zod', 'node:crypto'],
  drawing: [],
  digest: ['zod'],
  timeline: ['zod', 'node-cron', 'ical-generator'],
}

/** Imports that go the wrong way. */
export function wrongImports(files: SourceFile[]): string[] {
  const faults: string[] = []
  const beside = new Map<string, Set<string>>()
  for (const { path, text } of files) {
    const room = roomOf(path)
    const layer = layerOf(room)
    if (layer === -1) faults.push(`${path}: the room ${room} is not known; give it a place in the layers`)
    for (const { from, typeOnly } of importsOf(text)) {
      if (!from.startsWith('.')) {
        if (PURE[room] && !PURE[room].includes(from)) faults.push(`${path}: ${room} is pure and may not import ${from}`)
        continue
      }
      const target = posix.normalize(posix.join(posix.dirname(path), from))
      const other = roomOf(target)
      const channels = [path, target].map((one) => /^src\/channels\/([^/]+)\//.exec(one)?.[1])
      if (room === 'channels' && channels[0] && channels[1] && channels[0] !== channels[1]) {
        faults.push(`${path}: one channel may not know another (${from})`)
      }
      if (other === room) continue
      if (PURE[room] && target === 'src/channels/port.ts' && typeOnly) continue
      if (PURE[room] && !KNOWN_TO_PURE.has(other)) {
        faults.push(`${path}: ${room} is pure and may not know ${other}`)
      } else if (layerOf(other) > layer) faults.push(`${path}: ${room} may not know ${other}`)
      else if (layerOf(other) === layer && !typeOnly) {
        beside.set(room, (beside.get(room) ?? new Set()).add(other))
      }
    }
  }
  return [...faults, ...circles(beside)]
}

/** Rooms of one layer that know each other in a circle. */
function circles(edges: Map<string, Set<string>>): string[] {
  const faults: string[] = []
  for (const start of edges.keys()) {
    const walk = (room: string, way: string[]): void => {
      for (const next of edges.get(room) ?? []) {
        // Each circle is told once, from its first room in the alphabet.
        if (next === start && [start, ...way].every((one) => one >= start))
          faults.push([start, ...way, start].join(' → '))
        else if (next !== start && !way.includes(next)) walk(next, [...way, next])
      }
    }
    walk(start, [])
  }
  return faults.map((way) => `rooms know each other in a circle: ${way}`)
}

const KNOWN_TO_PURE = new Set(['question-set', 'errors', 'words', 'survey', 'drawing', 'digest', 'timeline'])

const layerOf = (room: string) => LAYERS.findIndex((rooms) => rooms.includes(room))

/** A file directly in src/ is a room of its own; so are the types of question sets, on which even the words stand. */
function roomOf(path: string): string {
  if (path.startsWith('migrations/')) return 'migrations'
  if (path === 'src/survey/question-set.ts') return 'question-set'
  return path.split('/')[1]!.replace(/\.ts$/, '')
}

/** Files that only pass on what others export. */
export function barrels(files: SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => {
      const code = withoutComments(text).trim()
      const passesOn = /^export\s+(type\s+)?(\*|\{[^}]*\})[^\n]*\bfrom\b/m.test(code)
      const own = /^(export\s+)?(default\s+)?(async\s+)?(const|let|function|class|type|interface)\b(?!\s*\{)/m.test(
        code,
      )
      return (path.endsWith('/index.ts') && path.startsWith('src/')) || (passesOn && !own)
    })
    .map(({ path }) => `${path}: a barrel; import from the file that has it`)
}

/** Names that say nothing. */
export function emptyNames(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) =>
      /\/(utils?|helpers?|services?|managers?|common|misc)\/|\/(utils?|helpers?|misc)\.ts$/.test(path),
    )
    .map(({ path }) => `${path}: the name says nothing; call it after what it does`)
}

/** Files of more than 300 lines whose first comment does not say why ("300 lines: …"). */
export function longFiles(files: SourceFile[]): string[] {
  return files
    .filter(({ text }) => text.split('\n').length - 1 > 300)
    .filter(({ text }) => !/more than 300 lines/i.test(/^\s*\/\*\*[\s\S]*?\*\//.exec(text)?.[0] ?? ''))
    .map(({ path }) => `${path}: more than 300 lines without a reason in its first comment`)
}

/** Now, the environment and the console each have one place. */
export function misplaced(files: SourceFile[]): string[] {
  const rules: { what: string; pattern: RegExp; may: RegExp }[] = [
    { what: 'what "now" is', pattern: /\bDate\.now\(|\bnew Date\(\s*\)|\bTemporal\.Now\b/, may: /^src\/clock\.ts$/ },
    {
      what: 'the environment',
      pattern: /\bprocess\.env\b|\benv\b[^\n]*=\s*process\b/,
      may: /^src\/(main|settings)\.ts$/,
    },
    // The reader of calendars keeps a library from writing there.
    { what: 'the console', pattern: /\bconsole\./, may: /^src\/(cli\/|main\.ts|formats\/sessions-ics\.ts)/ },
  ]
  return files.flatMap(({ path, text }) =>
    rules
      .filter(({ pattern, may }) => !may.test(path) && pattern.test(withoutComments(text)))
      .map(({ what }) => `${path}: ${what} is not asked for here`),
  )
}

/** Comments become blanks; strings stay. Good enough for our own formatted code. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1')
}

/** Places of one machine and registry hosts have no place in the project. */
export function leaks(files: SourceFile[]): string[] {
  // Written in pieces, so that this file is not a fault of its own.
  const patterns = [
    /\/work\/[a-z]/,
    /\/farm\/[a-z]/,
    /\/home\/[a-z]\w*\//,
    /\/Users\/\w+\//,
    /\/root\/\w/,
    /https?:\/\/registry\.(?!npmjs\.org)/,
  ]
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        patterns.some((pattern) => pattern.test(line))
          ? [`${path}:${at + 1}: names a place of one machine or a registry`]
          : [],
      ),
  )
}
