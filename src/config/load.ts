/**
 * Loads the folder that organisations edit. A faulty file never takes another one down: what is sound is given, all
 * that is wrong is listed, and a file that was good before keeps its last good version.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import type { PlacedFinding } from './explain.ts'
import type { Helplines } from './helplines.ts'
import {
  inspectCard,
  inspectHelplines,
  inspectOrganisation,
  inspectPictograms,
  inspectPictures,
  inspectSurveys,
  tipsOnMethod,
} from './inspect-file.ts'
import { isMethod, type Method } from './method.ts'
import type { Config, Organisation } from './organisation.ts'
import { PICTOGRAMS, readPictogram } from './pictograms.ts'
import { readFile, type Source } from './read-file.ts'
import type { YamlText } from './read-yaml.ts'

/** One fault. `file` is relative to the folder; line and column count from 1; the sentence says what to do. */
export type Fault = { file: string; line: number; column: number; sentence: string }

/** Beside the folders: one file for all organisations. */
const HELPLINES = 'helplines.yaml'

/** What is to be said of each picture in that folder. */
const PICTURES = `${PICTOGRAMS}/pictograms.yaml`

/** Faults that are told of one file; behind these one line counts the rest. */
const MOST_TOLD = 200

/**
 * Reads `organisations/*.yaml`, `instrumentarium/*.yaml` and `helplines.yaml`. Never throws for what is in the folder,
 * or for a folder that is not there.
 * @param language of the sentences
 * @param previous earlier good versions, used for files that are faulty now
 * @param today undefined: nothing is said about the age of the help lines
 * @returns `tips`: where the questions could read more easily; a tip stops nothing
 */
export function loadConfig(
  folder: string,
  language: Language = 'nl',
  previous?: Config,
  today?: Temporal.PlainDate,
): { config: Config; faults: Fault[]; tips: Fault[] } {
  const config: Config = {
    ...{ organisations: new Map(), cards: new Map(), methods: new Map() },
    ...{ helplines: null, pictograms: new Map() },
  }
  const found: Found[] = []
  const readable: { file: string; yaml: YamlText; method: Method }[] = []
  const faulty = new Set<string>()

  const methodFiles = filesIn(folder, 'instrumentarium', found)
  if (!methodFiles) for (const [id, earlier] of previous?.cards ?? []) config.cards.set(id, earlier)
  for (const { file, stem, source } of methodFiles ?? []) {
    const { yaml } = source
    const { sound, findings } = inspectCard(source, stem)
    found.push({ file, yaml, findings })
    if (sound && isMethod(sound) && yaml.faults.length === 0) readable.push({ file, yaml, method: sound })
    const good = yaml.faults.length === 0 && sound ? sound : previous?.cards.get(stem)
    if (good) config.cards.set(stem, good)
    else faulty.add(stem)
  }
  for (const [id, card] of config.cards) if (isMethod(card)) config.methods.set(id, card)

  const organisationFiles = filesIn(folder, 'organisations', found)
  if (!organisationFiles)
    for (const [id, earlier] of previous?.organisations ?? []) config.organisations.set(id, earlier)
  for (const { file, stem, source } of organisationFiles ?? []) {
    const { yaml } = source
    const { methods } = config
    const { sound, findings } = inspectOrganisation(source, stem, methods, faulty)
    found.push({ file, yaml, findings })
    const good = yaml.faults.length === 0 && sound ? sound : previous?.organisations.get(stem)
    if (good) config.organisations.set(stem, usable(good, methods, faulty))
  }
  config.pictograms = readPictograms(folder, found, previous?.pictograms)
  for (const [id, method] of config.methods) {
    const own = found.find((one) => one.file === `instrumentarium/${id}.yaml`)
    own?.findings.push(...inspectPictures(method, config.pictograms))
  }
  config.helplines = readHelplines(folder, found, previous?.helplines ?? null, today)
  if (config.helplines) tellCountries(config, config.helplines, found)
  return {
    config,
    faults: faultsOf(found, language),
    // Weighing every word takes as long as reading the folder: only for who asks.
    get tips() {
      const tips = readable.map(({ file, yaml, method }) => ({ file, yaml, findings: tipsOnMethod(method) }))
      return faultsOf(tips, language)
    },
  }
}

/** The help lines, or the earlier good ones; every organisation shares the file. */
function readHelplines(
  folder: string,
  found: Found[],
  previous: Helplines | null,
  today: Temporal.PlainDate | undefined,
): Helplines | null {
  if (!existsSync(join(folder, HELPLINES))) {
    found.push({ file: HELPLINES, findings: [{ path: [], key: 'check-lines-missing', values: {} }] })
    return previous
  }
  const source = readFile(join(folder, HELPLINES), { kind: 'helplines', stem: '' })
  const { yaml } = source
  const { sound, findings } = inspectHelplines(source, today)
  found.push({ file: HELPLINES, yaml, findings })
  return yaml.faults.length === 0 && sound ? sound : previous
}

