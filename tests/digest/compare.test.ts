/** A digest beside the session before: said only where the figures carry it, and only from what is public. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apartFrom, changeBetween, scaleOf } from '../../src/digest/compare.ts'
import type { Digest } from '../../src/digest/content.ts'
import { MOST_LINES, renderDigest } from '../../src/digest/render.ts'
import { renderComparison } from '../../src/digest/render-compare.ts'
import { summarise } from '../../src/digest/summarise.ts'
import { faultsOfWording } from '../../src/digest/wording.ts'
import { LANGUAGES, type Question } from '../../src/survey/question-set.ts'
import { countsBy, factsWith } from './facts.ts'
import { SHAPES } from './shapes.ts'

const three: Question = { ...SHAPES.three, key: 'a' }
const plainText = (text: string | null) => text?.replace(/[\u2068\u2069]/g, '') ?? null

/** A digest of a round in which so many chose each option. */
function digestOf(
  chosen: number[],
  more: { question?: Question; previous?: Digest; date?: string; headcount?: number } = {},
) {
  const people = chosen.flatMap((n, i) => Array.from({ length: n }, () => i))
  return summarise(
    factsWith([countsBy(more.question ?? three, people.length, (i) => [people[i]!])], {
      replied: people.length,
      headcount: more.headcount ?? null,
      date: Temporal.PlainDate.from(more.date ?? '2026-11-04'),
      ...(more.previous ? { previous: more.previous } : {}),
    }),
  )
}
const then = (chosen: number[], question?: Question) =>
  digestOf(chosen, { date: '2026-10-07', ...(question ? { question } : {}) })

test('shares are apart from 31 points at 20 people, 22 at 40 and 15 at 80', () => {
  expect([20, 40, 80].map((n) => Math.round(apartFrom(n, n) * 100))).toEqual([31, 22, 15])
  expect(apartFrom(20, 80)).toBeGreaterThan(apartFrom(80, 80))
})

test.each([
  [[20, 5], [6, 19], 'higher'],
  [[6, 19], [20, 5], 'lower'],
  [[14, 11], [10, 15], 'similar'],
  // One point short of a difference and one past it: 12 of 40 against 21 and 20.
  [[21, 19], [12, 28], 'higher'],
  [[20, 20], [12, 28], 'similar'],
])('%j after %j looks %s', (now, before, change) => {
  const two: Question = { ...SHAPES.yesno, key: 'a' }
  const { comparison } = digestOf(now, { question: two, previous: then(before, two) })
  expect(comparison).toMatchObject({ form: 'shown', date: '2026-10-07', questions: [{ key: 'a', change }] })
})

test('a bound counts for its least favourable value', () => {
  const range = (least: number, most: number) => ({ least, most, base: 40 })
  expect(changeBetween(range(10, 10), range(19, 40))).toBe('higher')
  expect(changeBetween(range(10, 10), range(18, 40))).toBe('unclear')
  expect(changeBetween(range(10, 12), range(10, 12))).toBe('similar')
  // Everybody said yes, before and now: shown as a bound, so that nobody's answer is given away, and about the same.
  const two: Question = { ...SHAPES.yesno, key: 'a' }
  expect(digestOf([25, 0], { question: two, previous: then([25, 0], two) }).comparison).toMatchObject({
    questions: [{ change: 'similar', now: { least: 23, most: 25 } }],
  })
})

test('under twenty answers nothing is put side by side, however far apart', () => {
  const two: Question = { ...SHAPES.yesno, key: 'a' }
  expect(digestOf([19, 0], { question: two, previous: then([0, 40], two) }).comparison).toEqual({
    form: 'few',
    date: '2026-10-07',
  })
  expect(digestOf([40, 0], { question: two, previous: then([3, 0], two) }).comparison?.form).toBe('few')
  // Twenty were there and nineteen answered: the figures are about twenty, the answers are not.
  expect(digestOf([10, 9], { question: two, previous: then([10, 15], two), headcount: 20 }).comparison?.form).toBe(
    'few',
  )
  expect(digestOf([10, 10], { question: two, previous: then([10, 15], two), headcount: 30 }).comparison?.form).toBe(
    'shown',
  )
})

