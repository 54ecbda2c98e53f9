/**
 * Words for people: Fluent files, one folder a language, one file a room. Dutch is the source;
 * a missing sentence falls back to Dutch. Values are wrapped in direction isolates (U+2068, U+2069).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { LANGUAGES, type Language } from '../survey/question-set.ts'

/**
 * Gives the sentence for a key.
 * @throws Error when neither the language nor Dutch has the key, or a variable is missing (our bug)
 */
export type Words = (key: string, values?: Record<string, string | number>) => string

export function wordsFor(language: Language): Words {
  const known = spoken.get(language)
  if (known) return known
  const words = wordsOf(language)
  spoken.set(language, words)
  return words
}

function wordsOf(language: Language): Words {
  const chain = language === 'nl' ? [bundleOf('nl')] : [bundleOf(language), bundleOf('nl')]
  return (key, values = NO_VALUES) => {
    for (const bundle of chain) {
      const pattern = bundle.getMessage(key)?.value
      if (!pattern) continue
      const errors: Error[] = []
      const text = bundle.formatPattern(pattern, values, errors)
      if (errors[0]) throw new Error(`words: '${key}' in ${language}: ${errors[0].message}`)
      return text
    }
    throw new Error(`words: there is no sentence '${key}' in ${language} or nl`)
  }
}

/** The keys that a language has itself, without falling back; for the missing-translation test. */
export function keysOf(language: Language): string[] {
  return [...bundleOf(language)._messages.keys()].sort()
}

/** The language of the product nearest to a platform's language tag (`pt-br`, `fr`, undefined), or the fallback. */
export function nearestLanguage(tag: string | undefined, fallback: Language): Language {
  const whole = tag?.toLowerCase()
  const primary = whole?.split('-')[0]
  return (
    LANGUAGES.find((language) => language === whole) ?? LANGUAGES.find((language) => language === primary) ?? fallback
  )
}

/** Text direction of a language. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

const NO_VALUES = {}
const spoken = new Map<Language, Words>()
const bundles = new Map<Language, FluentBundle>()

function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language)
  if (known) return known
  const bundle = new FluentBundle(language)
  // Simpler Dutch is Dutch with some sentences said differently.
  for (const from of language === 'nl-plain' ? (['nl', 'nl-plain'] as const) : [language]) {
    const folder = new URL(`./${from}/`, import.meta.url)
    for (const file of readdirSync(folder)
      .filter((entry) => entry.endsWith('.ftl'))
      .sort()) {
      const resource = new FluentResource(readFileSync(new URL(file, folder), 'utf8'))
      const errors = bundle.addResource(resource, { allowOverrides: from !== language || language === 'nl-plain' })
      if (errors[0]) throw new Error(`words: ${from}/${file}: ${errors[0].message}`)
    }
  }
  bundles.set(language, bundle)
  return bundle
}
