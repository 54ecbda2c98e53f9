import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Digest, digestContent } from '../../src/digest/content.ts'
import { MOST_CHARACTERS, MOST_LINES, renderDigest, renderDigestTable, TABLE_COLUMNS } from '../../src/digest/render.ts'
import { summarise } from '../../src/digest/summarise.ts'
import { faultsOfWording } from '../../src/digest/wording.ts'
import { LANGUAGES, optionsOf, type Question, question as questionSchema } from '../../src/survey/question-set.ts'
import { keysOf } from '../../src/words/words.ts'
import { countsBy, factsWith } from './facts.ts'
import { SHAPES, type ShapeName } from './shapes.ts'

const SEED = 20261104
const plainText = (text: string) => text.replace(/[\u2068\u2069]/g, '')
const textOf = (digest: Digest, language: (typeof LANGUAGES)[number] = 'nl') =>
  renderDigest(digest, language)
    .map(({ text }) => plainText(text))
    .join('\n')
const of = (name: ShapeName, key: string): Question => ({ ...SHAPES[name], key })

/** Any round: any questions, any answers, any size. */
const anyFacts = fc
  .record({
    names: fc.array(fc.constantFrom(...(Object.keys(SHAPES) as ShapeName[])), { minLength: 1, maxLength: 12 }),
    people: fc.integer({ min: 0, max: 70 }),
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 70 }),
    absent: fc.option(fc.integer({ min: -2, max: 6 }), { nil: null }),
    example: fc.boolean(),
    long: fc.boolean(),
  })
  .map(({ names, people, picks, absent, example, long }) => {
    const questions = names.map((name, q): Question => {
      const plain = of(name, `q${q}`)
      if (!long) return plain
      const text = { nl: `Vraag ${'met heel veel woorden '.repeat(20)}?` }
      if (plain.type !== 'choice' && plain.type !== 'multi') return { ...plain, text }
      const options = plain.options.map((option) => ({
        ...option,
        text: { nl: `${option.code} ${'en nog wat '.repeat(6)}` },
      }))
      return { ...plain, text, options }
    })
    const counts = questions.map((question, q) =>
      countsBy(question, people, (person) => {
        const pick = picks[(person + q * 5) % picks.length]! + q
        if (pick % 11 === 0) return 'skipped'
        if (pick % 13 === 0) return 'dont_know'
        const options = Math.max(optionsOf(question).length, 1)
        return question.type === 'multi' && question.max !== 1
          ? [pick % options, (pick >> 3) % options]
          : [pick % options]
      }),
    )
    return factsWith(counts, {
      replied: people,
      headcount: absent === null ? null : Math.max(0, people + absent),
      example,
    })
  })

test('a digest is frozen, valid, the same for the same facts, and the same after a trip through JSON', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const digest = summarise(facts)
      expect(Object.isFrozen(digest.released[0])).toBe(true)
      expect(JSON.stringify(summarise(facts))).toBe(JSON.stringify(digest))
      const stored = digestContent.parse(JSON.parse(JSON.stringify(digest)))
      expect(stored).toEqual(digest)
      for (const language of LANGUAGES) expect(renderDigest(stored, language)).toEqual(renderDigest(digest, language))
      expect(digest.released.map(({ of }) => of)).toEqual([
        '_participation',
        ...facts.questions.map(({ question }) => question.key),
      ])
    }),
    { seed: SEED, numRuns: 80 },
  )
})

test('a digest is one glance: at most 12 lines, narrow tables, one message', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...LANGUAGES), (facts, language) => {
      const lines = renderDigest(summarise(facts), language)
      expect(lines.length).toBeLessThanOrEqual(MOST_LINES)
      expect(lines[0]!.style).toBe('strong')
      for (const { text, style } of lines) {
        expect(text).not.toMatch(/[\n\r]/)
        if (style === 'table') expect(plainText(text).length).toBeLessThanOrEqual(TABLE_COLUMNS)
      }
      expect(lines.map(({ text }) => text).join('\n').length).toBeLessThanOrEqual(MOST_CHARACTERS)
    }),
    { seed: SEED, numRuns: 600 },
  )
})

test('nothing in a digest claims a cause, a ranking, a trend or a percentage', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...LANGUAGES), (facts, language) => {
      const digest = summarise(facts)
      const said = [
        textOf(digest, language),
        ...renderDigestTable(digest, language).flatMap(({ cells }) => cells.map(({ text }) => text)),
      ].join('\n')
      expect(faultsOfWording(said, language)).toEqual([])
    }),
    { seed: SEED, numRuns: 400 },
  )
})

test('the page’s table has a row a question and the figures of the message', () => {
  const questions = [countsBy(of('three', 'a'), 12, (i) => [i % 3]), countsBy(of('yesno', 'b'), 4, () => [0])]
  const digest = summarise(factsWith(questions, { replied: 12 }))
  const rows = renderDigestTable(digest, 'nl').map((row) => ({
    ...row,
    cells: row.cells.map(({ label, text }) => `${label}: ${plainText(text)}`),
  }))
  expect(rows).toEqual([
    { number: 1, question: 'Vraag?', cells: ['good: 4 van 12', 'so_so: 4 van 12', 'bad of geen antwoord: 4 van 12'] },
    { number: 2, question: 'Vraag?', cells: ['Resultaat: te weinig antwoorden om te tonen'] },
  ])
  expect(textOf(digest)).toContain('4  bad/geen antwoord')
  expect(textOf(digest)).toContain('Vraag 2: te weinig antwoorden om te tonen')
})

