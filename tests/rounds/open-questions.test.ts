import { expect, test } from 'vitest'
import { helplines } from '../../src/config/helplines.ts'
import { openQuestionsAllowed, textKeys } from '../../src/rounds/open-questions.ts'
import { questionSet } from '../../src/survey/question-set.ts'

const linesOf = (...lines: { country: 'BE' | 'NL'; verified_at: string }[]) =>
  helplines.parse({
    lines: lines.map((line) => ({
      name: 'Lijn',
      languages: ['nl'],
      for: { nl: 'voor iedereen' },
      ways: [{ way: 'phone', number: '102' }],
      ...line,
    })),
  })
const on = (today: string) => Temporal.PlainDate.from(today)
const be = { moderator: 'Noor', country: 'BE' } as const
const fresh = linesOf({ country: 'BE', verified_at: '2026-11-21' })

test('open questions need somebody who reads them', () => {
  const organisation = { country: 'BE' } as const
  expect(openQuestionsAllowed({ organisation, helplines: fresh, today: on('2026-11-25') })).toBe('no-moderator')
  expect(openQuestionsAllowed({ organisation: be, helplines: fresh, today: on('2026-11-25') })).toBe(true)
})

test('open questions need help lines of the country', () => {
  expect(openQuestionsAllowed({ organisation: be, helplines: null, today: on('2026-11-25') })).toBe('no-help-lines')
  const organisation = { moderator: 'Noor', country: 'NL' } as const
  expect(openQuestionsAllowed({ organisation, helplines: fresh, today: on('2026-11-25') })).toBe('no-help-lines')
})

test.each([
  ['2026-11-19', 'help-lines-old'],
  ['2026-11-20', true],
  ['2026-11-21', true],
  ['2027-05-23', true],
  ['2027-05-24', 'help-lines-old'],
])('lines checked on 21 November 2026 hold on %s: %s', (today, allowed) => {
  expect(openQuestionsAllowed({ organisation: be, helplines: fresh, today: on(today) })).toBe(allowed)
})

test('one old line of the own country is enough to wait; one of another country is not', () => {
  const own = linesOf({ country: 'BE', verified_at: '2026-11-21' }, { country: 'BE', verified_at: '2026-01-01' })
  expect(openQuestionsAllowed({ organisation: be, helplines: own, today: on('2026-11-25') })).toBe('help-lines-old')
  const other = linesOf({ country: 'BE', verified_at: '2026-11-21' }, { country: 'NL', verified_at: '2026-01-01' })
  expect(openQuestionsAllowed({ organisation: be, helplines: other, today: on('2026-11-25') })).toBe(true)
})

test('the open questions of a set, and no other', () => {
  const set = questionSet.parse({
    languages: ['nl'],
    questions: [
      { type: 'yesno', key: 'again', text: { nl: 'Kom je terug?' } },
      { type: 'text', key: 'more', text: { nl: 'Wil je nog iets zeggen?' } },
    ],
  })
  expect(textKeys(set)).toEqual(['more'])
})
