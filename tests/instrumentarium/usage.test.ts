/** Facts of use: of nobody in particular, coarse, of one half year once, and only with those who agreed. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { sayUsage, usageAgreed } from '../../src/instrumentarium/usage-agreement.ts'
import { freezeUsage, lastPeriod, readUsage, usageLines } from '../../src/instrumentarium/usage-facts.ts'
import { organisationsOf, type UseIn, usageFact } from '../../src/instrumentarium/usage-rules.ts'
import { plain } from '../support/app.ts'
import { makeGround } from '../support/ground.ts'
import { oneStore } from '../support/stores.ts'

const use = (organisationId: string, people: number, more: Partial<UseIn> = {}): UseIn => ({
  ...{ organisationId, times: 7, people, answered: Math.floor(people / 2) },
  ...{ questions: { space: { asked: people, skipped: Math.floor(people / 5) } }, ...more },
})
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => use(id, 30))

test('five organisations and a hundred people, in tens and tenths', () => {
  expect(usageFact(five, null)).toEqual({ times: 30, response: 5, skips: { space: 2 } })
  expect(usageFact(five.slice(1), null)).toBeNull()
  expect(
    usageFact(
      five.map((one) => ({ ...one, people: 19, answered: 9 })),
      null,
    ),
  ).toBeNull()
  // An organisation where nobody was asked does not make it five.
  expect(usageFact([...five.slice(1), use('a', 0)], null)).toBeNull()
})

test('when one of them is more than half, it would be theirs', () => {
  const others = ['b', 'c', 'd', 'e'].map((id) => use(id, 30))
  expect(usageFact([use('a', 120), ...others], null)).not.toBeNull()
  expect(usageFact([use('a', 121), ...others], null)).toBeNull()
})

test('one organisation more or less than the last time, and nothing is said', () => {
  const names = five.map(({ organisationId }) => organisationId)
  expect(usageFact(five, names)).not.toBeNull()
  expect(usageFact([...five, use('f', 30)], names)).toBeNull()
  expect(usageFact([...five, use('f', 30), use('g', 30)], names)).not.toBeNull()
  // One came and one went: two differ.
  expect(usageFact([...five.slice(1), use('f', 30)], names)).not.toBeNull()
})

test('what is said hardly moves with one person, whoever that is', () => {
  const uses = fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 5, maxLength: 9 })
  fc.assert(
    fc.property(uses, fc.nat({ max: 4 }), (people, at) => {
      const before = people.map((count, index) => use(`o${index}`, count))
      const after = before.map((one, index) => (index === at ? { ...one, answered: one.answered + 1 } : one))
      const [one, other] = [usageFact(before, null), usageFact(after, null)]
      if (!one || !other) return expect([one, other]).toEqual([null, null])
      expect(one.times % 10).toBe(0)
      expect(Math.abs(one.response - other.response)).toBeLessThanOrEqual(1)
      expect(one.skips).toEqual(other.skips)
    }),
  )
})

test('a question that few were asked has no figure of its own', () => {
  const rare = five.map((one, index) => ({
    ...one,
    questions: { ...one.questions, rare: index === 0 ? { asked: 29, skipped: 29 } : { asked: 0, skipped: 0 } },
  }))
  expect(usageFact(rare, null)!.skips).toEqual({ space: 2 })
})

test('a question has a figure by the same rules as the whole: five, a hundred, and none more than half', () => {
  const asked = (...counts: number[]) =>
    usageFact(
      five.map((one, i) => ({
        ...one,
        questions: { rare: { asked: counts[i]!, skipped: Math.floor(counts[i]! / 2) } },
      })),
      null,
    )!.skips
  expect(asked(20, 20, 20, 20, 20)).toEqual({ rare: 5 })
  expect(asked(20, 20, 20, 20, 19)).toEqual({})
  expect(asked(30, 30, 30, 30, 0)).toEqual({})
  expect(asked(60, 15, 15, 15, 15)).toEqual({ rare: 5 })
  // Asked of others too, but the figure would be the first one's own.
  expect(asked(61, 15, 15, 15, 15)).toEqual({})
})

test('whoever leaves, what is said is the same: nothing; and never is there a figure that two sets pin on one', () => {
  // Organisations with figures as far apart as can be, in every set of five to seven of them, and every one that goes.
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, i) => ({
    ...use(id, 30),
    ...{
      times: 3 * i,
      answered: i % 2 === 0 ? 30 : 0,
      questions: { space: { asked: 30, skipped: i % 3 === 0 ? 30 : 0 } },
    },
  }))
  const sets = Array.from({ length: 1 << all.length }, (_, bits) => all.filter((_, i) => (bits >> i) % 2 === 1))
  const large = sets.filter((set) => set.length >= 5)
  expect(large.length).toBe(29)
  for (const set of large) {
    const names = organisationsOf(set)
    expect(usageFact(set, names)).not.toBeNull()
    for (const gone of set) {
      const rest = set.filter((one) => one !== gone)
      // In the next half year, and whichever half year later, as long as nothing else was said in between.
      expect(usageFact(rest, names)).toBeNull()
      // And who comes, or comes back, is not to be seen either.
      expect(usageFact(set, organisationsOf(rest))).toBeNull()
    }
    for (const other of large) {
      const both = [usageFact(other, null), usageFact(other, names)]
      const apart = new Set(names).symmetricDifference(new Set(organisationsOf(other))).size
      expect(both[1]).toEqual(apart === 1 ? null : both[0])
    }
  }
})

test('who is compared with the last time is who used it, in whichever order', () => {
  expect(organisationsOf([use('c', 1), use('a', 30), use('b', 0)])).toEqual(['a', 'c'])
})

test('half years begin in September and in March', () => {
  const of = (at: string) => lastPeriod(Temporal.Instant.from(at)).name
  const period = lastPeriod(Temporal.Instant.from('2026-11-25T12:00:00Z'))
  expect([period.from.toString(), period.until.toString()]).toEqual(['2026-03-01', '2026-09-01'])
  const spring = lastPeriod(Temporal.Instant.from('2027-04-25T12:00:00Z'))
  expect([spring.from.toString(), spring.until.toString()]).toEqual(['2026-09-01', '2027-03-01'])
  expect(
    ['2026-11-25', '2027-02-28', '2027-03-02', '2027-08-31', '2027-09-02'].map((day) => of(`${day}T12:00:00Z`)),
  ).toEqual(['2026-03', '2026-03', '2026-09', '2026-09', '2027-03'])
})

oneStore((open) => {
  describe('from the store', () => {
    const NAMES = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6']
    async function world() {
      const ground = makeGround(await open(), '2026-11-25T17:00:00Z', { example: false })
      const xy = ground.config().organisations.get('xy')!
      const organisations = new Map(NAMES.map((id) => [id, { ...xy, id, name: id }]))
      const here = { ...ground, config: () => ({ ...ground.config(), organisations }) }
      for (const id of NAMES) {
        await sql`insert into organisation (id, name, example, created_at) values (${id}, ${id}, false, now())`.execute(
          ground.store.db,
        )
        await round(here, id, 'r1', '2026-06-01', 25)
      }
      const say = async (id: string, agrees: boolean, at: string) => {
        ground.clock.set(at)
        const hand = { by: 'lea', name: 'Lea', key: 'k', staffId: 'lea', may: () => true }
        const said = await sayUsage(here, organisations.get(id)!, hand, agrees)
        ground.clock.set('2026-11-25T17:00:00Z')
        return said
      }
      return { ground: here, say }
    }
    const now = Temporal.Instant.from('2026-11-25T17:00:00Z')

    async function round(
      ground: ReturnType<typeof makeGround> | Awaited<ReturnType<typeof world>>['ground'],
      id: string,
      roundId: string,
      day: string,
      people: number,
    ) {
      const { db } = ground.store
      await sql`insert into series (organisation_id, id, title) values (${id}, 's', '{"nl":"s"}') on conflict do nothing`.execute(
        db,
      )
      await sql`insert into session (organisation_id, id, series_id, starts_at, ends_at, state, by_hand) values (${id}, ${roundId}, 's', ${day}, ${day}, 'planned', true)`.execute(
        db,
      )
      await sql`insert into question_set_version (hash, content, created_at) values ('h', '{}', now()) on conflict do nothing`.execute(
        db,
      )
      await sql`insert into survey (organisation_id, id, series_id) values (${id}, 'v', 's') on conflict do nothing`.execute(
        db,
      )
      await sql`insert into survey_version (organisation_id, survey_id, hash, set_hash, content, created_at) values (${id}, 'v', 'h', 'h', '{"method":"stem"}', now()) on conflict do nothing`.execute(
        db,
      )
      await sql`insert into round (organisation_id, id, survey_id, survey_hash, session_id, state, opens_at, closes_at, reminded) values (${id}, ${roundId}, 'v', 'h', ${roundId}, 'digested', ${day}, ${day}::timestamptz + interval '3 days', false)`.execute(
        db,
      )
      await sql`insert into participant (organisation_id, id, language, state, example, joined_on)
        select ${id}, ${id} || '-' || n, 'nl', 'joined', false, '2026-01-01' from generate_series(1, ${people}::int) n
        on conflict do nothing`.execute(db)
      await sql`insert into run (organisation_id, id, round_id, participant_id, language, turn, state, disposition, card_turn)
        select ${id}, ${id} || ${roundId} || n, ${roundId}, ${id} || '-' || n, 'nl', 1, '{}',
          case when n % 5 = 0 then 'expired' else 'completed' end, 0 from generate_series(1, ${people}::int) n`.execute(
        db,
      )
    }

    test('only of who agreed, before it was asked; frozen, and shown in round words', async () => {
      const { ground, say } = await world()
      expect(await say('o1', true, '2026-03-05T10:00:00Z')).toMatchObject({ ok: true })
      for (const id of NAMES.slice(1, 4)) await say(id, true, '2026-03-05T10:00:00Z')
      // Too late for June, and one that stopped.
      await say('o5', true, '2026-06-15T10:00:00Z')
      await say('o6', true, '2026-03-05T10:00:00Z')
      await say('o6', false, '2026-10-05T10:00:00Z')
      await freezeUsage(ground, now)
      expect(await readUsage(ground, 'stem')).toBeNull()
      expect(await usageAgreed(ground, 'o6')).toBe(false)
      // Said once for a half year: what changes afterwards changes nothing.
      await sql`update usage_agreement set ended_at = null, agreed_at = '2026-03-01'`.execute(ground.store.db)
      await freezeUsage(ground, now)
      expect(await readUsage(ground, 'stem')).toBeNull()
      await sql`delete from usage_fact`.execute(ground.store.db)
      await freezeUsage(ground, now)
      expect(await readUsage(ground, 'stem')).toMatchObject({ period: '2026-03', fact: { times: 0, response: 8 } })
      expect((await usageLines(ground, 'stem', 'nl')).map(plain)).toContain(
        'Van wie de vragen kreeg, antwoordde ongeveer 8 op 10.',
      )
      const lines = (await usageLines(ground, 'stem', 'en')).join(' ')
      for (const id of NAMES) expect(lines).not.toContain(id)
    })

    test('when one stops, the next half year says nothing of it; what was said stays, and goes on when all are back', async () => {
      const { ground, say } = await world()
      for (const id of NAMES) await say(id, true, '2026-03-05T10:00:00Z')
      await freezeUsage(ground, now)
      const first = await readUsage(ground, 'stem')
      expect(first).toMatchObject({ period: '2026-03' })
      // Whatever they do: within its half year it stays as it was said.
      await say('o6', false, '2026-10-05T10:00:00Z')
      await freezeUsage(ground, now)
      expect(await readUsage(ground, 'stem')).toEqual(first)
      for (const id of NAMES) await round(ground, id, 'r2', '2026-11-01', 25)
      await freezeUsage(ground, Temporal.Instant.from('2027-03-10T12:00:00Z'))
      expect(await readUsage(ground, 'stem')).toEqual(first)
      await say('o6', true, '2027-03-20T10:00:00Z')
      for (const id of NAMES) await round(ground, id, 'r3', '2027-05-01', 25)
      await freezeUsage(ground, Temporal.Instant.from('2027-09-10T12:00:00Z'))
      expect(await readUsage(ground, 'stem')).toMatchObject({ period: '2027-03' })
      const log = await ground.store.db.selectFrom('audit').select(['organisation_id', 'action']).execute()
      expect(log.filter(({ organisation_id }) => organisation_id === 'o6').map(({ action }) => action)).toEqual(
        expect.arrayContaining(['use of methods counts', 'use of methods counts no more']),
      )
    })

    test('a door or a role that may not does not say it for the organisation', async () => {
      const { ground } = await world()
      const o1 = ground.config().organisations.get('o1')!
      const hand = { by: 'coach-page', name: '', key: null, staffId: null, may: () => true }
      expect(await sayUsage(ground, o1, hand, true)).toMatchObject({ ok: false, fault: 'desk-may-not' })
      expect(await sayUsage(ground, o1, { ...hand, staffId: 'x', may: () => false }, true)).toMatchObject({ ok: false })
      expect(await usageAgreed(ground, 'o1')).toBe(false)
    })
  })
})
