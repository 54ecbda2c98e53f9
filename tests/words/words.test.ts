/** The words of all rooms in all languages: nothing missing, nothing unused, the same variables everywhere. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FULL_LANGUAGES, LANGUAGES } from '../../src/survey/question-set.ts'
import { directionOf, keysOf, nearestLanguage, wordsFor } from '../../src/words/words.ts'

const src = new URL('../../src/', import.meta.url)
const translations = LANGUAGES.filter((language) => language !== 'nl')
const rooms = readdirSync(new URL('words/nl/', src)).filter((file) => file.endsWith('.ftl'))

test('every key of Dutch is there in each language, and no other', () => {
  expect(rooms.length).toBeGreaterThan(0)
  for (const language of translations)
    expect({ language, keys: keysOf(language) }).toEqual({ language, keys: keysOf('nl') })
})

describe.each(rooms)('%s', (room) => {
  test('says every sentence once in each language', () => {
    for (const language of FULL_LANGUAGES) {
      const keys = messagesOf(language, room).map(([key]) => key)
      expect({ language, keys: keys.sort() }).toEqual({ language, keys: [...new Set(keysIn('nl', room))].sort() })
    }
  })

  test('uses the same variables in each language', () => {
    const dutch = Object.fromEntries(messagesOf('nl', room).map(([key, text]) => [key, variablesOf(text)]))
    for (const language of translations.filter((one) => one !== 'nl-plain')) {
      const own = Object.fromEntries(messagesOf(language, room).map(([key, text]) => [key, variablesOf(text)]))
      expect({ language, ...own }).toEqual({ language, ...dutch })
    }
  })
})

test('every key is used somewhere in the code, or in another sentence', () => {
  const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, src), 'utf8'))
    .join('\n')
  const sentences = rooms.map((room) => readFileSync(new URL(`words/nl/${room}`, src), 'utf8')).join('\n')
  const made = [...code.matchAll(/`([a-z][a-z-]*-)\$\{/g)].map((match) => match[1]!)
  const unused = keysOf('nl').filter((key) => {
    const quoted = code.includes(`'${key}'`) || code.includes(`\`${key}\``)
    return !quoted && !sentences.includes(`{ ${key} }`) && !made.some((start) => key.startsWith(start))
  })
  expect(unused).toEqual([])
})

test('a value stands between direction isolates', () => {
  expect(wordsFor('ar')('card-position', { number: 2, total: 3 })).toBe('السؤال \u20682\u2069 من \u20683\u2069')
})

test('an unknown sentence and a missing value are our bugs, said with the key only', () => {
  expect(() => wordsFor('fr')('nothing-like-this')).toThrow("there is no sentence 'nothing-like-this' in fr or nl")
  expect(() => wordsFor('fr')('card-position', { number: 2 })).toThrow("'card-position' in fr")
})

test('the nearest language, or the fallback', () => {
  expect(nearestLanguage('fr-BE', 'nl')).toBe('fr')
  expect(nearestLanguage('AR', 'nl')).toBe('ar')
  expect(nearestLanguage('tr', 'en')).toBe('en')
  expect(nearestLanguage(undefined, 'nl')).toBe('nl')
  expect(LANGUAGES.map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr', 'rtl'])
  expect(nearestLanguage('nl-plain', 'en')).toBe('nl-plain')
  expect(nearestLanguage('nl-BE', 'en')).toBe('nl')
})

/** The messages of a file, each with its whole text; read from the file, so that a key given twice is seen. */
function messagesOf(language: string, room: string): [string, string][] {
  const lines = readFileSync(new URL(`words/${language}/${room}`, src), 'utf8').split('\n')
  const messages: [string, string][] = []
  for (const line of lines) {
    const start = /^([a-z][a-z0-9-]*) = /.exec(line)
    if (start) messages.push([start[1]!, line])
    else if (messages.length > 0 && /^[\s}]/.test(line)) messages.at(-1)![1] += `\n${line}`
  }
  return messages
}

const keysIn = (language: string, room: string) => messagesOf(language, room).map(([key]) => key)

const variablesOf = (text: string) =>
  [...new Set([...text.matchAll(/\$([a-zA-Z]\w*)/g)].map((match) => match[1]!))].sort()
