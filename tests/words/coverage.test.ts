/** The report of what is missing in which language. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { methodCoverage } from '../../src/config/translations.ts'
import { wordCoverage } from '../../src/words/coverage.ts'
import { ROOT } from '../support/house-rules.ts'

const folder = mkdtempSync(join(tmpdir(), 'pols-words-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('our own sentences are there in every language, and say honestly who has not read them', () => {
  const coverage = wordCoverage()
  expect(coverage.map(({ language }) => language)).toEqual(['nl-plain', 'en', 'fr', 'ar'])
  for (const { language, missing, unchecked } of coverage) {
    if (language !== 'nl-plain') expect({ language, missing }).toEqual({ language, missing: [] })
    expect(unchecked).toContain('survey')
  }
})

test('a sentence that is taken out is named, and a file that was read is no longer unread', () => {
  cpSync(join(ROOT, 'src/words'), folder, { recursive: true })
  const file = join(folder, 'fr/survey.ftl')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^button-skip = .*$/m, ''))
  writeFileSync(join(folder, 'native-check.json'), '{ "fr": { "survey": "2027-01-15" } }')
  const french = wordCoverage(pathToFileURL(`${folder}/`)).find(({ language }) => language === 'fr')!
  expect(french.missing).toEqual(['button-skip'])
  expect(french.unchecked).not.toContain('survey')
  expect(french.unchecked).toContain('people')
})

test('a question that is not translated is named by its place', () => {
  const { config } = loadConfig(join(ROOT, 'config'))
  const method = structuredClone(config.methods.get('uitgangsvraag')!)
  expect(methodCoverage(method)).toEqual({ method: 'uitgangsvraag', missing: {}, unchecked: ['en', 'fr', 'ar'] })
  delete method.set.questions[1]!.text.fr
  method.nativeCheck = ['en']
  expect(methodCoverage(method)).toEqual({
    method: 'uitgangsvraag',
    missing: { fr: ['set.questions.1.text'] },
    unchecked: ['fr', 'ar'],
  })
})
