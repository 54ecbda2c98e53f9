/** Differences between cards: nothing silent, only the words that changed; and what a licence and a scale's name do. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createConfigSource } from '../../src/config/load.ts'
import type { Card } from '../../src/config/method.ts'
import { cardHash, originsOf, sameItems } from '../../src/instrumentarium/card-content.ts'
import { cardDifferences } from '../../src/instrumentarium/differences.ts'
import {
  movedUp,
  type Place,
  textAt,
  withoutLanguage,
  withoutOption,
  withoutQuestion,
  withTexts,
} from '../../src/instrumentarium/editing.ts'
import {
  changedAgainstLicence,
  LICENCES,
  mayBeChanged,
  mustBeMarked,
  shareFault,
} from '../../src/instrumentarium/licences.ts'
import { wordChanges, wordParts } from '../../src/instrumentarium/word-changes.ts'
import { plain } from '../support/app.ts'

const { methods, cards } = createConfigSource('config').current()
const all = [...methods.values()]
const someCard = fc.constantFrom(...all)
const sentence = fc
  .array(fc.constantFrom('je', 'voelt', 'vandaag', 'echt', 'niet', 'ماذا', 'goed', '😊', 'l’école'), {
    minLength: 1,
    maxLength: 9,
  })
  .map((words) => words.join(' '))

test('the parts of two texts are those texts, and equal texts have no changes', () => {
  fc.assert(
    fc.property(fc.oneof(sentence, fc.string()), fc.oneof(sentence, fc.string()), (before, after) => {
      const parts = wordParts(before, after)
      const textOf = (kinds: string[]) =>
        parts
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ text }) => text)
          .join('')
      expect(textOf(['same', 'gone'])).toBe(before)
      expect(textOf(['same', 'new'])).toBe(after)
      expect(wordChanges(before, after).length === 0).toBe(before === after)
      for (const { was, becomes } of wordChanges(before, after)) expect(was).not.toBe(becomes)
    }),
  )
})

test('only the words that changed are told', () => {
  expect(wordChanges('Hoe voel je je nu?', 'Hoe voel jij je vandaag?')).toEqual([
    { was: 'je', becomes: 'jij' },
    { was: 'nu', becomes: 'vandaag' },
  ])
  expect(wordChanges('Was het leuk?', 'Was het vandaag leuk?')).toEqual([{ was: '', becomes: 'vandaag' }])
  expect(wordChanges('a b', 'a  b')).toEqual([{ was: 'a b', becomes: 'a  b' }])
})

/** Any text of a card that somebody can change. */
const placesOf = (card: Card): Place[] => [
  { what: 'title' },
  ...(card.set?.questions ?? []).flatMap((question): Place[] => [
    { what: 'question', key: question.key },
    ...('options' in question
      ? question.options.map(({ code }): Place => ({ what: 'option', key: question.key, code }))
      : []),
  ]),
]
const somePlace = someCard.chain((card) => fc.tuple(fc.constant(card), fc.constantFrom(...placesOf(card))))

test('a changed text is told and gives another identity; the same text is no change', () => {
  fc.assert(
    fc.property(somePlace, sentence, fc.constantFrom('nl', 'fr', 'ar'), ([card, place], text, language) => {
      const after = withTexts(card, place, { [language]: text })
      if (!after.ok) throw new Error(after.fault)
      const same = textAt(card, place)![language as 'nl'] === text
      expect(cardHash(after.value) === cardHash(card)).toBe(same)
      expect(cardDifferences(card, after.value, 'nl').length === 0).toBe(same)
      expect(sameItems(card, after.value)).toBe(same || place.what === 'title')
      expect(cardDifferences(after.value, after.value, 'ar')).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('taking out, moving and leaving a language out are told, each as what it is', () => {
  const card = methods.get('stem')!
  const [first, second] = card.set.questions
  const told = (after: ReturnType<typeof movedUp>) => {
    if (!after.ok) throw new Error(after.fault)
    expect(sameItems(card, after.value)).toBe(false)
    return cardDifferences(card, after.value, 'nl').map(plain)
  }
  expect(told(withoutQuestion(card, first!.key))).toEqual(['Vraag weg: “Kon je meepraten over wat we doen?”'])
  expect(told(movedUp(card, second!.key))).toEqual(['De vragen staan in een andere volgorde.'])
  expect(told(withoutOption(card, first!.key, 'rather_not'))).toEqual([
    'Vraag 1: antwoord weg “ik had geen zin om mee te praten”',
  ])
  expect(told(withoutLanguage(card, 'ar'))).toContain('Taal weg: Arabisch')
  expect(withoutLanguage(card, 'nl').ok).toBe(false)
  expect(withTexts(card, { what: 'title' }, { nl: ' \u202e ' })).toMatchObject({ ok: false, fault: 'library-empty' })
})

test('what a licence lets others do holds for every card and every licence', () => {
  const licence = fc.option(fc.constantFrom(...Object.values(LICENCES)), { nil: undefined })
  fc.assert(
    fc.property(someCard, licence, fc.boolean(), fc.boolean(), (card, given, share, changed) => {
      const { licence: _theirs, ...bare } = card
      const parent: Card = given ? { ...bare, licence: { ...given, share } } : bare
      const copy: Card = { ...parent, origin: originsOf(parent, 'X'), title: changed ? { nl: 'anders' } : parent.title }
      const forbidden = given?.changes === 'none' && changed
      expect(changedAgainstLicence(copy)).toBe(forbidden)
      expect(mustBeMarked(copy)).toBe(given?.changes === 'marked' && changed)
      expect(mayBeChanged(parent)).toBe(given?.changes !== 'none')
      const shared = shareFault(copy) === null
      expect(shared).toBe(given !== undefined && share && changed && !forbidden)
    }),
  )
})

test('a card that only points elsewhere is neither changed nor shared', () => {
  const link = [...cards.values()].find(({ kind }) => kind === 'link')
  if (link) expect([mayBeChanged(link), shareFault(link)]).toEqual([false, 'library-link'])
  expect(shareFault({ ...methods.get('stem')!, kind: 'link' })).toBe('library-link')
})
