import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Released } from '../../src/digest/content.ts'
import { pool, rangeOf } from '../../src/digest/pooled.ts'
import { releaseQuestion } from '../../src/digest/release-rules.ts'
import type { Question } from '../../src/survey/question-set.ts'

const text = { nl: 'x', en: 'x', fr: 'x', ar: 'x' }
const feeling = {
  type: 'feeling',
  key: 'feel',
  text,
  sensitive: false,
  options: ['a', 'b', 'c', 'd', 'e'].map((code) => ({ code, text, emoji: '🙂' })),
} as unknown as Question
const plain = {
  type: 'choice',
  key: 'why',
  text,
  sensitive: false,
  options: ['x', 'y', 'z'].map((code) => ({ code, text })),
} as unknown as Question

describe('frozen figures of an ordered question together', () => {
  test('are the sum of what each digest shows', () => {
    const two = (plus: number, minus: number): Released => ({
      form: 'parts',
      parts: [
        { codes: ['a', 'b', 'c'], silent: false, other: false, bound: 'exactly', count: plus },
        { codes: ['d', 'e'], silent: true, other: false, bound: 'exactly', count: minus },
      ],
    })
    const bounds: Released = {
      form: 'parts',
      parts: [
        { codes: ['a', 'b', 'c'], silent: false, other: false, bound: 'at_least', count: 7 },
        { codes: ['d', 'e'], silent: true, other: false, bound: 'at_most', count: 2 },
      ],
    }
    expect(
      pool(feeling, [
        { base: 8, released: two(5, 3) },
        { base: 9, released: bounds },
        { base: null, released: { form: 'hidden' } },
        { base: 6, released: { form: 'hidden' } },
      ]),
    ).toEqual({ form: 'range', codes: ['a', 'b', 'c'], least: 12, most: 14, answers: 17, digests: 2 })
    expect(pool(feeling, [{ base: 6, released: { form: 'hidden' } }])).toEqual({ form: 'few' })
  })

  test('a part on both sides of the line widens the range', () => {
    const parts = [
      { codes: ['a'], silent: false, other: false, bound: 'exactly' as const, count: 4 },
      { codes: ['b', 'c', 'd', 'e'], silent: true, other: false, bound: 'exactly' as const, count: 6 },
    ]
    expect(rangeOf(parts, 10, ['a', 'b', 'c'])).toEqual({ least: 4, most: 10 })
  })

  test('always hold the truth', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), fc.nat(6), (counts, silent) => {
        const answered = counts.reduce((total, count) => total + count, 0)
        const base = answered + silent
        fc.pre(base >= 5)
        const codes = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((code, i) => [code, counts[i]!]))
        const raw = { question: feeling, codes, answered, dontKnow: silent, declined: 0 }
        const released = releaseQuestion({ ...raw, skipped: 0, notAsked: 0, expired: 0 } as never, 5, base)
        const pooled = pool(feeling, [{ base, released }])
        const truth = counts[0]! + counts[1]! + counts[2]!
        expect(
          pooled.form === 'few' || (pooled.form === 'range' && pooled.least <= truth && truth <= pooled.most),
        ).toBe(true)
      }),
    )
  })
})

test('options without an order are told by how often a digest showed them', () => {
  const named: Released = { form: 'named', codes: ['y'] }
  const counted: Released = {
    form: 'parts',
    parts: [
      { codes: ['x'], silent: false, other: false, bound: 'exactly', count: 4 },
      { codes: ['y'], silent: false, other: false, bound: 'exactly', count: 5 },
      { codes: ['z'], silent: true, other: true, bound: 'exactly', count: 3 },
    ],
  }
  expect(
    pool(plain, [
      { base: 7, released: named },
      { base: 12, released: counted },
      { base: 8, released: { form: 'spread' } },
    ]),
  ).toEqual({
    form: 'named',
    options: [
      { code: 'y', times: 2 },
      { code: 'x', times: 1 },
    ],
    digests: 2,
  })
  expect(pool(plain, [])).toEqual({ form: 'few' })
})
