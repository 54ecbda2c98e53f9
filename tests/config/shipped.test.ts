/** What the files that come with the product promise to young people, whoever edits them. */
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { isMethod } from '../../src/config/method.ts'
import { methodCoverage } from '../../src/config/translations.ts'
import { cardSheet } from '../../src/instrumentarium/card-sheet.ts'
import { openQuestionsAllowed } from '../../src/rounds/open-questions.ts'
import { FULL_LANGUAGES, type LocalText } from '../../src/survey/question-set.ts'

const { config, faults } = loadConfig('config', 'nl', undefined, Temporal.PlainDate.from('2026-11-22'))

test('there is nothing wrong with them', () => {
  expect(faults).toEqual([])
  expect([...config.organisations.keys()]).toEqual(['xx', 'xy', 'xyz'])
})

test('whose membership tells of health is never asked on Discord', () => {
  const sets = Object.values(config.organisations.get('xx')!.surveys).map(({ set }) => config.methods.get(set)!.set)
  expect(sets.length).toBeGreaterThan(0)
  for (const set of sets) expect(set.barredOn).toEqual(['discord'])
})

test('words about sensitive themes are marked as such, so that they are written on our own page', () => {
  const open = [...config.methods.values()].flatMap(({ id, set }) =>
    set.questions.filter(({ type }) => type === 'text').map(({ key, sensitive }) => [`${id}.${key}`, sensitive]),
  )
  expect(Object.fromEntries(open)).toEqual({
    'belangrijkste-verandering.what': true,
    'belangrijkste-verandering.important': true,
    'pluim-prikkel.more': false,
    'stem.first': false,
    'uitgangsvraag.more': true,
  })
})

test('every sample organisation has somebody who reads open answers, and help lines that hold', () => {
  for (const organisation of config.organisations.values()) {
    const rule = { organisation, helplines: config.helplines, today: Temporal.PlainDate.from('2026-11-22') }
    expect(openQuestionsAllowed(rule)).toBe(true)
    expect(organisation.safeguarding?.name).toBeTruthy()
  }
})

const cards = [...config.cards.values()]

test('the library holds what was promised: to ask, to do without Pols, and only pointed to', () => {
  const ids = (kind: string) => cards.filter((card) => card.kind === kind).map(({ id }) => id)
  expect(ids('questions')).toEqual([
    'belangrijkste-verandering',
    'erbij-horen',
    'gevoelsbuttons-einde',
    'gevoelsbuttons-start',
    'gevraagd-worden',
    'levensladder',
    'ons-vragen',
    'pluim-prikkel',
    'stem',
    'terugblik',
    'uitgangsvraag',
    'vrijwilligersdag',
    'wat-betekent-het',
  ])
  expect(ids('activity')).toEqual(['gevoelskaarten', 'notitie-begeleider', 'op-een-lijn'])
  expect(ids('link')).toEqual(['eenzaamheid', 'kidscreen-10', 'logboek-keks', 'mijn-doel', 'swemwbs', 'who-5'])
})

describe.each(cards.map((card) => [card.id, card] as const))('the card %s', (_, card) => {
  test('says everything that somebody wants to know before choosing, in every language', () => {
    expect(card.aspects.length).toBeGreaterThan(0)
    expect(card.groups.length).toBeGreaterThan(0)
    const texts: Record<string, LocalText | undefined> = {
      ...{ title: card.title, measures: card.measures, for: card.for, scale: card.scale },
      ...{ accessibility: card.accessibility, example: card.example, withoutBot: card.withoutBot, care: card.care },
      ...{ source: card.source, forbids: card.licence?.forbids, changed: card.changelog[0]?.text },
    }
    for (const [name, text] of Object.entries(texts)) {
      for (const language of FULL_LANGUAGES) expect.soft(text?.[language], `${name} in ${language}`).toBeTruthy()
    }
    expect(card.changelog[0]?.version).toBe(card.version)
    if (isMethod(card)) expect(methodCoverage(card).missing).toEqual({})
  })

  test('is made up where it is an example, and nobody is recognisable in it', () => {
    expect(card.example?.nl).toMatch(/[Vv]erzonnen/)
  })

  test.each(FULL_LANGUAGES)('can be read in %s: what it is, what it takes, whose it is', (language) => {
    const sheet = cardSheet(card, language)
    expect(sheet.facts.length).toBeGreaterThanOrEqual(card.id === 'logboek-keks' ? 6 : 7)
    expect(sheet.care).toBeTruthy()
    expect(sheet.rights.map(({ label }) => label)).toHaveLength(5)
    expect(sheet.elsewhere !== null).toBe(card.kind === 'link')
    expect(sheet.parts).toHaveLength(card.kind === 'link' ? 2 : 3)
  })
})

test('what may not be bundled is not there: a link has no questions, and says why', () => {
  for (const card of cards.filter(({ kind }) => kind === 'link')) {
    expect(card.set).toBeUndefined()
    expect(card.licence?.share, card.id).toBe(false)
    for (const language of FULL_LANGUAGES) expect(card.reason?.[language], card.id).toBeTruthy()
  }
})

test('what can be asked may be shared and changed, and goes by no name of a scale that was tested', () => {
  for (const card of cards.filter(({ kind }) => kind !== 'link')) {
    expect(card.licence, card.id).toMatchObject({ share: true, changes: 'marked' })
    expect(card.validated, card.id).toBeUndefined()
  }
})

test('questions about how life goes are sensitive, and not asked on Discord', () => {
  for (const card of cards.filter(isMethod).filter(({ aspects }) => aspects.includes('wellbeing'))) {
    expect(card.set.barredOn, card.id).toEqual(['discord'])
    for (const question of card.set.questions) expect(question.sensitive, `${card.id}.${question.key}`).toBe(true)
  }
})