test('another question, other answers or another order is another scale', () => {
  const reworded: Question = { ...three, text: { nl: 'Een andere vraag?' } }
  const translated: Question = { ...three, text: { ...three.text, fr: 'Une question ?' } }
  expect(scaleOf(reworded)).not.toBe(scaleOf(three))
  expect(scaleOf({ ...SHAPES.five, key: 'a' })).not.toBe(scaleOf(three))
  expect(scaleOf(translated)).toBe(scaleOf(three))
  expect(digestOf([20, 2, 8], { previous: then([2, 8, 20], reworded) }).comparison).toEqual({
    form: 'other',
    date: '2026-10-07',
  })
  // A digest from before scales were kept.
  const old = JSON.parse(JSON.stringify(then([2, 8, 20]))) as Digest
  for (const question of old.questions) delete question.scale
  expect(digestOf([20, 2, 8], { previous: old }).comparison?.form).toBe('other')
  expect(digestOf([20, 2, 8]).comparison).toBeUndefined()
  const nominal: Question = { ...SHAPES.nominal3, key: 'a' }
  expect(digestOf([20, 2, 8], { question: nominal, previous: then([2, 8, 20], nominal) }).comparison).toBeUndefined()
})

test('it is one line, in careful words, and what stands out is what to talk about', () => {
  const down = digestOf([4, 6, 20], { previous: then([20, 6, 4]) })
  expect(plainText(renderComparison(down, 'nl'))).toBe(
    '↔ Vorige keer (7 okt): vraag 1, ‘good’: lijkt lager (4 van 30, toen 20 van 30)',
  )
  expect(down.discussion).toEqual({ rule: 'lower', question: 'a', codes: ['good'] })
  expect(plainText(renderDigest(down, 'nl').find(({ text }) => text.startsWith('👉'))!.text)).toBe(
    '👉 Om te bespreken, vraag 1: ‘good’ lijkt lager dan vorige keer. Wat was er toen anders?',
  )
  expect(digestOf([20, 6, 4], { previous: then([4, 20, 6]) }).discussion.rule).toBe('higher')
  expect(plainText(renderComparison(digestOf([6, 6, 0], { previous: then([6, 6, 6]) }), 'nl'))).toBe(
    '↔ Vorige keer (7 okt): te weinig antwoorden om te vergelijken.',
  )
})

const anyRound = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 })

test('it follows from the two published digests alone, stays one glance, and never claims too much', () => {
  const question: Question = { ...SHAPES.five, key: 'a' }
  fc.assert(
    fc.property(anyRound, anyRound, fc.constantFrom(...LANGUAGES), (now, before, language) => {
      const previous = then(before, question)
      const digest = digestOf(now, { question, previous })
      // Whoever has both messages could have written the line.
      const seen = JSON.parse(JSON.stringify(previous)) as Digest
      expect(digestOf(now, { question, previous: seen }).comparison).toEqual(digest.comparison)
      const lines = renderDigest(digest, language)
      expect(lines.length).toBeLessThanOrEqual(MOST_LINES)
      expect(faultsOfWording(lines.map(({ text }) => text).join('\n'), language)).toEqual([])
      if (digest.comparison?.form !== 'shown') return
      for (const { now: here, before: there } of digest.comparison.questions) {
        const real = [now, before].map((chosen) => chosen[0]! + chosen[1]!)
        const cut = digest.comparison.questions[0]!.codes.length
        if (cut !== 2) continue
        expect(real[0]).toBeGreaterThanOrEqual(here.least)
        expect(real[0]).toBeLessThanOrEqual(here.most)
        expect(real[1]).toBeGreaterThanOrEqual(there.least)
        expect(real[1]).toBeLessThanOrEqual(there.most)
      }
    }),
    { seed: 20261104, numRuns: 300 },
  )
})
