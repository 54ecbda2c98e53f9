/** Sentences for the terminal. */
import type { Language } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'

/**
 * The words of a language without direction isolates: they are invisible, and a name or address copied
 * with them out of a terminal is no longer that name. Arabic keeps them, because there they set the order.
 */
export function plainWords(language: Language): Words {
  const words = wordsFor(language)
  return language === 'ar' ? words : (key, values) => withoutIsolates(words(key, values))
}

export const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