/** The pictograms that are there and of which is said what they show and who made them; none when there is no such folder. */
function readPictograms(
  folder: string,
  found: Found[],
  previous: Config['pictograms'] = new Map(),
): Config['pictograms'] {
  if (!existsSync(join(folder, PICTURES))) return new Map()
  const source = readFile(join(folder, PICTURES), { kind: 'pictograms', stem: '' })
  const { yaml } = source
  const pngs = new Map<string, Uint8Array>()
  const has = (name: string) => {
    const png = readPictogram(folder, name)
    if (png) pngs.set(name, png)
    return png !== null
  }
  const { draft, findings } = inspectPictograms(source, has)
  found.push({ file: PICTURES, yaml, findings })
  if (!draft || yaml.faults.length > 0) return previous
  const faulty = new Set(findings.map((finding) => finding.path[1]))
  const sound = Object.entries(draft.pictograms).filter(([name]) => !faulty.has(name) && pngs.has(name))
  return new Map(sound.map(([name, picture]) => [name, { ...picture, png: pngs.get(name)! }]))
}

/** Says in the file of an organisation that nobody knows a help line of its country. */
function tellCountries({ organisations }: Config, { lines }: Helplines, found: Found[]): void {
  for (const { id, country } of organisations.values()) {
    if (lines.some((line) => line.country === country)) continue
    const own = found.find((one) => one.file === `organisations/${id}.yaml`)
    own?.findings.push({ path: ['country'], key: 'check-lines-country', values: { country } })
  }
}

/** The configuration of a running service. */
export type ConfigSource = {
  current(): Config
  faults(): Fault[]
  /** Reads again when a file changed; true when it did. Called by the ticker. */
  reload(): boolean
}

/**
 * Keeps the last good version of each file, and looks anew each day: help lines grow old by themselves. Looking at the times and sizes of the files at every tick is slower than
 * being told, and works on every file system, in containers and over the network too.
 */
export function createConfigSource(
  folder: string,
  language: Language = 'nl',
  today?: () => Temporal.PlainDate,
): ConfigSource {
  const stampNow = () => `${today?.()} ${stampOf(folder)}`
  let stamp = stampNow()
  let loaded = loadConfig(folder, language, undefined, today?.())
  return {
    current: () => loaded.config,
    faults: () => loaded.faults,
    reload() {
      const now = stampNow()
      if (now === stamp) return false
      stamp = now
      loaded = loadConfig(folder, language, loaded.config, today?.())
      return true
    },
  }
}

type Read = { file: string; stem: string; source: Source }
type Found = { file: string; yaml?: YamlText; findings: PlacedFinding[] }

/** The YAML files of a subfolder, or null (and a fault) when it cannot be read. */
function filesIn(folder: string, sub: 'instrumentarium' | 'organisations', found: Found[]): Read[] | null {
  const fault = (file: string, key: string) =>
    found.push({ file, findings: [{ path: [], key, values: { name: file } }] })
  let names: string[]
  try {
    names = readdirSync(join(folder, sub))
      .filter((name) => !name.startsWith('.'))
      .sort()
  } catch {
    fault(sub, 'check-folder')
    return null
  }
  for (const name of names) if (name.endsWith('.yml')) fault(`${sub}/${name}`, 'check-file-yml')
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const stem = name.slice(0, -'.yaml'.length)
      const kind = sub === 'instrumentarium' ? 'cards' : sub
      return { file: `${sub}/${name}`, stem, source: readFile(join(folder, sub, name), { kind, stem }) }
    })
}

/** Leaves out the surveys that cannot be asked with the methods as they now are: nothing unsound is ever asked. */
function usable(given: Organisation, methods: ReadonlyMap<string, Method>, faulty: ReadonlySet<string>): Organisation {
  const unsound = new Set(inspectSurveys(given, methods, faulty).map((finding) => finding.path[1]))
  if (unsound.size === 0) return given
  const surveys = Object.fromEntries(Object.entries(given.surveys).filter(([name]) => !unsound.has(name)))
  return { ...given, surveys }
}

function faultsOf(found: Found[], language: Language): Fault[] {
  const words = wordsFor(language)
  const sentence = (key: string, values: Record<string, string | number>) => {
    const text = words(key, values)
    // Isolates are invisible; a name copied with them out of a Latin sentence would no longer be that name.
    return language === 'ar' ? text : text.replace(/[\u2066-\u2069]/g, '')
  }
  const faults = found.flatMap(({ file, yaml, findings }) => {
    const told = [
      ...(yaml?.faults ?? []).map(({ key, values, line, column }) => ({ line, column, key, values })),
      ...findings.slice(0, MOST_TOLD).map(({ path, key, values, onKey }) => {
        const place = yaml?.place(path, onKey ? 'key' : 'value') ?? { line: 1, column: 1 }
        return { ...place, key, values }
      }),
    ].slice(0, MOST_TOLD)
    const more = (yaml?.faults.length ?? 0) + findings.length - told.length
    if (more > 0) told.push({ line: 1, column: 1, key: 'check-more', values: { count: more } })
    return told.map(({ line, column, key, values }) => ({ file, line, column, sentence: sentence(key, values) }))
  })
  return faults.sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.sentence, b.sentence),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function stampOf(folder: string): string {
  const stampOfFile = (path: string) => {
    const { mtimeMs, size, ino } = statSync(path)
    return `${mtimeMs} ${size} ${ino}`
  }
  const stamps = ['instrumentarium', 'organisations', PICTOGRAMS].map((sub) => {
    try {
      const names = readdirSync(join(folder, sub)).sort()
      return names.map((name) => `${name} ${stampOfFile(join(folder, sub, name))}`).join('\n')
    } catch {
      return 'unreadable'
    }
  })
  const lines = join(folder, HELPLINES)
  return [...stamps, existsSync(lines) ? stampOfFile(lines) : 'missing'].join('\n\n')
}
