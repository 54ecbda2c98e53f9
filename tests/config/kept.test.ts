import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { DECIDING, recall, remember } from '../../src/config/kept.ts'
import { loadConfig } from '../../src/config/load.ts'
import { withFolder } from './folder.ts'

const METHOD = readFileSync('config/instrumentarium/gevoelsbuttons-start.yaml', 'utf8')
const CARDS = { kind: 'cards', stem: 'gevoelsbuttons-start' } as const

test('what was kept is the same as what is read, to the last key, and each reader gets its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pols-config-'))
  cpSync('config', folder, { recursive: true })
  // With an empty line behind it each text is new.
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.yaml')) appendFileSync(join(folder, name), '\n')
  }
  const first = loadConfig(folder)
  const second = loadConfig(folder)
  rmSync(folder, { recursive: true })
  expect(second.config).toStrictEqual(first.config)
  expect(second.faults).toStrictEqual([])
  expect(loadConfig('config').config).toStrictEqual(first.config)
  const card = () => loadConfig('config').config.cards.get('gevoelsbuttons-start')!
  const mine = card()
  mine.title.nl = 'Anders'
  mine.set!.questions.length = 0
  expect(card().title.nl).not.toBe('Anders')
  expect(card().set!.questions).not.toEqual([])
  expect(first.config.cards.get('gevoelsbuttons-start')!.set!.questions).not.toEqual([])
})

test('the tips on texts that were kept point at the same places', () => {
  const plain = METHOD.replace(/nl: .*\?/, 'nl: Hoe zou je de ervaringsgerichte laagdrempeligheid inschatten?')
  withFolder((folder) => {
    folder.write('instrumentarium/gevoelsbuttons-start.yaml', plain)
    const [first, second] = [loadConfig(folder.path).tips, loadConfig(folder.path).tips]
    expect(first).not.toEqual([])
    expect(second).toStrictEqual(first)
  })
})

test('only a text with which nothing is wrong is kept, under its own name and kind', () => {
  withFolder((folder) => {
    const wrong = METHOD.replace('version: 1', 'version: nul')
    const twice = `${METHOD}\nid: gevoelsbuttons-start\n`
    const renamed = METHOD.replace('id: gevoelsbuttons-start', 'id: iets-anders')
    for (const text of [wrong, twice, renamed]) {
      expect(text).not.toBe(METHOD)
      folder.write('instrumentarium/gevoelsbuttons-start.yaml', text)
      const { faults } = loadConfig(folder.path)
      expect(faults.filter(({ file }) => file.startsWith('instrumentarium/'))).not.toEqual([])
      expect(loadConfig(folder.path).faults).toStrictEqual(faults)
      expect(recall(CARDS, text)).toBeUndefined()
    }
    folder.write('instrumentarium/gevoelsbuttons-start.yaml', METHOD)
    expect(loadConfig(folder.path).faults.filter(({ file }) => file.startsWith('instrumentarium/'))).toEqual([])
    expect(recall(CARDS, METHOD)).toMatchObject({ id: 'gevoelsbuttons-start' })
    expect(recall({ ...CARDS, stem: 'andere-naam' }, METHOD)).toBeUndefined()
    expect(recall({ ...CARDS, kind: 'organisations' }, METHOD)).toBeUndefined()
    expect(recall(CARDS, `${METHOD}\n# Anders.\n`)).toBeUndefined()
  })
})

test('what is wrong between files is told of a text that was kept too, at its own line', () => {
  withFolder((folder) => {
    const sample = readFileSync('config/organisations/xx.yaml', 'utf8')
    folder.write('organisations/xx.yaml', sample)
    const about = () => loadConfig(folder.path).faults.filter(({ file }) => file === 'organisations/xx.yaml')
    expect(about()).toEqual([])
    const [, used] = /set: (\S+)/.exec(sample)!
    rmSync(join(folder.path, 'instrumentarium', `${used}.yaml`))
    const line = sample.split('\n').findIndex((one) => one.includes(`set: ${used}`)) + 1
    expect(about()[0]).toMatchObject({ line })
    expect(about()[0]!.sentence).toContain(used)
  })
})

