/** Datasets for the tests of the files: one by hand, and any at all. */
import fc from 'fast-check'
import { type Cell, type Dataset, MISSING, type MissingCode, type Variable } from '../../src/formats/dataset.ts'

/** Three rows that have everything: an order, several answers, a plain number, a text, each kind of missing. */
export const SMALL: Dataset = {
  name: 'voorbeeld-2026',
  level: 'rows',
  variables: [
    {
      name: 'period',
      label: { nl: 'Maand', en: 'Month', fr: 'Mois', ar: 'الشهر' },
      measure: 'text',
      values: [],
      missing: [],
    },
    {
      name: 'feeling_start',
      label: { nl: "Hoe kom je binnen? 't Is maar een vraag", en: 'How do you arrive?' },
      measure: 'ordinal',
      values: [
        { value: 1, code: 'great', label: { nl: 'heel goed', en: 'great', fr: 'très bien', ar: 'جيد جدًا' } },
        { value: 2, code: 'ok', label: { nl: 'gewoon', en: 'ok' } },
        { value: 3, code: 'bad', label: { nl: '=1+1', en: '@bad' } },
      ],
      missing: ['dont_know', 'declined', 'skipped', 'not_asked', 'expired'],
      question: {
        key: 'feeling',
        type: 'feeling',
        set: 'a'.repeat(64),
        method: 'uitgangsvraag',
        version: 2,
        sensitive: true,
      },
    },
    {
      name: 'take_new',
      label: { nl: 'Iets nieuws geleerd', en: 'Learned something' },
      measure: 'nominal',
      values: [
        { value: 1, code: 'yes', label: { nl: 'ja', en: 'yes' } },
        { value: 0, code: 'no', label: { nl: 'nee', en: 'no' } },
      ],
      missing: ['skipped'],
      question: {
        key: 'take',
        option: 'new',
        type: 'multi',
        set: 'b'.repeat(64),
        method: 'oogst',
        version: null,
        sensitive: false,
        retrospective: true,
      },
    },
    { name: 'share', label: { nl: 'Aandeel', en: 'Share' }, measure: 'scale', values: [], missing: ['not_asked'] },
  ],
  rows: [
    ['2026-11', 1, 0, 0.5],
    ['2026-11', MISSING.declined, 1, MISSING.not_asked],
    ['najaar; "laat"', 3, MISSING.skipped, null],
  ],
  about: {
    organisation: '=HYPERLINK("x")',
    receiver: 'Stad',
    purpose: 'Onderzoek',
    from: '2026-09-01',
    until: '2027-08-31',
    madeOn: '2027-01-15',
    endsOn: '2027-08-31',
    languages: ['nl', 'en'],
    notes: [{ nl: 'Kleine groepen zijn weggelaten.', en: 'Small groups were left out.' }],
    example: true,
  },
}

const CODES = Object.keys(MISSING) as MissingCode[]

/** Texts as people, attackers and other scripts write them. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '=1+1',
      '+32 3',
      '-5',
      '@SUM(A1)',
      'a;=cmd()',
      'a,"@x',
      '\t=1',
      'eerste\nlijn',
      'eerste\r\n=lijn',
      'مرحبا بكم في الاستطلاع',
      '"',
      "'",
      "''",
      '_x0041_',
      'constructor',
      '__proto__',
      'toString',
      '\u202eomgekeerd',
      '👨‍👩‍👧‍👦',
      '<b>&amp;</b>',
      'x'.repeat(300),
      'ش'.repeat(700),
    ),
  },
)
const someText = anyText.filter((text) => text.trim() !== '')
const anyLabel = fc.record({ nl: someText, en: someText }, { requiredKeys: ['nl'] })
const anyNumber = fc.oneof(
  fc.integer(),
  fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 1000),
)

type Kind = { variable: Variable; cell: fc.Arbitrary<Cell> }
const anyName = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,31}$/),
  fc.constantFrom('a', 'A', 'a_label', 'a_2', 'and', 'TO', 'v'.repeat(32), 'V'.repeat(32)),
)

const kind: fc.Arbitrary<Kind> = fc
  .record({
    name: anyName,
    label: anyLabel,
    sort: fc.constantFrom('text', 'plain', 'coded'),
    labels: fc.array(anyLabel, { minLength: 1, maxLength: 6 }),
    missing: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 5 }),
    ordinal: fc.boolean(),
  })
  .map(({ name, label, sort, labels, missing, ordinal }): Kind => {
    if (sort === 'text') {
      return { variable: { name, label, measure: 'text', values: [], missing: [] }, cell: fc.option(anyText) }
    }
    const reasons = fc.constantFrom<Cell>(null, ...missing.map((code) => MISSING[code]))
    if (sort === 'plain') {
      return { variable: { name, label, measure: 'scale', values: [], missing }, cell: fc.oneof(anyNumber, reasons) }
    }
    const values = labels.map((one, at) => ({ value: at + 1, code: `c${at}`, label: one }))
    return {
      variable: { name, label, measure: ordinal ? 'ordinal' : 'nominal', values, missing },
      cell: fc.oneof(fc.constantFrom(...values.map(({ value }) => value)), reasons),
    }
  }) as fc.Arbitrary<Kind>

export const anyDataset: fc.Arbitrary<Dataset> = fc
  .array(kind, { minLength: 1, maxLength: 8 })
  .chain((kinds) =>
    fc.record({
      variables: fc.constant(kinds.map(({ variable }) => variable)),
      rows: fc.array(fc.tuple(...kinds.map(({ cell }) => cell)) as fc.Arbitrary<Cell[]>, { maxLength: 8 }),
      level: fc.constantFrom('rows' as const, 'aggregates' as const),
      organisation: someText,
    }),
  )
  .map(({ variables, rows, level, organisation }) => ({
    ...SMALL,
    level,
    variables,
    rows,
    about: { ...SMALL.about, organisation },
  }))
