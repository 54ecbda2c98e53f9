/** Sentences that must get a tip and sentences that must not: a tip that is wrong costs trust. */
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language, questionSet } from '../../src/survey/question-set.ts'
import { readabilityTips } from '../../src/survey/readability.ts'
import { keysOf, wordsFor } from '../../src/words/words.ts'
import { shippedSets } from '../support/shipped-sets.ts'

test.each(shippedSets())('$file reads well in every language', ({ set }) => {
  expect(readabilityTips(set)).toEqual([])
})

describe('a sentence that is too long', () => {
  test.each([
    ['nl', 'Wat heb je de voorbije maand samen met de anderen geleerd over hoe jullie werken?'],
    ['en', 'What did you learn together with all the others in the past month about how you work?'],
    ['fr', "Qu'est-ce que tu as appris avec les autres le mois passé sur la façon de travailler ici ensemble ?"],
    ['ar', 'ما الذي تعلمته في الشهر الماضي مع الآخرين عن الطريقة التي نعمل بها معا هنا؟'],
  ] as const)('%s: %s', (language, text) => expect(tipsOn(language, text)).toEqual(['long']))

  test('counts each sentence by itself, and says how many words it has', () => {
    const ten = 'Denk aan de voorbije drie maanden hier bij ons allemaal.'
    expect(tipsOn('nl', `${ten} ${ten} Is er iets veranderd?`)).toEqual([])
    const set = setWith('nl', 'Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien?')
    expect(readabilityTips(set)).toEqual([
      { path: ['questions', 0, 'text', 'nl'], key: 'check-tip-long', values: { count: 13, max: 12 } },
    ])
  })
})

describe('a hard word, or a figure of speech', () => {
  test.each([
    ['nl', 'Welke competenties ontwikkelde je?'],
    ['nl', 'Heb je gereflecteerd op je welbevinden?'],
    ['nl', 'Hoe sterk is je gemeenschapsgevoel?'],
    ['nl', 'Zit je goed in je vel?'],
    ['nl', 'Stel dat je mag kiezen: wat kies je?'],
    ['nl-plain', 'Was het effectief?'],
    ['en', 'How would you evaluate the activity?'],
    ['en', 'Did you leave your comfort zone?'],
    ['fr', 'Quelles compétences as-tu ?'],
    ['fr', 'Tu te sens bien dans ta peau ?'],
    ['fr', "L'impact était grand ?"],
    ['ar', 'كيف كان التقييم؟'],
    ['ar', 'إلى أي مدى كان ذلك مفيدا؟'],
  ] as const)('%s: %s', (language, text) => expect(tipsOn(language, text)).toEqual(['hard']))

  test('is found in an option and in an explanation too', () => {
    const set = questionSet.parse({
      languages: ['nl'],
      questions: [
        {
          type: 'choice',
          key: 'a',
          text: { nl: 'Wat nam je mee?' },
          meaning: { nl: 'Dat is: wat is de impact?' },
          options: [
            { code: 'x', text: { nl: 'meer veerkracht' } },
            { code: 'y', text: { nl: 'niets, en ook geen zin' } },
          ],
        },
      ],
    })
    expect(readabilityTips(set).map(({ path, values }) => [path.slice(2).join('.'), values.word])).toEqual([
      ['meaning.nl', 'impact'],
      ['options.0.text.nl', 'veerkracht'],
    ])
  })
})

describe('two questions in one', () => {
  test.each([
    ['nl', 'Was het leuk? Was het leerzaam?'],
    ['nl', 'Wat deed je en hoe was dat?'],
    ['nl', 'Voelde je je veilig en welkom?'],
    ['nl', 'Luisterden de begeleiders en de vrijwilligers?'],
    ['nl', 'Hoe veilig en welkom voelde je je?'],
    ['en', 'Did you have fun and learn something?'],
    ['en', 'How safe and welcome did you feel?'],
    ['en', 'What did you do and how was it?'],
    ['fr', "Tu t'es senti bien et en sécurité ?"],
    ['fr', "Qu'est-ce que tu as fait et comment c'était ?"],
    ['ar', 'هل كان النشاط ممتعا؟ هل كان مفيدا؟'],
    ['ar', 'ماذا فعلت وكيف كان ذلك؟'],
  ] as const)('%s: %s', (language, text) => expect(tipsOn(language, text)).toEqual(['double']))
})

