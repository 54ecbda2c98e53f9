/** What leaves in the format of another program: everything that is not in the file was told, and nothing that is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import type { Method } from '../../src/config/method.ts'
import { readLimesurvey } from '../../src/formats/limesurvey-read.ts'
import { limesurveyOf } from '../../src/formats/limesurvey-write.ts'
import { lossesOut, lossesOutTexts } from '../../src/formats/losses-out.ts'
import { readXlsformSheets } from '../../src/formats/xlsform-read.ts'
import { xlsformSheets } from '../../src/formats/xlsform-write.ts'
import { FULL_LANGUAGES, type Question, type QuestionSet } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { ROOT } from '../support/house-rules.ts'
import { soundSets } from './sound-sets.ts'

const methodWith = (set: QuestionSet, more: Partial<Method> = {}): Method => ({
  ...{ id: 'proef', version: 1, kind: 'questions', set, title: { nl: 'Proef' }, measures: { nl: 'x' } },
  ...{ for: { nl: 'x' }, source: { nl: 'Het atelier' }, aspects: [], groups: [], minutes: { young: 1, staff: 1 } },
  ...{ changelog: [], origin: [], nativeCheck: [] },
  ...more,
})
const told = (method: Method, format: 'xlsx' | 'limesurvey') =>
  lossesOut(method, format)
    .filter(({ place }) => place.column !== undefined)
    .map(({ key, place }) => `${place.column}: ${key}`)
    .sort()

/** What a question has and the one that was read back has not, by the key under which it should have been told. */
function gone(before: Question, after: Question): string[] {
  const options = (one: Question) => ('options' in one ? one.options : [])
  const lacks = (field: 'side' | 'help' | 'erases' | 'alone' | 'picture' | 'emoji') =>
    options(before).some((option, i) => JSON.stringify(option[field]) !== JSON.stringify(options(after)[i]![field]))
  const texts = (one: Question) => [one.text, one.meaning, ...options(one).map(({ text }) => text)]
  const lost = (language: 'nl-plain' | 'en' | 'fr' | 'ar') =>
    texts(before).some((text, i) => text?.[language] !== undefined && text[language] !== texts(after)[i]?.[language])
  const found: Record<string, boolean> = {
    'out-pictures': lacks('picture'),
    'out-clip': before.clip !== after.clip,
    'out-emoji': lacks('emoji'),
    'out-feeling': before.type === 'feeling' && after.type !== 'feeling',
    'out-sides': lacks('side'),
    'out-help': lacks('help'),
    'out-erases': lacks('erases'),
    'out-alone': lacks('alone'),
    'out-sensitive': before.sensitive !== after.sensitive,
    'out-retrospective': before.retrospective !== after.retrospective,
    'out-channels': JSON.stringify(before.notOn) !== JSON.stringify(after.notOn),
    'out-ends': before.type === 'scale' && after.type === 'scale' && before.low.nl !== after.low.nl,
    'out-codes': options(before).some(({ code }, i) => code !== options(after)[i]!.code),
    'out-plain': lost('nl-plain'),
    'out-language': FULL_LANGUAGES.some((language) => language !== 'nl' && lost(language)),
  }
  return Object.keys(found).filter((key) => found[key])
}

const differences = (before: QuestionSet, after: QuestionSet): string[] =>
  before.questions.flatMap((one, i) => gone(one, after.questions[i]!).map((key) => `${one.key}: ${key}`)).sort()

test('of what goes to LimeSurvey, all that does not come back was told, question by question, and nothing else', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(soundSets, (set) => {
      const read = readLimesurvey(new TextDecoder().decode(limesurveyOf(methodWith(set))), 'x')
      if (!read.card) return
      const expected = differences(set, read.card.set)
      for (const one of expected) seen.add(one.split(': ')[1]!)
      // Its codes are new by their place; names and conditions have tests of their own.
      const said = told(methodWith(set), 'limesurvey').filter((one) => !/: out-(name|waits)$/.test(one))
      expect(said).toEqual(expected)
    }),
    { numRuns: 40, endOnFailure: true },
  )
  expect(seen.size).toBeGreaterThan(8)
})

