import { expect, test } from 'vitest'
import { buildYearPlan, type MomentRow, momentsOf } from '../../src/timeline/plan.ts'
import { workingYearOf } from '../../src/timeline/working-year.ts'

const row = (given: Partial<MomentRow>): MomentRow => ({
  id: 'a',
  kind: 'other',
  title: { nl: 'Affiche' },
  date: '2026-11-10',
  owner: 'Samira',
  reachable: true,
  person: 'worker',
  planned: 60,
  real: null,
  status: 'planned',
  reason: null,
  editable: true,
  ...given,
})

const planOf = (rows: MomentRow[], begins = '09-01') =>
  buildYearPlan({
    organisation: { id: 'xy', name: 'XY' },
    workingYear: workingYearOf(Temporal.PlainDate.from('2026-11-22'), begins),
    aspect: null,
    rows,
    limit: 8 * 60,
    effort: { sessions: 0, taps: 0 },
    agreed: [],
  })

test('a plan has the months of the working year, each with its moments in order and on their lane', () => {
  const plan = planOf([
    row({ id: 'late', date: '2026-11-30', kind: 'third', person: 'third' }),
    row({ id: 'talk', date: '2026-11-03', kind: 'impact-talk', person: 'coach' }),
    row({ id: 'round', date: '2026-11-04', kind: 'peiling', person: 'young' }),
    row({ id: 'met', date: '2026-11-04', kind: 'session' }),
    row({ id: 'back', date: '2026-11-11', kind: 'feedback' }),
  ])
  expect(plan.months.map(({ month }) => month)).toEqual([
    ...['09', '10', '11', '12'].map((month) => `2026-${month}`),
    ...['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => `2027-${month}`),
  ])
  expect(momentsOf(plan).map(({ id, lane }) => [id, lane])).toEqual([
    ['talk', 'coach'],
    ['round', 'surveys'],
    ['met', 'sessions'],
    ['back', 'feedback'],
    ['late', 'third'],
  ])
})

test('a year that begins inside a month has thirteen, and no moment twice', () => {
  const plan = planOf([row({ id: 'first', date: '2026-09-15' }), row({ id: 'last', date: '2027-09-14' })], '09-15')
  expect(plan.months).toHaveLength(13)
  expect(plan.months[0]!.moments.map(({ id }) => id)).toEqual(['first'])
  expect(plan.months[12]!.moments.map(({ id }) => id)).toEqual(['last'])
})

test('what lies outside the year is not in its plan', () => {
  expect(momentsOf(planOf([row({ date: '2026-08-31' }), row({ date: '2027-09-01' })]))).toEqual([])
})

test('hours are summed by month and kind of person, planned beside real, without what was dropped', () => {
  const plan = planOf([
    row({ id: 'a', person: 'worker', planned: 60, real: 90, status: 'done' }),
    row({ id: 'b', person: 'worker', planned: 30 }),
    row({ id: 'c', person: 'third', planned: 45, status: 'dropped' }),
    row({ id: 'd', person: 'coach', planned: 120, date: '2026-12-01' }),
  ])
  const november = plan.months.find(({ month }) => month === '2026-11')!
  expect(november.planned).toEqual({ young: 0, worker: 90, coach: 0, third: 0 })
  expect(november.real).toEqual({ young: 0, worker: 90, coach: 0, third: 0 })
  expect(plan.planned).toEqual({ young: 0, worker: 90, coach: 120, third: 0 })
})

test('who has more hours in a month than the limit is named, once, whatever the capitals', () => {
  const much = [row({ id: 'a', planned: 300 }), row({ id: 'b', planned: 181, owner: 'samira ' })]
  expect(planOf(much).overloads).toEqual([{ month: '2026-11', owner: 'Samira', minutes: 481, limit: 480 }])
  expect(planOf([...much.slice(0, 1), row({ id: 'b', planned: 180 })]).overloads).toEqual([])
  expect(planOf([...much.slice(0, 1), row({ id: 'b', planned: 181, status: 'dropped' })]).overloads).toEqual([])
  expect(planOf([...much.slice(0, 1), row({ id: 'b', planned: 181, date: '2026-12-01' })]).overloads).toEqual([])
  expect(planOf([row({ planned: 999, owner: '' })]).overloads).toEqual([])
})

test('an owner without an account is named while something waits for them', () => {
  const rows = [row({ id: 'a', reachable: false }), row({ id: 'b', reachable: false, owner: '' })]
  expect(planOf(rows).unreachable).toEqual(['Samira'])
  expect(planOf(rows.map((one) => ({ ...one, status: 'done' as const }))).unreachable).toEqual([])
})
