/** A short form of `npm run fuzz`, the same cases each time: every parser is reached, on both of its sides. */
import { describe, expect, test } from 'vitest'
import { PARSERS, playedNamed } from './registry.ts'

/** Cases a parser, and the seed that all of them have. */
const CASES = 300
/** Reading these takes milliseconds: a third is enough to reach both sides. */
const SLOW = new Set(['xlsform', 'config-folder', 'yaml', 'command-line', 'backup', 'web-forms', 'button-taps'])
const SEED = 20_261_125

describe.each(Object.keys(PARSERS))('%s', (name) => {
  test('gives a value or says no, whatever it is given', { timeout: 300_000 }, async () => {
    const play = await playedNamed(name)
    const wanted = SLOW.has(name) ? CASES / 3 : CASES
    const { fault, accepted, refused, cases } = await play({ cases: wanted, seed: SEED })
    expect(fault).toBeNull()
    expect(accepted + refused).toBe(cases)
    expect(accepted, 'accepted').toBeGreaterThan(wanted / 50)
    expect(refused, 'refused').toBeGreaterThan(wanted / 50)
  })
})
