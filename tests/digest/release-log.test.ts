import { expect, test } from 'vitest'
import type { ReleaseEntry } from '../../src/digest/content.ts'
import { mayRelease } from '../../src/digest/release-log.ts'

const entry = (shown: string, of = 'q'): ReleaseEntry => ({ of, kind: 'choice', n: null, shown })
const few = (round: string) => ({
  rounds: [round],
  entries: [entry('few<5', '_participation'), entry('hidden'), entry('hidden', '_pairs')],
})
const shown = (...rounds: string[]) => ({ rounds, entries: [entry('>=5', '_participation'), entry('hidden')] })

test.each([
  ['the first figures about a round', [], shown('a'), null],
  [
    'figures about rounds that were too few, taken together',
    [few('a'), few('b'), few('c')],
    shown('a', 'b', 'c'),
    null,
  ],
  ['a second time the same figures', [shown('a')], shown('a'), 'published'],
  ['one round of several was shown by itself', [few('a'), shown('b')], shown('a', 'b'), 'published'],
  ['one round of several was shown with others', [few('a'), shown('b', 'c')], shown('a', 'c'), 'published'],
  ['a round by itself that was shown with others', [shown('a', 'b')], shown('b'), 'published'],
  [
    'only how many took part was shown',
    [{ rounds: ['a'], entries: [entry('=8/12', '_participation')] }],
    shown('a'),
    'published',
  ],
  [
    'only that there were too many different answers',
    [{ rounds: ['a'], entries: [entry('spread')] }],
    shown('a'),
    'published',
  ],
  ['the same round twice', [few('a')], shown('a', 'a'), 'overlap'],
  ['too few, once more: that is no figure', [shown('a')], few('a'), null],
  ['figures about other rounds', [shown('a'), shown('b', 'c')], shown('d'), null],
])('%s', (_, earlier, next, expected) => {
  expect(mayRelease(earlier, next)).toBe(expected)
})
