/** The pace of an account in the store, where all instances meet. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createPacing, type Going } from '../../src/rounds/pacing.ts'
import { readSettings } from '../../src/settings.ts'
import { chargeSlots, pauseAccount, reserveSlots, takeChatTurn } from '../../src/store/pace.ts'
import { makeGround } from '../support/ground.ts'
import { eachStore } from '../support/stores.ts'
import { virtualTime } from '../support/virtual-time.ts'

const MINUTE = 60_000
const PACE = readSettings({}).pace
const TO: Going = { channel: 'telegram', chat: '7', group: false, urgent: false }

eachStore((kind, open) => {
  test('who reserves after another gets the moments behind', async () => {
    const { db } = await open()
    const first = await reserveSlots(db, 'telegram', { count: 3, everyMs: MINUTE })
    const second = await reserveSlots(db, 'telegram', { count: 2, everyMs: MINUTE })
    const other = await reserveSlots(db, 'discord', { count: 1, everyMs: MINUTE })
    expect(Math.round((second.first - first.first) / MINUTE)).toBe(3)
    expect(first.first).toBeLessThanOrEqual(first.now)
    expect(other.first).toBeLessThanOrEqual(other.now)
    expect([first.pausedMs, second.pausedMs]).toEqual([0, 0])
  })

  test('moments that nobody reserved may lie back, no further than is asked for, and never where somebody did', async () => {
    const { db } = await open()
    const one = await reserveSlots(db, 'telegram', { count: 1, everyMs: 1 })
    await sql`update pace set next_at = clock_timestamp() - interval '10 minutes'`.execute(db)
    const now = await reserveSlots(db, 'telegram', { count: 1, everyMs: 1 })
    expect(now.first).toBeGreaterThanOrEqual(one.now)
    await sql`update pace set next_at = clock_timestamp() - interval '10 minutes'`.execute(db)
    const back = await reserveSlots(db, 'telegram', { count: 1, everyMs: MINUTE, backMs: 5 * MINUTE })
    expect(Math.round((back.now - back.first) / MINUTE)).toBe(5)
    const behind = await reserveSlots(db, 'telegram', { count: 1, everyMs: MINUTE, backMs: 5 * MINUTE })
    expect(Math.round((behind.first - back.first) / MINUTE)).toBe(1)
  })

  test('a moment far ahead is that of a clock that was put back, and stops nobody', async () => {
    const { db } = await open()
    await reserveSlots(db, 'telegram', { count: 1, everyMs: 10 })
    await sql`update pace set next_at = clock_timestamp() + interval '1 hour'`.execute(db)
    const { first, now } = await reserveSlots(db, 'telegram', { count: 1, everyMs: 10 })
    expect(first - now).toBeLessThan(5001)
  })

  test('a pause is of the account, and the longest counts', async () => {
    const { db } = await open()
    await pauseAccount(db, 'telegram', 30 * MINUTE)
    await pauseAccount(db, 'telegram', MINUTE)
    const { pausedMs } = await reserveSlots(db, 'telegram', { count: 1, everyMs: 10 })
    expect(pausedMs).toBeGreaterThan(20 * MINUTE)
    expect(pausedMs).toBeLessThanOrEqual(30 * MINUTE)
    expect((await reserveSlots(db, 'discord', { count: 1, everyMs: 10 })).pausedMs).toBe(0)
  })

  test('a pause ends when it was said to, also where the clock of the database is put back meanwhile', async () => {
    const { db } = await open()
    const paused = async () => (await reserveSlots(db, 'telegram', { count: 1, everyMs: 10 })).pausedMs
    await paused()
    await sql`update pace set next_at = next_at - interval '1 day'`.execute(db)
    await pauseAccount(db, 'telegram', MINUTE)
    expect(await paused()).toBeGreaterThan(0)
    await sql`update pace set next_at = next_at + interval '2 hours', paused_until = paused_until + interval '2 hours'`.execute(
      db,
    )
    expect([await paused(), await paused()]).toEqual([0, 0])
    await sql`update pace set next_at = next_at - interval '1 day'`.execute(db)
    await pauseAccount(db, 'telegram', MINUTE)
    await sql`update pace set next_at = next_at + interval '2 hours', paused_until = paused_until + interval '2 hours'`.execute(
      db,
    )
    expect(await paused()).toBe(0)
  })

  test('replies are taken off what others send in bulk, while there is a bulk', async () => {
    const { db } = await open()
    await chargeSlots(db, 'telegram', 5, MINUTE)
    expect((await sql`select 1 from pace`.execute(db)).rows).toEqual([])
    const first = await reserveSlots(db, 'telegram', { count: 1, everyMs: 100 })
    await chargeSlots(db, 'telegram', 1000, 100)
    const second = await reserveSlots(db, 'telegram', { count: 1, everyMs: 100 })
    expect(second.first - first.first).toBeGreaterThan(1900)
    expect(second.first - second.now).toBeLessThan(2001)
  })

  test('a group takes a few at once and then has to be waited for, whichever instance writes', async () => {
    const { db } = await open()
    const limit = { burst: 3, everyMs: 10 * MINUTE }
    const waits: number[] = []
    for (let n = 0; n < 5; n++) waits.push(await takeChatTurn(db, 'telegram', 'one', limit))
    expect(waits.slice(0, 3)).toEqual([0, 0, 0])
    expect(waits.slice(3).map((wait) => Math.ceil(wait / limit.everyMs))).toEqual([1, 1])
    expect(await takeChatTurn(db, 'telegram', 'another', limit)).toBe(0)
    await sql`update pace set next_at = clock_timestamp() + interval '1 day' where scope = 'one'`.execute(db)
    expect(await takeChatTurn(db, 'telegram', 'one', limit)).toBe(0)
  })

  test('what one instance was told, all of them keep; a refused token is of the one process alone', async () => {
    const ground = makeGround(await open())
    const [one, two] = [createPacing(ground, PACE), createPacing(ground, PACE)]
    await one.pause('discord', 10 * MINUTE, false)
    expect([one.quietMs('discord') > 0, await two.turn({ ...TO, channel: 'discord' })]).toEqual([true, 0])
    await one.pause('telegram', 10 * MINUTE, true)
    expect(two.quietMs('telegram')).toBe(0)
    expect(await two.turn(TO)).toBeGreaterThan(9 * MINUTE)
    expect(two.quietMs('telegram')).toBeGreaterThan(9 * MINUTE)
    expect(await two.turn({ ...TO, channel: 'web' })).toBe(0)
    one.stop()
    two.stop()
  })

  if (kind === 'embedded') {
    test('a platform without answers is left alone by the bulk, longer each time, and not any more once it answers', async () => {
      const ground = makeGround(await open())
      const time = virtualTime()
      const pacing = createPacing(ground, PACE, time)
      const rests: number[] = []
      for (let n = 0; n < 6; n++) {
        pacing.failed('telegram')
        rests.push(pacing.restMs('telegram'))
      }
      expect(rests.slice(0, 2)).toEqual([0, 0])
      expect(rests[2]).toBeGreaterThanOrEqual(1000)
      expect(rests[5]).toBeGreaterThanOrEqual(8000)
      expect(pacing.quietMs('telegram')).toBe(0)
      expect(await pacing.turn(TO)).toBe(rests[5])
      pacing.went('telegram')
      expect(pacing.restMs('telegram')).toBe(0)
    })

    test('a private chat gets three in a row, then one a second', async () => {
      const ground = makeGround(await open())
      const time = virtualTime()
      const pacing = createPacing(ground, { ...PACE, telegram: { ...PACE.telegram, perSecond: 1_000_000 } }, time)
      const times: number[] = []
      const sending = (async () => {
        for (let n = 0; n < 6; n++) {
          expect(await pacing.turn(TO)).toBe(0)
          times.push(Math.floor(time.now() / 1000))
        }
      })()
      for (let at = 0; at < 6000 && times.length < 6; at += 100) await time.until(at)
      await sending
      expect(times).toEqual([0, 0, 0, 1, 2, 3])
    })
  }
})
