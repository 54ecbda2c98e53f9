/** Start and end of one session: what is counted, what of it is shown, and in which words. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { changeOf } from '../../src/digest/pairs.ts'
import { renderDigest } from '../../src/digest/render.ts'
import { summarise } from '../../src/digest/summarise.ts'
import type { PairCounts } from '../../src/digest/types.ts'
import { LANGUAGES, type Language, type Question, questionSet } from '../../src/survey/question-set.ts'
import { countsBy, factsWith } from './facts.ts'
import { SHAPES } from './shapes.ts'

const setOf = (name: string) => {
  const file = new URL(`../../config/instrumentarium/${name}.yaml`, import.meta.url)
  return questionSet.parse(parse(readFileSync(file, 'utf8')).set)
}
const [feeling, why] = setOf('gevoelsbuttons-einde').questions as [Question, Question]

/** Places of the options at the start and at the end, 0 is the best; null: nothing. */
type Person = [start: number | null, end: number | null]
const many = (n: number, ...person: Person): Person[] => Array.from({ length: n }, () => person)

/** Twelve better, ten the same, eight lower. */
const THIRTY = [
  ...[...many(5, 2, 1), ...many(4, 1, 0), ...many(3, 3, 1)],
  ...[...many(4, 0, 0), ...many(4, 1, 1), ...many(2, 2, 2)],
  ...[...many(3, 0, 1), ...many(3, 1, 2), ...many(2, 2, 3)],
]
/** Six better, seven the same, two lower. */
const FIFTEEN = [...[...many(4, 2, 1), ...many(2, 1, 0)], ...[...many(3, 0, 0), ...many(4, 1, 1)], ...many(2, 1, 2)]
const LATE_AND_EARLY = [...many(3, 1, null), ...many(2, null, 2)]

const ROOMS: Record<string, Person[]> = {
  '30 twice: 12, 10 and 8': THIRTY,
  '30 twice, 6 and 7 once': [...THIRTY, ...many(6, 1, null), ...many(7, null, 2)],
  '15 twice, 3 and 2 once: 6, 7 and 2': [...FIFTEEN, ...LATE_AND_EARLY],
  '15 twice, 6 and 6 once': [...FIFTEEN, ...many(6, 1, null), ...many(6, null, 2)],
  '4 twice, 8 and 9 once': [...many(4, 2, 1), ...many(8, 1, null), ...many(9, null, 2)],
  'nobody at the end': many(12, 1, null),
}

const countsOf = (people: Person[]): PairCounts => {
  const codes = feeling.type === 'feeling' ? feeling.options.map(({ code }) => code) : []
  const twice = people.filter(([start, end]) => start !== null && end !== null)
  const changed = twice.map(([start, end]) => changeOf(feeling, codes[start!]!, codes[end!]!))
  const of = (change: string) => changed.filter((one) => one === change).length
  return {
    pairs: twice.length,
    startOnly: people.filter(([start, end]) => start !== null && end === null).length,
    endOnly: people.filter(([start, end]) => start === null && end !== null).length,
    better: of('better'),
    same: of('same'),
    lower: of('lower'),
  }
}

function digestOf(people: Person[], headcount: number | null = null) {
  const tapsAt = (at: 0 | 1) => people.flatMap((person) => (person[at] === null ? [] : [person[at]]))
  const [starts, ends] = [tapsAt(0), tapsAt(1)]
  const common = { headcount, theme: null, series: { nl: 'Activiteit', en: 'Activity', fr: 'Activité', ar: 'نشاط' } }
  const start = summarise(
    factsWith([countsBy(feeling, starts.length, (i) => [starts[i]!])], { ...common, moment: 'start' }),
  )
  return summarise(
    factsWith([countsBy(feeling, ends.length, (i) => [ends[i]!]), countsBy(why, ends.length, (i) => [i % 2])], {
      ...common,
      moment: 'end',
      pairs: { question: feeling.key, counts: countsOf(people), start: { digest: start, question: feeling.key } },
    }),
  )
}

