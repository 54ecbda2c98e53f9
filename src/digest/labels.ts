/** Names of options, parts and figures in one language. */
import { LANGUAGES, type Language, type LocalText } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import type { Digest, DigestQuestion, Part } from './content.ts'

/**
 * A figure with its name. `sentence`: both; `text`: "minstens 5 van 7"; `row`: both for a narrow
 * table, without the base.
 */
export type Figure = {
  label: string
  text: string
  sentence: string
  row: { count: string; label: string }
  bound: Part['bound']
  count: number
  /** True when people without a clear answer are in it too. */
  silent: boolean
  codes: string[]
}

/** The text in this language, or in Dutch, cut at `most` characters. */
export function textIn(text: LocalText, language: Language, most = Number.POSITIVE_INFINITY): string {
  return cut(text[language] ?? text.nl, most)
}

/** Text of at most `most` characters as readers see them; an ellipsis says that it goes on. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const signs = [...SEGMENTER.segment(text)].map(({ segment }) => segment)
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** A date of a digest, day before month and in western digits everywhere. */
export function dayIn(date: string, language: Language, month: 'short' | 'long'): string {
  return Temporal.PlainDate.from(date).toLocaleString(DATE_LOCALES[language], { day: 'numeric', month })
}

/** The figures of a question, each about the digest's base; none for a question shown without counts. */
export function figuresOf(digest: Digest, question: DigestQuestion, language: Language, words: Words): Figure[] {
  const { released } = question
  type Counted = Pick<Part, 'bound' | 'count' | 'codes' | 'silent'>
  const figure = (names: string[], { bound, count, codes, silent }: Counted): Figure => {
    const key = bound.replace('_', '-')
    const label = anyOf(names, language)
    const values = { count: String(count), base: String(digest.base) }
    const alone = words(`digest-row-${key}`, { count: String(count) })
    return {
      label,
      // Of how many, nobody may know when several sessions are taken together.
      text: digest.together ? alone : words(`digest-count-${key}`, values),
      sentence: digest.together
        ? words('together-figure', { label, count: alone })
        : words(`digest-${key}`, { label, ...values }),
      row: { count: alone, label: names.join('/') },
      bound,
      count,
      silent,
      codes,
    }
  }
  if (released.form === 'parts') {
    return released.parts.map((part) => figure(partNames(question, part, language, words), part))
  }
  if (released.form !== 'chosen') return []
  return released.options
    .toSorted((a, b) => b.count - a.count)
    .map(({ code, bound, count }) =>
      figure(namesOf(question, [code], language), { codes: [code], bound, count, silent: false }),
    )
}

/** A figure inside a sentence: "ja (5 van 8)". */
export const inSentence = ({ label, text }: Pick<Figure, 'label' | 'text'>, words: Words): string =>
  words('digest-part', { label, text })

/** Options taken together: "a, b of c"; parts of a 0–10 scale as "5–7". */
export function nameOf(question: DigestQuestion, codes: string[], language: Language): string {
  return anyOf(namesOf(question, codes, language), language)
}

function partNames(question: DigestQuestion, part: Part, language: Language, words: Words): string[] {
  const names = part.other ? [words('digest-other')] : namesOf(question, part.codes, language)
  return part.silent ? [...names, words('digest-no-answer')] : names
}

function namesOf(question: DigestQuestion, codes: string[], language: Language): string[] {
  if (codes.length === 0) return []
  if (question.type === 'scale') return [`${Math.min(...codes.map(Number))}–${Math.max(...codes.map(Number))}`]
  return codes.map((code) => textIn(question.options.find((option) => option.code === code)!.text, language, 60))
}

function anyOf(names: string[], language: Language): string {
  if (names.some((name) => /[,،]/.test(name))) return names.join(' / ')
  return LISTS[language].format(names)
}

const DATE_LOCALES: Record<Language, string> = {
  nl: 'nl-BE',
  'nl-plain': 'nl-BE',
  en: 'en-GB',
  fr: 'fr-BE',
  ar: 'ar-u-nu-latn',
}
/** Made once: making one costs more than a whole digest. */
const LISTS = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Intl.ListFormat(language, { type: 'disjunction' })]),
) as Record<Language, Intl.ListFormat>
const SEGMENTER = new Intl.Segmenter()