test('of a spreadsheet, what other programs leave out is told: all that stands in columns of our own', () => {
  fc.assert(
    fc.property(soundSets, (set) => {
      const sheets = xlsformSheets(methodWith(set)).map(({ name, rows }) => {
        const kept = rows[0]!.map((title) => !title.startsWith('pols_') && title !== 'media::image')
        return { name, rows: rows.map((row) => row.filter((_, i) => kept[i])) }
      })
      const bare = { sheets: sheets.filter(({ name }) => name !== 'pols'), losses: [] }
      const { card } = readXlsformSheets(bare, { title: 'x' })
      if (!card) return
      expect(told(methodWith(set), 'xlsx').filter((one) => !one.endsWith('waits'))).toEqual(differences(set, card.set))
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

const yesno = (key: string, showIf?: Question['showIf']): Question => ({
  ...{ type: 'yesno' as const, key, text: { nl: 'Ja?' }, sensitive: false },
  ...(showIf ? { showIf } : {}),
})
const setOf = (...questions: Question[]): QuestionSet => ({ languages: ['nl'], accessible: false, questions })

test('not knowing and passing over are told apart nowhere else, and that is told where a condition needs it', () => {
  const waits = (is: string[], format: 'xlsx' | 'limesurvey', first = yesno('a')) =>
    told(methodWith(setOf(first, yesno('b', { question: 'a', is }))), format).includes('b: out-waits')
  expect(waits(['yes'], 'limesurvey')).toBe(false)
  expect(waits(['_skip'], 'limesurvey')).toBe(true)
  expect(waits(['_dk', '_no'], 'limesurvey')).toBe(true)
  expect(waits(['_dk', '_no', '_skip'], 'limesurvey')).toBe(false)
  expect(waits(['_skip'], 'xlsx')).toBe(false)
  expect(waits(['_skip', '_dk'], 'xlsx')).toBe(true)
  const text: Question = { type: 'text', key: 'a', text: { nl: 'Wat?' }, max: 100, sensitive: false }
  expect(waits(['_skip'], 'limesurvey', text)).toBe(false)
})

test('that an answer erases an earlier text is told, with which answer', () => {
  const text: Question = { type: 'text', key: 'a', text: { nl: 'Wat?' }, max: 100, sensitive: false }
  const options = [
    { code: 'keep', text: { nl: 'Bewaar' } },
    { code: 'wipe', text: { nl: 'Wis' }, erases: ['a'] },
  ]
  const use: Question = { type: 'choice', key: 'b', text: { nl: 'En nu?' }, sensitive: false, options }
  for (const format of ['xlsx', 'limesurvey'] as const) {
    const erases = lossesOut(methodWith(setOf(text, use)), format).filter(({ key }) => key === 'out-erases')
    expect(erases).toEqual([{ key: 'out-erases', values: { answers: 'wipe' }, place: { column: 'b' } }])
  }
})

test('a name that is written otherwise there is told with what it becomes', () => {
  const notices = lossesOut(methodWith(setOf(yesno('is_goed'), yesno('isGoed'))), 'limesurvey')
  expect(notices.filter(({ key }) => key === 'out-name')).toEqual([
    { key: 'out-name', values: { becomes: 'isGoed' }, place: { column: 'is_goed' } },
    { key: 'out-name', values: { becomes: 'isGoedN2' }, place: { column: 'isGoed' } },
  ])
})

test('of the card as a whole it is told whose it is, what was, and where it is never asked', () => {
  const method = methodWith(
    { ...setOf(yesno('a')), accessible: true, barredOn: ['discord'], severalOpen: 'Omdat het er twee zijn.' },
    {
      validated: 'WHO-5',
      licence: { name: 'CC BY 4.0', changes: 'free', share: true, commercial: true },
    },
  )
  const whole = (format: 'xlsx' | 'limesurvey') =>
    lossesOut(method, format)
      .filter(({ place }) => place.column === undefined)
      .map(({ key, values }) => [key, ...Object.values(values)])
  const expected = [
    ['out-around', 'Het atelier, CC BY 4.0'],
    ...[['out-history'], ['out-aside'], ['out-accessible'], ['out-barred', 'discord'], ['out-several-open']],
  ]
  expect(whole('xlsx')).toEqual(expected)
  expect(whole('limesurvey')).toEqual(expected)
  const card: Question = { type: 'card', key: 'a', text: { nl: 'Dag' }, sensitive: false }
  expect(lossesOut(methodWith(setOf(card)), 'limesurvey').map(({ key }) => key)).toEqual(['out-around'])
  const lists = { changelog: [{ version: 1, date: '2026-01-01', text: { nl: 'Nieuw' } }], nativeCheck: ['fr' as const] }
  for (const [field, value] of Object.entries(lists)) {
    const keys = lossesOut(methodWith(setOf(card), { [field]: value }), 'xlsx').map(({ key }) => key)
    expect(keys).toEqual(['out-around', 'out-history'])
  }
})

test('a translator is told what stands with a text and is not in the file', () => {
  const first: Question = {
    ...{ type: 'choice', key: 'a', text: { nl: 'Wat?' }, sensitive: true, clip: 'https://example.org/1' },
    options: [
      { code: 'x', text: { nl: 'Dit' }, emoji: '🎨', picture: 'verf', side: 'plus' },
      { code: 'y', text: { nl: 'Dat' }, picture: 'klei' },
    ],
  }
  const notices = lossesOut(methodWith(setOf(first, yesno('b', { question: 'a', is: ['x'] }))), 'po')
  expect(notices.map(({ key, values, place }) => [place.column, key, ...Object.values(values)])).toEqual([
    [undefined, 'out-words-only'],
    ...[
      ['a', 'out-pictures', 'verf, klei'],
      ['a', 'out-clip'],
      ['a', 'out-emoji', 'x'],
    ],
    ['b', 'out-condition'],
  ])
})

test('it is said in every language, a line for each question, and of nothing nothing is said', () => {
  const { config } = loadConfig(`${ROOT}config`)
  const method = [...config.methods.values()].find(({ set }) => set.questions.some(({ type }) => type === 'feeling'))!
  for (const language of FULL_LANGUAGES) {
    for (const format of ['xlsx', 'limesurvey', 'po'] as const) {
      const words = wordsFor(language)
      const lines = lossesOutTexts(lossesOut(method, format), format, words)
      expect(lines[0]).toBe(words(`out-heading-${format}`))
      expect(lines.join('\n')).not.toMatch(/out-[a-z]+|undefined|\{/)
      for (const { key } of method.set.questions) {
        expect(lines.filter((line) => line.replace(/[\u2066-\u2069]/g, '').startsWith(`${key}:`)).length).toBeLessThan(
          2,
        )
      }
    }
  }
  expect(lossesOutTexts([], 'xlsx', wordsFor('nl'))).toEqual([])
})
