/** `pols file`: a set out as a spreadsheet and in again, and what is said of files of others. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import type { Cli } from '../../src/cli/cli.ts'
import { readSetFile, writeSetFile } from '../../src/cli/set-files.ts'
import { loadConfig } from '../../src/config/load.ts'
import { wordsFor } from '../../src/words/words.ts'
import { quickFolder } from '../support/memory.ts'

const cli = {
  terminal: { environment: { CONFIG_DIR: 'config' } },
  words: wordsFor('nl'),
  language: 'nl',
  json: false,
} as unknown as Cli

test('a set goes out as a spreadsheet, and comes in again as a file for the folder with the same questions', async () => {
  const folder = quickFolder('pols-file-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [xlsx, yaml] = [join(folder, 'a.xlsx'), join(folder, 'a.yaml')]
  expect(await writeSetFile(cli, 'wat-betekent-het', 'xlsx', xlsx)).toMatchObject({ type: 'done' })
  const read = await readSetFile(cli, xlsx, { out: yaml })
  expect(read).toMatchObject({ type: 'done', faulty: false, json: { losses: [], faults: [] } })
  const { config } = loadConfig('config')
  expect(parse(readFileSync(yaml, 'utf8')).set).toEqual(config.methods.get('wat-betekent-het')!.set)
})

test('what another program has no place for is said when a set is written, per question', async () => {
  const folder = quickFolder('pols-file-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const written = async (format: 'xlsx' | 'limesurvey' | 'po-fr') => {
    const result = await writeSetFile(cli, 'wat-betekent-het', format, join(folder, format))
    if (result.type !== 'done') throw new Error(result.fault)
    return { text: result.text, losses: (result.json as { losses: { key: string }[] }).losses.map(({ key }) => key) }
  }
  const lime = await written('limesurvey')
  expect(lime.text).toContain('Dit gaat niet mee naar LimeSurvey:')
  expect(lime.text).toMatch(/^\w+: .*de codes van de antwoorden: \w+ → A1/m)
  expect(lime.losses).toContain('out-codes')
  const sheet = await written('xlsx')
  expect(sheet.text).toContain("Dit leest alleen Pols terug. Andere programma's laten het weg:")
  expect(sheet.losses).not.toContain('out-codes')
  expect((await written('po-fr')).text).toContain('Alles wat geen tekst is: codes, kanten')
})

test('what does not come along is said with its row; a wrong name is one sentence', async () => {
  const faulty = await readSetFile(cli, 'tests/formats/fixtures/faults-openpyxl.xlsx', {})
  expect(faulty).toMatchObject({ type: 'done', faulty: true })
  expect(faulty.type === 'done' && faulty.text).toContain('blad survey, rij 6: De naam “d” staat ook in rij 5.')
  expect(await readSetFile(cli, 'tests/formats/nowhere.xlsx', {})).toMatchObject({ fault: 'cli-file-unreadable' })
  expect(await writeSetFile(cli, 'weg', 'xlsx', 'x')).toMatchObject({ fault: 'cli-no-set' })
})
