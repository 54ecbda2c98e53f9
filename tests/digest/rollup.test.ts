/** Sessions too small to show, taken together: when, and what comes out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestContent } from '../../src/digest/content.ts'
import { renderDigest, renderDigestTable } from '../../src/digest/render.ts'
import { mostReplies, nextTogether, releaseTogether, summariseTogether } from '../../src/digest/rollup.ts'
import { summarise } from '../../src/digest/summarise.ts'
import { EngineError } from '../../src/errors.ts'
import { LANGUAGES, optionsOf } from '../../src/survey/question-set.ts'
import { countsBy, factsWith } from './facts.ts'
import { SHAPES, type ShapeName } from './shapes.ts'

/** Rounds by headcount, `t` for tried before: '6 ? 4t'. */
const rounds = (text: string) =>
  text.split(' ').map((one, i) => {
    const headcount = one.startsWith('?') ? null : Number.parseInt(one, 10)
    return { id: String(i + 1), headcount, tried: one.endsWith('t') }
  })
const next = (text: string, { last = false, floor = 5 } = {}) =>
  nextTogether(rounds(text), floor, last)?.join('') ?? null

describe('which rounds are taken together', () => {
  test.each([
    ['two wait for a third', next('6 6'), null],
    ['three at a time', next('6 6 6 6'), '123'],
    ['without a headcount too', next('? ? ?'), '123'],
    ['three tried before wait for three more', next('6t 6t 6t 6 6'), null],
    ['and are then taken along', next('6t 6t 6t 6 6 6 6'), '123456'],
    ['at the end of the year two are enough', next('6 6', { last: true }), '12'],
    ['at the end all that is left', next('6t 6t 6t 6', { last: true }), '1234'],
    ['at the end three come first', next('6 6 6 6', { last: true }), '123'],
    ['nothing new, nothing tried', next('6t 6t 6t', { last: true }), null],
    ['one is not several', next('20', { last: true }), null],
    ['fewer than four present never come in', next('6 3 1 4 6'), '145'],
    ['but stay in when they were tried before', next('6t 2t 6t 6 6 6'), '123456'],
    ['three by four is enough for a group of five', next('4 4 4'), '123'],
    ['with a higher floor it is not', next('4 4 4 4 4', { floor: 10 }), null],
    ['until there are enough', next('4 4 4 4 4 4', { floor: 10 }), '123456'],
    ['nor at the end of the year', next('4 4', { last: true, floor: 6 }), null],
  ])('%s', (_, got, expected) => {
    expect(got).toBe(expected)
  })

  test('at most four can have replied in a round below five', () => {
    expect(mostReplies(rounds('9 3 ?'), 5)).toBe(4 + 3 + 4)
    expect(() => nextTogether([], 4, false)).toThrow(EngineError)
  })
})

const together = (name: ShapeName, n: number, pick: Parameters<typeof countsBy>[2], floor = 5) => {
  const released = releaseTogether(countsBy(SHAPES[name], n, pick), floor, n)
  if (released.form === 'parts') return released.parts.map((part) => `${part.bound} ${part.count}`).join(', ')
  return released.form === 'named' ? `named ${released.codes.join()}` : released.form
}

test.each([
  ['all the same', together('three', 5, () => [0]), 'at_least 3, at_most 2'],
  ['all but two the same', together('three', 9, (person) => [person < 7 ? 1 : 2]), 'at_least 3, at_most 2'],
  ['all the other way', together('three', 9, () => [2]), 'at_most 2, at_least 3'],
  ['with a higher floor', together('three', 9, () => [2], 8), 'at_most 2, at_least 6'],
  ['three and three', together('three', 6, (person) => [person % 2 === 0 ? 0 : 2]), 'spread'],
  ['who does not know is on the last side', together('three', 8, (p) => (p < 5 ? [0] : 'dont_know')), 'spread'],
  ['without an order, one name', together('nominal4', 6, (person) => [person < 4 ? 1 : 2]), 'named b'],
  ['two names would say that there were more', together('nominal4', 6, (person) => [person % 2]), 'spread'],
  ['several answers a person', together('multi3', 6, () => [0, 1]), 'named a,b'],
  ['too few said something to this question', together('three', 8, (p) => (p < 4 ? [0] : 'skipped')), 'hidden'],
  ['sensitive: nothing', together('sensitive', 30, () => [0]), 'hidden'],
  ['open: nothing', together('text', 30, () => []), 'hidden'],
])('%s', (_, got, expected) => {
  expect(got).toBe(expected)
})

