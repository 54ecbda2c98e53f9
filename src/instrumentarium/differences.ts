/** What differs between two cards, a line a change, with the words that changed, as one would tell a colleague. Pure. */
import type { Card } from '../config/method.ts'
import { contentHash } from '../survey/content-hash.ts'
import {
  FULL_LANGUAGES,
  type FullLanguage,
  type LocalText,
  type Option,
  optionsOf,
  type Question,
  textIn,
} from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { cardHash } from './card-content.ts'
import { wordChanges } from './word-changes.ts'

/** Empty exactly when both say the same. */
export function cardDifferences(before: Card, after: Card, language: FullLanguage): string[] {
  if (cardHash(before) === cardHash(after)) return []
  const words = wordsFor(language)
  const tell = teller(words)
  const lines = [
    ...TEXTS.flatMap((name) => tell(words(`library-about-${name}`), before[name], after[name])),
    ...inLanguages(before, after, words),
    ...inQuestions(before.set?.questions ?? [], after.set?.questions ?? [], language, words),
    ...inTally(before, after, words),
  ]
  const rest = (card: Card) => {
    const { set, tally, id, version, origin, changelog, credit, validated, nativeCheck, ...says } = card
    for (const name of TEXTS) delete says[name as keyof typeof says]
    const { questions, languages, ...how } = set ?? { questions: [], languages: [] }
    return contentHash({ says, how })
  }
  // No change is ever silent.
  const silent = lines.length === 0 || rest(before) !== rest(after)
  return silent ? [...lines, words('library-diff-rest')] : lines
}

function inLanguages(before: Card, after: Card, words: Words): string[] {
  const [was, is] = [before.set?.languages ?? [], after.set?.languages ?? []]
  const name = (one: FullLanguage) => words(`method-language-${one}`)
  return [
    ...was
      .filter((one) => !is.includes(one))
      .map((one) => words('library-diff-language-gone', { language: name(one) })),
    ...is.filter((one) => !was.includes(one)).map((one) => words('library-diff-language-new', { language: name(one) })),
  ]
}

function inQuestions(before: Question[], after: Question[], language: FullLanguage, words: Words): string[] {
  const tell = teller(words)
  const of = (question: Question) => cut(textIn(question.text, language))
  const both = (list: Question[], other: Question[]) =>
    list.filter(({ key }) => other.some((one) => one.key === key)).map(({ key }) => key)
  return [
    ...before
      .filter(({ key }) => !after.some((one) => one.key === key))
      .map((question) => words('library-diff-question-gone', { question: of(question) })),
    ...after.flatMap((question, at) => {
      const earlier = before.find(({ key }) => key === question.key)
      if (!earlier) return [words('library-diff-question-new', { question: of(question) })]
      const number = String(at + 1)
      const where = words('library-about-question', { number })
      const lines = [
        ...tell(where, earlier.text, question.text),
        ...tell(words('library-about-meaning', { number }), earlier.meaning, question.meaning),
        ...(earlier.type === 'scale' && question.type === 'scale'
          ? [...tell(where, earlier.low, question.low), ...tell(where, earlier.high, question.high)]
          : []),
        ...inOptions(optionsOf(earlier), optionsOf(question), where, language, words),
      ]
      const asked = (one: Question, other: Question) => contentHash(rulesOf(one, other))
      return asked(earlier, question) === asked(question, earlier)
        ? lines
        : [...lines, words('library-diff-rules', { number, question: of(question) })]
    }),
    ...(both(before, after).join() === both(after, before).join() ? [] : [words('library-diff-order')]),
  ]
}

type Answer = Pick<Option, 'code' | 'text' | 'emoji'>

function inOptions(before: Answer[], after: Answer[], where: string, language: FullLanguage, words: Words): string[] {
  const label = ({ emoji, text }: Answer) => [emoji, cut(textIn(text, language))].filter(Boolean).join(' ')
  return [
    ...before
      .filter(({ code }) => !after.some((one) => one.code === code))
      .map((option) => words('library-diff-option-gone', { where, option: label(option) })),
    ...after.flatMap((option) => {
      const earlier = before.find(({ code }) => code === option.code)
      if (!earlier) return [words('library-diff-option-new', { where, option: label(option) })]
      const about = words('library-about-option', { where, option: label(earlier) })
      const emoji =
        (earlier.emoji ?? '') === (option.emoji ?? '')
          ? []
          : [words('library-diff-word', { where: about, was: label(earlier), becomes: label(option) })]
      return [...teller(words)(about, earlier.text, option.text), ...emoji]
    }),
  ]
}

function inTally(before: Card, after: Card, words: Words): string[] {
  if (contentHash(before.tally ?? []) === contentHash(after.tally ?? [])) return []
  return [words('library-diff-tally')]
}

/** What is left of a question besides its words, and the order of the options that both have. */
function rulesOf(question: Question, other: Question): object {
  const { text: _text, meaning: _meaning, ...rest } = question
  const ends = rest.type === 'scale' ? { low: undefined, high: undefined } : {}
  const codes = new Set(optionsOf(other).map(({ code }) => code))
  const kept = optionsOf(question).filter(({ code }) => codes.has(code))
  return { ...rest, ...ends, options: kept.map(({ text: _words, emoji: _emoji, ...rules }) => rules) }
}

/** Tells a changed text language by language, with only the words that changed. */
function teller(words: Words) {
  return (where: string, before: LocalText | undefined, after: LocalText | undefined): string[] =>
    (['nl', 'nl-plain', ...FULL_LANGUAGES.filter((one) => one !== 'nl')] as const).flatMap((language) => {
      const [was, is] = [before?.[language] ?? '', after?.[language] ?? '']
      if (was === is) return []
      const name =
        language === 'nl-plain' ? wordsFor(language)('web-language-name') : words(`method-language-${language}`)
      const about = words('library-diff-in', { where, language: name })
      if (was === '') return [words('library-diff-added', { where: about, becomes: cut(is) })]
      if (is === '') return [words('library-diff-gone', { where: about, was: cut(was) })]
      return wordChanges(was, is).map((change) => {
        if (change.was === '') return words('library-diff-added', { where: about, becomes: cut(change.becomes) })
        if (change.becomes === '') return words('library-diff-gone', { where: about, was: cut(change.was) })
        return words('library-diff-word', { where: about, was: cut(change.was), becomes: cut(change.becomes) })
      })
    })
}

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`)
const LONGEST = 110

const TEXTS = ['title', 'measures', 'for', 'scale', 'accessibility', 'example', 'withoutBot', 'care'] as const
