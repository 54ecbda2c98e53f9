/** Organisations that ask the same people at the same moment do not pass the cap together. */
import { expect, onTestFinished, test } from 'vitest'
import { syncPlan } from '../../src/dialogue/agreements.ts'
import { join } from '../../src/people/joining.ts'
import { joinOpenRounds } from '../../src/rounds/come-in.ts'
import { openDueRounds } from '../../src/rounds/open-round.ts'
import { addSession } from '../../src/rounds/sessions.ts'
import { openStore } from '../../src/store/open.ts'
import { makeGround } from '../support/ground.ts'
import { describeOnServer, freshDatabase } from '../support/postgres.ts'

const PEOPLE = 12

async function twoOrganisations() {
  const database = await freshDatabase()
  const store = await openStore({ url: database.url }, () => {})
  onTestFinished(async () => {
    await store.close()
    await database.drop()
  })
  const ground = makeGround(store)
  await syncPlan(ground, ground.config())
  const now = ground.clock.now()
  const both = ['xx', 'xy'].map((id) => ground.config().organisations.get(id)!)
  const people: { participantId: string; contactId: string }[] = []
  for (let i = 0; i < PEOPLE; i++) {
    for (const organisation of both) {
      const address = { channel: 'telegram' as const, id: String(100 + i) }
      const joined = await join(ground, organisation, address, { language: 'nl', ageBand: '18+' })
      if (organisation.id === 'xy') people.push(joined!)
    }
  }
  // One set each, so that one place is left.
  await store.pool.query("insert into asked select id, 'before', '2026-11-20' from contact")
  for (const [organisation, seriesId] of [
    ['xx', 'trimester'],
    ['xy', 'meetingpoint'],
  ] as const) {
    const times = { startsAt: now.subtract({ hours: 2 }), endsAt: now.subtract({ minutes: 1 }) }
    await addSession(ground, organisation, { seriesId, ...times, theme: null }, 'test')
  }
  const count = async (from: string) =>
    Number(((await store.pool.query(`select count(*) as n from ${from}`)).rows[0] as { n: string }).n)
  return { ground, both, people, now, count }
}

describeOnServer('two organisations on one Postgres', () => {
  test('opening at the same moment', { timeout: 60_000 }, async () => {
    for (let tries = 0; tries < 2; tries++) {
      const { ground, both, now, count } = await twoOrganisations()
      await Promise.all(both.map((organisation) => openDueRounds(ground, organisation, now)))
      expect(await count('round')).toBe(2)
      expect([await count('run'), await count('asked')]).toEqual([PEOPLE, 2 * PEOPLE])
      expect(await count(`round where rested = ${PEOPLE}`)).toBe(1)
    }
  })

  test('one that opens while somebody opens its link on the wall', { timeout: 60_000 }, async () => {
    const { ground, both, people, now, count } = await twoOrganisations()
    const [xx, xy] = both as [(typeof both)[0], (typeof both)[0]]
    await ground.store.pool.query("update asked set asked_on = '2026-09-01'")
    await openDueRounds(ground, xy, now)
    await ground.store.pool.query(
      "delete from outgoing; delete from answer; delete from run; update asked set asked_on = '2026-11-20'",
    )
    await ground.store.pool.query("delete from asked where id <> 'before'")
    await Promise.all([
      openDueRounds(ground, xx, now),
      ...people.map(({ participantId }) => joinOpenRounds(ground, xy, participantId, now)),
    ])
    expect([await count('run'), await count('asked')]).toEqual([PEOPLE, 2 * PEOPLE])
  })
})
