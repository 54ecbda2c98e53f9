/** What the files that come with the product promise to young people, whoever edits them. */
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { openQuestionsAllowed } from '../../src/rounds/open-questions.ts'

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