test('what looks the same from outside is the same digest, to the last character', () => {
  const round = (plus: number) =>
    factsWith([countsBy(of('three', 'a'), 7, (i) => [i < plus ? 0 : 2])], { replied: 7, headcount: 12 })
  const digests = [5, 6, 7].map((plus) => JSON.stringify(summarise(round(plus))))
  expect(new Set(digests).size).toBe(1)
  expect(JSON.stringify(summarise(round(4)))).not.toBe(digests[0])
  const complete = (replied: number) =>
    JSON.stringify(
      summarise(factsWith([countsBy(of('yesno', 'a'), replied, (i) => [i < 5 ? 0 : 1])], { replied, headcount: 12 }))
        .participation,
    )
  expect(complete(11)).toBe(complete(12))
  expect(textOf(summarise(factsWith([], { replied: 11, headcount: 12 })))).toContain(
    'minstens 10 van 12 aanwezigen (hoogstens 2 zonder antwoord)',
  )
})

test('nobody answered, or four: kind, without blame, rate or number', () => {
  const digestOf = (replied: number) =>
    summarise(factsWith([countsBy(of('three', 'a'), replied, () => [0])], { replied, headcount: 12 }))
  expect(JSON.stringify(digestOf(0))).toBe(JSON.stringify(digestOf(4)))
  expect(textOf(digestOf(0))).not.toMatch(/12|0|%/)
  expect(renderDigest(digestOf(0), 'nl')).toHaveLength(5)
  expect(digestOf(3).released).toEqual([
    { of: '_participation', kind: 'participation', n: null, shown: 'few<5' },
    { of: 'a', kind: 'choice', n: null, shown: 'hidden' },
  ])
})

test('words of others cannot break the layout, and fill their places', () => {
  const theme = '  <b>racisme</b>\n@everyone \u202e{organisation} `x`\u2066 '
  const question = questionSchema.parse({
    type: 'yesno',
    key: 'a',
    text: { nl: 'Sprak {organisation}\nover {theme}?' },
  })
  const digest = summarise(factsWith([countsBy(question, 9, (i) => [i % 2])], { theme, organisation: 'XY & co' }))
  expect(digest.theme).toBe('<b>racisme</b> @everyone {organisation} `x`')
  expect(digest.questions[0]!.text.nl).toBe('Sprak XY & co over <b>racisme</b> @everyone {organisation} `x`?')
  const heading = renderDigest(digest, 'ar')[0]!.text
  expect(heading).toContain('\u2068<b>racisme</b> @everyone {organisation} `x`\u2069')
  expect(summarise(factsWith([countsBy(question, 9, (i) => [i % 2])], { theme: ' ' })).theme).toBeNull()
})

test('a missing theme reads as "the theme"', () => {
  const question = questionSchema.parse({
    type: 'yesno',
    key: 'a',
    text: { nl: 'Iets aan {theme}?', en: 'Use of {theme}?' },
  })
  const digest = summarise(factsWith([countsBy(question, 9, () => [0])], { theme: null }))
  expect(digest.questions[0]!.text).toEqual({ nl: 'Iets aan het thema?', en: 'Use of the theme?' })
})

test.each([
  [
    'an answer that calls for care goes first',
    [
      ['three', [2, 2, 5]],
      ['care', [6, 3]],
    ],
    'care',
    'q1',
    ['bad_feeling'],
  ],
  [
    'the largest last part from a quarter on',
    [
      ['three', [5, 3, 4]],
      ['three', [4, 3, 5]],
    ],
    'not_positive',
    'q1',
    ['bad'],
  ],
  ['a part with something in between is not a last part', [['three', [9, 2, 1]]], 'mostly', 'q0', ['good']],
  [
    'what was chosen most',
    [
      ['three', [5, 5, 2]],
      ['nominal4', [3, 5, 2, 2]],
    ],
    'named',
    'q1',
    ['b'],
  ],
  ['what nearly all said', [['three', [12, 0, 0]]], 'mostly', 'q0', ['good', 'so_so']],
  ['nothing stands out', [['nominal4', [2, 2, 2, 2]]], 'general', null, []],
] as Array<[string, Array<[ShapeName | 'care', number[]]>, string, string | null, string[]]>)(
  'to talk about: %s',
  (_, asked, rule, question, codes) => {
    const care = questionSchema.parse({
      type: 'multi',
      key: 'c',
      text: { nl: 'c' },
      options: [
        { code: 'learned', text: { nl: 'l' } },
        { code: 'bad_feeling', help: true, text: { nl: 'b' } },
      ],
    })
    const counts = asked.map(([name, chosen], q) => {
      const people = chosen.flatMap((n, i) => Array.from({ length: n }, () => i))
      return countsBy({ ...(name === 'care' ? care : SHAPES[name]), key: `q${q}` }, people.length, (i) => [people[i]!])
    })
    expect(summarise(factsWith(counts, { replied: 12 })).discussion).toEqual({ rule, question, codes })
  },
)

test('every language has every sentence', () => {
  const own = LANGUAGES.map((language) => keysOf(language).filter((key) => key.startsWith('digest-')))
  expect(own[0]!.length).toBeGreaterThan(40)
  for (const keys of own) expect(keys).toEqual(own[0])
})

test('example data is called example data', () => {
  const facts = factsWith([countsBy(of('yesno', 'a'), 9, (i) => [i % 2])], { example: true })
  expect(renderDigest(summarise(facts), 'nl')[0]!.text).toContain('voorbeeldgegevens')
  expect(textOf(summarise({ ...facts, example: false }))).not.toContain('voorbeeld')
})
