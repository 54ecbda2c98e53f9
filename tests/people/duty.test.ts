import { expect, test } from 'vitest'
import { hoursText, isOnDuty } from '../../src/people/duty.ts'

const week = { days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, from: '10:00', until: '18:00' }
const samira = { name: 'Samira', hours: [{ ...week, days: [...week.days] }] }
const night = { name: 'Joris', hours: [{ days: ['fri' as const], from: '20:00', until: '02:00' }] }
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Brussels]`).toInstant()

test.each([
  ['2026-11-25T09:59', false],
  ['2026-11-25T10:00', true],
  ['2026-11-25T17:59', true],
  ['2026-11-25T18:00', false],
  ['2026-11-28T12:00', false],
  // The clocks change in that night: the hour of the wall counts.
  ['2026-10-26T10:00', true],
  ['2027-03-29T09:59', false],
  ['2027-03-29T10:00', true],
])('weekdays from ten to six, at %s: %s', (local, there) => {
  expect(isOnDuty(samira, 'Europe/Brussels', at(local))).toBe(there)
})

test.each([
  ['2026-11-27T19:59', false],
  ['2026-11-27T20:00', true],
  ['2026-11-28T01:59', true],
  ['2026-11-28T02:00', false],
  ['2026-11-28T20:30', false],
])('Friday evening past midnight, at %s: %s', (local, there) => {
  expect(isOnDuty(night, 'Europe/Brussels', at(local))).toBe(there)
})

test('says the hours in words', () => {
  expect(hoursText(samira, 'nl')).toBe('ma–vr 10:00–18:00')
  expect(hoursText(samira, 'fr')).toMatch(/^lun\.?–ven\.? 10:00–18:00$/)
  expect(hoursText(samira, 'en')).toBe('Mon–Fri 10:00–18:00')
  const some = {
    name: 'Elke',
    hours: [{ days: ['sat' as const, 'mon' as const, 'wed' as const], from: '09:00', until: '12:00' }, ...night.hours],
  }
  expect(hoursText(some, 'nl')).toBe('ma, wo, za 09:00–12:00, vr 20:00–02:00')
})
