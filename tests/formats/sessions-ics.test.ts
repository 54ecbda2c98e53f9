/** Calendars as people and programs write them: what comes out, and what is told of the rest. */
import { describe, expect, test, vi } from 'vitest'
import { MOST_SESSIONS, sessionsIn } from '../../src/formats/sessions-ics.ts'

const RANGE = {
  timezone: 'Europe/Brussels',
  from: Temporal.Instant.from('2026-11-22T00:00:00Z'),
  until: Temporal.Instant.from('2027-12-27T00:00:00Z'),
}
const event = (...lines: string[]) => `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`
const at = (day: string, ...more: string[]) =>
  event(`UID:${day}`, 'SUMMARY:Praten', `DTSTART:${day}T180000`, `DTEND:${day}T200000`, ...more)
const read = (...events: string[]) =>
  sessionsIn(Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`), RANGE)
const starts = (...events: string[]) => read(...events).sessions.map(({ startsAt }) => startsAt.slice(0, 16))
const losses = (...events: string[]) =>
  read(...events).losses.map(({ key, values }) => `${key} ${values.title ?? values.count}`)

describe('when a session begins', () => {
  test.each([
    ['without a zone: the zone of the organisation', 'DTSTART:20261209T140000', '2026-12-09T13:00'],
    ['in summer', 'DTSTART:20270609T140000', '2027-06-09T12:00'],
    ['in UTC', 'DTSTART:20261209T140000Z', '2026-12-09T14:00'],
    ['in a zone of its own', 'DTSTART;TZID=America/New_York:20261209T140000', '2026-12-09T19:00'],
    ['as Outlook names zones', 'DTSTART;TZID=Romance Standard Time:20261209T140000', '2026-12-09T13:00'],
    ['written over two lines', 'DTSTART;TZID=Europe/\r\n Brussels:20261209T140000', '2026-12-09T13:00'],
  ])('%s', (_, start, expected) => {
    expect(starts(event('UID:a', start, 'DURATION:PT2H'))).toEqual([expected])
  })

  test('the same in whatever zone this machine is', () => {
    const before = process.env.TZ
    try {
      process.env.TZ = 'Asia/Tokyo'
      expect(starts(at('20261209'), at('20270317', 'RRULE:FREQ=WEEKLY;COUNT=3'))).toEqual([
        '2026-12-09T17:00',
        '2027-03-17T17:00',
        '2027-03-24T17:00',
        '2027-03-31T16:00',
      ])
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  test('a rule, without the days taken out, with the moved one where it went and without the cancelled one', () => {
    expect(
      starts(
        at('20261201', 'RRULE:FREQ=DAILY;COUNT=5', 'EXDATE:20261204T180000'),
        event('UID:20261201', 'RECURRENCE-ID:20261202T180000', 'DTSTART:20261202T190000', 'DTEND:20261202T210000'),
        event('UID:20261201', 'STATUS:CANCELLED', 'RECURRENCE-ID:20261203T180000', 'DTSTART:20261203T180000'),
      ),
    ).toEqual(['2026-12-01T17:00', '2026-12-02T18:00', '2026-12-05T17:00'])
  })
})

test('nothing of a calendar is written to where others read along', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const strange = event('UID:a', 'SUMMARY:Praten', 'DTSTART:20261209T140000', 'DURATION:Amina', 'EXDATE:Amina')
  expect(read(strange, at('20261210', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:Amina')).sessions).toHaveLength(2)
  expect(warn.mock.calls).toEqual([])
  warn.mockRestore()
})

describe('what does not come along is told', () => {
  test.each([
    ['all day', event('UID:a', 'SUMMARY:Feest', 'DTSTART;VALUE=DATE:20261209'), 'intake-all-day Feest'],
    ['cancelled', at('20261209', 'STATUS:CANCELLED'), 'intake-cancelled Praten'],
    [
      'a zone that no clock knows',
      event('UID:a', 'SUMMARY:Mars', 'DTSTART;TZID=Mars:20261209T140000'),
      'intake-zone Mars',
    ],
    ['no readable start', event('UID:a', 'SUMMARY:Ooit', 'DTSTART:gisteren'), 'intake-no-time Ooit'],
    ['by the second', at('20261209', 'RRULE:FREQ=SECONDLY'), 'intake-too-often Praten'],
    ['by many hours of a day', at('20261209', 'RRULE:FREQ=DAILY;BYHOUR=1,2;BYSECOND=1,2'), 'intake-too-often Praten'],
    ['no length', event('UID:a', 'SUMMARY:Kort', 'DTSTART:20261209T140000'), 'intake-length Kort'],
    ['over', at('20261009'), 'intake-past 1'],
    ['far away', at('20290101'), 'intake-far 1'],
  ])('%s', (_, text, expected) => {
    expect(losses(text, at('20261210'))).toEqual([expected])
    expect(starts(text, at('20261210'))).toEqual(['2026-12-10T17:00'])
  })

  test('the same start twice is one session', () => {
    const twin = at('20261209').replace('UID:20261209', 'UID:other')
    expect(losses(at('20261209'), twin)).toEqual(['intake-double 1'])
    expect(starts(at('20261209'), twin)).toHaveLength(1)
  })

  test('a thousand repeats end where is looked no further, and are never too many', () => {
    const daily = at('20261201', 'RRULE:FREQ=DAILY;COUNT=1000')
    expect(starts(daily)).toHaveLength(391)
    const { sessions, losses: told } = read(
      daily,
      daily.replaceAll('T18', 'T08').replace('UID:', 'UID:x').replace('T20', 'T10'),
    )
    expect(sessions).toHaveLength(MOST_SESSIONS)
    expect(told).toEqual([
      { key: 'intake-over', values: { count: 782 - MOST_SESSIONS, most: MOST_SESSIONS }, place: {} },
    ])
  })

  test('who is invited and what is written with it is not even read; a name of an object is a name', () => {
    const { sessions } = read(
      event(
        'UID:__proto__',
        'SUMMARY;LANGUAGE=nl:Praten',
        'DTSTART:20261209T180000',
        'DTEND:20261209T190000',
        'DESCRIPTION:geheim',
        'ATTENDEE;CN=Noor:mailto:noor@example.org',
        'BEGIN:VALARM',
        'SUMMARY:wekker',
        'TRIGGER:-PT15M',
        'END:VALARM',
      ),
    )
    expect(sessions).toEqual([
      { startsAt: '2026-12-09T17:00:00.000Z', endsAt: '2026-12-09T18:00:00.000Z', title: 'Praten' },
    ])
  })

  test.each([
    ['no calendar', Buffer.from('hallo'), 'intake-no-calendar'],
    ['too large', Buffer.alloc(3 * 1024 * 1024), 'formats-too-large'],
    [
      'thousands of appointments',
      Buffer.from(`BEGIN:VCALENDAR\r\n${at('20261209').repeat(2001)}END:VCALENDAR`),
      'intake-too-many-events',
    ],
  ])('%s is refused as a whole', (_, bytes, fault) => {
    const { sessions, faults } = sessionsIn(bytes, RANGE)
    expect([sessions, faults.map(({ key }) => key)]).toEqual([[], [fault]])
  })
})
