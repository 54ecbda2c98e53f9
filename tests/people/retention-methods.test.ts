/** Own methods, talks and reasons: what was made stays, who made it goes when nobody judges it any more, what was said goes after a year. */
import { expect, test } from 'vitest'
import { sweepRetention } from '../../src/people/retention.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { dump, plannedRows } from '../support/person-rows.ts'
import { oneStore } from '../support/stores.ts'

const NAME = 'Veldmuis'

oneStore((open) => {
  async function world() {
    const ground = makeGround(await open())
    await plannedRows(ground)
    return ground
  }

  test('a method stays; who made it and who handed it in goes once it is judged or put away and its year is over', async () => {
    const ground = await world()
    for (const state of ['draft', 'submitted', 'returned', 'shared', 'dropped'])
      await drafted(ground, state, state, 's1')
    await sweep(ground, '2027-11-24T12:00')
    expect(await known(ground)).toEqual(['draft', 'dropped', 'returned', 'shared', 'submitted'])
    expect(await notes(ground)).toBe(5)
    // A curator's words go a year after it was handed in, whatever became of it.
    expect(await sweep(ground, '2027-11-26T12:00')).toMatchObject({ reviews: 5, makers: 0 })
    expect(await sweep(ground, '2027-12-01T00:01')).toMatchObject({ makers: 4 })
    expect(await known(ground)).toEqual(['draft', 'returned', 'submitted'])
    expect((await ground.store.db.selectFrom('method_draft').select('content').execute()).length).toBe(5)
    expect(await sweep(ground, '2027-12-01T00:01')).toMatchObject({ makers: 0, reviews: 0 })
  })

  test('with an account goes whose drafts they were; what waits for a curator keeps it until it is judged', async () => {
    const ground = await world()
    await ground.store.pool.query(`insert into staff (organisation_id, id, role, name, channel, address_hash, address_cipher, granted_by, granted_at, ended_at)
      values ('xy', 's1', 'worker', '${NAME}', 'telegram', 'h', 'c', 't', '2026-11-25', '2027-08-31')`)
    for (const state of ['draft', 'submitted', 'returned']) {
      await drafted(ground, state, state, 's1')
      await drafted(ground, `${state}-other`, state, 's2')
    }
    await sweep(ground, '2027-11-30T23:59')
    expect((await known(ground)).length).toBe(6)
    expect(await sweep(ground, '2027-12-01T00:01')).toMatchObject({ makers: 4 })
    expect(await known(ground)).toEqual(['draft-other', 'returned-other', 'submitted', 'submitted-other'])
  })

  test('a talk goes a year after it was touched, with its card and who said what; a reason goes with its working year', async () => {
    const ground = await world()
    const cipher = ground.vault.seal('talk', 'old', '{"text":"iets"}')
    for (const [id, state, touched] of [
      ['old', 'done', '2026-11-25'],
      ['new', 'open', '2026-12-25'],
    ]) {
      await ground.store.pool.query(
        `insert into talk values ('xy', $1, 2026, 'aspect', $2, null, 's1', '2026-11-20', $3)`,
        [id, state, touched],
      )
      await ground.store.pool.query(`insert into talk_answer values ('xy', $1, 'aspect', '1', $2, $3, '2026-11-20')`, [
        id,
        cipher,
        NAME,
      ])
      await ground.store.pool.query(
        `insert into outgoing (organisation_id, id, kind, channel, subject_id, state, send_after, attempts)
        values ('xy', $1, 'talk', 'telegram', $2, 'sent', '2026-11-20', 0)`,
        [`o-${id}`, id],
      )
    }
    await ground.store.pool.query(
      `insert into decline_reason values ('xy', 'p1', 'time', '2027-08-31'), ('xy', 'p2', 'time', '2027-09-01')`,
    )
    expect(await sweep(ground, '2027-11-24T12:00')).toMatchObject({ talks: 0, reasons: 0 })
    expect(await sweep(ground, '2027-11-26T12:00')).toMatchObject({ talks: 1, reasons: 0 })
    expect((await dump(ground)).split(NAME).length - 1).toBe(1)
    expect(await sweep(ground, '2027-12-01T00:01')).toMatchObject({ talks: 0, reasons: 1 })
    expect(await sweep(ground, '2027-12-26T12:00')).toMatchObject({ talks: 1, reasons: 0 })
    const left = await dump(ground)
    expect([left.includes(NAME), left.includes('o-new'), left.includes('"p2"')]).toEqual([false, false, true])
  })
})

const sweep = (ground: TestGround, at: string) =>
  sweepRetention(ground, Temporal.ZonedDateTime.from(`${at}[Europe/Brussels]`).toInstant())

async function drafted(ground: TestGround, id: string, state: string, by: string): Promise<void> {
  await ground.store.pool.query(
    `insert into method_draft (organisation_id, id, content, state, made_by, made_name, made_key, made_at, touched_at,
      shared_by, shared_name, shared_key, reviewed_by, review_note_cipher)
     values ('xy', $1, '{}', $2, $3, $4, 'key', '2026-11-25', '2026-11-25', $3, $4, 'key', 's9', 'c')`,
    [id, state, by, NAME],
  )
}

/** Methods of which it is known who made them and who handed them in; none is known by half. */
async function known(ground: TestGround): Promise<string[]> {
  const rows = await ground.store.db.selectFrom('method_draft').selectAll().orderBy('id').execute()
  return rows.flatMap(({ id, made_name, made_key, shared_name, shared_key }) => {
    const parts = [made_name !== '', made_key !== null, shared_name !== null, shared_key !== null]
    if (new Set(parts).size !== 1) throw new Error(`${id} is known by half`)
    return parts[0] ? [id] : []
  })
}

const notes = async (ground: TestGround): Promise<number> =>
  (await ground.store.db.selectFrom('method_draft').select('id').where('review_note_cipher', 'is not', null).execute())
    .length