test('no more is kept than so many texts, and the one that was wanted longest ago goes', () => {
  const whose = { kind: 'cards', stem: 'veel' } as const
  remember(whose, 'eerste', { een: 1 })
  remember(whose, 'tweede', { twee: 2 })
  for (let text = 0; text < 998; text += 1) remember(whose, `tekst ${text}`, text)
  expect(recall(whose, 'eerste')).toEqual({ een: 1 })
  remember(whose, 'nog een', {})
  expect(recall(whose, 'tweede')).toBeUndefined()
  expect(recall(whose, 'eerste')).toEqual({ een: 1 })
})

test('all code that decides what a text comes to is in the folders that the prepared file is made for', () => {
  const seen = new Set<string>()
  const follow = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*? from '(\.[^']+)'/gm,
    )) {
      follow(join(dirname(file), path!))
    }
  }
  follow('src/config/inspect-file.ts')
  follow('src/config/read-yaml.ts')
  expect(seen.size).toBeGreaterThan(15)
  const outside = [...seen].filter((file) => !DECIDING.some((folder) => file.startsWith(`src/${folder}/`)))
  expect(outside).toEqual([])
})

describe('the file that installing prepares', () => {
  // A copy of the code with a folder of its own to prepare in: nothing here touches what is installed.
  const root = mkdtempSync(join(tmpdir(), 'pols-kept-'))
  const cache = join(root, 'node_modules/.cache/pols')
  mkdirSync(join(root, 'node_modules'))
  for (const folder of ['src', 'migrations', 'config']) cpSync(folder, join(root, folder), { recursive: true })
  copyFileSync('package.json', join(root, 'package.json'))
  for (const name of readdirSync('node_modules')) {
    if (!name.startsWith('.')) symlinkSync(join(process.cwd(), 'node_modules', name), join(root, 'node_modules', name))
  }
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  /** Whether reading the folder took the library that parses, and what it came to. */
  const readIn = (prepare: boolean) => {
    const code = `
      import { createRequire } from 'node:module'
      import { loadConfig } from './src/config/load.ts'
      import { writeKept } from './src/config/kept.ts'
      const { config, faults } = loadConfig('config')
      const parsed = Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('/yaml/dist/'))
      ${prepare ? 'writeKept()' : ''}
      console.log(JSON.stringify({ parsed, faults, cards: [...config.cards], organisations: [...config.organisations] }))`
    const said = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', code], { cwd: root })
    return JSON.parse(said.toString()) as { parsed: boolean; faults: unknown[]; cards: unknown; organisations: unknown }
  }
  const prepared = () => readdirSync(cache).filter((name) => name.startsWith('config-'))

  test('saves parsing, is not used where a text or the code differs, and is no harm when it is damaged', () => {
    const cold = readIn(true)
    expect(cold).toMatchObject({ parsed: true, faults: [] })
    expect(readIn(false)).toStrictEqual({ ...cold, parsed: false })

    const [name] = prepared()
    const whole = readFileSync(join(cache, name!))
    const altered = Buffer.from(whole)
    altered[whole.length >> 1]! ^= 1
    for (const damaged of [altered, whole.subarray(0, whole.length - 1)]) {
      writeFileSync(join(cache, name!), damaged)
      expect(readIn(false)).toStrictEqual(cold)
    }
    writeFileSync(join(cache, name!), whole)

    const method = join(root, 'config/instrumentarium/gevoelsbuttons-start.yaml')
    writeFileSync(method, METHOD.replace('version: 1', 'version: nul'))
    const { faults } = readIn(false)
    expect(faults[0]).toMatchObject({ file: 'instrumentarium/gevoelsbuttons-start.yaml', line: 3, column: 10 })
    writeFileSync(method, METHOD)

    const code = join(root, 'src/survey/wording.ts')
    writeFileSync(code, `${readFileSync(code, 'utf8')}\n// Other code.\n`)
    expect(readIn(true)).toStrictEqual(cold)
    expect(readIn(false)).toStrictEqual({ ...cold, parsed: false })
    expect(prepared()).toHaveLength(1)
    expect(prepared()).not.toContain(name)
  }, 60_000)
})
