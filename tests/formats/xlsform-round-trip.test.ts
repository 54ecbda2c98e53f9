/** What goes out as a spreadsheet comes in again as the identical set. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import type { Method } from '../../src/config/method.ts'
import { readXlsform, readXlsformSheets } from '../../src/formats/xlsform-read.ts'
import { xlsformOf, xlsformSheets } from '../../src/formats/xlsform-write.ts'
import { contentHash } from '../../src/survey/content-hash.ts'
import type { QuestionSet } from '../../src/survey/question-set.ts'
import { ROOT } from '../support/house-rules.ts'
import { soundSets } from './sound-sets.ts'

/** Drawing sets takes its time on a busy machine, in milliseconds. */
const LONG = { timeout: 120_000 }

const methodWith = (set: QuestionSet): Method => ({
  ...{ id: 'proef', version: 3, kind: 'questions', set, title: { nl: 'Proef', en: 'Try', fr: 'Essai', ar: 'تجربة' } },
  ...{ measures: { nl: 'Iets.' }, for: { nl: 'Iedereen.' }, source: { nl: 'Eigen vragen.' }, aspects: [], groups: [] },
  ...{ minutes: { young: 2, staff: 5 }, changelog: [], origin: [], nativeCheck: [] },
})

test('a drawn set has everything that a set can have', LONG, () => {
  const drawn = fc.sample(soundSets, { numRuns: 200, seed: 1 })
  const questions = drawn.flatMap((set) => set.questions)
  const seen = new Set(
    [...drawn, ...questions, ...questions.flatMap((one) => ('options' in one ? one.options : []))].flatMap((one) =>
      Object.entries(one).flatMap(([key, value]) => (value === undefined || value === false ? [] : [key])),
    ),
  )
  expect([...seen].sort()).toEqual(
    [
      ...['accessible', 'barredOn', 'languages', 'questions', 'severalOpen'],
      ...[
        'clip',
        'high',
        'key',
        'low',
        'max',
        'meaning',
        'min',
        'notOn',
        'options',
        'sensitive',
        'showIf',
        'text',
        'type',
      ],
      ...['alone', 'code', 'emoji', 'erases', 'help', 'picture', 'side', 'retrospective'],
    ].sort(),
  )
  expect(new Set(questions.map(({ type }) => type)).size).toBe(7)
})

test('every sound set comes back identical, and nothing is told as lost', LONG, () => {
  fc.assert(
    fc.property(soundSets, (set) => {
      const sheets = xlsformSheets(methodWith(set)).map(({ name, rows }) => ({ name, rows }))
      const { card, losses, faults } = readXlsformSheets({ sheets, losses: [] }, { title: 'x' })
      expect({ losses, faults }).toEqual({ losses: [], faults: [] })
      expect(card!.set).toEqual(set)
      expect(contentHash(card!.set)).toBe(contentHash(set))
    }),
    { numRuns: 300 },
  )
})

test('so it does through the bytes of a real workbook', LONG, async () => {
  await fc.assert(
    fc.asyncProperty(soundSets, async (set) => {
      const { card, losses, faults } = await readXlsform(await xlsformOf(methodWith(set)), { title: 'x' })
      expect({ losses, faults }).toEqual({ losses: [], faults: [] })
      expect(card!.set).toEqual(set)
    }),
    { numRuns: 25 },
  )
})

test('a card that is shipped comes back with all that is said around its questions', async () => {
  const { config } = loadConfig(`${ROOT}config`)
  expect(config.methods.size).toBeGreaterThan(5)
  for (const method of config.methods.values()) {
    const { card, losses, faults } = await readXlsform(await xlsformOf(method), { title: 'x' })
    expect({ id: method.id, losses, faults }).toEqual({ id: method.id, losses: [], faults: [] })
    const { id, kind, version, changelog, nativeCheck, validated, ...said } = method
    expect(card).toEqual({ ...said, version: 1, changelog: [], nativeCheck: [] })
  }
})
