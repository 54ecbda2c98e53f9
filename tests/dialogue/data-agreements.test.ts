/** Who may propose that data leaves, who may agree, and when it is over. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../../src/dialogue/actors.ts'
import {
  agreeSharing,
  declineSharing,
  endSharing,
  proposeSharing,
  type SharingWish,
  withdrawSharing,
} from '../../src/dialogue/data-agreements.ts'
import { readSharing } from '../../src/dialogue/read-data-agreements.ts'
import type { Ground } from '../../src/ground.ts'
import { accept, invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { makeGround } from '../support/ground.ts'
import { plannedRows } from '../support/person-rows.ts'
import { oneStore } from '../support/stores.ts'

const WISH: SharingWish = {
  receiver: 'Stad Antwerpen, dienst marktonderzoek',
  purpose: 'Nagaan hoe jongeren gesprekken beleven',
  surveyId: null,
  year: 2026,
  level: 'aggregates',
  endsOn: '2026-12-24',
}

oneStore((open) => {
  async function house() {
    const ground = makeGround(await open())
    await plannedRows(ground)
    const organisation = ground.config().organisations.get('xy')!
    const staff = async (role: StaffRole, name: string, page = name) => {
      const { code } = await invite(ground, 'xy', { role, name }, 'command line')
      const accepted = await accept(ground, code, { channel: 'web', id: `page-of-${page}` })
      return actorFor((accepted as { staffId: string }).staffId)
    }
    const actorFor = async (by: string, name = '') => (await actorOf(ground, organisation, by, name))!
    const proposed = async (wish: Partial<SharingWish> = {}, by?: Awaited<ReturnType<typeof actorFor>>) => {
      const actor = by ?? (await actorFor('coach-page', 'Els'))
      const made = await proposeSharing(ground, organisation, { ...WISH, ...wish }, actor)
      if (typeof made === 'string') throw new Error(made)
      return made.agreementId
    }
    const stateOf = async (id: string) => (await readSharing(ground, organisation, id))?.state
    return { ground, organisation, staff, actorFor, proposed, stateOf }
  }

  test('a lead agrees on what somebody else proposed; the proposer, a door and a worker cannot', async () => {
    const { ground, organisation, staff, actorFor, proposed, stateOf } = await house()
    const samira = await staff('lead', 'Samira')
    const joris = await staff('worker', 'Joris')
    const id = await proposed({}, samira)
    expect(await agreeSharing(ground, organisation, id, samira)).toBe('desk-same-person')
    const other = await staff('lead', 'SAMIRA', 'a second account')
    expect(await agreeSharing(ground, organisation, id, other)).toBe('desk-same-person')
    for (const actor of [joris, await actorFor('coach-page', 'Els'), await actorFor('command line', 'Ann')])
      expect(await agreeSharing(ground, organisation, id, actor)).toBe('desk-may-not')
    expect(await stateOf(id)).toBe('proposed')
    const ben = await staff('lead', 'Ben')
    expect(await agreeSharing(ground, organisation, id, ben)).toEqual({ agreementId: id })
    expect(await stateOf(id)).toBe('agreed')
    expect(await agreeSharing(ground, organisation, id, ben)).toBe('sharing-decided')
    expect(await declineSharing(ground, organisation, id, ben)).toBe('sharing-decided')
    expect(await withdrawSharing(ground, organisation, id, samira)).toBe('sharing-decided')
  })

  test('each role that may not propose is refused, in its own words', async () => {
    const { ground, organisation, staff } = await house()
    for (const role of ['moderator', 'author', 'curator'] as const)
      expect(await proposeSharing(ground, organisation, WISH, await staff(role, `Wie ${role}`))).toBe('desk-may-not')
  })

  test.each([
    ['a receiver of one letter', { receiver: ' x ' }, 'sharing-bad-receiver'],
    ['a receiver that is too long', { receiver: 'x'.repeat(101) }, 'sharing-bad-receiver'],
    ['a purpose that says nothing', { purpose: 'Onderzoek' }, 'sharing-bad-purpose'],
    ['a purpose that is too long', { purpose: 'x'.repeat(301) }, 'sharing-bad-purpose'],
    ['a year to come', { year: 2027 }, 'sharing-bad-year'],
    ['a year long ago', { year: 2024 }, 'sharing-bad-year'],
    ['a day that is over', { endsOn: '2026-11-24' }, 'sharing-bad-end'],
    ['no day', { endsOn: 'morgen' }, 'sharing-bad-end'],
    ['a day that does not exist', { endsOn: '2027-02-31' }, 'sharing-bad-end'],
    ['a day too far away', { endsOn: '2028-11-26' }, 'sharing-bad-end'],
    ['a survey of nobody', { surveyId: 'nergens' }, 'desk-no-survey'],
  ] as [string, Partial<SharingWish>, string][])('%s is refused', async (_, wish, fault) => {
    const { ground, organisation, actorFor } = await house()
    const actor = await actorFor('coach-page', 'Els')
    expect(await proposeSharing(ground, organisation, { ...WISH, ...wish }, actor)).toBe(fault)
    expect(await ground.store.db.selectFrom('data_agreement').select('id').execute()).toEqual([])
  })

  test('on its last day it holds, the day after it is over by itself, and cannot be agreed on any more', async () => {
    const { ground, organisation, staff, proposed, stateOf } = await house()
    const ben = await staff('lead', 'Ben')
    const [one, two] = [await proposed({ endsOn: '2026-11-26' }), await proposed({ endsOn: '2026-11-26' })]
    await agreeSharing(ground, organisation, one, ben)
    // Half past eleven in the evening of the last day in Brussels.
    ground.clock.set('2026-11-26T22:30:00Z')
    expect([await stateOf(one), await stateOf(two)]).toEqual(['agreed', 'proposed'])
    ground.clock.set('2026-11-26T23:00:00Z')
    expect([await stateOf(one), await stateOf(two)]).toEqual(['lapsed', 'lapsed'])
    expect(await agreeSharing(ground, organisation, two, ben)).toBe('sharing-over')
    expect(await declineSharing(ground, organisation, two, ben)).toEqual({ agreementId: two })
  })

  test('either side ends it at once, and its keys die with it', async () => {
    const { ground, organisation, staff, actorFor, proposed, stateOf } = await house()
    const ben = await staff('lead', 'Ben')
    const coach = await actorFor('coach-page', 'Els')
    for (const [at, who] of [coach, ben].entries()) {
      const id = await proposed()
      expect(await endSharing(ground, organisation, id, who)).toBe('sharing-decided')
      await agreeSharing(ground, organisation, id, ben)
      await sql`insert into data_token values (${`hash-${at}`}, 'xy', ${id}, 'x', now(), null, null)`.execute(
        ground.store.db,
      )
      expect(await endSharing(ground, organisation, id, await staff('moderator', `Mo${at}`))).toBe('desk-may-not')
      expect(await endSharing(ground, organisation, id, who)).toEqual({ agreementId: id })
      expect(await stateOf(id)).toBe('ended')
    }
    const tokens = await ground.store.db.selectFrom('data_token').select('revoked_at').execute()
    expect(tokens.map(({ revoked_at }) => revoked_at === null)).toEqual([false, false])
  })

  test('an id of another organisation, or of nobody, is not there', async () => {
    const { ground, staff, proposed } = await house()
    const ben = await staff('lead', 'Ben')
    const id = await proposed()
    const elsewhere = ground.config().organisations.get('xyz')!
    expect(await agreeSharing(ground, elsewhere, id, ben)).toBe('sharing-none')
    expect(await readSharing(ground, elsewhere, id)).toBeNull()
  })

  describe('who hears of it', () => {
    const rowsOf = async (ground: Ground) =>
      (
        await ground.store.db
          .selectFrom('outgoing')
          .innerJoin('staff', (join) =>
            join
              .onRef('staff.organisation_id', '=', 'outgoing.organisation_id')
              .onRef('staff.id', '=', 'outgoing.staff_id'),
          )
          .where('outgoing.kind', '=', 'data')
          .select(['staff.name', 'outgoing.subject_id'])
          .orderBy('staff.name')
          .execute()
      ).map(({ name, subject_id }) => `${name} ${subject_id?.split(':')[1]}`)

    test('the leads but for the proposer are asked, the proposer hears what was decided, both sides the end', async () => {
      const { ground, organisation, staff, proposed } = await house()
      const [ann, ben] = [await staff('lead', 'Ann'), await staff('lead', 'Ben')]
      await staff('worker', 'Joris')
      const id = await proposed({}, ann)
      expect(await rowsOf(ground)).toEqual(['Ben ask'])
      await agreeSharing(ground, organisation, id, ben)
      expect(await rowsOf(ground)).toEqual(['Ann done', 'Ben ask'])
      await endSharing(ground, organisation, id, ben)
      expect(await rowsOf(ground)).toEqual(['Ann done', 'Ann ended', 'Ben ask'])
    })
  })

  test('what was done stands in the audit with ids only', async () => {
    const { ground, organisation, staff, proposed } = await house()
    const ben = await staff('lead', 'Ben')
    const id = await proposed()
    await agreeSharing(ground, organisation, id, ben)
    await endSharing(ground, organisation, id, ben)
    const lines = await ground.store.db.selectFrom('audit').selectAll().where('subject', '=', id).execute()
    expect(lines.map(({ actor, action }) => `${actor === ben.by ? 'ben' : actor}: ${action}`).sort()).toEqual([
      'ben: data agreement agreed',
      'ben: data agreement ended',
      'coach-page: data agreement proposed',
    ])
    expect(JSON.stringify(lines)).not.toMatch(/Antwerpen|jongeren|Els|Ben/)
  })
})
