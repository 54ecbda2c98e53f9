/** What whoever runs Pols gives it: settings, configuration, commands, calls of another process, backups. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Counter } from '../../../src/cli/app-port.ts'
import { answerCall, CALLS, readAnswer, writeCall } from '../../../src/cli/desk-calls.ts'
import { run } from '../../../src/cli/run.ts'
import { loadConfig } from '../../../src/config/load.ts'
import { readYaml } from '../../../src/config/read-yaml.ts'
import { SettingsError } from '../../../src/errors.ts'
import { readSettings } from '../../../src/settings.ts'
import { inspectSet } from '../../../src/survey/inspect.ts'
import { LANGUAGES } from '../../../src/survey/question-set.ts'
import { wordsFor } from '../../../src/words/words.ts'
import { fakeTerminal } from '../../support/terminal.ts'
import { bytesOfText, jsonLike, linesLike, textLike } from '../mutate.ts'
import { demand, type Parser } from '../play.ts'

const SECRET = 'kP3vXq9LmZ2sT7bN5cJ8dF1gH4wY6rA0'
const TOKEN = '123456:ABCdefGHIjklMNOpqrSTUvwxYZ123456789'
const ENVIRONMENTS = [
  {
    DATABASE_URL: `postgres://pols:${SECRET}@db:5432/pols`,
    POLS_SECRET_KEY: SECRET,
    PUBLIC_URL: 'https://pols.example.org/',
  },
  { DATA_DIR: 'data', PORT: '3000', TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_PER_SECOND: '25', LOG_LEVEL: 'info' },
  {
    DISCORD_BOT_TOKEN: `${'a'.repeat(24)}.Gh5kLm.${SECRET}`,
    POLS_SECRET_KEY_FILE: '/nowhere/key',
    BACKUP_DIR: 'b',
    POLS_BACKUP_KEY: SECRET,
  },
]

/** All faults come at once, as a SettingsError that repeats no secret. */
export const settings = (): Parser<unknown> => ({
  cases: jsonLike(ENVIRONMENTS),
  take: (given) => {
    const pairs = typeof given === 'object' && given !== null ? Object.entries(given) : []
    const environment: Record<string, string> = Object.fromEntries(
      pairs.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    )
    try {
      const read = readSettings(environment)
      demand(read.port >= 0 && read.port <= 65_535, 'a port that is none')
      demand(read.backup === null || read.backup.key.length >= 32, 'a backup without a key')
      return 'accepted'
    } catch (error) {
      demand(error instanceof SettingsError, `another error: ${error}`)
      for (const part of [SECRET, TOKEN.slice(7)]) demand(!error.message.includes(part), 'a secret in a sentence')
      return 'refused'
    }
  },
})

const text = (path: string) => readFileSync(join('config', path), 'utf8')
const FILES = {
  'organisations/xyz.yaml': text('organisations/xyz.yaml'),
  'instrumentarium/gevoelsbuttons-einde.yaml': text('instrumentarium/gevoelsbuttons-einde.yaml'),
  'instrumentarium/gevoelsbuttons-start.yaml': text('instrumentarium/gevoelsbuttons-start.yaml'),
  'helplines.yaml': text('helplines.yaml'),
}
type FileName = keyof typeof FILES
const DEEP = [
  '['.repeat(3000),
  '{a: '.repeat(1500),
  '- '.repeat(1500),
  '&a [*a, *a]',
  '? - a',
  '!!js/function x',
  '<<: *x',
  '%YAML 9',
]

