/** Figures as they leave: the bounds of the frozen digest, nothing narrower, and nothing but the digest. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Digest, Released } from '../../src/digest/content.ts'
import { summariseTogether } from '../../src/digest/rollup.ts'
import { summarise } from '../../src/digest/summarise.ts'
import { figureTable } from '../../src/export/figure-table.ts'
import { type Figure, figuresOf } from '../../src/export/figures.ts'
import { filesOf } from '../../src/formats/dataset-files.ts'
import { optionsOf } from '../../src/survey/question-set.ts'
import { countsBy, factsWith } from '../digest/facts.ts'
import { SHAPES, type ShapeName } from '../digest/shapes.ts'

const NAMES = Object.keys(SHAPES) as ShapeName[]
const anyRound = fc.record({
  name: fc.constantFrom(...NAMES),
  people: fc.nat(30),
  picks: fc.array(fc.nat(9), { minLength: 30, maxLength: 30 }),
  absent: fc.option(fc.nat(6)),
})

/** How many people really are in what a figure takes together. */
function realOf(figure: Figure, counts: ReturnType<typeof countsBy>, base: number): number {
  if (figure.other) return Number.NaN
  const chosen = figure.answers.reduce((sum, code) => sum + counts.codes[code]!, 0)
  const all = Object.values(counts.codes).reduce((sum, n) => sum + n, 0)
  return figure.silent ? chosen + base - all : chosen
}

test('of any round, what really was lies within the bounds of every count, and figures follow from the digest alone', () => {
  let counted = 0
  fc.assert(
    fc.property(anyRound, ({ name, people, picks, absent }) => {
      const question = SHAPES[name]
      const several = question.type === 'multi'
      const options = optionsOf(question).length
      const counts = countsBy(question, people, (at) => {
        const pick = picks[at]!
        if (pick === 9) return 'skipped'
        return options === 0
          ? []
          : several && 'min' in question && question.min === 2
            ? [pick % options, (pick + 1) % options]
            : [pick % options]
      })
      const facts = factsWith([counts], { replied: people, headcount: absent === null ? null : people + absent })
      const digest = summarise(facts)
      const figures = figuresOf(digest)
      expect(figuresOf(JSON.parse(JSON.stringify(digest)) as Digest)).toEqual(figures)
      for (const figure of figures.filter(
        ({ form, about, other }) => form === 'count' && about === 'answers' && !other,
      )) {
        const real = realOf(figure, counts, digest.base!)
        counted += 1
        expect(figure.low).toBeLessThanOrEqual(real)
        expect(figure.high).toBeGreaterThanOrEqual(real)
        expect(figure.base).toBe(digest.base)
      }
      const [first] = figures
      expect(first).toMatchObject({ about: 'participation' })
      expect(first!.low).toBeLessThanOrEqual(people)
      expect(first!.high).toBeGreaterThanOrEqual(people)
    }),
    { seed: 20261122, numRuns: 600 },
  )
  expect(counted).toBeGreaterThan(200)
})

describe('each form', () => {
  const digestWith = (released: Released, base: number | null = 20): Digest => {
    const digest = structuredClone(summarise(factsWith([countsBy(SHAPES.nominal3, 20, (at) => [at % 3])]))) as Digest
    return { ...digest, base, questions: [{ ...digest.questions[0]!, released }] }
  }
  test.each<[string, Released, Partial<Figure>[]]>([
    ['hidden', { form: 'hidden' }, [{ form: 'hidden', low: null, high: null, base: null }]],
    ['spread', { form: 'spread' }, [{ form: 'spread', low: null, high: null, base: 20 }]],
    [
      'at most',
      {
        form: 'parts',
        parts: [
          { codes: ['a'], silent: false, other: false, bound: 'at_least', count: 18 },
          { codes: ['b', 'c'], silent: true, other: false, bound: 'at_most', count: 2 },
        ],
      },
      [
        { answers: ['a'], bound: 'at_least', low: 18, high: 20 },
        { answers: ['b', 'c'], silent: true, bound: 'at_most', low: 0, high: 2 },
      ],
    ],
    [
      'names',
      { form: 'named', codes: ['a', 'c'] },
      [
        { form: 'named', answers: ['a'], low: 3, high: 20 },
        { form: 'named', answers: ['c'], low: 3, high: 20 },
      ],
    ],
    [
      'words',
      { form: 'share', codes: ['a'], share: 'most', among: 'asked' },
      [{ form: 'words', answers: ['a'], share: 'most', low: null, high: null }],
    ],
    ['texts', { form: 'texts', atLeast: 5 }, [{ form: 'texts', bound: 'at_least', low: 5, high: 20 }]],
    [
      'several answers',
      { form: 'chosen', options: [{ code: 'b', bound: 'exactly', count: 7 }] },
      [{ answers: ['b'], bound: 'exactly', low: 7, high: 7 }],
    ],
  ])('%s', (_, released, figures) => {
    expect(figuresOf(digestWith(released)).slice(1)).toMatchObject(figures)
  })

  test('sessions taken together: of how many people, nobody knows', () => {
    const facts = factsWith([countsBy(SHAPES.yesno, 6, (at) => [Number(at > 2)])], { replied: 6 })
    const rounds = [{ headcount: 8 }, { headcount: 8 }]
    const digest = summariseTogether({ ...facts, from: facts.date.subtract({ days: 14 }), rounds })!
    const [first, ...others] = figuresOf(digest)
    expect(first).toMatchObject({ bound: 'at_least', low: 5, high: 8 })
    expect(others.length).toBeGreaterThan(0)
    expect(others.every(({ base, high }) => base === null && high === null)).toBe(true)
  })

  test('start and end: at least so many twice, and the change within the base', () => {
    const digest = {
      ...digestWith({ form: 'hidden' }),
      pairs: {
        form: 'shown',
        twice: 12,
        startOnly: 5,
        endOnly: null,
        base: 18,
        change: (['better', 'same', 'lower'] as const).map((code, i) => ({
          codes: [code],
          silent: code === 'lower',
          other: false,
          bound: 'exactly' as const,
          count: 5 + i,
        })),
      },
      start: { question: 'q', endQuestion: 'q', base: 18, released: { form: 'hidden' } },
    } as Digest
    expect(
      figuresOf(digest)
        .filter(({ about }) => about === 'change')
        .map(({ answers, low, high, base }) => [answers[0], low, high, base]),
    ).toEqual([
      ['twice', 12, 18, 18],
      ['better', 5, 5, 18],
      ['same', 6, 6, 18],
      ['lower', 7, 7, 18],
    ])
  })
})

test('the table goes into every file, also where a text is a formula', async () => {
  const digest = summarise(factsWith([countsBy(SHAPES.nominal3, 24, (at) => [at % 3])], { aspect: { nl: '=1+1' } }))
  const table = figureTable([{ id: 'd', surveyId: 'v', digest }], new Map([['v', { nl: '=1+1' }]]))
  expect(table.rows.every((row) => row.length === table.variables.length)).toBe(true)
  const about = {
    organisation: 'XY',
    receiver: '@R',
    purpose: '+p',
    from: '2026-09-01',
    until: '2027-08-31',
    madeOn: '2026-11-25',
    endsOn: '2027-06-30',
    languages: ['nl' as const],
    notes: [],
    example: false,
  }
  const files = await filesOf({ name: 'xy', level: 'aggregates', ...table, about }, 'nl')
  const csv = files.find(({ name }) => name === 'data-wide.csv')!
  expect(Buffer.from(csv.bytes).toString('utf8')).not.toMatch(/(^|[,;"])=1/m)
})
