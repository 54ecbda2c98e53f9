/** The permission matrix, cell by cell: written out here a second time, by hand, as the organisation would read it. */
import { describe, expect, test } from 'vitest'
import { ACTS, type Act, may, type Office, ROLES } from '../../src/people/permissions.ts'
import type { StaffRole } from '../../src/store/tables.ts'

/** y: yes; c: in a year with the coach; o: for the own task only; 1: as long as nobody else can; ·: no. In the order of `IN_ORDER`. */
const MATRIX = {
  //                coach lead worker moderator safeguarding helper author curator
  'session.see': 'cyy··o··',
  'session.plan': 'cyy·····',
  'session.count': 'cyy··o··',
  'survey.see': 'cyyy··y·',
  'survey.draft': 'cyy···y·',
  'survey.propose': 'cyy·····',
  'survey.agree': '·y······',
  'survey.pause': 'yyy·····',
  'digest.read': 'cyyy····',
  'digest.share': '·y······',
  'feedback.write': 'cyy·····',
  'answers.read': '···y····',
  'quote.approve': '·y·y····',
  'wish.handle': 'cyy·····',
  'contact.answer': '····y···',
  'timeline.see': 'yyyy····',
  'timeline.edit': 'cyy·····',
  'timeline.own': 'yyyy·oo·',
  'report.read': 'cyy·····',
  'log.read': 'cyy·····',
  'mode.switch': '·y······',
  'role.see': 'cyy·····',
  'role.give': '1y······',
  'place.link': 'cyy·····',
  'method.see': 'yyyy··yy',
  'method.draft': 'cyy···y·',
  'method.share': '·y······',
  'method.curate': '·······y',
  'usage.agree': '·y······',
  'data.see': 'cyy·····',
  'data.propose': 'cyy·····',
  'data.agree': '·y······',
  'data.fetch': '·y······',
  'summary.write': '·yy··o··',
  'summary.read': 'cyy·····',
  'talk.take': 'yyy·····',
  'sheet.start': 'yyy·····',
} as const satisfies Record<Act, string>

const IN_ORDER: StaffRole[] = ['coach', 'lead', 'worker', 'moderator', 'safeguarding', 'helper', 'author', 'curator']
const OWN = 'session:own'

const office = (role: StaffRole, organisationId = 'xy'): Office => ({
  organisationId,
  staffId: 's1',
  role,
  name: 'Ann',
  task: role === 'helper' || role === 'author' ? OWN : null,
})

test('there is a cell for every role and every act, and no other', () => {
  expect(ROLES).toEqual(IN_ORDER)
  expect(Object.keys(MATRIX).sort()).toEqual([...ACTS].sort())
})

describe.each(IN_ORDER)('%s', (role) => {
  test.each(Object.keys(MATRIX) as Act[])('%s', (act) => {
    const cell = MATRIX[act][IN_ORDER.indexOf(role)]!
    for (const withCoach of [true, false])
      for (const nobodyElse of [true, false])
        for (const task of [OWN, 'session:other', 'moment:own', undefined]) {
          const about = { withCoach, nobodyElse, ...(task === undefined ? {} : { task }) }
          const expected =
            cell === 'y' ||
            (cell === 'c' && withCoach) ||
            (cell === '1' && nobodyElse) ||
            (cell === 'o' && task === OWN)
          expect({ ...about, may: may([office(role)], 'xy', act, about) }).toEqual({ ...about, may: expected })
          // The same role elsewhere is nothing here, alone or beside a role that may not.
          expect(may([office(role, 'xyz')], 'xy', act, about)).toBe(false)
          expect(may([office(role, 'xyz'), office('safeguarding')], 'xy', act, about)).toBe(
            MATRIX[act][IN_ORDER.indexOf('safeguarding')] === 'y',
          )
        }
  })
})

test('nobody at all may nothing, and an office without a task owns none', () => {
  for (const act of ACTS) {
    expect(may([], 'xy', act, { withCoach: true, nobodyElse: true, task: OWN })).toBe(false)
    const without = { ...office('helper'), task: null }
    expect(may([without], 'xy', act, { withCoach: true, nobodyElse: true, task: OWN })).toBe(false)
  }
})

test('of two roles the one that may counts', () => {
  const both = [office('author'), office('worker')]
  expect(may(both, 'xy', 'session.plan', { withCoach: false })).toBe(true)
  expect(may(both, 'xy', 'survey.agree', { withCoach: false })).toBe(false)
})
