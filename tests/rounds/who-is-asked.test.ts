import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Organisation, organisation as schema } from '../../src/config/organisation.ts'
import { type Candidate, isFeelingPair, type Rule, whoIsAsked } from '../../src/rounds/who-is-asked.ts'
import type { Question, QuestionSet } from '../../src/survey/types.ts'
import { setNamed } from '../support/web-samples.ts'

const ann: Candidate = {
  participantId: 'p',
  contactId: 'c',
  channel: 'telegram',
  joined: true,
  consented: true,
  reachable: true,
  present: true,
  answeredAtStart: false,
  rest: null,
  pausedUntil: null,
  askedOn: [],
}
const house = (more: object = {}): Organisation =>
  schema.parse({ id: 'huis', name: 'Huis', schoolHours: 'none', ...more })
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Brussels]`).toInstant()
const SET = setNamed('uitgangsvraag')
const HOUSE = house()
/** A Wednesday evening; the session ended an hour ago. */
const EVENING = '2026-11-25T20:00'
const rule = (more: Partial<Rule> = {}, when = EVENING): Rule => ({
  of: 'subscribers',
  presence: 'assume',
  atStart: false,
  set: SET,
  pair: false,
  openQuestions: true,
  now: at(when),
  lastUseful: at(when).add({ hours: 72 }),
  session: { startsAt: at(when).subtract({ hours: 3 }), endsAt: at(when).subtract({ hours: 1 }) },
  organisation: HOUSE,
  ...more,
})
const people = (candidates: Candidate[], of: Rule) => whoIsAsked(candidates, of).asks.map((ask) => ask.candidate)
const one = (candidate: Candidate, of: Rule) => whoIsAsked([candidate], of).asks[0]

describe('who is asked', () => {
  test('only who takes part, gave consent that is in force, and can be reached', () => {
    expect(people([ann], rule())).toEqual([ann])
    for (const lacks of ['joined', 'consented', 'reachable'] as const)
      expect(people([{ ...ann, [lacks]: false }], rule())).toEqual([])
  })

  test('nobody on a channel that the set is barred from', () => {
    const barred = { ...setNamed('uitgangsvraag'), barredOn: ['discord' as const] }
    const dan = { ...ann, channel: 'discord' as const }
    expect(people([ann, dan], rule({ set: barred }))).toEqual([ann])
  })

  test('who is not known to have been there is first asked so, or not asked, or comes by a link', () => {
    const ben = { ...ann, present: false }
    expect([one(ann, rule({ presence: 'ask' }))?.checkIn, one(ben, rule({ presence: 'ask' }))?.checkIn]).toEqual([
      false,
      true,
    ])
    expect(one(ben, rule())?.checkIn).toBe(false)
    expect(one(ben, rule({ of: 'present' }))).toBeUndefined()
    expect(one(ben, rule({ of: 'present', came: 'link' }))?.checkIn).toBe(true)
    expect(one(ann, rule({ of: 'present' }))?.checkIn).toBe(false)
  })

  test('at the start, who may be elsewhere can say so on the card', () => {
    const button = (candidate: Candidate, more: Partial<Rule>) => one(candidate, rule(more))?.absentButton
    expect(button({ ...ann, present: false }, { atStart: true })).toBe(true)
    expect(button(ann, { atStart: true })).toBe(false)
    expect(button({ ...ann, present: false }, { atStart: true, presence: 'ask' })).toBe(false)
    expect(button({ ...ann, present: false }, {})).toBe(false)
  })
})

describe('which questions', () => {
  const retrospective: Question = {
    ...setNamed('gevoelsbuttons-start').questions[0]!,
    key: 'before',
    retrospective: true,
  }
  const set: QuestionSet = {
    ...setNamed('uitgangsvraag'),
    questions: [...setNamed('uitgangsvraag').questions, retrospective],
  }

  test('no open ones without somebody who reads them; no "before I came" for who answered at the start', () => {
    expect(one(ann, rule({ set }))?.without).toEqual([])
    expect(one(ann, rule({ set, openQuestions: false }))?.without).toEqual(['more'])
    expect(one({ ...ann, answeredAtStart: true }, rule({ set }))?.without).toEqual(['before'])
  })

  test('what may not be asked on a channel is left out there, but open answers are written elsewhere', () => {
    const kept = set.questions.map((question): Question => ({ ...question, notOn: ['discord'] }))
    const dan = { ...ann, channel: 'discord' as const }
    expect(one(dan, rule({ set: { ...set, questions: [set.questions[0]!, ...kept.slice(1)] } }))?.without).toEqual([
      'voice',
      'takeaway',
      'before',
    ])
    expect(one(ann, rule({ set: { ...set, questions: kept } }))?.without).toEqual([])
  })

  test('who would have no question left is not asked', () => {
    const open = { ...set, questions: set.questions.filter((question) => question.type === 'text') }
    expect(one(ann, rule({ set: open }))).toBeDefined()
    expect(one(ann, rule({ set: open, openQuestions: false }))).toBeUndefined()
  })
})

describe('when', () => {
  const when = (candidate: Candidate, of: Rule) => one(candidate, of)?.sendAfter.toString()
  const night = (more: Partial<Rule> = {}) => rule(more, '2026-11-25T22:30')

  test('by day at once, at night in the morning, and on a page at once always', () => {
    expect(when(ann, rule())).toBe('2026-11-25T19:00:00Z')
    expect(when(ann, night())).toBe('2026-11-26T08:00:00Z')
    expect(when({ ...ann, channel: 'discord' }, night())).toBe('2026-11-26T08:00:00Z')
    expect(when({ ...ann, channel: 'web' }, night())).toBe('2026-11-25T21:30:00Z')
    expect(when(ann, night({ came: 'link' }))).toBe('2026-11-25T21:30:00Z')
  })

  test('not when the morning comes after the closing, not even at that moment', () => {
    const until = (moment: string) => night({ lastUseful: Temporal.Instant.from(moment) })
    expect(when(ann, until('2026-11-26T08:00:00Z'))).toBeUndefined()
    expect(when(ann, until('2026-11-26T08:00:01Z'))).toBe('2026-11-26T08:00:00Z')
    expect(when({ ...ann, channel: 'web' }, until('2026-11-25T22:00:00Z'))).toBe('2026-11-25T21:30:00Z')
  })

  test('school hours hold, but not for who is at a session that goes on or ended within half an hour', () => {
    const hours = [{ days: ['wed'], from: '08:30', until: '15:30' }]
    const school = (end: string, more: object = {}) => {
      const session = { startsAt: at('2026-11-25T09:00'), endsAt: at(end) }
      return rule({ organisation: house({ schoolHours: hours, ...more }), session }, '2026-11-25T10:30')
    }
    const absent = { ...ann, present: false }
    expect(when(absent, school('2026-11-25T10:30'))).toBe('2026-11-25T14:30:00Z')
    expect(when(ann, school('2026-11-25T10:30'))).toBe('2026-11-25T09:30:00Z')
    expect(when(ann, school('2026-11-25T10:00'))).toBe('2026-11-25T09:30:00Z')
    expect(when(ann, school('2026-11-25T09:59'))).toBe('2026-11-25T14:30:00Z')
    // Quiet until noon: by then the session is long over.
    expect(when(ann, school('2026-11-25T10:30', { quiet: { from: '21:00', until: '12:00' } }))).toBe(
      '2026-11-25T14:30:00Z',
    )
  })

  test('exam weeks, own rest and a pause move the ask, or let it expire', () => {
    const exams = house({ restDays: [{ from: '2026-11-25', until: '2026-11-26' }] })
    expect(when(ann, rule({ organisation: exams }))).toBe('2026-11-27T08:00:00Z')
    expect(when({ ...ann, rest: { weekdays: [3, 4, 5] } }, rule())).toBe('2026-11-28T08:00:00Z')
    expect(when({ ...ann, rest: { quiet: { from: '00:00', until: '16:00' } } }, night())).toBe('2026-11-26T15:00:00Z')
    expect(when({ ...ann, pausedUntil: '2026-11-28' }, rule())).toBe('2026-11-28T08:00:00Z')
    expect(when({ ...ann, pausedUntil: '2026-12-25' }, rule())).toBeUndefined()
    for (const more of [{ came: 'session-link' as const }, {}])
      expect(when({ ...ann, channel: 'web', pausedUntil: '2026-11-26' }, rule(more))).toBeUndefined()
    expect(when({ ...ann, channel: 'web', pausedUntil: '2026-11-25' }, rule())).toBe('2026-11-25T19:00:00Z')
  })
})

describe('the cap over all organisations', () => {
  const asked = (...askedOn: string[]) => ({ ...ann, askedOn })
  const rested = (candidate: Candidate, more: Partial<Rule> = {}) => whoIsAsked([candidate], rule(more)).rested

  test('two sets in thirty days and eight in half a year, on the day of sending', () => {
    expect(rested(asked('2026-11-24', '2026-11-25'))).toBe(1)
    expect(one(asked('2026-11-24', '2026-11-25'), rule())).toBeUndefined()
    expect(rested(asked('2026-10-26', '2026-11-25'))).toBe(0)
    expect(rested(asked('2026-10-27', '2026-11-25'))).toBe(1)
    const months = ['06', '07', '08', '09', '10'].map((month) => `2026-${month}-20`)
    expect(rested(asked(...months, '2026-06-01', '2026-06-02', '2026-05-27'))).toBe(1)
    expect(rested(asked(...months, '2026-06-01', '2026-06-02', '2026-05-26'))).toBe(0)
    // By the time the morning comes, the oldest is thirty days ago.
    const night = rule({}, '2026-11-25T22:30')
    expect(whoIsAsked([asked('2026-10-27', '2026-11-25')], night)).toMatchObject({ rested: 0 })
  })

  test('leaves pairs of feeling buttons out, and the link of the session, not the link on the wall', () => {
    const full = asked('2026-11-24', '2026-11-25')
    expect(one(full, rule({ pair: true }))).toBeDefined()
    expect(one(full, rule({ came: 'session-link' }))).toBeDefined()
    expect(one(full, rule({ came: 'link' }))).toBeUndefined()
  })

  test('property: whatever happens, never more than two in thirty days nor eight in half a year', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (days) => {
        const sent: Temporal.PlainDate[] = []
        for (const day of days.toSorted((a, b) => a - b)) {
          const date = Temporal.PlainDate.from('2026-09-01').add({ days: day })
          const found = one(asked(...sent.map(String)), rule({}, `${date}T18:00`))
          if (found) sent.push(date)
        }
        for (const [length, most] of [
          [30, 2],
          [183, 8],
        ] as const) {
          for (const first of sent) {
            const within = sent.filter((date) => {
              const { days: since } = first.until(date, { largestUnit: 'days' })
              return since >= 0 && since < length
            })
            expect(within.length).toBeLessThanOrEqual(most)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a pair of feeling buttons', () => {
  const start = { series: 's', moment: 'start', set: setNamed('gevoelsbuttons-start') }
  const end = { series: 's', moment: 'end', set: setNamed('gevoelsbuttons-einde') }

  test('is a tap at the start, and the same scale at the end of the same series', () => {
    expect(isFeelingPair(start, [start])).toBe(true)
    expect(isFeelingPair(end, [start])).toBe(true)
    expect(isFeelingPair(end, [end])).toBe(false)
    expect(isFeelingPair(end, [{ ...start, series: 'other' }])).toBe(false)
    expect(isFeelingPair({ ...end, moment: { after: 'PT1H' } }, [start])).toBe(false)
  })

  test('is not another scale, another first question, or a whole set', () => {
    const [feeling] = end.set.questions as [Question & { type: 'feeling' }]
    const short: QuestionSet = {
      ...end.set,
      questions: [{ ...feeling, options: feeling.options.filter(({ code }) => code !== 'okay') }],
    }
    expect(isFeelingPair({ ...end, set: short }, [start])).toBe(false)
    expect(isFeelingPair({ ...start, set: setNamed('uitgangsvraag') }, [])).toBe(false)
    const long = { ...end.set, questions: [...end.set.questions, ...setNamed('uitgangsvraag').questions] }
    expect(isFeelingPair({ ...end, set: long }, [start])).toBe(false)
    expect(isFeelingPair({ ...start, set: long }, [])).toBe(false)
  })
})
