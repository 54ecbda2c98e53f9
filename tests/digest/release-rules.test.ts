import { expect, test } from 'vitest'
import { releaseParticipation } from '../../src/digest/participation.ts'
import { releaseQuestion } from '../../src/digest/release-rules.ts'
import type { QuestionCounts } from '../../src/digest/types.ts'
import { EngineError } from '../../src/errors.ts'
import { optionsOf, type Question, question as questionSchema } from '../../src/survey/question-set.ts'
import { SHAPES } from './shapes.ts'

/** Counts per option in the order of the question; people without a clear answer apart. */
function counts(
  question: Question,
  chosen: number[],
  more: { dontKnow?: number; answered?: number } = {},
): QuestionCounts {
  const codes = Object.fromEntries(optionsOf(question).map(({ code }, i) => [code, chosen[i] ?? 0]))
  const total = chosen.reduce((sum, n) => sum + n, 0)
  return { question, codes, answered: total, dontKnow: 0, declined: 0, skipped: 0, notAsked: 0, expired: 0, ...more }
}

/** The release as one short line: `=` exactly, `>` at least, `<` at most, `_` without a clear answer. */
function shown(
  question: Question,
  chosen: number[],
  more: { dontKnow?: number; answered?: number; base?: number; floor?: number } = {},
): string {
  const given = counts(question, chosen, {
    dontKnow: more.dontKnow ?? 0,
    ...(more.answered === undefined ? {} : { answered: more.answered }),
  })
  const released = releaseQuestion(given, more.floor ?? 5, more.base ?? given.answered + given.dontKnow)
  const sign = { exactly: '=', at_least: '>', at_most: '<' }
  switch (released.form) {
    case 'parts':
      return released.parts
        .map(
          ({ codes, silent, other, bound, count }) =>
            `${other ? '*' : codes.join('+')}${silent ? '_' : ''}${sign[bound]}${count}`,
        )
        .join(' ')
    case 'chosen':
      return released.options.map(({ code, bound, count }) => `${code}${sign[bound]}${count}`).join(' ')
    case 'named':
      return `names ${released.codes.join(' ')}`
    case 'share':
      return `${released.share} ${released.codes.join('+')} of ${released.among}`
    default:
      return released.form
  }
}

const scale = questionSchema.parse({ type: 'scale', key: 'q', text: { nl: 'q' }, low: { nl: 'a' }, high: { nl: 'b' } })
const follow = questionSchema.parse({ ...SHAPES.yesno, showIf: { question: 'other', is: ['yes'] } })

