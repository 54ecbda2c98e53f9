import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeButton, encodeButton } from '../../src/survey/button-data.ts'
import { slug } from '../../src/survey/question-set.ts'
import { CONTROL } from '../../src/survey/types.ts'

const ref = fc.string({ unit: fc.constantFrom(...'ABCXYZabcxyz0189-_'), minLength: 22, maxLength: 22 })
const turn = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
const code = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,19}$/),
  fc.integer({ min: 0, max: 10 }).map(String),
  fc.constantFrom(...Object.values(CONTROL)),
)

test('what is written is read back, and fits in 64 bytes', () => {
  fc.assert(
    fc.property(ref, turn, code, (run, at, what) => {
      const data = encodeButton(run, at, what)
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      expect(decodeButton(data)).toEqual({ run, turn: at, code: what })
    }),
  )
})

test('an option of the longest code fits', () => {
  const longest = slug.parse(`a${'_'.repeat(19)}`)
  expect(encodeButton('-'.repeat(22), Number.MAX_SAFE_INTEGER, longest)).toHaveLength(57)
})

test('anything else is null, and what is read is what would be written', () => {
  const nearly = fc.tuple(ref, fc.string(), fc.string()).map(([run, a, b]) => `r.${run}.${a}.${b}`)
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), (data) => {
      const read = decodeButton(data)
      if (read) expect(encodeButton(read.run, read.turn, read.code)).toBe(data)
    }),
  )
})

const REF = 'abcdefghijklmnopqrst-_'

test.each([
  '',
  'r',
  `r.${REF}.1`,
  `r.${REF}.1.`,
  `x.${REF}.1.good`,
  `r.${REF}x.1.good`,
  `r.${REF.slice(1)}.1.good`,
  `r.${REF}.0.good`,
  `r.${REF}.01.good`,
  `r.${REF}.-1.good`,
  `r.${REF}.1A.good`,
  `r.${REF}.zzzzzzzzzzz.good`,
  `r.${REF}.1.Good`,
  `r.${REF}.1.100`,
  `r.${REF}.1.__proto__`,
  `r.${REF}.1.${'a'.repeat(21)}`,
  `r.${REF}.1.good\n`,
  ` r.${REF}.1.good`,
  `r.${REF}.1.good.more`,
])('%j is not ours', (data) => {
  expect(decodeButton(data)).toBeNull()
})

test.each([
  ['short', 1, 'good'],
  [REF, 0, 'good'],
  [REF, 1.5, 'good'],
  [REF, 1, 'Goed!'],
])('a part of the wrong form is our bug: %s %s %s', (run, at, what) => {
  expect(() => encodeButton(run, at, what)).toThrow('button data')
})