const factsOf = (people: number, more: object = {}) => ({
  ...factsWith([
    countsBy(SHAPES.three, people, (person) => [person % 4 === 0 ? 2 : 0]),
    countsBy({ ...SHAPES.nominal3, key: 'why' }, people, () => [1]),
    countsBy({ ...SHAPES.text, key: 'words' }, people, () => []),
  ]),
  from: Temporal.PlainDate.from('2026-10-07'),
  rounds: [{ headcount: 6 }, { headcount: null }, { headcount: 3 }],
  ...more,
})

test('a digest of its own: from when to when, no theme, no pairs, no number of people', () => {
  const digest = summariseTogether(factsOf(6))!
  expect(digestContent.parse(JSON.parse(JSON.stringify(digest)))).toEqual(digest)
  expect(Object.isFrozen(digest.questions[0])).toBe(true)
  expect(digest).toMatchObject({
    together: { sessions: 3, from: '2026-10-07' },
    date: '2026-11-04',
    theme: null,
    base: 5,
    participation: { form: 'at_least', count: 5, headcount: 11 },
  })
  expect(digest.pairs).toBeUndefined()
  expect(digest.comparison).toBeUndefined()
  expect(digest.released.map(({ of }) => of)).toEqual(['_participation', 'q', 'why', 'words'])
  const text = renderDigest(digest, 'nl')
    .map((line) => line.text.replace(/[\u2068\u2069]/g, ''))
    .join('\n')
  expect(text).toContain('3 keer samen, 7 okt tot 4 nov')
  expect(text).toContain('minstens 5 jongeren')
  expect(text).toContain('good of so_so: minstens 3 · bad of geen antwoord: hoogstens 2')
  expect(text).not.toMatch(/van 5|van 6|racisme|Terugkoppeling/)
  expect(renderDigestTable(digest, 'nl')[0]!.cells.map((cell) => cell.text.replace(/[\u2068\u2069]/g, ''))).toEqual([
    'minstens 3',
    'hoogstens 2',
  ])
})

test('how many there were makes no difference to what is shown', () => {
  const all = factsOf(20)
  const same = (people: number) => ({
    ...all,
    replied: people,
    questions: [countsBy(SHAPES.three, people, () => [0])],
  })
  expect(summariseTogether(same(20))).toEqual(summariseTogether(same(5)))
  expect(summariseTogether(factsOf(4))).toBeNull()
  expect(() => summariseTogether(factsOf(6, { rounds: [{ headcount: 6 }] }))).toThrow(EngineError)
})

/** Any day, and nothing finer: no clock time, no instant, no count of seconds. */
const FINER = /\d[T ]\d\d|\d{1,2}:\d\d|\d{9,}|\bZ\b/

test('no time finer than a day is in any digest, of one session or of several', () => {
  const names = Object.keys(SHAPES) as ShapeName[]
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 40 }),
      fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      (shapes, people, at) => {
        const day = Temporal.PlainDate.from(at.toISOString().slice(0, 10))
        const questions = shapes.map((name, q) => {
          const question = { ...SHAPES[name], key: `q${q}` }
          const options = Math.max(1, optionsOf(question).length)
          return countsBy(question, people, (person) => [person % options])
        })
        const facts = { ...factsWith(questions), date: day }
        const several = { ...facts, from: day.subtract({ days: 20 }), rounds: [{ headcount: 9 }, { headcount: 9 }] }
        for (const digest of [summarise(facts), summariseTogether(several)]) {
          if (!digest) continue
          const { questions: _, ...rest } = digest
          expect(JSON.stringify(rest)).not.toMatch(FINER)
          expect(JSON.stringify(digest.questions.map(({ scale: __, ...question }) => question))).not.toMatch(FINER)
          for (const language of LANGUAGES) expect(JSON.stringify(renderDigest(digest, language))).not.toMatch(FINER)
        }
      },
    ),
    { seed: 20261122, numRuns: 150 },
  )
  expect('closed at 19:30').toMatch(FINER)
  expect(Temporal.Instant.from('2026-11-04T19:30:00Z').toString()).toMatch(FINER)
})
