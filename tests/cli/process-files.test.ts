/** Methods and data as files between processes, as people type it: what was changed on the way leaves nothing behind. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../support/house-rules.ts'
import { quickFolder } from '../support/memory.ts'
import { ask } from '../support/postgres.ts'
import { launch, plainEnvironment, type Running } from '../support/process.ts'
import { copySampleConfig } from '../support/sample-config.ts'

/** Starting a process on a busy machine takes its time, in milliseconds. */
const LONG = { timeout: 240_000 }
const folder = quickFolder('pols-files-')
const at = (name: string) => join(folder, name)
const children: Running[] = []

beforeAll(() => ask('/template'))
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.end()))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `pols …` of one of two houses, each with its own folder. */
function pols(house: 'here' | 'there', ...args: string[]): Running {
  const config = house === 'there' && existsSync(at('config')) ? { CONFIG_DIR: at('config') } : {}
  const environment = plainEnvironment({ DATA_DIR: at(house), PORT: '0', ...config })
  const running = launch(process.execPath, [join(ROOT, 'src', 'main.ts'), ...args], environment)
  children.push(running)
  return running
}

test('a pack from another house: changed it is refused, its key is asked for, and taken once', LONG, async () => {
  copySampleConfig(at('config'))
  const stem = readFileSync(join(at('config'), 'instrumentarium', 'stem.yaml'), 'utf8')
  const theirs = stem.replace(/^id: stem$/m, 'id: hun-stem').replace('Voel je je gehoord?', 'Telt jouw stem mee?')
  writeFileSync(join(at('config'), 'instrumentarium', 'hun-stem.yaml'), theirs)
  const made = await pols('there', 'pack', 'out', at('a.pols.json'), 'hun-stem').ended
  expect(made).toMatchObject({ code: 0, complained: '' })
  const pack = readFileSync(at('a.pols.json'), 'utf8')
  expect(pack).toContain('Telt jouw stem mee?')

  const house = pols('here', 'start', '--json')
  const ready = JSON.parse(await house.says(/\n$/)) as { addresses: { person: string }[] }
  const shelf = async () => (await fetch(new URL('/methodes/hun-stem', ready.addresses[0]!.person))).status === 200

  writeFileSync(at('b.pols.json'), pack.replace('Telt jouw stem mee?', 'Telt jouw stem mee!'))
  const changed = await pols('here', 'pack', 'in', at('b.pols.json')).ended
  expect(changed).toMatchObject({ code: 2, said: '' })
  expect(changed.complained).toContain('De handtekening klopt niet')
  expect(await shelf()).toBe(false)

  const unknown = await pols('here', 'pack', 'in', at('a.pols.json')).ended
  expect(unknown.code).toBe(1)
  const [, key] = /--key ([0-9a-f]{32})/.exec(unknown.said)!
  expect(unknown.said).toContain('Er is niets opgenomen.')
  const guessed = await pols('here', 'pack', 'in', at('a.pols.json'), '--key', '0'.repeat(32)).ended
  expect(guessed).toMatchObject({ code: 2, said: '' })
  // Knowing the key does not help what was changed.
  expect((await pols('here', 'pack', 'in', at('b.pols.json'), '--key', key!).ended).code).toBe(2)
  expect(await shelf()).toBe(false)

  // As people write a fingerprint over.
  const written = key!.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')
  const taken = await pols('here', 'pack', 'in', at('a.pols.json'), '--key', written).ended
  expect(taken).toMatchObject({ code: 0, complained: '' })
  expect(taken.said).toContain('Opgenomen: 1. Was er al: 0.')
  expect(await shelf()).toBe(true)
  const again = await pols('here', 'pack', 'in', at('a.pols.json')).ended
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('Opgenomen: 0. Was er al: 1.') })
})

test(
  'a set as a file for others and back; what is no such file, or cannot be written, is said and exits with it',
  LONG,
  async () => {
    const out = await pols('here', 'file', 'out', 'stem', 'xlsx', at('stem.xlsx')).ended
    expect(out).toMatchObject({ code: 0, complained: '' })
    expect(out.said).toContain("Andere programma's laten het weg:")
    const back = await pols('here', 'file', 'in', at('stem.xlsx'), '--out', at('stem.yaml')).ended
    expect(back).toMatchObject({ code: 0, complained: '' })
    expect(back.said).toContain('Alles in dit bestand komt mee.')
    const kept = parse(readFileSync(at('stem.yaml'), 'utf8')) as { set: unknown }
    const ours = parse(readFileSync(join(ROOT, 'config', 'instrumentarium', 'stem.yaml'), 'utf8')) as { set: object }
    expect(JSON.stringify(kept.set)).toContain('"listened"')
    expect(Object.keys(kept.set as object)).toEqual(expect.arrayContaining(Object.keys(ours.set)))

    const bytes = readFileSync(at('stem.xlsx'))
    writeFileSync(at('half.xlsx'), bytes.subarray(0, bytes.length / 2))
    const half = await pols('here', 'file', 'in', at('half.xlsx'), '--out', at('half.yaml')).ended
    expect(half.code).toBe(1)
    expect(`${half.said}${half.complained}`).toContain('kan niet gelezen worden als Excel-bestand')
    expect(existsSync(at('half.yaml'))).toBe(false)
    const nowhere = await pols('here', 'file', 'out', 'stem', 'limesurvey', join(at('no'), 'where.txt')).ended
    expect(nowhere.code).toBe(2)
    expect(nowhere.complained).toContain('kan niet geschreven worden')
  },
)

test('data of nobody who agreed: a list that says so, and no file', LONG, async () => {
  expect(await pols('here', 'export', 'xy').ended).toMatchObject({ code: 0, said: 'Er is nog niets voorgesteld.\n' })
  const nothing = await pols('here', 'export', 'xy', 'A'.repeat(22), '--out', at('data.zip')).ended
  expect({ code: nothing.code, said: nothing.said }).toEqual({ code: 2, said: '' })
  expect(nothing.complained).not.toBe('')
  expect(existsSync(at('data.zip'))).toBe(false)
  expect((await pols('here', 'export', 'nobody').ended).code).toBe(2)
})
