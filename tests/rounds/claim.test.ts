/** A claim looks at the front of the line only, however many rows wait, and however little the database knows of them. */
import { expect, onTestFinished, test } from 'vitest'
import { claimRows, whatWaits } from '../../src/rounds/claim.ts'
import { openStore } from '../../src/store/open.ts'
import { makeGround } from '../support/ground.ts'
import { rowsRead } from '../support/plans.ts'
import { describeOnServer, freshDatabase } from '../support/postgres.ts'

const LONG = { timeout: 180_000 }
const PEOPLE = 10_000

/** Statistics from before a round opened, and then a round for ten thousand people. */
async function opened() {
  const database = await freshDatabase()
  const store = await openStore({ url: database.url }, () => {})
  onTestFinished(async () => {
    await store.close()
    await database.drop()
  })
  const ground = makeGround(store)
  const ask = async (state: string, people: number, more: { from?: number; seconds?: number; urgent?: boolean } = {}) =>
    store.pool.query(
      `insert into outgoing (organisation_id, id, kind, channel, place_id, state, send_after, attempts, urgent)
      select 'xyz', $1 || lpad(n::text, 6, '0'), 'card', 'telegram', 'p' || n, $2, $3, 0, $4
      from generate_series($5::int, $6) as n`,
      [
        ...[
          `${state}${more.seconds ?? 0}-`,
          state,
          ground.clock
            .now()
            .add({ seconds: more.seconds ?? 0 })
            .toString(),
        ],
        ...[more.urgent ?? false, more.from ?? 1, people],
      ],
    )
  await ask('sent', 20_000)
  await store.pool.query('vacuum analyze outgoing')
  await ask('due', PEOPLE)
  const claim = async (most = 8) => (await claimRows(ground, 'telegram', most)).map(({ id }) => id)
  return { url: database.url, store, ground, ask, claim }
}

describeOnServer('with ten thousand rows that are due', () => {
  test('a claim, and a look at what waits, touch only a few of them', LONG, async () => {
    const { url, store, ground, claim } = await opened()
    const claimed = await rowsRead(store, url, () => claim())
    expect(claimed.value).toEqual(Array.from({ length: 8 }, (_, n) => `due0-${String(n + 1).padStart(6, '0')}`))
    expect(claimed.most).toBeGreaterThan(0)
    expect(claimed.most).toBeLessThan(PEOPLE / 10)
    // The number that wait is counted, up to a bound.
    const waits = await rowsRead(store, url, () => whatWaits(ground, 'telegram'))
    expect(waits.value.rows).toBe(PEOPLE)
    expect(waits.value.next?.getTime()).toBe(ground.clock.now().epochMilliseconds)
    await store.pool.query(`insert into outgoing (organisation_id, id, kind, channel, state, send_after, attempts)
      select 'xyz', 'more' || n, 'notice', 'telegram', 'due', '2027-01-01', 0 from generate_series(1, ${PEOPLE}) as n`)
    const more = await rowsRead(store, url, () => whatWaits(ground, 'telegram'))
    expect(more.value.rows).toBe(PEOPLE)
    expect(more.most).toBeLessThanOrEqual(PEOPLE)
  })

  test('those who are held up do not hold up those behind them, in any line', LONG, async () => {
    const { store, ask, claim } = await opened()
    // Three hundred wait for something earlier to the same person, which waits itself; one of those behind is urgent.
    await ask('due', 300, { seconds: -60, urgent: true })
    await store.pool.query(`update outgoing set not_before = '2027-01-01' where id like 'due-60-%'`)
    await ask('due', 300, { seconds: -30, urgent: true })
    await ask('due', 301, { seconds: -20, from: 301, urgent: true })
    expect(await claim(2)).toEqual(['due-20-000301', 'due0-000302'])
  })
})
