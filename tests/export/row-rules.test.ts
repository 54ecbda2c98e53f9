/** Which answers may leave as rows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areEnough,
  drawn,
  LEFT_OUT,
  languagesUsed,
  questionsForRows,
  type RowAnswer,
  type RowPerson,
} from '../../src/export/row-rules.ts'
import { type Question, question } from '../../src/survey/question-set.ts'

const saying = (code: string): RowAnswer => ({ status: 'answered', codes: [code] })
const person = (at: number, language: RowPerson['language'] = 'nl', said = 'yes'): RowPerson => ({
  participant: `p${at}`,
  lot: `lot-${String((at * 7919) % 1000).padStart(4, '0')}`,
  language,
  answers: { q: saying(said) },
})
const people = (many: number, of: (at: number) => RowPerson = (at) => person(at)) =>
  Array.from({ length: many }, (_, at) => of(at))

describe('who leaves', () => {
  test('two fewer than the digest says at least, however many there really were', () => {
    for (const replied of [10, 11, 12]) expect(drawn({ id: 'r', people: people(replied), least: 10 })).toHaveLength(8)
    expect(drawn({ id: 'r', people: people(5), least: 5 })).toHaveLength(3)
    expect(drawn({ id: 'r', people: people(2), least: 0 })).toEqual([])
  })

  test('the same ones each time, whatever order they are read in and whatever they said', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(people(9), { minLength: 9 }),
        fc.array(fc.constantFrom('yes', 'no'), { minLength: 9, maxLength: 9 }),
        (order, said) => {
          const others = order.map((one, at) => ({ ...one, answers: { q: saying(said[at] ?? 'yes') } }))
          const names = (some: RowPerson[]) =>
            drawn({ id: 'r', people: some, least: 9 }).map(({ participant }) => participant)
          expect(names(others)).toEqual(names(people(9)))
          expect(names(others)).toHaveLength(9 - LEFT_OUT)
        },
      ),
    )
  })

  test('twenty people in all, each counted once', () => {
    const round = (from: number, many: number) => ({
      id: `r${from}`,
      people: people(many, (at) => person(from + at)),
      least: many,
    })
    expect(areEnough([round(0, 19), round(0, 19)])).toBe(false)
    expect(areEnough([round(0, 19), round(1, 19)])).toBe(true)
  })
})

describe('which questions', () => {
  const ask = (key: string, more: object = {}): Question =>
    question.parse({ key, type: 'yesno', text: { nl: key }, ...more })
  const asksForHelp = {
    type: 'choice',
    options: [
      { code: 'a', text: { nl: 'a' } },
      { code: 'b', text: { nl: 'b' }, help: true },
    ],
  }
  const hangsOn = (key: string) => ({ showIf: { question: key, is: ['yes'] } })

  test.each([
    ['open text', ask('q', { type: 'text' })],
    ['a card', ask('q', { type: 'card' })],
    ['a sensitive one', ask('q', { sensitive: true })],
    ['one that others know who got: not on a channel', ask('q', { notOn: ['discord'] })],
    ['one that others know who got: who missed the start', ask('q', { retrospective: true })],
    ['one in which somebody can ask for help', ask('q', asksForHelp)],
  ])('never %s, nor what hangs on it', (_, one) => {
    const set = [ask('plain'), one, ask('then', hangsOn('q')), ask('and', hangsOn('then'))]
    expect(questionsForRows(set).map(({ key }) => key)).toEqual(['plain'])
  })

  test('a question that hangs on one that leaves, leaves', () => {
    expect(questionsForRows([ask('q'), ask('then', hangsOn('q'))]).map(({ key }) => key)).toEqual(['q', 'then'])
  })
})

test('a language is named when ten people answered in it, in whichever rounds; the same person counts once', () => {
  const round = (from: number, many: number, language: RowPerson['language']) => ({
    ...{ id: `r${from}`, least: many },
    people: people(many, (at) => person(from + at, language)),
  })
  const arabic = [round(0, 6, 'ar'), round(6, 3, 'ar'), round(0, 9, 'ar')]
  expect(languagesUsed([...arabic, round(20, 10, 'nl')])).toEqual(['nl'])
  expect(languagesUsed([...arabic, round(9, 1, 'ar'), round(20, 10, 'nl')])).toEqual(['nl', 'ar'])
})
