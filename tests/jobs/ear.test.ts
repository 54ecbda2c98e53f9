import { expect, onTestFinished, test } from 'vitest'
import { createEar, type Ear } from '../../src/jobs/ear.ts'
import { createLog } from '../../src/log.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { testClock } from '../support/app.ts'
import { describeOnServer, freshDatabase } from '../support/postgres.ts'

/** Counts who listens, and lets a test wait until that is so. */
function listener(
  store: Store,
  clock: ReturnType<typeof testClock>,
  holder: string,
  timing = { leaseSeconds: 9, renewSeconds: 0.02 },
) {
  const seen: string[] = []
  const waiting = new Set<() => void>()
  let fails = 0
  const happen = (what: string) => {
    seen.push(what)
    for (const look of waiting) look()
  }
  const ear: Ear = createEar(
    { store, clock, log: createLog('silent'), holder },
    {
      async gain() {
        if (fails-- > 0) {
          happen('failed')
          throw new Error('the platform is away')
        }
        happen('gained')
      },
      async lose() {
        happen('lost')
      },
    },
    timing,
  )
  onTestFinished(() => ear.stop())
  const until = (what: string) =>
    new Promise<void>((resolve) => {
      const look = () => seen.includes(what) && resolve()
      waiting.add(look)
      look()
    })
  return {
    ear,
    seen,
    until,
    failNext: (times: number) => {
      fails = times
    },
  }
}

async function twoStores() {
  const database = await freshDatabase()
  const stores = [await openStore(database, () => {}), await openStore(database, () => {})] as const
  onTestFinished(async () => {
    for (const store of stores) await store.close()
    await database.drop()
  })
  return stores
}

describeOnServer('the ear', () => {
  test('who died before the clock jumped back by a year holds it no longer', async () => {
    const [one] = await twoStores()
    const clock = testClock()
    await one.pool.query(`insert into lease (name, holder, expires_at) values ('ear', 'dead', $1)`, [
      clock
        .now()
        .add({ hours: 24 * 365 })
        .toString(),
    ])
    const a = listener(one, clock, 'a')
    await a.ear.start()
    expect(a.ear.holds()).toBe(true)
  })

  test('one of two has it, and gives it to the other when it stops', async () => {
    const [one, two] = await twoStores()
    const clock = testClock()
    const [a, b] = [listener(one, clock, 'a'), listener(two, clock, 'b')]
    await a.ear.start()
    await b.ear.start()
    expect([a.ear.holds(), b.ear.holds()]).toEqual([true, false])
    await a.ear.stop()
    await b.until('gained')
    expect([a.seen, b.seen]).toEqual([['gained', 'lost'], ['gained']])
    expect([a.ear.holds(), b.ear.holds()]).toEqual([false, true])
  })

  test('of eight that start at once exactly one has it', async () => {
    const [one] = await twoStores()
    const clock = testClock()
    const ears = Array.from({ length: 8 }, (_, i) =>
      listener(one, clock, `ear ${i}`, { leaseSeconds: 9, renewSeconds: 60 }),
    )
    await Promise.all(ears.map(({ ear }) => ear.start()))
    expect(ears.filter(({ ear }) => ear.holds())).toHaveLength(1)
    expect(ears.flatMap(({ seen }) => seen)).toEqual(['gained'])
  })

  test('who cannot reach the database falls silent before anybody else may listen', async () => {
    const [one, two] = await twoStores()
    const clock = testClock()
    const a = listener(one, clock, 'a', { leaseSeconds: 1, renewSeconds: 0.02 })
    const b = listener(two, clock, 'b', { leaseSeconds: 9, renewSeconds: 0.02 })
    await a.ear.start()
    await b.ear.start()
    await one.close()
    await a.until('lost')
    expect([a.ear.holds(), b.ear.holds()]).toEqual([false, false])
    clock.pass({ seconds: 2 })
    await b.until('gained')
    expect(a.seen).toEqual(['gained', 'lost'])
  })

  test('who waits for an answer of the database does not listen longer than the lease lasts', async () => {
    const [one, two] = await twoStores()
    const a = listener(one, testClock(), 'a', { leaseSeconds: 1, renewSeconds: 0.02 })
    await a.ear.start()
    expect(a.ear.holds()).toBe(true)
    const held = await two.pool.connect()
    try {
      await held.query('begin')
      await held.query('lock table lease in access exclusive mode')
      await a.until('lost')
      expect(a.ear.holds()).toBe(false)
    } finally {
      await held.query('rollback')
      held.release()
    }
  })

  test('a platform that does not let us listen is tried again', async () => {
    const [one] = await twoStores()
    const a = listener(one, testClock(), 'a')
    a.failNext(2)
    await a.ear.start()
    await a.until('gained')
    expect(a.seen.slice(0, 3)).toEqual(['failed', 'failed', 'gained'])
    expect(a.ear.holds()).toBe(true)
  })
})
