/** Joins that flood, and who is slowed by them: nobody who answers. Over a real store; what is asked of it is heard. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Address, ChannelName, Inbound } from '../../src/channels/port.ts'
import { createDoorGates } from '../../src/people/door-gates.ts'
import { encodeJoin, type JoinButton } from '../../src/people/join-conversation.ts'
import { createJoinDoor } from '../../src/rounds/join-door.ts'
import type { Going } from '../../src/rounds/pacing.ts'
import type { Speak } from '../../src/rounds/speak.ts'
import { wordsFor } from '../../src/words/words.ts'
import { makeGround } from '../support/ground.ts'
import { plannedRows } from '../support/person-rows.ts'
import { countStatements } from '../support/statements.ts'
import { oneStore } from '../support/stores.ts'

const LINK = 'a'.repeat(24)
const TOO_MANY = wordsFor('nl')('join-too-many')

const of = (id: number, channel: ChannelName): Pick<Inbound, 'channel' | 'id'> & { from: Address } => ({
  channel,
  id: `u${id}`,
  from: { channel, id: String(id) },
})
const tap = (id: number, choice: JoinButton['choice'], channel: ChannelName = 'telegram'): Inbound => ({
  ...of(id, channel),
  type: 'tapped',
  data: encodeJoin({ token: LINK, choice, language: 'nl', age: 'd' }),
})
const opens = (id: number, channel: ChannelName = 'telegram'): Inbound => ({
  ...of(id, channel),
  type: 'command',
  command: 'start',
  argument: LINK,
})

oneStore((open) => {
  /** `ask`: what one join asks of the store; `turns`: what the pace of an account was asked for. */
  async function house(turn: (going: Going) => Promise<number> = async () => 0) {
    const ground = makeGround(await open())
    const gates = createDoorGates(ground.clock)
    const said: { to: string; text: string; paced: boolean }[] = []
    const speak: Speak = (to, prompt, options) =>
      void said.push({ to: to.id, text: prompt.lines[0]!.text, paced: options?.paced ?? false })
    const turns: Going[] = []
    const working: Promise<void>[] = []
    const door = createJoinDoor(ground, {
      gates,
      speak,
      turn: (going) => {
        turns.push(going)
        return turn(going)
      },
      background: (work) => void working.push(work()),
    })
    const take = (inbound: Inbound, come: (speak: Speak) => Promise<void>) =>
      door(inbound, ground.vault.hashAddress(inbound.from!), come)
    const fill = () => {
      while (gates.joins.pass(LINK) === 0);
    }
    return { ground, gates, said, turns, working, take, fill, statements: countStatements(ground.store) }
  }

  test('with five hundred joins at the door, a reply is stored before the third of them on any platform begins', async () => {
    const { ground, take } = await house()
    const asked: string[] = []
    const replied = Promise.withResolvers<void>()
    const ask = async (what: string) => {
      asked.push(what)
      await sql`select ${what}::text`.execute(ground.store.db)
    }
    const joins = Array.from({ length: 500 }, (_, n) =>
      take(opens(n, n % 2 === 0 ? 'telegram' : 'web'), async () => {
        await ask(`join ${n}`)
        await replied.promise
        await ask(`join ${n} again`)
      }),
    )
    const joined = Promise.allSettled(joins)
    await new Promise(setImmediate)
    const reply = take({ ...of(9000, 'telegram'), type: 'tapped', data: 'r.answer' }, () => ask('reply'))
    // So is a no, which may take a yes back: with no room left for joins it waits for none of them.
    const no = take(tap(9001, 'n'), () => ask('a no'))
    replied.resolve()
    await Promise.all([reply, no])
    const ends = await joined
    const begun = asked.filter((what) => !what.endsWith('again'))
    expect(begun.slice(0, 6)).toEqual(['join 0', 'join 1', 'join 2', 'join 3', 'reply', 'a no'])
    // Of Telegram's connections fifty wait; the others were refused, so that they come again, and asked nothing.
    const refused = ends.filter((end) => end.status === 'rejected')
    expect(begun).toHaveLength(250 + 50 + 2)
    expect(refused).toHaveLength(250 - 50)
    for (const { reason } of refused) expect(reason).toMatchObject({ kind: 'later', busy: true })
    // There is room again, also after one that failed.
    await expect(take(opens(1), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await take(opens(1), () => ask('join afterwards'))
    expect(asked.at(-1)).toBe('join afterwards')
  })

  test('a link that is full: a hundred strangers cost two statements, and each is told once in a while', async () => {
    const { ground, said, take, turns, working, fill, statements } = await house()
    fill()
    statements()
    const come = async () => {
      throw new Error('nobody comes in')
    }
    await Promise.all(Array.from({ length: 100 }, (_, n) => take(tap(n, n % 2 ? 'y' : 's'), come)))
    expect(statements()).toBeLessThanOrEqual(2)
    await Promise.all(working)
    expect(said).toEqual(Array.from({ length: 100 }, (_, n) => ({ to: String(n), text: TOO_MANY, paced: true })))
    // What they are told waits behind all that is more urgent.
    expect(turns.map(({ urgent }) => urgent)).toEqual(Array(100).fill(false))
    await take(tap(7, 'y'), come)
    expect(said).toHaveLength(100)
    ground.clock.pass({ seconds: 61 })
    fill()
    await take(tap(7, 'y'), come)
    await Promise.all(working)
    // A page is no message: it says so each time.
    await take(tap(8, 'y', 'web'), come)
    await take(tap(8, 'y', 'web'), come)
    expect(said.slice(100).map(({ to }) => to)).toEqual(['7', '8', '8'])
  })

  test('a link that is full: who takes part already is let in, and so is a no', async () => {
    const { ground, said, take, fill, working } = await house()
    await plannedRows(ground)
    const hash = ground.vault.hashAddress({ channel: 'telegram', id: '1' })
    await sql`insert into contact (id, channel, address_hash, address_cipher, state) values ('c', 'telegram', ${hash}, 'x', 'reachable')`.execute(
      ground.store.db,
    )
    await sql`insert into participant (organisation_id, id, language, state, example, joined_on) values ('xy', 'p', 'nl', 'joined', false, '2026-11-25')`.execute(
      ground.store.db,
    )
    await sql`insert into contact_link (contact_id, organisation_id, participant_id) values ('c', 'xy', 'p')`.execute(
      ground.store.db,
    )
    fill()
    const came: string[] = []
    await take(opens(1), async () => void came.push('known'))
    await take(tap(2, 'n'), async () => void came.push('a no'))
    await take(opens(3), async () => void came.push('a stranger'))
    await take(opens(1, 'discord'), async () => void came.push('the same number elsewhere'))
    expect(came).toEqual(['known', 'a no'])
    await Promise.all(working)
    expect(said.map(({ to }) => to)).toEqual(['3', '1'])
  })

  test('when a thousand have to be told at a slow pace, the rest is delivered again', async () => {
    const { said, take, working, fill } = await house(() => slow.promise)
    const slow = Promise.withResolvers<number>()
    fill()
    const ends = await Promise.allSettled(Array.from({ length: 1000 }, (_, n) => take(tap(n, 'y'), async () => {})))
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(500)
    expect(said).toEqual([])
    slow.resolve(0)
    await Promise.all(working)
    expect(said).toHaveLength(500)
    // Who was sent away was not told, and is now.
    await take(tap(999, 'y'), async () => {})
    await Promise.all(working)
    expect(said.at(-1)!.to).toBe('999')
  })

  test('a few joins go at once; of many each takes a turn of the account before the bulk, for the first it is told', async () => {
    const { said, take, turns } = await house()
    const come = (n: number) => async (speak: Speak) => {
      for (const text of ['one', 'two']) {
        speak(
          { channel: 'telegram', id: String(n) },
          { kind: 'notice', language: 'nl', lines: [{ text }], choices: [] },
        )
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => take(opens(n), come(n))))
    expect(turns).toEqual([])
    expect(said.some(({ paced }) => paced)).toBe(false)
    await Promise.all(Array.from({ length: 12 }, (_, n) => take(opens(n), come(n))))
    expect(turns).toHaveLength(4)
    expect(turns[0]).toEqual({ channel: 'telegram', chat: '8', group: false, urgent: true })
    expect(said.filter(({ to }) => to === '11').map(({ text, paced }) => [text, paced])).toEqual([
      ['one', true],
      ['two', false],
    ])
    // A page has no account.
    await Promise.all(Array.from({ length: 20 }, (_, n) => take(opens(n, 'web'), come(n))))
    expect(turns).toHaveLength(4)
  })
})
