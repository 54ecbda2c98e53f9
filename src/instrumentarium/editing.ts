/** Changes that people make to an own card, one at a time. Pure: each gives a new card, or what stands in the way. */
import type { Card } from '../config/method.ts'
import { oneLine } from '../survey/one-line.ts'
import type { FullLanguage, LocalText, Option, Question } from '../survey/question-set.ts'
import { type Done, done, fault } from './outcome.ts'

/** A text of a card that people can change. */
export type Place =
  | { what: 'title' | 'measures' | 'for' | 'withoutBot' }
  | { what: 'question' | 'meaning'; key: string }
  | { what: 'option'; key: string; code: string }
/** By language; a language that is left out stays as it is, and an empty one is an empty text. */
export type Texts = Partial<Record<FullLanguage, string>>

/** The text that stands there now; null when the card has no such place. */
export function textAt(card: Card, place: Place): LocalText | null {
  if (!('key' in place)) return card[place.what] ?? null
  const question = card.set?.questions.find(({ key }) => key === place.key)
  if (!question) return null
  if (place.what === 'question') return question.text
  if (!('code' in place)) return question.meaning ?? null
  return optionsIn(question).find(({ code }) => code === place.code)?.text ?? null
}

/** Puts other words in a place. Simpler Dutch that was made of the old words goes. */
export function withTexts(card: Card, place: Place, texts: Texts): Done<Card> {
  const before = textAt(card, place)
  if (!before) return fault('library-gone')
  const after: LocalText = { ...before }
  for (const [language, given] of Object.entries(texts) as [FullLanguage, string][]) {
    const text = oneLine(given)
    if (text === '') return fault('library-empty')
    if (language === 'nl' && text !== before.nl) delete after['nl-plain']
    after[language] = text
  }
  if (!('key' in place)) return done({ ...card, [place.what]: after })
  return onQuestion(card, place.key, (question) => {
    if (place.what === 'question') return { ...question, text: after }
    if (!('code' in place)) return { ...question, meaning: after }
    return withOptions(question, (options) =>
      options.map((option) => (option.code === place.code ? { ...option, text: after } : option)),
    )
  })
}

/** Takes a question out; a card keeps at least one, and one that others wait for stays. */
export function withoutQuestion(card: Card, key: string): Done<Card> {
  const { set } = card
  if (!set?.questions.some((question) => question.key === key)) return fault('library-gone')
  if (set.questions.length === 1) return fault('library-last-question')
  if (set.questions.some(({ showIf }) => showIf?.question === key)) return fault('library-waited-for')
  return done({ ...card, set: { ...set, questions: set.questions.filter((question) => question.key !== key) } })
}

/** Moves a question one place up. */
export function movedUp(card: Card, key: string): Done<Card> {
  const { set } = card
  const at = set?.questions.findIndex((question) => question.key === key) ?? -1
  if (!set || at === -1) return fault('library-gone')
  if (at === 0) return done(card)
  return done({
    ...card,
    set: { ...set, questions: set.questions.with(at - 1, set.questions[at]!).with(at, set.questions[at - 1]!) },
  })
}

/** Takes an answer out; a question keeps at least two, and a feeling its three. */
export function withoutOption(card: Card, key: string, code: string): Done<Card> {
  const question = card.set?.questions.find((one) => one.key === key)
  const options = question ? optionsIn(question) : []
  if (!question || !options.some((option) => option.code === code)) return fault('library-gone')
  if (options.length <= (question.type === 'feeling' ? 3 : 2)) return fault('library-last-option')
  return onQuestion(card, key, (one) => withOptions(one, (all) => all.filter((option) => option.code !== code)))
}

/** Leaves a language out: what is not in it any more cannot be wrong in it. Dutch is the source and stays. */
export function withoutLanguage(card: Card, language: FullLanguage): Done<Card> {
  const { set } = card
  if (language === 'nl' || !set?.languages.includes(language)) return fault('library-gone')
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const isText = entries.some(([name, one]) => name === 'nl' && typeof one === 'string')
    return Object.fromEntries(
      entries.flatMap(([name, one]) => (isText && name === language ? [] : [[name, strip(one)]])),
    )
  }
  const stripped = strip(set) as typeof set
  return done({ ...card, set: { ...stripped, languages: set.languages.filter((one) => one !== language) } })
}

export const optionsIn = (question: Question): Option[] => ('options' in question ? question.options : [])

function withOptions(question: Question, change: (options: Option[]) => Option[]): Question {
  return 'options' in question ? { ...question, options: change(question.options) } : question
}

function onQuestion(card: Card, key: string, change: (question: Question) => Question): Done<Card> {
  const { set } = card
  if (!set) return fault('library-gone')
  const questions = set.questions.map((question) => (question.key === key ? change(question) : question))
  return done({ ...card, set: { ...set, questions } })
}
