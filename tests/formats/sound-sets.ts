/** Question sets that pass every inspection, with everything that a set can have. */
import fc from 'fast-check'
import { inspectSet } from '../../src/survey/inspect.ts'
import {
  FULL_LANGUAGES,
  type FullLanguage,
  optionsOf,
  type Question,
  type QuestionSet,
  questionSet,
} from '../../src/survey/question-set.ts'

const LETTERS = {
  nl: 'abcdefghijklmnopqrstuvwxyzéëï',
  en: 'abcdefghijklmnopqrstuvwxyz',
  fr: 'abcdefghijklmnopqrstuvwxyzàéèêç',
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
}
/** What spreadsheets, XML and gettext trip over when they are careless. */
const ODD = [
  '=1+1',
  '"q"',
  "'t",
  '<b>',
  '&amp;',
  ';',
  ',',
  '100%',
  '_x000D_',
  '{organisation}',
  '“”',
  '#',
  '@',
  '+3',
  '-',
  '\\n',
  '$ {a}',
]

const word = (language: FullLanguage) =>
  fc.string({ unit: fc.constantFrom(...LETTERS[language]), minLength: 2, maxLength: 7 })

/** A text that means nothing, and so nothing that may not be asked; the same odd parts in every language. */
const text = (languages: readonly FullLanguage[], plain: boolean, most: number) =>
  fc
    .record({
      words: fc.tuple(...languages.map((one) => fc.array(word(one), { minLength: 1, maxLength: 4 }))),
      plain: plain
        ? fc.option(fc.array(word('nl'), { minLength: 1, maxLength: 2 }), { nil: undefined })
        : fc.constant(undefined),
      odd: fc.option(fc.constantFrom(...ODD), { nil: undefined }),
      lines: fc.boolean(),
    })
    .map(({ words, plain, odd, lines }) => {
      const said = (parts: string[]) => [...parts, ...(odd ? [odd] : [])].join(lines && most > 100 ? '\n' : ' ').trim()
      return {
        ...Object.fromEntries(languages.map((language, i) => [language, said(words[i]!)])),
        ...(plain ? { 'nl-plain': said(plain) } : {}),
      }
    })

const EMOJI = ['🎨', '🏀', '🎵', '📚', '🚲', '🐶']
const flag = fc.option(fc.constant(true), { nil: undefined })
const channels = (from: readonly string[], most: number) =>
  fc.option(fc.subarray([...from], { minLength: 1, maxLength: most }), { nil: undefined })

const SIDES: Record<number, string[]> = {
  3: ['plus', 'middle', 'minus'],
  4: ['plus', 'plus', 'minus', 'minus'],
  5: ['plus', 'plus', 'middle', 'minus', 'minus'],
}
const FACES = ['😃', '🙂', '😐', '🙁', '😢']

const options = (languages: readonly FullLanguage[], least: number, most: number) =>
  fc
    .record({
      count: fc.integer({ min: least, max: most }),
      texts: fc.array(text(languages, true, 60), { minLength: most, maxLength: most }),
      emoji: fc.array(fc.option(fc.constantFrom(...EMOJI), { nil: undefined }), { minLength: most, maxLength: most }),
      sides: fc.array(fc.constantFrom('plus', 'middle', 'minus', undefined), { minLength: most, maxLength: most }),
      help: fc.array(flag, { minLength: most, maxLength: most }),
      pictures: fc.boolean(),
    })
    .map(({ count, texts, emoji, sides, help, pictures }) =>
      Array.from({ length: count }, (_, i) => ({
        ...{ code: `o_${i}`, text: numbered(texts[i]!, i), emoji: emoji[i], side: sides[i], help: help[i] },
        picture: pictures ? `picture-${i}` : undefined,
      })),
    )

/** No two options with the same words. */
const numbered = (text: Record<string, string>, i: number) =>
  Object.fromEntries(Object.entries(text).map(([language, one]) => [language, `${i} ${one}`]))

const common = (languages: readonly FullLanguage[], type: string) =>
  fc.record({
    text: text(languages, true, 300),
    meaning: fc.option(text(languages, true, 200), { nil: undefined }),
    sensitive: fc.boolean(),
    notOn: channels(type === 'text' ? ['telegram', 'discord'] : ['telegram', 'discord', 'web'], 1),
    clip: fc.option(fc.constant('https://example.org/v/1?a=b&c=d'), { nil: undefined }),
  })