/** One file of a folder is changed; what is sound stays in use, what is not is told by line, in every language. */
export function configFolder(): Parser<{ file: FileName; bytes: Uint8Array; language: (typeof LANGUAGES)[number] }> {
  // A folder a kind of file, with no more in it than that kind needs: reading is what takes time.
  const names = Object.keys(FILES) as FileName[]
  const folders = {
    organisations: folderWith(names.filter((name) => name !== 'helplines.yaml')),
    instrumentarium: folderWith([]),
    'helplines.yaml': folderWith([]),
  }
  const folderOf = (file: FileName) => folders[file.split('/')[0] as keyof typeof folders]
  return {
    cases: fc.constantFrom(...(Object.keys(FILES) as FileName[])).chain((file) =>
      fc.record({
        file: fc.constant(file),
        bytes: bytesOfText(
          fc.oneof(
            { arbitrary: linesLike([FILES[file]], /[:{},[\]]/), weight: 4 },
            { arbitrary: textLike([FILES[file]]), weight: 3 },
            fc
              .tuple(fc.constantFrom(...DEEP), fc.nat(FILES[file].length))
              .map(([deep, at]) => FILES[file].slice(0, at) + deep),
          ),
        ),
        language: fc.constantFrom(...LANGUAGES),
      }),
    ),
    take: ({ file, bytes, language }) => {
      const path = join(folderOf(file), file)
      writeFileSync(path, bytes)
      try {
        const { config, faults } = loadConfig(folderOf(file), language)
        for (const fault of faults) {
          demand(fault.line >= 1 && fault.column >= 1 && fault.sentence !== '', 'a fault without a place')
        }
        for (const { set } of config.methods.values()) demand(inspectSet(set).length === 0, 'a set that is not sound')
        for (const { surveys, id } of config.organisations.values()) {
          for (const one of Object.values(surveys))
            demand(config.methods.has(one.set), `a survey of ${id} without its questions`)
        }
        const about = faults.filter((fault) => fault.file === file)
        return about.length > 0 ? 'refused' : 'accepted'
      } finally {
        rmSync(path)
      }
    },
    close: async () => {
      for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function folderWith(files: FileName[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pols-fuzz-'))
  for (const part of ['organisations', 'instrumentarium']) mkdirSync(join(folder, part))
  for (const file of files) writeFileSync(join(folder, file), FILES[file])
  return folder
}

/** The YAML alone, and whether every place that is told is one in the text. */
export const yaml = (): Parser<string> => ({
  cases: fc.oneof(
    linesLike(Object.values(FILES), /[:{},[\]]/),
    textLike(Object.values(FILES)),
    fc.tuple(fc.constantFrom(...DEEP), textLike(['a: 1\nb: [x, y]\n'])).map(([deep, before]) => before + deep),
  ),
  take: (given) => {
    const read = readYaml(given)
    const lines = given.split('\n').length
    const places = [...read.faults, read.place(['surveys', 0, '__proto__'], 'key'), read.place(['series'], 'value')]
    for (const { line } of places) demand(line >= 1 && line <= lines + 1, 'a line that is not there')
    return read.faults.length === 0 ? 'accepted' : 'refused'
  },
})

/** Stands for the folder of the case: the whole configuration of the house takes a second to read. */
const SMALL = 'klein'
const COMMANDS = [
  ['check'],
  ['check', SMALL, '--language', 'fr'],
  ['translations', '--json'],
  ['session', 'list', 'xyz'],
  ['session', 'add', 'xyz', 'woensdag', '2026-12-09T18:00', '--theme', 'Koken', '--by', 'Samira'],
  ['session', 'move', 'xyz', 'abc', '2026-12-09T18:00'],
  ['propose', 'xyz', 'einde', '--by', 'Samira'],
  ['agreements', 'xyz', '--on', '2026-11-25', '--all', 'md'],
  ['qr', 'xyz', '--channel', 'web'],
  ['link-code', 'xyz', '--for', 'team'],
  ['invite', 'xyz', 'lead', 'Samira', '--until', '2027-06-30'],
  ['digest', 'abc'],
  ['status', '--json'],
  ['--version'],
  ['--help'],
  ['session', '--help', '--language', 'ar'],
  ['file', 'in', 'nergens.xlsx'],
]

/** One wrong word, and the whole of a command: exit code 0, 1 or 2, with a sentence, and never a bug. */
export function commandLine(): Parser<unknown> {
  const folder = folderWith(['instrumentarium/gevoelsbuttons-einde.yaml'])
  const closed = async () => {
    throw new SettingsError('nothing is open here')
  }
  return {
    cases: jsonLike(COMMANDS.map((words) => words.map((word) => (word === SMALL ? folder : word)))),
    take: async (given) => {
      const argv = (Array.isArray(given) ? given : [given]).map((word) =>
        typeof word === 'string' ? word : String(JSON.stringify(word)),
      )
      // These write files, or wait for somebody.
      if (argv.some((word) => /^(start|play|out|--out.*|--write|schema|restore|backup|rotate-key)$/.test(word)))
        return 'refused'
      const terminal = fakeTerminal({ CONFIG_DIR: folder, DATA_DIR: join(folder, 'data') })
      const code = await run(argv, terminal, closed)
      demand([0, 1, 2].includes(code), `exit code ${code}`)
      const complained = terminal.complained()
      for (const language of LANGUAGES) demand(!complained.includes(wordsFor(language)('cli-bug')), complained)
      demand(code !== 2 || complained.trim() !== '', 'wrong use without a sentence')
      return code === 2 ? 'refused' : 'accepted'
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

const CALLED = [
  writeCall('addSession', ['coach', 'xyz', { seriesId: 'woensdag', startsAt: '2026-12-09T18:00', theme: 'Koken' }]),
  writeCall('overview', ['xyz']),
  writeCall('status', []),
  writeCall('setTally', ['coach', 'xyz', 's1', [{ question: 'q', code: 'c', people: 3 }]]),
  writeCall('writeFeedback', ['coach', 'xyz', 'd1', { vraag: { said: 'a', doing: 'b', cannot: '' } }]),
].map((line) => line.trim())

/** What reaches the desk is what its schema says, and there is always one line of answer. */
export function deskCall(): Parser<string> {
  let asked: [string, unknown[]] | null = null
  const method =
    (name: string) =>
    async (...given: unknown[]) => {
      asked = [name, given]
      return { ok: true, at: Temporal.Instant.from('2026-11-25T17:00:00Z') }
    }
  const own = ['status', 'migrate']
  const desk = Object.fromEntries(
    Object.keys(CALLS)
      .filter((name) => !own.includes(name))
      .map((name) => [name, method(name)]),
  )
  const counter = { desk, ...Object.fromEntries(own.map((name) => [name, method(name)])) } as unknown as Counter
  const written = jsonLike(CALLED.map((line): unknown => JSON.parse(line))).map(
    (value) => JSON.stringify(value) ?? 'null',
  )
  return {
    cases: fc.oneof(written, textLike(CALLED)),
    take: async (line) => {
      asked = null
      const said = await answerCall(counter, line)
      demand(said.endsWith('\n') && !said.slice(0, -1).includes('\n'), 'an answer of another length than a line')
      try {
        readAnswer(said)
      } catch (error) {
        demand(error instanceof Error && asked === null, 'an answer that is none')
        return 'refused'
      }
      const [name, given] = (asked ?? ['', []]) as [string, unknown[]]
      demand(
        Object.hasOwn(CALLS, name) && CALLS[name as keyof typeof CALLS].safeParse(given).success,
        'a call that is none',
      )
      return 'accepted'
    },
  }
}