test.each([
  ['four people: nothing', shown(SHAPES.three, [2, 1, 1]), 'hidden'],
  ['five: two-way, small cell as bounds', shown(SHAPES.three, [3, 1, 1]), 'good+so_so>3 bad_<2'],
  ['all the same looks like nearly all the same', shown(SHAPES.three, [5, 0, 0]), 'good+so_so>3 bad_<2'],
  ['and so does the other end', shown(SHAPES.three, [0, 0, 5]), 'good+so_so<2 bad_>3'],
  ['eight: both cells three or more', shown(SHAPES.three, [3, 2, 3]), 'good+so_so=5 bad_=3'],
  [
    'don’t know counts in n, inside the last part',
    shown(SHAPES.three, [3, 2, 1], { dontKnow: 2 }),
    'good+so_so=5 bad_=3',
  ],
  ['nine: still two-way', shown(SHAPES.three, [3, 3, 3]), 'good+so_so=6 bad_=3'],
  ['ten: three-way', shown(SHAPES.three, [4, 3, 3]), 'good=4 so_so=3 bad_=3'],
  ['three-way with a small last cell', shown(SHAPES.three, [5, 4, 1]), 'good=5 so_so>3 bad_<2'],
  ['three-way with a small first cell', shown(SHAPES.three, [2, 4, 4]), 'good+so_so=6 bad_=4'],
  ['three-way, nothing can be split', shown(SHAPES.three, [1, 8, 1]), 'good+so_so>8 bad_<2'],
  ['a remainder too small to give bounds', shown(SHAPES.three, [7, 2, 1]), 'good=7 so_so+bad_=3'],
  ['silent people apart from three on', shown(SHAPES.three, [4, 3, 3], { dontKnow: 3 }), 'good=4 so_so=3 bad=3 _=3'],
  ['nineteen: sides, not options', shown(SHAPES.five, [4, 4, 4, 4, 3]), 'very_good+good=8 okay=4 bad+very_bad_=7'],
  ['twenty: the full scale', shown(SHAPES.five, [4, 4, 4, 4, 4]), 'very_good=4 good=4 okay=4 bad=4 very_bad_=4'],
  [
    'twenty: a small cell joins a neighbour',
    shown(SHAPES.five, [8, 6, 1, 3, 2]),
    'very_good=8 good>5 okay<2 bad+very_bad_=5',
  ],
  ['a higher floor hides more', shown(SHAPES.three, [5, 4, 3], { floor: 13 }), 'hidden'],
  ['and does not coarsen what is above it', shown(SHAPES.three, [5, 4, 4], { floor: 13 }), 'good=5 so_so=4 bad_=4'],
  ['people who said nothing here are in the base', shown(SHAPES.three, [3, 2, 0], { base: 9 }), 'good+so_so=5 bad_=4'],
  ['yes and no', shown(SHAPES.yesno, [4, 3]), 'yes=4 no_=3'],
  ['0 to 10: two-way is 5–10 and 0–4', shown(scale, [1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0]), '8+9+10+5+6+7=5 0+1+2+3+4_=3'],
  [
    '0 to 10: three-way also from twenty on',
    shown(scale, [3, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9]),
    '8+9+10=9 5+6+7=9 0+1+2+3+4_=3',
  ],
  ['sensitive, nine: nothing', shown(SHAPES.sensitive, [3, 3, 3]), 'hidden'],
  ['sensitive, ten: words', shown(SHAPES.sensitive, [4, 2, 4]), 'half good+so_so of base'],
  ['sensitive, nineteen: most', shown(SHAPES.sensitive, [19, 0, 0]), 'most good+so_so of base'],
  ['sensitive, ten: a minority', shown(SHAPES.sensitive, [3, 0, 7]), 'minority good+so_so of base'],
  ['sensitive, twenty: two-way', shown(SHAPES.sensitive, [8, 8, 4]), 'good+so_so=16 bad_=4'],
  ['sensitive, twenty: two-way with the cell rule', shown(SHAPES.sensitive, [10, 8, 2]), 'good+so_so>18 bad_<2'],
  ['sensitive without an order: nothing below twenty', shown(SHAPES.sensitiveNominal, [7, 6, 6]), 'hidden'],
  ['and names only from there', shown(SHAPES.sensitiveNominal, [12, 6, 2]), 'names a b'],
  ['no order, nine: names from three on', shown(SHAPES.nominal4, [4, 3, 1, 1]), 'names a b'],
  ['no order: so many names that counts are fixed', shown(SHAPES.nominal2, [3, 3]), 'spread'],
  ['no order, ten: counts, the rest together', shown(SHAPES.nominal4, [4, 3, 2, 1]), 'a=4 b=3 *_=3'],
  ['no order: a small rest takes the smallest along', shown(SHAPES.nominal3, [6, 4, 0]), 'a=6 *_=4'],
  ['no order: nearly all the same', shown(SHAPES.nominal3, [9, 1, 0]), 'a>8 *_<2'],
  ['no order: nobody agrees', shown(SHAPES.nominal4, [2, 2, 2, 2], { dontKnow: 2 }), 'spread'],
  ['several answers, nine: names without counts', shown(SHAPES.multi3, [8, 3, 2], { answered: 9 }), 'names a b'],
  ['several answers, ten: counts from three on', shown(SHAPES.multi3, [7, 3, 2], { answered: 10 }), 'a=7 b=3'],
  ['several answers: nearly all is all', shown(SHAPES.multi3, [10, 8, 2], { answered: 10 }), 'a>8 b>8'],
  ['several answers, two obliged: names only', shown(SHAPES.multi3two, [8, 7, 7], { answered: 11 }), 'names a b c'],
  ['a follow-up question: words only', shown(follow, [7, 4], { base: 16 }), 'most yes of asked'],
  ['a follow-up question that nearly all got: nothing', shown(follow, [7, 5], { base: 12 }), 'hidden'],
  ['open answers below the floor', shown(SHAPES.text, [], { answered: 4, base: 12 }), 'hidden'],
  ['open answers, and some without', shown(SHAPES.text, [], { answered: 6, base: 12 }), 'texts'],
])('%s', (_, got, expected) => {
  expect(got).toBe(expected)
})

test.each([
  [0, 12, { form: 'few', fewerThan: 5 }, null],
  [4, null, { form: 'few', fewerThan: 5 }, null],
  [8, 11, { form: 'exactly', count: 8, headcount: 11, check: false }, 8],
  [11, 12, { form: 'at_least', count: 10, headcount: 12 }, 12],
  [12, 12, { form: 'at_least', count: 10, headcount: 12 }, 12],
  [10, 12, { form: 'at_least', count: 10, headcount: 12 }, 12],
  [5, 6, { form: 'at_least', count: 5, headcount: 6 }, 6],
  [5, 5, { form: 'exactly', count: 5, headcount: 5, check: false }, 5],
  [8, null, { form: 'exactly', count: 8, headcount: null, check: false }, 8],
  [8, 6, { form: 'exactly', count: 8, headcount: null, check: true }, 8],
])('%i replied of %s present', (replied, headcount, participation, base) => {
  expect(releaseParticipation(replied, headcount, 5)).toEqual({ participation, base })
})

test('contradicting counts are a bug of ours, and are not published', () => {
  expect(() => releaseQuestion(counts(SHAPES.three, [3, 3, 3]), 4, 9)).toThrow(EngineError)
  expect(() => releaseQuestion(counts(SHAPES.three, [3, 3, 3]), 5, 8)).toThrow(/more people/)
  expect(() => releaseQuestion(counts(SHAPES.three, [3, 3, 3], { answered: 8 }), 5, 9)).toThrow(/add up/)
  expect(() => releaseQuestion(counts(SHAPES.multi2, [9, 3], { answered: 8 }), 5, 9)).toThrow(/more than answered/)
  expect(() => releaseQuestion({ ...counts(SHAPES.yesno, [5, 1]), codes: { yes: 6 } }, 5, 6)).toThrow(/every option/)
  expect(() =>
    releaseQuestion({ ...counts(SHAPES.yesno, [5, 1]), codes: { yes: 5, no: 1, perhaps: 0 } }, 5, 6),
  ).toThrow(/not there/)
  expect(() => releaseParticipation(-1, null, 5)).toThrow(EngineError)
})
