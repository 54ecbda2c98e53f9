/** Agreements on data: what was agreed stays, what came to nothing and keys that open nothing go after a year. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sweepRetention } from '../../src/people/retention.ts'
import { makeGround } from '../support/ground.ts'
import { plannedRows } from '../support/person-rows.ts'
import { oneStore } from '../support/stores.ts'

oneStore((open) => {
  test('a year later only the proof is left, without the account of who proposed it', async () => {
    const ground = makeGround(await open())
    await plannedRows(ground)
    const { db } = ground.store
    for (const [id, state] of Object.entries({
      y: 'agreed',
      e: 'ended',
      n: 'declined',
      w: 'withdrawn',
      p: 'proposed',
    })) {
      const [decided, ended] = [state === 'proposed' ? null : '2026-11-25', state === 'ended' ? '2026-11-26' : null]
      await sql`insert into data_agreement values ('xy', ${id}, 'R', 'waarvoor dan', null, 2026, 'rows', ${state}, '2026-12-01',
        's', 'Els', 'hash-of-els', '2026-11-25', 's2', 'Ben', ${decided}::timestamptz, null, ${ended}::timestamptz)`.execute(
        db,
      )
    }
    for (const id of ['y', 'e']) {
      await sql`insert into data_token values (${`key-${id}`}, 'xy', ${id}, 's2', '2026-11-25', null, null)`.execute(db)
      await sql`insert into data_release values ('xy', ${`left-${id}`}, ${id}, 's2', '2026-11-25', '{}')`.execute(db)
    }
    const kept = async () => ({
      agreements: (await db.selectFrom('data_agreement').select(['id', 'proposed_key']).orderBy('id').execute()).map(
        ({ id, proposed_key }) => id + (proposed_key === null ? '' : ' known'),
      ),
      keys: (await db.selectFrom('data_token').select('token_hash').orderBy('token_hash').execute()).map(
        ({ token_hash }) => token_hash,
      ),
      releases: (await db.selectFrom('data_release').select('id').execute()).length,
    })
    const all = {
      agreements: ['e known', 'n known', 'p known', 'w known', 'y known'],
      keys: ['key-e', 'key-y'],
      releases: 2,
    }
    await sweepRetention(ground, Temporal.Instant.from('2027-11-24T12:00Z'))
    expect(await kept()).toEqual(all)
    await sweepRetention(ground, Temporal.Instant.from('2027-11-28T12:00Z'))
    expect(await kept()).toEqual({ ...all, agreements: ['e known', 'p known', 'y known'], keys: ['key-y'] })
    await sweepRetention(ground, Temporal.Instant.from('2027-12-03T12:00Z'))
    expect(await kept()).toEqual({ agreements: ['e', 'y'], keys: [], releases: 2 })
  })
})
