/** A result comes in from a digest only: what looks like one in somebody's own words, and what does not. */
import { describe, expect, test } from 'vitest'
import type { StoryPart } from '../../src/dialogue/story-content.ts'
import { resultLikeIn } from '../../src/dialogue/story-numbers.ts'

const found = (text: string, part: StoryPart = 'kept') => resultLikeIn(text, part, 2026)

describe('looks like a result', () => {
  test.each([
    ['8 van de 10 jongeren voelden zich welkom.', '8 van de 10'],
    ['Vorig jaar kwamen 46 jongeren.', '46'],
    ['80% was tevreden.', '80%'],
    ['80 % was tevreden.', '80 %'],
    ['Tachtig komma vijf: 80,5 procent.', '80,5 procent'],
    ['7/10 voelt zich thuis.', '7/10'],
    ['3 op 4 komt terug.', '3 op 4'],
    ['Eight out of ten: 8 out of 10.', '8 out of 10'],
    ['8 jeunes sur 10 reviennent.', '8'],
    ['Er kwamen 2030 jongeren.', '2030'],
    ['Er kwamen 1500 Jongeren.', '1500'],
    ['3 keer meer jongeren.', '3'],
    ['٨ من ١٠ شباب', '8 من 10'],
    ['Een gemiddelde van 4,2.', '4,2'],
    ['40+ jongeren kwamen.', '40'],
    ['Er waren 8 meisjes.', '8'],
    ['Er waren 8 Marokkaanse meisjes, maar 9 bleven.', '9'],
    ['Wel 12 maar geen 13.', '12'],
    ['In mei 8 keer, may 8 come.', '8'],
    ['±30 jongeren', '±30'],
    ['acht van de tien jongeren', 'acht van de tien'],
    ['De helft van de groep bleef.', 'De helft van'],
    ['De meeste jongeren kwamen terug.', 'De meeste jongeren'],
    ['Most young people came back.', 'Most young people'],
    ['La plupart des jeunes reviennent.', 'La plupart des'],
    ['معظم الشباب عادوا', 'معظم الشباب'],
  ])('%s', (text, words) => {
    expect(found(text)).toContain(words)
  })
})

describe('is no result', () => {
  test.each([
    'In 2030 willen we verder.',
    'Op 12 mei 2027 kijken we.',
    'Sinds 14/11/2026 doen we dit.',
    'Vanaf 2026-09-01.',
    'In het werkjaar 2026-2027.',
    'In het werkjaar 2026–27.',
    'Elke woensdag om 16u30 of 16:30.',
    'Jongeren van 12 tot 16 jaar.',
    'Jongeren van 12-16 jaar, ook 18-jarigen en 25+ers noemen we 25+.',
    'Wij doen dit al 5 jaar, elke 2 weken, 3 uur.',
    'Wij bellen 2 keer per maand.',
    'De 2de lijn en de 1e lijn.',
    'In 2060 Antwerpen en 2140 Borgerhout.',
    'Met HBO5 en de groep G5.',
    'Onze deur is 24/7 open.',
    'Vanaf 3 sept. en 12 dec 2027, tot 1er juin.',
    'On May 5, 2027.',
    'For 3 years, on 5 May 2027, with 16-year-olds.',
    'Depuis 3 ans, le 5 mai 2027, avec des jeunes de 12 à 16 ans.',
    'منذ 3 سنوات، في 12 مايو 2027.',
    'Drie organisaties en twee buurten.',
    'We tellen mee: [c1] en [c12].',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('the numbers of the plan', () => {
  const plan = 'In 2030 hebben 200 jongeren in Antwerpen een plek.'
  test('may stand in the goal and in the check, beside a year to come', () => {
    expect(found(plan, 'goal')).toEqual([])
    expect(found(plan, 'check')).toEqual([])
    expect(found('Op 12 mei 2027 kijken we of 30 jongeren terugkwamen.', 'check')).toEqual([])
  })

  test('nowhere else, not without that year, and not for a year that is here or over', () => {
    expect(found(plan, 'kept')).toEqual(['200'])
    expect(found(plan, 'added')).toEqual(['200'])
    expect(found('Wij willen 200 jongeren bereiken.', 'goal')).toEqual(['200'])
    expect(found('In 2026 zeiden 8 van de 10 jongeren ja.', 'goal')).toEqual(['8 van de 10'])
    expect(found('In 2025 kwamen 40 jongeren. In 2030 zien we verder.', 'goal')).toEqual(['40'])
  })
})

test('hidden signs and other digits hide nothing', () => {
  expect(found('\u20688\u2069 van de \u206810\u2069')).toEqual(['8 van de 10'])
  expect(found('８０ % van de jongeren')).toEqual(['80 %'])
})

test('a number in the name of a partner is a name, and stays one number beside it', () => {
  const text = 'Buurtwerk 4: wij zijn er. 9 jongeren ook.'
  expect(resultLikeIn(text, 'kept', 2026, ['Buurtwerk 4', ''])).toEqual(['9'])
  expect(resultLikeIn(text, 'kept', 2026)).toEqual(['4', '9'])
})

test('the same answer for a very long text, quickly', () => {
  expect(found('a1 '.repeat(7000))).toEqual([])
  expect(found('12 '.repeat(7000)).length).toBe(7000)
})
