/** Looking for a card, and a card as text: found by everything it says of itself, and markup in it is text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { ASPECTS, type Card, GROUPS } from '../../src/config/method.ts'
import { cardMarkdown } from '../../src/instrumentarium/card-files.ts'
import { cardSheet } from '../../src/instrumentarium/card-sheet.ts'
import { type CardWish, LONGEST_WORDS, readWish, searchCards, TIMES } from '../../src/instrumentarium/search-cards.ts'
import { FULL_LANGUAGES } from '../../src/survey/question-set.ts'

const cards = [...loadConfig('config').config.cards.values()]

const wish: fc.Arbitrary<CardWish> = fc.record(
  {
    aspect: fc.constantFrom(...ASPECTS),
    time: fc.constantFrom(...TIMES),
    group: fc.constantFrom(...GROUPS),
    words: fc.constantFrom('gevoel', 'Lundy', 'échelle', 'بطاقة', 'jongeren', '   ', '%'),
  },
  { requiredKeys: [] },
)

test('each part of a wish leaves fewer, never others, and no card twice', () => {
  fc.assert(
    fc.property(wish, fc.constantFrom(...FULL_LANGUAGES), (given, language) => {
      const found = searchCards(cards, given, language).map(({ id }) => id)
      expect(new Set(found).size).toBe(found.length)
      for (const key of Object.keys(given) as (keyof CardWish)[]) {
        const { [key]: _, ...rest } = given
        expect(searchCards(cards, rest, language).map(({ id }) => id)).toEqual(expect.arrayContaining(found))
      }
    }),
  )
})

test('every card is found by its own title in every language, by its id, and by each thing it says it is', () => {
  for (const card of cards) {
    for (const language of FULL_LANGUAGES) {
      const [first] = searchCards(cards, { words: card.title[language]!.slice(0, LONGEST_WORDS) }, language)
      expect(first?.id, `${card.id} in ${language}`).toBe(card.id)
    }
    expect(searchCards(cards, { words: card.id }, 'fr')).toContain(card)
    for (const aspect of card.aspects) expect(searchCards(cards, { aspect }, 'nl')).toContain(card)
    for (const group of card.groups) expect(searchCards(cards, { group }, 'nl')).toContain(card)
  }
})

test('how long it takes: the young person’s minutes, or hardly any of the staff', () => {
  const timed = (young: number, staff: number): Card => ({ ...cards[0]!, minutes: { young, staff } })
  const fits = (young: number, staff: number) =>
    TIMES.filter((time) => searchCards([timed(young, staff)], { time }, 'nl').length > 0)
  expect(fits(5, 6)).toEqual(['5', '15'])
  expect(fits(6, 5)).toEqual(['15', 'light'])
  expect(fits(15, 90)).toEqual(['15'])
  expect(fits(16, 0)).toEqual(['more', 'light'])
})

test('a wish that nobody can make is no wish', () => {
  expect(readWish({ aspect: 'toString', time: '0', group: '', words: '  ' })).toEqual({})
  expect(readWish({ words: `  a \n b ${'x'.repeat(200)}` }).words).toHaveLength(LONGEST_WORDS)
  expect(readWish({ aspect: 'voice', time: 'light', group: 'staff', words: ' a  b ' })).toEqual({
    ...{ aspect: 'voice', time: 'light', group: 'staff', words: 'a b' },
  })
})

test('markup in a card is text in its file, on one line', () => {
  const stem = cards.find(({ id }) => id === 'stem')!
  const nasty = { ...stem, title: { nl: '# <b>*Ik*</b>\n- [x](javascript:a) | `b`' }, credit: '1. _wij_' }
  const [title, ...rest] = cardMarkdown(nasty, 'nl').split('\n')
  expect(title).toBe('# \\# \\<b\\>\\*Ik\\*\\</b\\> - \\[x\\](javascript:a) \\| \\`b\\`')
  expect(rest.join('\n')).toContain('- **Gedeeld door:** 1\\. \\_wij\\_')
})

test('whose it was before is said, parent by parent', () => {
  const stem = cards.find(({ id }) => id === 'stem')!
  const parent = { id: 'a', version: 2, hash: 'h', title: { nl: 'Ouder' }, credit: 'XY' }
  const grown = { ...stem, origin: [parent, { ...parent, version: 1, title: { nl: 'Grootouder' }, credit: 'XX' }] }
  const made = cardSheet(grown, 'nl').rights.find(({ label }) => label === 'Gemaakt uit')!
  expect(made.text.replace(/[\u2066-\u2069]/g, '')).toBe('Ouder, versie 2, van XY\nGrootouder, versie 1, van XX')
})
