import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { ROOT } from '../support/house-rules.ts'
import { copySampleConfig } from '../support/sample-config.ts'
import { fakeTerminal } from '../support/terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'pols-author-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
copySampleConfig(folder)
const METHODS = readdirSync(join(ROOT, 'config', 'instrumentarium')).length

async function type(argv: string[], environment: Record<string, string> = {}, typed: string[] = []) {
  const terminal = fakeTerminal(environment, typed)
  const code = await run(argv, terminal, async () => {
    throw new Error('the application was built')
  })
  return { code, said: terminal.said(), complained: terminal.complained() }
}

test('check says that all is well', async () => {
  expect(await type(['check', folder])).toEqual({
    code: 0,
    said: `Alles in orde: 3 organisaties, ${METHODS} methodes.\n`,
    complained: '',
  })
})

test('check exits 1 and names file, line and column of a fault', async () => {
  const faulty = mkdtempSync(join(folder, 'faulty-'))
  for (const part of ['organisations', 'instrumentarium', 'pictograms'])
    cpSync(join(ROOT, 'config', part), join(faulty, part), { recursive: true })
  cpSync(join(folder, 'helplines.yaml'), join(faulty, 'helplines.yaml'))
  const file = join(faulty, 'organisations', 'xy.yaml')
  const text = readFileSync(file, 'utf8').replace('smallestGroup: 5', 'smallestGroup: 4')
  writeFileSync(file, text)
  const line = text.split('\n').indexOf('smallestGroup: 4') + 1

  const { code, said } = await type(['check', '--json', '--language', 'en'], { CONFIG_DIR: faulty })
  expect(code).toBe(1)
  expect(JSON.parse(said)).toMatchObject({ ok: false, faults: [{ file, line, column: 16 }] })
  const plain = await type(['check', faulty])
  expect(plain.code).toBe(1)
  expect(plain.said.startsWith(`${file}:${line}:16  `)).toBe(true)
})

test('play asks in the language that is chosen, and keeps nothing', async () => {
  const { code, said } = await type(['play', 'gevoelsbuttons-start', '--language', 'fr', '--script'], {}, ['1', ''])
  expect(code).toBe(0)
  expect(said).toMatch(/^bot: {2}/)
  expect(said).toContain('Comment tu te sens, là, maintenant ?')
  expect(said).toMatch(/^they: très bien$|^they: .*bien/m)
})

test('schema shows the schemas, and writes the same', async () => {
  const shown = await type(['schema', '--json'])
  expect(shown.code).toBe(0)
  const schemas = JSON.parse(shown.said) as Record<string, unknown>
  const target = mkdtempSync(join(folder, 'schemas-'))
  const written = await type(['schema', '--write', '--json'], { CONFIG_DIR: target })
  expect(written.code).toBe(0)
  const names = readdirSync(join(target, 'schemas')).sort()
  expect(names).toEqual(Object.keys(schemas).sort())
  expect(names.length).toBeGreaterThan(1)
  for (const name of names) {
    expect(JSON.parse(readFileSync(join(target, 'schemas', name), 'utf8'))).toEqual(schemas[name])
  }
})

test('translations names what is missing, in text and in JSON', async () => {
  const { code, said } = await type(['translations', folder])
  expect(code).toBe(0)
  expect(said).toMatch(/^ {2}fr: [\d.]+ zinnen, 0 ontbreken en staan in het Nederlands\.$/m)
  expect(said).toContain('  stem: nog niet nagelezen door iemand die met de taal opgroeide: en, fr, ar.')
  const { methods } = JSON.parse((await type(['translations', folder, '--json'])).said)
  expect(methods).toContainEqual({ method: 'stem', missing: {}, unchecked: ['en', 'fr', 'ar'] })
})
