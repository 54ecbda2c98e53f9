/** What changed in a survey is said in words, and no change is silent. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Described } from '../../src/dialogue/read-proposal.ts'
import { differences } from '../../src/dialogue/survey-differences.ts'
import { contentHash } from '../../src/survey/content-hash.ts'
import type { QuestionSet } from '../../src/survey/question-set.ts'
import { plain } from '../support/app.ts'

const set: QuestionSet = {
  languages: ['nl', 'fr'],
  accessible: false,
  questions: [
    {
      type: 'choice',
      key: 'use',
      text: { nl: 'Had je iets aan {activity}?', fr: 'Utile ?' },
      sensitive: false,
      options: [
        { code: 'much', text: { nl: 'veel', fr: 'beaucoup' }, emoji: '👍' },
        { code: 'little', text: { nl: 'weinig', fr: 'peu' } },
      ],
    },
    { type: 'text', key: 'more', text: { nl: 'Nog iets?' }, sensitive: false, max: 500 },
  ],
}
const start: Described = {
  version: {
    ...{ aspect: { nl: 'Hoe was het?' }, method: 'm', setHash: contentHash(set), series: 'avond', moment: 'end' },
    ...{ window: 'PT72H', reminder: 'PT24H', of: 'subscribers', presence: 'assume' },
  },
  ...{ set, series: { nl: 'Avond' }, method: { nl: 'Methode' } },
}

function changed(change: (copy: Described) => void): Described {
  const copy = structuredClone(start)
  change(copy)
  copy.version.setHash = contentHash(copy.set)
  return copy
}
const lines = (change: (copy: Described) => void, language: 'nl' | 'fr' = 'nl') =>
  differences(start, changed(change), language).map(plain)
const firstOf = (copy: Described) => copy.set.questions[0] as Extract<QuestionSet['questions'][0], { type: 'choice' }>

test('nothing changed says nothing', () => {
  expect(lines(() => {})).toEqual([])
})

test.each<[string, (copy: Described) => void, string[]]>([
  [
    'aspect',
    ({ version }) => void Object.assign(version, { aspect: { nl: 'En nu?' } }),
    ['Waarover: was ‘Hoe was het?’, wordt ‘En nu?’'],
  ],
  [
    'moment',
    ({ version }) => void Object.assign(version, { moment: { after: 'PT24H' } }),
    ['Wanneer: was ‘op het einde van elke sessie van Avond.’, wordt ‘1 dag na elke sessie van Avond.’'],
  ],
  [
    'window',
    ({ version }) => void Object.assign(version, { window: 'PT90M' }),
    ['Tijd om te antwoorden: was ‘3 dagen’, wordt ‘1 uur en 30 minuten’'],
  ],
  [
    'reminder',
    ({ version }) => void Object.assign(version, { reminder: null }),
    ['Herinnering: was ‘Herinnering: één, na 1 dag, voor wie nog niets tikte.’, wordt ‘Herinnering: geen.’'],
  ],
  [
    'audience',
    ({ version }) => void Object.assign(version, { of: 'present' }),
    [
      'Wie: was ‘iedereen die meedoet.’, wordt ‘wie erbij was. Wie misschien niet aanwezig was, krijgt eerst de vraag ‘Was je erbij?’.’',
    ],
  ],
  [
    'channels',
    ({ version }) => void Object.assign(version, { channels: ['web'] }),
    ['Waar: was ‘op elk kanaal waar jongeren meedoen.’, wordt ‘alleen via Webpagina.’'],
  ],
  [
    'words of a question',
    (copy) => void Object.assign(firstOf(copy).text, { nl: 'Was {activity} goed?' }),
    ['Vraag 1: was ‘Had je iets aan …?’, wordt ‘Was … goed?’'],
  ],
  [
    'words in another language only',
    (copy) => void Object.assign(firstOf(copy).text, { fr: 'Bien ?' }),
    ['Vraag 1: was ‘Français: Utile ?’, wordt ‘Français: Bien ?’'],
  ],
  [
    'an option',
    (copy) => void Object.assign(firstOf(copy).options[0]!.text, { nl: 'heel veel' }),
    ['Keuze bij vraag 1: was ‘veel’, wordt ‘heel veel’'],
  ],
  [
    'an emoji',
    (copy) => void Object.assign(firstOf(copy).options[0]!, { emoji: '🎉' }),
    ['Keuze bij vraag 1: was ‘👍 veel’, wordt ‘🎉 veel’'],
  ],
  [
    'options that come and go',
    (copy) => void firstOf(copy).options.splice(1, 1, { code: 'none', text: { nl: 'niets' } }),
    ['Deze keuze valt weg bij vraag 1: ‘weinig’', 'Nieuwe keuze bij vraag 1: ‘niets’'],
  ],
  [
    'the order of options',
    (copy) => void firstOf(copy).options.reverse(),
    ['Vraag 1 werkt anders: ‘Had je iets aan …?’. Met ‘Probeer het’ zie je hoe.'],
  ],
  [
    'how it counts',
    (copy) => void Object.assign(firstOf(copy), { sensitive: true }),
    ['Vraag 1 werkt anders: ‘Had je iets aan …?’. Met ‘Probeer het’ zie je hoe.'],
  ],
  ['a question that goes', (copy) => void copy.set.questions.pop(), ['Deze vraag valt weg: ‘Nog iets?’']],
  ['the order of questions', (copy) => void copy.set.questions.reverse(), ['De vragen staan in een andere volgorde.']],
  [
    'an explanation',
    (copy) => void Object.assign(firstOf(copy), { meaning: { nl: 'De avond.' } }),
    ['Uitleg bij vraag 1: was ‘–’, wordt ‘De avond.’'],
  ],
  [
    'the set',
    (copy) => void Object.assign(copy.set, { accessible: true }),
    ['Er verandert iets aan hoe de vragen getoond worden. Met ‘Probeer het’ zie je hoe.'],
  ],
])('%s', (_, change, expected) => {
  expect(lines(change)).toEqual(expected)
})

test('what a French reader reads is the French text where that changed', () => {
  expect(lines((copy) => void Object.assign(firstOf(copy).options[0]!.text, { fr: 'très' }), 'fr')).toEqual([
    "Choix à la question 1 : c'était « beaucoup », cela devient « très »",
  ])
})

test('no change is silent, whatever changed', () => {
  const edits: ((copy: Described) => void)[] = [
    ({ version }) => void Object.assign(version, { presence: 'ask' }),
    ({ version }) => void Object.assign(version, { method: 'other' }),
    ({ version }) => void Object.assign(version, { channels: ['telegram', 'discord', 'web'] }),
    (copy) => void Object.assign(copy.set, { severalOpen: 'Omdat het zo moet zijn.' }),
    (copy) => void Object.assign(copy.set, { barredOn: ['discord'] }),
    (copy) => void copy.set.languages.push('ar'),
    (copy) => void Object.assign(firstOf(copy), { notOn: ['web'] }),
    (copy) => void Object.assign(firstOf(copy).options[0]!, { side: 'plus' }),
    (copy) => void Object.assign(firstOf(copy).options[0]!.text, { 'nl-plain': 'véél' }),
    (copy) => void Object.assign(firstOf(copy), { key: 'other' }),
    (copy) => void Object.assign(copy.set.questions[1]!, { max: 100 }),
  ]
  fc.assert(
    fc.property(fc.subarray(edits, { minLength: 1 }), (some) => {
      const after = changed((copy) => {
        for (const edit of some) edit(copy)
      })
      expect(differences(start, after, 'nl').length).toBeGreaterThan(0)
      expect(differences(after, start, 'nl').length).toBeGreaterThan(0)
    }),
  )
})