const textOf = (people: Person[], language: Language = 'nl', headcount: number | null = null) =>
  renderDigest(digestOf(people, headcount), language)
    .map(({ text, style }) => `${style === 'table' ? '│ ' : ''}${text.replace(/[\u2068\u2069]/g, '')}`)
    .join('\n')

test.each(LANGUAGES)('what a coach reads of pairs in %s', (language) => {
  const text = Object.entries(ROOMS)
    .map(([name, people]) => `── ${name} ──\n${textOf(people, language)}\n`)
    .join('\n')
  const file = new URL(`./golden/pairs.${language}.txt`, import.meta.url)
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
})

test('thirty pairs are shown as better, the same and lower; fifteen with two lower are not', () => {
  expect(textOf(THIRTY)).toContain('beter: 12 van 30 · hetzelfde: 10 van 30 · minder goed')
  for (const people of [ROOMS['15 twice, 3 and 2 once: 6, 7 and 2']!, ROOMS['15 twice, 6 and 6 once']!]) {
    expect(digestOf(people).pairs).toMatchObject({ form: 'shown', change: null })
    expect(textOf(people)).not.toMatch(/beter: |minder goed/)
  }
})

test('of fifteen twice, three only at the start and two only at the end, the few are not counted out', () => {
  const text = textOf(ROOMS['15 twice, 3 and 2 once: 6, 7 and 2']!)
  expect(text).toContain('minstens 12 jongeren antwoordden twee keer')
  expect(text).toContain('Alleen bij de start: hoogstens 6. Alleen bij het einde: hoogstens 5.')
  // One pair more and one less look the same.
  for (const twice of [14, 16]) {
    expect(digestOf([...many(twice, 1, 1), ...many(18 - twice, 1, null), ...many(17 - twice, null, 1)]).pairs).toEqual(
      digestOf([...many(15, 1, 1), ...many(3, 1, null), ...many(2, null, 1)]).pairs,
    )
  }
})

test('a digest with pairs is one glance too', () => {
  for (const people of Object.values(ROOMS)) {
    for (const language of LANGUAGES) expect(renderDigest(digestOf(people), language).length).toBeLessThanOrEqual(12)
  }
})

test('without a digest of the start, nothing is said of pairs but that there are too few', () => {
  const people = [...many(4, 1, 1), ...many(9, null, 1)]
  expect(digestOf(people).pairs).toEqual({ form: 'hidden' })
})

test('one, two or nobody who answered once: the same words', () => {
  const withOnce = (once: number) =>
    JSON.stringify(digestOf([...many(18 - once, 1, 1), ...many(once, 1, null), ...many(once, null, 1)], 20).pairs)
  expect(withOnce(1)).toBe(withOnce(0))
  expect(withOnce(2)).toBe(withOnce(0))
  expect(withOnce(15)).toBe('{"form":"hidden"}')
})

test('pairs are in the release log', () => {
  expect(digestOf(THIRTY).released.at(-1)).toEqual({
    of: '_pairs',
    kind: 'pairs',
    n: [25, 30],
    shown: '>=25 better=12|same=10|lower+_=8',
  })
})

test('the order of the options says which way somebody went', () => {
  expect(changeOf(SHAPES.five, 'bad', 'good')).toBe('better')
  expect(changeOf(SHAPES.five, 'okay', 'okay')).toBe('same')
  expect(changeOf(SHAPES.five, 'very_good', 'good')).toBe('lower')
  expect(() => changeOf(SHAPES.five, 'very_good', 'happy')).toThrow(/no such option/)
})

test('contradicting counts are a bug of ours, and are not published', () => {
  const start = { digest: digestOf(THIRTY), question: feeling.key }
  const pairs = (more: Partial<PairCounts>) => () =>
    summarise(
      factsWith([countsBy(feeling, 12, () => [0])], {
        pairs: { question: feeling.key, counts: { ...countsOf(many(12, 1, 0)), ...more }, start },
      }),
    )
  expect(pairs({})).not.toThrow()
  expect(pairs({ better: 11 })).toThrow(/add up/)
  expect(pairs({ endOnly: 1 })).toThrow(/at the end/)
  expect(pairs({ startOnly: 19 })).toThrow(/at the start/)
  expect(pairs({ startOnly: -1 })).toThrow(/whole numbers/)
})
