import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createOpenings } from '../../src/rounds/openings.ts'
import { makeGround } from '../support/ground.ts'
import { eachStore } from '../support/stores.ts'

const LIMITS = { opensPerMinute: 5, opensPerDay: 12 }

eachStore((_, open) => {
  async function house() {
    const store = await open()
    const ground = makeGround(store)
    const one = createOpenings(ground, LIMITS)
    const wait = async (nonce: string, openings = one) => (await openings.take(nonce))?.total('seconds') ?? 0
    return { ground, one, other: createOpenings(ground, LIMITS), wait }
  }

  test('five a minute for all instances together; who waits has a moment of their own, and knows it again', async () => {
    const { ground, other, wait } = await house()
    const waits: number[] = []
    for (let n = 0; n < 5; n++) waits.push(await wait(`n${n}`, n % 2 === 0 ? other : undefined))
    expect(waits).toEqual([0, 0, 0, 0, 0])
    ground.clock.pass({ seconds: 20 })
    expect([await wait('n5'), await wait('n6', other), await wait('n5', other)]).toEqual([40, 40, 40])
    // Five have the next minute; the sixth comes a minute later.
    for (let n = 7; n < 10; n++) expect(await wait(`n${n}`)).toBe(40)
    expect(await wait('n10')).toBe(100)
    ground.clock.pass({ seconds: 40 })
    for (let n = 5; n < 10; n++) expect(await wait(`n${n}`)).toBe(0)
    expect(await wait('n10')).toBe(60)
  })

  test('twelve a day, also after a restart', async () => {
    const { ground, wait } = await house()
    for (let n = 0; n < 12; n++) {
      expect(await wait(`n${n}`)).toBe(0)
      ground.clock.pass({ minutes: 1 })
    }
    const again = createOpenings(ground, LIMITS)
    expect(await wait('late', again)).toBe(24 * 3600 - 12 * 60)
    ground.clock.pass({ hours: 23, minutes: 48 })
    expect(await wait('late', again)).toBe(0)
  })

  test('a day is twenty-four hours: after an outage those whose moment passed do not all come at once', async () => {
    const { ground, wait } = await house()
    for (let n = 0; n < 20; n++) await wait(`n${n}`)
    ground.clock.pass({ hours: 48 })
    const waits: number[] = []
    for (let n = 5; n < 20; n++) waits.push(await wait(`n${n}`))
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
    expect(waits.slice(5).every((seconds) => seconds > 0)).toBe(true)
  })

  test('when Discord finds it too fast, nobody opens any for so long', async () => {
    const { ground, one, other, wait } = await house()
    expect(await wait('a')).toBe(0)
    await one.tooFast(Temporal.Duration.from({ minutes: 5 }))
    expect([await wait('a', other), await wait('b')]).toEqual([300, 300])
    ground.clock.pass({ minutes: 5 })
    expect(await wait('b', other)).toBe(0)
  })

  test('nothing in the rows is about anybody, and they go after two days', async () => {
    const { ground, wait } = await house()
    await wait('n1')
    ground.clock.pass({ hours: 72 })
    await wait('n2')
    const { rows } = await sql<{ scope: string }>`select scope from pace order by scope`.execute(ground.store.db)
    expect(rows.map(({ scope }) => scope)).toEqual(['open.n2', 'opens'])
  })
})
