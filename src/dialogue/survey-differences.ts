/** What changed between two versions of a survey, a line a change, as somebody would say it to a colleague. Pure. */
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
import { durationText, reminderText, whenText, whereText, whoText } from './describe-survey.ts'
import type { Described } from './read-proposal.ts'

/** Empty when both ask the same of the same people at the same moment. */
export function differences(before: Described, after: Described, language: FullLanguage): string[] {
  const words = wordsFor(language)
  const change = (what: string, was: string, becomes: string) =>
    was === becomes ? [] : [words('agree-diff', { what: words(what), before: cut(was), after: cut(becomes) })]
  const aspect = changedText(before.version.aspect, after.version.aspect, language)
  const lines = [
    ...(aspect ? [words('agree-diff', { what: words('agree-what-aspect'), ...aspect })] : []),
    ...change('agree-what-method', textIn(before.method, language), textIn(after.method, language)),
    ...change('agree-what-when', whenText(before, language), whenText(after, language)),
    ...change(
      'agree-what-window',
      durationText(before.version.window, language),
      durationText(after.version.window, language),
    ),
    ...change(
      'agree-what-reminder',
      reminderText(before.version.reminder, language),
      reminderText(after.version.reminder, language),
    ),
    ...change('agree-what-who', whoText(before.version, words), whoText(after.version, words)),
    ...change('agree-what-where', whereText(before.version, words), whereText(after.version, words)),
    ...inQuestions(before.set.questions, after.set.questions, language, words),
    ...(restOf(before) === restOf(after) ? [] : [words('agree-diff-set')]),
  ]
  // No change is ever silent.
  const same = contentHash(before.version) === contentHash(after.version)
  return lines.length > 0 || same ? lines : [words('agree-diff-set')]
}

function inQuestions(before: Question[], after: Question[], language: FullLanguage, words: Words): string[] {
  const kept = after.filter(({ key }) => before.some((one) => one.key === key))
  const order = before.filter(({ key }) => after.some((one) => one.key === key)).map(({ key }) => key)
  return [
    ...before
      .filter(({ key }) => !after.some((one) => one.key === key))
      .map((question) => words('agree-diff-question-gone', { question: cut(textIn(question.text, language)) })),
    ...after.flatMap((question, at) => {
      const earlier = before.find(({ key }) => key === question.key)
      if (earlier) return inQuestion(earlier, question, String(at + 1), language, words)
      return [words('agree-diff-question-new', { question: cut(textIn(question.text, language)) })]
    }),
    ...(kept.map(({ key }) => key).join() === order.join() ? [] : [words('agree-diff-order')]),
  ]
}

function inQuestion(before: Question, after: Question, number: string, language: FullLanguage, words: Words): string[] {
  const text = changedText(before.text, after.text, language)
  const meaning =
    before.meaning && after.meaning
      ? changedText(before.meaning, after.meaning, language)
      : before.meaning || after.meaning
        ? { before: textOf(before.meaning, language), after: textOf(after.meaning, language) }
        : null
  const lines = [
    ...(text ? [words('agree-diff-question', { number, ...text })] : []),
    ...(meaning ? [words('agree-diff-meaning', { number, ...meaning })] : []),
    ...(before.type === after.type ? inOptions(optionsOf(before), optionsOf(after), number, language, words) : []),
  ]
  if (contentHash(rulesOf(before, after)) !== contentHash(rulesOf(after, before))) {
    lines.push(words('agree-diff-rules', { number, question: cut(textIn(after.text, language)) }))
  }
  return lines
}

function inOptions(before: Option[], after: Option[], number: string, language: FullLanguage, words: Words): string[] {
  const gone = before.filter(({ code }) => !after.some((one) => one.code === code))
  const lines = gone.map(({ text }) => words('agree-diff-option-gone', { number, option: cut(textIn(text, language)) }))
  for (const option of after) {
    const earlier = before.find(({ code }) => code === option.code)
    if (!earlier) {
      lines.push(words('agree-diff-option-new', { number, option: cut(labelOf(option, language)) }))
      continue
    }
    const text = changedText(earlier.text, option.text, language)
    if (text) lines.push(words('agree-diff-option', { number, ...text }))
    else if (earlier.emoji !== option.emoji) {
      const values = { before: labelOf(earlier, language), after: labelOf(option, language) }
      lines.push(words('agree-diff-option', { number, ...values }))
    }
  }
  return lines
}

/** Whatever else a question holds: how it counts, when it is shown, what it erases, and the order of the options that both have. */
function rulesOf(question: Question, other: Question): object {
  const { text: _text, meaning: _meaning, ...rest } = question
  const codes = new Set(optionsOf(other).map(({ code }) => code))
  const kept = optionsOf(question).filter(({ code }) => codes.has(code))
  return { ...rest, options: kept.map(({ text: _words, emoji: _emoji, ...rules }) => rules) }
}

/** What a set holds besides its questions. */
const restOf = ({ set: { questions: _questions, ...set } }: Described): string => contentHash(set)

/** In the reader's language where that changed, else in the first language that did, by its name; null when none did. */
function changedText(
  before: LocalText,
  after: LocalText,
  language: FullLanguage,
): { before: string; after: string } | null {
  if (textIn(before, language) !== textIn(after, language)) {
    return { before: cut(textIn(before, language)), after: cut(textIn(after, language)) }
  }
  const other = (['nl', 'nl-plain', ...FULL_LANGUAGES] as const).find(
    (one) => (before[one] ?? '') !== (after[one] ?? ''),
  )
  if (!other) return null
  const name = wordsFor(other)('web-language-name')
  return { before: `${name}: ${cut(before[other] ?? '–')}`, after: `${name}: ${cut(after[other] ?? '–')}` }
}

const textOf = (text: LocalText | undefined, language: FullLanguage): string =>
  text ? cut(textIn(text, language)) : '–'
const labelOf = ({ emoji, text }: Option, language: FullLanguage): string =>
  [emoji, textIn(text, language)].filter(Boolean).join(' ')

/** A message has room for a dozen changes. */
const cut = (given: string): string => {
  // What is filled in later is not what changed.
  const text = given.replace(/\{(activity|theme|organisation)\}/g, '…')
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`
}
const LONGEST = 110
