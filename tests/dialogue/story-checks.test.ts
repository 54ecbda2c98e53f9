/** What stands in the way of agreeing: each part by itself, and no claim that nobody can make. */
import { describe, expect, test } from 'vitest'
import { faultsOfStory } from '../../src/dialogue/story-checks.ts'
import { type Sign, type StoryContent, storyContent } from '../../src/dialogue/story-content.ts'
import { emptyStory } from '../../src/dialogue/story-draft.ts'
import type { FigureWords } from '../../src/dialogue/story-figures.ts'
import { type StoryPerson, verdictOf } from '../../src/dialogue/story-verdict.ts'
import { TODAY } from '../support/story-samples.ts'

const SIGN: Sign = { what: 'of jongeren terugkomen', how: 'count', who: 'De Brug', on: '2027-05-12' }
const WHOLE: StoryContent = {
  ...emptyStory('Samen', 'nl'),
  parts: { goal: 'Eén deur.', kept: 'Wij zijn er.', added: 'Samen meer deuren.', check: 'Dan praten we.' },
  signs: [SIGN],
}
const figures = (...keys: string[]): Map<string, FigureWords> =>
  new Map(keys.map((key) => [key, { said: 'x'.repeat(100), note: 'n', example: false }]))
const faults = (content: StoryContent, known = figures()) => faultsOfStory(content, known, TODAY)
const kept = (text: string): StoryContent => ({ ...WHOLE, parts: { ...WHOLE.parts, kept: text } })

test('a whole story has none; an empty one lacks its four parts and a sign', () => {
  expect(faults(WHOLE)).toEqual([])
  expect(faults(emptyStory('x', 'nl')).map(({ part, kind }) => `${part} ${kind}`)).toEqual([
    'goal empty',
    'kept empty',
    'added empty',
    'check empty',
    'check no-sign',
  ])
})

test('a part is at most 600 characters as it is read, figures spelled out', () => {
  expect(faults(kept('a'.repeat(600)))).toEqual([])
  expect(faults(kept('a'.repeat(601)))).toEqual([{ part: 'kept', kind: 'long', length: 601 }])
  expect(faults(kept(`${'a'.repeat(500)}[c1]`), figures('c1'))).toEqual([])
  expect(faults(kept(`${'a'.repeat(501)}[c1]`), figures('c1'))).toEqual([{ part: 'kept', kind: 'long', length: 601 }])
})

test('a number from nowhere, a figure that is not there, and each claim are named', () => {
  expect(faults(kept('8 van de 10 kwamen terug, zie [c1] en [c2].'), figures('c2'))).toEqual([
    { part: 'kept', kind: 'number', words: '8 van de 10' },
    { part: 'kept', kind: 'figure', words: 'c1' },
  ])
  expect(faults(kept('80 procent, 80 procent.'))).toEqual([{ part: 'kept', kind: 'number', words: '80 procent' }])
})

describe.each([
  [
    'nl',
    ['Dankzij ons bleven ze.', 'Wij doen het beter dan anderen.', 'De sfeer verbetert.', 'Iedereen vindt het goed.'],
  ],
  ['en', ['Thanks to us they stayed.', 'We do better than others.', 'The mood improves.', 'Everyone thinks so.']],
  [
    'fr',
    ['Grâce à nous, ils restent.', 'Nous faisons mieux que les autres.', 'Une hausse.', 'Tout le monde pense cela.'],
  ],
  ['ar', ['بقوا بفضلنا.', 'نحن أفضل من غيرنا.', 'ازداد الحضور.', 'الجميع يرى ذلك.']],
] as const)('in %s', (language, claims) => {
  test.each(claims)('%s', (text) => {
    expect(faults({ ...kept(text), language }).map(({ part, kind }) => `${part} ${kind}`)).toEqual(['kept claim'])
  })

  test('and in a sign as well', () => {
    const sign = { ...SIGN, what: claims[0] }
    expect(faults({ ...WHOLE, language, signs: [sign] }).map(({ kind }) => kind)).toEqual(['claim'])
  })
})

test('a sign needs how, who and a day that is not over; its numbers are what they hope for', () => {
  const bare: Sign = { what: 'minstens 20 jongeren', how: null, who: '', on: null }
  expect(faults({ ...WHOLE, signs: [SIGN, bare] })).toEqual(
    ['how', 'who', 'day'].map((lacks) => ({ part: 'check', kind: 'sign', number: 2, lacks })),
  )
  expect(faults({ ...WHOLE, signs: [{ ...SIGN, on: '2026-11-24' }] })).toEqual([
    { part: 'check', kind: 'sign', number: 1, lacks: 'past' },
  ])
  expect(faults({ ...WHOLE, signs: [{ ...SIGN, on: '2026-11-25' }] })).toEqual([])
  expect(storyContent.safeParse({ ...WHOLE, signs: [SIGN, SIGN, SIGN, SIGN] }).success).toBe(false)
})

describe('who has to agree', () => {
  const people = (...says: StoryPerson['says'][]): StoryPerson[] =>
    says.map((one, at) => ({ ids: [String(at)], name: '', role: 'partner', says: one }))
  const staff = (...all: [StoryPerson['role'], StoryPerson['says']][]): StoryPerson[] =>
    all.map(([role, says], at) => ({ ids: [String(at)], name: '', role, says }))

  test('of a joint story each partner, two at least', () => {
    expect(verdictOf(people('agree', 'agree'), true)).toBe('agreed')
    expect(verdictOf(people('agree', 'agree', null), true)).toBe('open')
    expect(verdictOf(people('agree', 'adjust'), true)).toBe('open')
    expect(verdictOf(people('agree'), true)).toBe('alone')
    expect(verdictOf([], true)).toBe('alone')
  })

  test('of a year somebody who leads, and one more; nobody who wants it otherwise', () => {
    expect(verdictOf(staff(['lead', 'agree'], ['other', 'agree']), false)).toBe('agreed')
    expect(verdictOf(staff(['lead', 'agree'], ['lead', 'agree'], ['other', null]), false)).toBe('agreed')
    expect(verdictOf(staff(['other', 'agree'], ['other', 'agree']), false)).toBe('open')
    expect(verdictOf(staff(['lead', 'agree'], ['other', null]), false)).toBe('open')
    expect(verdictOf(staff(['lead', 'agree'], ['other', 'agree'], ['other', 'adjust']), false)).toBe('open')
    expect(verdictOf(staff(['lead', 'agree']), false)).toBe('alone')
  })
})
