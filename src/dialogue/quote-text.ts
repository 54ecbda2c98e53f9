/** The words of a quote: one line, short, and without what could point to somebody. */
import type { FullLanguage } from '../survey/question-set.ts'
import { coverNames, scrub } from '../survey/scrub.ts'
import { wordsFor } from '../words/words.ts'

/** Characters, as a person counts them. */
export const LONGEST_QUOTE = 200

export type CleanQuote = {
  text: string
  /** Something was covered: a suspected name, a number, an account, an age. */
  covered: boolean
}

/**
 * @param language of the organisation: of the words that stand where something was
 * @returns a fault when there is nothing, too much, or another script than the organisation's
 */
export function cleanQuote(given: string, language: FullLanguage): CleanQuote | 'empty' | 'long' | 'script' {
  const line = given
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u2066-\u2069\u200e\u200f\u202a-\u202e]/gu, '')
    .trim()
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line)) return 'empty'
  if (ARABIC.test(line) !== (language === 'ar') && /\p{L}/u.test(line)) return 'script'
  const text = withoutAges(coverNames(scrub(line, language).text, language), language)
  if (charactersIn(line) > LONGEST_QUOTE || charactersIn(text) > LONGEST_QUOTE) return 'long'
  return { text, covered: text !== line }
}

export const charactersIn = (text: string): number => [...new Intl.Segmenter().segment(text)].length

function withoutAges(text: string, language: FullLanguage): string {
  const cover = `[${wordsFor(language)('quote-covered-age')}]`
  return text.replace(AGE, cover)
}

/** "16 jaar", "16-jarige", "16 ans": how old somebody is, in the languages of the house. */
const AGE =
  /(?<![\p{L}\p{N}])\p{Nd}{1,2}[ -]?(?:jaar|jarigen?|years?(?:[ -]olds?)?|ans|سنة|عامًا|عاما)(?![\p{L}\p{N}])/giu
const ARABIC = /\p{Script=Arabic}/u
