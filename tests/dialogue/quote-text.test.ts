/** The words of a quote: what is covered, and what is no quote. */
import { expect, test } from 'vitest'
import { cleanQuote, LONGEST_QUOTE } from '../../src/dialogue/quote-text.ts'

test.each([
  ['Meer  tijd\nom te praten ', 'nl', 'Meer tijd om te praten', false],
  ['Ik ben 16 jaar en vind het goed', 'nl', 'Ik ben [leeftijd] en vind het goed', true],
  ['Een 16-jarige zei dat', 'nl', 'Een [leeftijd] zei dat', true],
  ["J'ai 17 ans, c'est bien", 'fr', "J'ai [âge], c'est bien", true],
  ['Vraag het aan @annske of 0470 12 34 56', 'nl', 'Vraag het aan [account] of [telefoonnummer]', true],
  ['Met mijn vriendin Yasmine was het leuk', 'nl', 'Met mijn vriendin [naam] was het leuk', true],
  ['عمري ١٦ سنة وأحب المكان', 'ar', 'عمري [العمر] وأحب المكان', true],
  ['👍', 'nl', '👍', false],
] as const)('%s', (given, language, text, covered) => {
  expect(cleanQuote(given, language)).toEqual({ text, covered })
})

test.each([
  ['', 'nl', 'empty'],
  [' \n\u200f. ', 'nl', 'empty'],
  ['x'.repeat(LONGEST_QUOTE + 1), 'nl', 'long'],
  ['أحب المكان', 'nl', 'script'],
  ['Goed', 'ar', 'script'],
] as const)('%s is no quote', (given, language, fault) => expect(cleanQuote(given, language)).toBe(fault))

test('an emoji counts as one, and what covers counts too', () => {
  expect(cleanQuote('👩‍👩‍👧'.repeat(LONGEST_QUOTE), 'nl')).toMatchObject({ covered: false })
  expect(cleanQuote(`${'x'.repeat(LONGEST_QUOTE - 8)} 0470123456`.slice(0, LONGEST_QUOTE), 'nl')).toMatchObject({})
  expect(cleanQuote(`${'x'.repeat(LONGEST_QUOTE - 7)} @annske`, 'nl')).toBe('long')
})
