/** Texts out to a translator and in again: what is sure is taken over, the rest is told by its place. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Card } from '../../src/config/method.ts'
import { cardPlaces } from '../../src/formats/card-places.ts'
import { type PoFile, readPo, withTranslations } from '../../src/formats/po-read.ts'
import { poOf } from '../../src/formats/po-write.ts'
import type { QuestionSet } from '../../src/survey/question-set.ts'
import { soundSets } from './sound-sets.ts'

const cardWith = (set: QuestionSet): Card => ({
  ...{
    id: 'proef',
    version: 1,
    kind: 'questions',
    set,
    title: { nl: 'Proef', fr: 'Essai' },
    measures: { nl: 'Iets.' },
  },
  ...{ for: { nl: 'Iedereen.' }, source: { nl: 'Eigen.' }, aspects: [], groups: [], minutes: { young: 1, staff: 1 } },
  ...{ changelog: [], origin: [], nativeCheck: [] },
})
const small = cardWith({
  languages: ['nl'],
  accessible: false,
  questions: [{ type: 'yesno', key: 'ok', text: { nl: 'Gaat het?' }, meaning: { nl: 'Gaat het?' }, sensitive: false }],
})
const read = (bytes: Uint8Array): PoFile => {
  const file = readPo(bytes)
  if ('faults' in file) throw new Error(file.faults[0]!.key)
  return file
}
const edited = (bytes: Uint8Array, change: (text: string) => string) =>
  new TextEncoder().encode(change(new TextDecoder().decode(bytes)))

test('every text of every sound set comes back as it was, and nothing counts as new', () => {
  fc.assert(
    fc.property(soundSets, fc.constantFrom('en', 'fr', 'ar', 'nl-plain'), (set, language) => {
      const card = cardWith(set)
      const file = read(poOf(card, language))
      expect(file).toMatchObject({ card: 'proef', language })
      expect(file.entries.map(({ path, dutch, text }) => [path, dutch, text])).toEqual(
        cardPlaces(card).map(({ path, text }) => [path, text.nl, text[language] ?? '']),
      )
      expect(withTranslations(card, file)).toMatchObject({ card, taken: 0 })
    }),
    { numRuns: 60 },
  )
})

test('the same Dutch twice is translated apart, and a language that is whole is one of the set', () => {
  const bytes = edited(poOf(small, 'fr'), (text) => {
    let n = 0
    return text.replace(
      /msgid "Gaat het\?"\nmsgstr ""/g,
      () => `msgid "Gaat het?"\nmsgstr "${['Ça va ?', 'Tu vas bien ?'][n++]}"`,
    )
  })
  const { card, taken, losses } = withTranslations(small, read(bytes))
  expect(card.set!.questions[0]).toMatchObject({ text: { fr: 'Ça va ?' }, meaning: { fr: 'Tu vas bien ?' } })
  expect(taken).toBe(2)
  expect(card.set!.languages).toEqual(['nl', 'fr'])
  expect(losses.map(({ key, place }) => `${key} ${place.column}`)).toEqual([
    'formats-po-missing measures',
    'formats-po-missing for',
    'formats-po-missing source',
  ])
})

test('fuzzy, of other Dutch, or of a text that is gone: told, and not taken over', () => {
  const bytes = edited(poOf(small, 'fr'), (text) =>
    text
      .replace(/(msgctxt "question\.ok\.text"\nmsgid "Gaat het\?"\nmsgstr )""/, '#, fuzzy\n$1"Oui ?"')
      .replace(/msgid "Gaat het\?"(\nmsgstr )""/, 'msgid "Iets anders"$1"Autre chose"')
      .concat('\nmsgctxt "question.weg.text"\nmsgid "Weg"\nmsgstr "Parti"\n'),
  )
  const { card, taken, losses } = withTranslations(small, read(bytes))
  expect({ card, taken }).toEqual({ card: small, taken: 0 })
  const told = losses.filter(({ place }) => place.column?.startsWith('question.'))
  expect(told.map(({ key, place }) => `${key} ${place.column}`)).toEqual([
    'formats-po-fuzzy question.ok.text',
    'formats-po-other question.ok.meaning',
    'formats-po-unknown question.weg.text',
  ])
})

test('a language that is not ours, and a file without places', () => {
  const keys = (text: string) => {
    const file = readPo(new TextEncoder().encode(text))
    return 'faults' in file ? file.faults.map(({ key }) => key) : []
  }
  expect(keys('msgid ""\nmsgstr "Language: es\\n"\n')).toEqual(['formats-po-language'])
  expect(keys('msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "a"\nmsgstr "b"\n')).toEqual(['formats-po-empty'])
  expect(keys('msgid "a\nmsgstr')).toEqual(['formats-no-po'])
  // Cut off above: there are entries, and nothing that says what they are.
  expect(keys('msgctxt "question.ok.text"\nmsgid "a"\nmsgstr "b"\n')).toEqual(['formats-no-po'])
})
