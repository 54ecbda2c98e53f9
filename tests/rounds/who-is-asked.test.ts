import { describe, expect, test } from 'vitest'
import { type Candidate, whoIsAsked } from '../../src/rounds/who-is-asked.ts'

const ann: Candidate = {
  participantId: 'p',
  contactId: 'c',
  channel: 'telegram',
  joined: true,
  consented: true,
  reachable: true,
  present: true,
}
const NOON = '2026-11-25T12:00:00+01:00[Europe/Brussels]'
const rule = (at = NOON, more: Partial<Parameters<typeof whoIsAsked>[1]> = {}) => ({
  of: 'subscribers' as const,
  now: Temporal.ZonedDateTime.from(at).toInstant(),
  lastUseful: Temporal.ZonedDateTime.from(at).toInstant().add({ hours: 72 }),
  quiet: { from: '21:00', until: '09:00' },
  timezone: 'Europe/Brussels',
  ...more,
})

describe('who is asked', () => {
  test('only who takes part, consented to the text in force, and can be reached', () => {
    expect(whoIsAsked([ann], rule()).map((ask) => ask.candidate)).toEqual([ann])
    for (const lacks of ['joined', 'consented', 'reachable'] as const)
      expect(whoIsAsked([{ ...ann, [lacks]: false }], rule())).toEqual([])
  })
  test('of those present: only who is known to have been there', () => {
    const ben = { ...ann, participantId: 'b', present: false }
    expect(whoIsAsked([ann, ben], rule(NOON, { of: 'present' })).map((ask) => ask.candidate)).toEqual([ann])
    expect(whoIsAsked([ann, ben], rule())).toHaveLength(2)
  })
})

describe('when', () => {
  const when = (candidate: Candidate, asked: Parameters<typeof whoIsAsked>[1]) =>
    whoIsAsked([candidate], asked)[0]?.sendAfter.toString()
  test('by day at once, at night in the morning, and on a page at once always', () => {
    expect(when(ann, rule())).toBe('2026-11-25T11:00:00Z')
    const night = rule('2026-11-25T22:30:00+01:00[Europe/Brussels]')
    expect(when(ann, night)).toBe('2026-11-26T08:00:00Z')
    expect(when({ ...ann, channel: 'discord' }, night)).toBe('2026-11-26T08:00:00Z')
    expect(when({ ...ann, channel: 'web' }, night)).toBe('2026-11-25T21:30:00Z')
  })
  test('not when the morning comes after the closing, not even at that moment', () => {
    const night = rule('2026-11-25T22:30:00+01:00[Europe/Brussels]')
    const until = (at: string) => ({ ...night, lastUseful: Temporal.Instant.from(at) })
    expect(when(ann, until('2026-11-26T08:00:00Z'))).toBeUndefined()
    expect(when(ann, until('2026-11-26T08:00:01Z'))).toBe('2026-11-26T08:00:00Z')
    expect(when({ ...ann, channel: 'web' }, until('2026-11-25T22:00:00Z'))).toBe('2026-11-25T21:30:00Z')
  })
})