const body = (
  languages: readonly FullLanguage[],
  accessible: boolean,
  type: Question['type'],
): fc.Arbitrary<object> => {
  switch (type) {
    case 'feeling':
      return fc.integer({ min: 3, max: accessible ? 3 : 5 }).chain((points) =>
        fc.array(text(languages, true, 60), { minLength: points, maxLength: points }).map((texts) => ({
          options: texts.map((one, i) => ({
            ...{ code: `p${i}`, emoji: FACES[i], side: SIDES[points]![i], text: numbered(one, i) },
          })),
        })),
      )
    case 'choice':
      return options(languages, 2, 10).map((options) => ({ options }))
    case 'multi':
      return options(languages, 2, 10).chain((options) =>
        fc
          .record({
            min: fc.integer({ min: 1, max: options.length }),
            max: fc.option(fc.integer({ min: 1, max: options.length }), { nil: undefined }),
            alone: flag,
          })
          .map(({ min, max, alone }) => ({
            options: options.map((one, i) => (i === 0 && alone ? { ...one, alone } : one)),
            min: Math.min(min, max ?? min),
            max,
          })),
      )
    case 'scale':
      return fc.record({ low: text(languages, true, 60), high: text(languages, true, 60) })
    case 'text':
      return fc.record({ max: fc.integer({ min: 1, max: 2000 }) })
    default:
      return fc.constant({})
  }
}

const drawnSet = fc
  .record({
    languages: fc.shuffledSubarray(['en', 'fr', 'ar'] as const).map((more): FullLanguage[] => ['nl', ...more]),
    retrospective: fc.boolean(),
    beyond: fc.boolean(),
    accessible: fc.boolean(),
    barredOn: channels(['telegram', 'discord'], 1),
    severalOpen: fc.option(fc.constant('Twee korte vragen na elkaar, "zo" gevraagd.'), { nil: undefined }),
    types: fc.array(fc.constantFrom('feeling', 'choice', 'multi', 'scale', 'yesno', 'text', 'card'), {
      minLength: 1,
      maxLength: 6,
    }),
    seed: fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 }),
  })
  .chain(({ types, beyond, ...set }) => {
    // Texts may be there in a language that the set does not promise.
    const written = beyond ? [...FULL_LANGUAGES] : set.languages
    const kinds = types.map((type) => (set.accessible && type === 'scale' ? 'yesno' : type)) as Question['type'][]
    return fc
      .tuple(...kinds.map((type) => fc.tuple(common(written, type), body(written, set.accessible, type))))
      .map((drawn) => ({
        set,
        questions: drawn.map(([shared, own], i) => ({ type: kinds[i], key: `q_${i}`, ...shared, ...own })),
      }))
  })
  .map(({ set: { seed, severalOpen, retrospective, ...set }, questions: drawn }) => {
    const now = drawn.find(({ type }) => type === 'feeling')
    const before = now && retrospective ? [{ ...now, key: 'before', retrospective: true, notOn: undefined }] : []
    const questions = [...drawn, ...before]
    const open = questions.filter(({ type }) => type === 'text').length
    const last = questions.findLastIndex(({ type }) => type !== 'card')
    const needsReason = open > 1 || (open === 1 && questions[last]?.type !== 'text')
    return {
      ...set,
      ...(severalOpen || needsReason ? { severalOpen: severalOpen ?? 'Een reden van tien tekens.' } : {}),
      questions: questions.map((question, i) => withLinks(question as Question, i, questions as Question[], seed)),
    }
  })

/** Conditions on, and erasing of, what was asked before. */
function withLinks(question: Question, index: number, all: Question[], seed: number[]): Question {
  const before = all.slice(0, index).filter(({ type }) => type !== 'card')
  const asked = before[seed[index]! % Math.max(1, before.length)]
  const linked = { ...question }
  if (asked && seed[index]! % 2 === 0) {
    const codes = [
      ...optionsOf(asked).map(({ code }) => code),
      ...(asked.type === 'text' ? ['_skip'] : ['_dk', '_no', '_skip']),
    ]
    const is = codes.filter((_, i) => (seed[index + 12]! >> (i % 8)) % 2 === 0).reverse()
    linked.showIf = { question: asked.key, is: is.length > 0 && is.length < codes.length ? is : [codes[0]!] }
    if (codes.length === 1) linked.showIf.is = codes
  }
  const open = before.find(({ type }) => type === 'text')
  if (open && linked.type === 'choice') {
    linked.options = linked.options.map((one, i) => (i === 0 ? { ...one, erases: [open.key] } : one))
  }
  return linked
}

/** What cannot be asked at all is left out; it is seen to be little. */
export const soundSets: fc.Arbitrary<QuestionSet> = drawnSet
  .map((raw) => questionSet.parse(structuredClone(raw)))
  .filter((set) => inspectSet(set).length === 0)
