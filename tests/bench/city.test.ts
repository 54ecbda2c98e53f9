/** What the measurement of a city's evening says of replies: it has to notice one that is gone, and one that counts twice. */
import { expect, test } from 'vitest'
import { compare } from '../../bench/city.ts'

const TAPPED = [
  { run: 'a', taps: 4, choices: ['good', 'between', 'good'] },
  { run: 'b', taps: 1, choices: ['not_good'] },
  { run: 'c', taps: 0, choices: [] },
]
const STORED = [
  { run: 'a', turn: 5, choices: ['good', 'between', 'good'] },
  { run: 'b', turn: 2, choices: ['not_good', null, null] },
  { run: 'c', turn: 1, choices: [null, null, null] },
]

test('every reply once, and the last answer at each question: no difference', () => {
  expect(compare(TAPPED, STORED)).toEqual({ lost: 0, doubled: 0, other: 0 })
})

test('a reply that is in no run is lost, also when the run itself is gone; one does not make up for another that counts twice', () => {
  const one = STORED.with(1, { run: 'b', turn: 1, choices: [null, null, null] })
  expect(compare(TAPPED, one)).toEqual({ lost: 1, doubled: 0, other: 1 })
  expect(compare(TAPPED, one.with(0, { ...STORED[0]!, turn: 6 }))).toEqual({ lost: 1, doubled: 1, other: 1 })
  expect(compare(TAPPED, STORED.slice(1))).toEqual({ lost: 4, doubled: 0, other: 3 })
})

test('a reply that counts twice is told, also of somebody who tapped nothing; another answer than the last too', () => {
  expect(compare(TAPPED, STORED.with(2, { ...STORED[2]!, turn: 2 }))).toEqual({ lost: 0, doubled: 1, other: 0 })
  const other = STORED.with(0, { ...STORED[0]!, choices: ['good', 'good', 'good'] })
  expect(compare(TAPPED, other)).toEqual({ lost: 0, doubled: 0, other: 1 })
})
