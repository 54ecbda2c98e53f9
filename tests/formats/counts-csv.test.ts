/** Old counts as people kept them in a spreadsheet. */
import { describe, expect, test } from 'vitest'
import { countsIn } from '../../src/formats/counts-csv.ts'

const read = (...lines: string[]) => countsIn(Buffer.from(lines.join('\r\n')))
const told = (...lines: string[]) =>
  read(...lines).losses.map(({ key, place }) =>
    [key, place.row, place.column].filter((one) => one !== undefined).join(' '),
  )
const HEAD = 'datum;wanneer;heel goed;gewoon;slecht'

test('days in order, start and end apart, an empty cell is nobody', () => {
  expect(read(HEAD, '4/3/2026;einde;7;2;', '04-03-2026;start;5;8;1', '2026-02-01;;1;2;3')).toEqual({
    options: ['heel goed', 'gewoon', 'slecht'],
    rows: [
      { date: '2026-02-01', moment: 'once', people: [1, 2, 3] },
      { date: '2026-03-04', moment: 'end', people: [7, 2, 0] },
      { date: '2026-03-04', moment: 'start', people: [5, 8, 1] },
    ],
    losses: [],
    faults: [],
  })
})

test.each([
  ['commas and English', 'date,when,good,bad', '2026-03-04,before,5,3'],
  ['tabs and French', 'Date\tQuand\tBien\tMal', '2026-03-04\tDébut\t5\t3'],
  ['a mark in front', '\ufeffdatum;moment;goed;slecht', '2026-03-04;begin;5;3'],
])('%s', (_, head, line) => {
  expect(read(head, line).rows).toEqual([{ date: '2026-03-04', moment: 'start', people: [5, 3] }])
})

test('an old program of Windows wrote it', () => {
  const { options } = countsIn(Buffer.from('datum;tr\xe8s bien;mal\n2026-03-04;5;3', 'latin1'))
  expect(options).toEqual(['très bien', 'mal'])
})

describe('what does not come along is told, by row', () => {
  test.each([
    ['a date that is not', '31/2/2026;start;1;1;1', 'intake-bad-date 3'],
    ['another moment', '2026-03-05;tussendoor;1;1;1', 'intake-bad-moment 3'],
    ['a formula', '2026-03-05;start;=1+1;1;1', 'intake-bad-count 3 heel goed'],
    ['less than nobody', '2026-03-05;start;1;-1;1', 'intake-bad-count 3 gewoon'],
    ['half a person', '2026-03-05;start;1;1;"0,5"', 'intake-bad-count 3 slecht'],
    ['a village', '2026-03-05;start;1;1;1001', 'intake-bad-count 3 slecht'],
    ['the same again', '2026-03-04;start;9;9;9', 'intake-same-row 3'],
  ])('%s', (_, line, expected) => {
    const lines = [HEAD, '2026-03-04;start;5;8;1', line]
    expect(told(...lines)).toEqual([expected])
    expect(read(...lines).rows).toEqual([{ date: '2026-03-04', moment: 'start', people: [5, 8, 1] }])
  })

  test('totals and remarks are no answers', () => {
    const lines = ['datum;goed;slecht;totaal;wie', '2026-03-04;5;8;13;Noor was er']
    expect(told(...lines)).toEqual(['intake-total totaal', 'intake-no-counts wie'])
    expect(JSON.stringify(read(...lines).rows)).not.toContain('Noor')
  })
})

test.each([
  ['no table', ['hallo'], 'intake-no-table'],
  ['bytes of something else', ['PK\u0003\u0004\0;\0'], 'intake-no-table'],
  ['an open quote', ['datum;"a;b', '2026-03-04;1;2'], 'intake-no-table'],
  ['no dates', ['naam;goed;slecht', 'x;1;2'], 'intake-no-date-column'],
  ['one answer', ['datum;goed', '2026-03-04;1'], 'intake-options'],
  ['two answers with one name', ['datum;goed;Goed', '2026-03-04;1;2'], 'intake-same-options'],
  ['nobody at all', ['datum;goed;slecht', '2026-03-04;0;0'], 'intake-no-rows'],
  [
    'thousands of rows',
    ['datum;goed;slecht', ...Array.from({ length: 2001 }, () => '2026-03-04;1;2')],
    'intake-too-many-lines',
  ],
])('%s is refused as a whole', (_, lines, fault) => {
  const { rows, faults } = read(...lines)
  expect([rows, faults.map(({ key }) => key)]).toEqual([[], [fault]])
})
