/**
 * Tips about how a question reads: long sentences, hard words, two questions in one, negations. Patterns see less
 * than people, so nothing is ever refused for a tip.
 */
import type { Finding } from './inspect.ts'
import type { FullLanguage, LocalText, Question, QuestionSet } from './question-set.ts'
import { FIXED_PAIRS, HARD, LONG_WORD, MOST_WORDS, NEGATIONS, QUESTION_WORDS, SPEECH, SUBCLAUSE } from './word-lists.ts'
import { joinsQuestions } from './wording.ts'

/** Every tip about a set; paths start at the set. */
export function readabilityTips(set: QuestionSet): Finding[] {
  return set.questions.flatMap((question, index) =>
    tipsOf(question).map((tip) => ({ ...tip, path: ['questions', index, ...tip.path] })),
  )
}

function tipsOf(question: Question): Finding[] {
  const tips = textTips(question.text, ['text'], question.type === 'card' ? WORDS_ONLY : ALL)
  if (question.meaning) tips.push(...textTips(question.meaning, ['meaning'], WORDS_ONLY))
  if (question.type === 'scale') {
    tips.push(...textTips(question.low, ['low'], WORDS_ONLY), ...textTips(question.high, ['high'], WORDS_ONLY))
  }
  if (question.type === 'feeling' || question.type === 'choice' || question.type === 'multi') {
    question.options.forEach(({ text }, index) => {
      tips.push(...textTips(text, ['options', index, 'text'], WORDS_ONLY))
    })
  }
  return tips
}

type Look = (text: string, language: FullLanguage) => Omit<Finding, 'path'>[]

function textTips(text: LocalText, path: (string | number)[], looks: readonly Look[]): Finding[] {
  return (Object.entries(text) as [keyof LocalText, string | undefined][]).flatMap(([given, words]) => {
    if (words === undefined) return []
    const language = given === 'nl-plain' ? 'nl' : given
    return looks.flatMap((look) => look(plain(words), language).map((tip) => ({ path: [...path, given], ...tip })))
  })
}

const longSentences: Look = (text, language) => {
  const max = MOST_WORDS[language]
  const counts = sentencesOf(text).map((sentence) => wordsOf(sentence).length)
  const count = Math.max(0, ...counts)
  return count > max ? [{ key: 'check-tip-long', values: { count, max } }] : []
}

const hardWords: Look = (text, language) => {
  const [figure] = SPEECH[language].exec(text) ?? []
  const word =
    figure ??
    wordsOf(text.replace(FILLED_IN, '')).find((one) => one.length >= LONG_WORD[language] || HARD[language].test(one))
  return word === undefined ? [] : [{ key: 'check-tip-hard', values: { word } }]
}

/** Two questions behind each other, one joined to the other, or two things named where only one yes or no fits. */
const twoQuestions: Look = (text, language) => {
  const asked = sentencesOf(text).filter(isQuestion)
  const twofold =
    asked.length > 1 ? asked.join(' ') : asked.find((one) => joinsQuestions(one) || namesTwo(one, language))
  return twofold === undefined ? [] : [{ key: 'check-tip-double', values: { text: twofold } }]
}

/** In a question for yes or no, nobody knows what "yes" says to a "not". Two negations in one sentence are hard everywhere. */
const negations: Look = (text, language) => {
  for (const sentence of sentencesOf(text)) {
    const all = sentence.match(new RegExp(NEGATIONS[language], 'gu')) ?? []
    const asked = isQuestion(sentence) && !hasQuestionWord(sentence, language)
    const main = sentence.split(SUBCLAUSE[language])[0]!.match(new RegExp(NEGATIONS[language], 'u'))
    const word = all.length > 1 ? all.join(' … ') : asked && main ? main[0] : undefined
    if (word !== undefined) return [{ key: 'check-tip-not', values: { word: word.trim() } }]
  }
  return []
}

function namesTwo(question: string, language: FullLanguage): boolean {
  const [and, how] = AND[language]
  if (how?.test(question)) return true
  return !hasQuestionWord(question, language) && and.test(question.replace(FIXED_PAIRS[language], ' '))
}

/** "And" in a question for yes or no; "how safe and welcome …". In Arabic "and" is a letter before the word. */
const AND: Record<FullLanguage, [RegExp, RegExp?]> = {
  nl: [/(?<!\p{L})(?:en|en\/of|alsook)(?!\p{L})/u, /(?<!\p{L})hoe \p{L}+ en \p{L}+/u],
  en: [/(?<!\p{L})(?:and|and\/or)(?!\p{L})/u, /(?<!\p{L})how \p{L}+ and \p{L}+/u],
  fr: [/(?<!\p{L})(?:et|et\/ou)(?!\p{L})/u],
  ar: [/(?<!\p{L})(?:وهل|وكان|وكنت|وأن)(?!\p{L})/u],
}

const isQuestion = (sentence: string) => /[?؟]/.test(sentence)

const hasQuestionWord = (sentence: string, language: FullLanguage) => QUESTION_WORDS[language].test(sentence)

const plain = (text: string) => text.toLowerCase().replace(/[’`´]/g, "'").replace(/\s+/g, ' ').trim()

const sentencesOf = (text: string) => text.split(/(?<=[.!?؟:])\s+(?=\S)/u).filter((one) => /[\p{L}]/u.test(one))

const wordsOf = (text: string) => text.match(/\{\w+\}|[\p{L}\p{N}][\p{L}\p{N}\p{M}'·-]*/gu) ?? []

const FILLED_IN = /\{\w+\}/g

const ALL: readonly Look[] = [longSentences, hardWords, twoQuestions, negations]
const WORDS_ONLY: readonly Look[] = [longSentences, hardWords]