describe('a negation', () => {
  test.each([
    ['nl', 'Vond je het niet saai?'],
    ['nl', 'Heb je geen zin om terug te komen?'],
    ['nl', 'Er was niemand die niet luisterde.'],
    ['nl', 'Schrijf niets, tenzij je wil.'],
    ['en', "Didn't you like it?"],
    ['en', 'Was it not boring?'],
    ['en', 'Nobody had nothing to say.'],
    ['fr', "Tu n'as pas pu parler ?"],
    ['ar', 'ألم يكن النشاط مملا؟'],
    ['ar', 'هل لم يعجبك النشاط؟'],
  ] as const)('%s: %s', (language, text) => expect(tipsOn(language, text)).toEqual(['not']))
})

test.each([
  ['nl', 'Hoe vond je deze dag?'],
  ['nl', 'Sprak je met iemand die je anders niet zou ontmoeten?'],
  ['nl', 'Wat vond je niet leuk?'],
  ['nl', 'Wanneer was het niet leuk?'],
  ['nl', 'Wil je er nog iets over zeggen? Schrijf geen namen.'],
  ['nl', 'Denk aan de voorbije 3 maanden bij {organisation}. Is er iets veranderd voor jou?'],
  ['nl', 'Is er iets veranderd tussen jou en je vrienden?'],
  ['nl', 'Kwam je af en toe te laat?'],
  ['nl', 'Wat neem je mee? Meer dan één mag.'],
  ['nl', 'Waar en wanneer was het leuk?'],
  ['nl', 'Voel je je hier thuis of eerder te gast?'],
  ['nl-plain', 'Praatte je met iemand die je nog niet kende?'],
  ['en', 'Did you talk to somebody you would not meet otherwise?'],
  ['en', 'Could you say what you thought?'],
  ['en', 'Did something change between you and your friends?'],
  ['en', 'Anything else you want to say? Please write no names.'],
  ['fr', 'Tu as pu dire ce que tu pensais ?'],
  ['fr', "Tu as parlé avec quelqu'un que tu n'aurais pas rencontré ?"],
  ['fr', "Tu veux ajouter quelque chose ? N'écris pas de noms."],
  ['ar', 'هل كان بإمكانك قول ما في بالك؟'],
  ['ar', 'كيف حالك الآن؟'],
] as const)('%s reads well: %s', (language, text) => expect(tipsOn(language, text)).toEqual([]))

test.each(LANGUAGES)('in %s our own sentences of a card are as short as we ask of others', (language) => {
  const ours = keysOf(language).filter((key) =>
    /^(?:check-in$|check-in-(?:first|about)$|end-|text-|notice-(?:stale|write)|card-(?:last|information)$)/.test(key),
  )
  expect(ours.length).toBeGreaterThan(10)
  const said = ours.map((key) => wordsFor(language)(key, { activity: 'Meetingpoint' }))
  expect(said.filter((text) => tipsOn(language, text).includes('long'))).toEqual([])
})

function setWith(language: Language, text: string) {
  return questionSet.parse({
    languages: ['nl'],
    questions: [{ type: 'yesno', key: 'a', text: { nl: 'Hoe was het?', [language]: text } }],
  })
}

function tipsOn(language: Language, text: string): string[] {
  return readabilityTips(setWith(language, text)).map(({ key, path }) => {
    expect(path).toEqual(['questions', 0, 'text', language])
    return key.replace('check-tip-', '')
  })
}
