/** A round of more people than fit in a page: nobody twice, nobody left out, and no more statements a person. */
import { expect, test } from 'vitest'
import { syncPlan } from '../../src/dialogue/agreements.ts'
import { closeRound } from '../../src/rounds/close-round.ts'
import { joinOpenRounds } from '../../src/rounds/come-in.ts'
import { openDueRounds } from '../../src/rounds/open-round.ts'
import { remindDue } from '../../src/rounds/remind.ts'
import { roundFactsReader } from '../../src/rounds/round-facts.ts'
import { addSession } from '../../src/rounds/sessions.ts'
import { whoseTurn } from '../../src/rounds/whose-turn.ts'
import type { Store } from '../../src/store/open.ts'
import { makeGround } from '../support/ground.ts'
import { joinMany } from '../support/large-group.ts'
import { countStatements } from '../support/statements.ts'
import { oneStore } from '../support/stores.ts'

const LONG = { timeout: 120_000 }
/** Two full pages and a piece. */
const PEOPLE = 1100

/** `xy` with so many people who said yes, and a session that ended just now. */
async function largeGroup(store: Store, people = PEOPLE) {
  const ground = makeGround(store, '2026-11-25T17:00:00Z')
  await syncPlan(ground, ground.config())
  const organisation = ground.config().organisations.get('xy')!
  const now = ground.clock.now()
  const query = (text: string) => store.pool.query(text)
  await joinMany(store, organisation, people, now)
  const times = { startsAt: now.subtract({ hours: 2 }), endsAt: now.subtract({ minutes: 1 }) }
  await addSession(ground, 'xy', { seriesId: 'meetingpoint', ...times, theme: null }, 'test')
  const count = async (from: string) =>
    Number(((await query(`select count(*) as n from ${from}`)).rows[0] as { n: string }).n)
  const open = () => openDueRounds(ground, organisation, ground.clock.now())
  const close = async () => {
    const { rows } = await query('select id from round')
    return closeRound(ground, roundFactsReader(ground), 'xy', (rows[0] as { id: string }).id, 'clock')
  }
  return { ground, organisation, query, count, open, close }
}

/** Writes to a table fail from this row on, as for a process that dies there; `mend` ends that. */
async function diesAt(
  query: (text: string) => Promise<unknown>,
  table: string,
  when: 'insert' | 'update',
  row: string,
) {
  await query(`create function dies() returns trigger language plpgsql as $$ begin raise exception 'dies here'; end $$`)
  await query(`create trigger dies before ${when} on ${table} for each row when (${row}) execute function dies()`)
  return async () => {
    await query(`drop trigger dies on ${table}`)
    await query('drop function dies()')
  }
}

oneStore((start) => {
  test('one that dies while a round opens: the next look asks the others, each once', LONG, async () => {
    const { ground, organisation, query, count, open } = await largeGroup(await start())
    // Of the last page in the order of ids.
    const mend = await diesAt(query, 'run', 'insert', `new.participant_id = 'p999'`)
    await expect(open()).rejects.toThrow('dies here')
    expect(await count('run')).toBe(1000)
    expect(await count('outgoing')).toBe(1000)
    expect(await count('round where asked_up_to is not null')).toBe(1)
    await mend()
    // Somebody of those who were not asked yet opens the link, and somebody who was asked stops and is away.
    await joinOpenRounds(ground, organisation, 'p998', ground.clock.now())
    const stranger = await count(`run where participant_id = 'p998'`)
    await query(`update participant set state = 'stopped' where id = 'p997'`)
    expect((await whoseTurn(ground, ground.clock.now())).open).toContain('xy')
    await open()
    expect(stranger).toBe(1)
    expect(await count('run')).toBe(PEOPLE - 1)
    expect(await count('(select distinct participant_id from run)')).toBe(PEOPLE - 1)
    expect(await count('(select distinct run_id from outgoing)')).toBe(PEOPLE - 1)
    expect(await count('outgoing')).toBe(PEOPLE - 1)
    expect(await count('asked')).toBe(PEOPLE - 1)
    expect(await count(`run where participant_id = 'p997'`)).toBe(0)
    expect(await count('round where asked_up_to is null')).toBe(1)
    expect(await count(`moment where kind = 'peiling'`)).toBe(1)
    expect(await count(`audit where action = 'round opened'`)).toBe(1)
    await open()
    expect(await count('outgoing')).toBe(PEOPLE - 1)
  })

  test('two that open it at the same moment ask nobody twice', LONG, async () => {
    const { count, open } = await largeGroup(await start())
    await Promise.all([open(), open()])
    expect([await count('round'), await count('run'), await count('outgoing')]).toEqual([1, PEOPLE, PEOPLE])
  })

  test('a survey that is paused half-way asks nobody more, and goes on when it may again', LONG, async () => {
    const { ground, query, count, open } = await largeGroup(await start())
    const mend = await diesAt(query, 'run', 'insert', `new.participant_id = 'p999'`)
    await expect(open()).rejects.toThrow('dies here')
    await mend()
    await query('update agreement set paused_at = now()')
    await open()
    expect(await count('run')).toBe(1000)
    await query('update agreement set paused_at = null')
    await open()
    expect(await count('run')).toBe(PEOPLE)
    expect(ground.logs.filter((line) => line.includes('round opened'))).toHaveLength(1)
  })

  test('nobody is reminded before everybody was asked, and then everybody once', LONG, async () => {
    const { ground, query, count, open } = await largeGroup(await start())
    const mend = await diesAt(query, 'run', 'insert', `new.participant_id = 'p999'`)
    await expect(open()).rejects.toThrow('dies here')
    await mend()
    ground.clock.pass({ hours: 25 })
    await remindDue(ground, ground.clock.now())
    expect(await count(`outgoing where kind = 'reminder'`)).toBe(0)
    await open()
    await query('update run set card_turn = 1')
    await remindDue(ground, ground.clock.now())
    await remindDue(ground, ground.clock.now())
    expect(await count(`outgoing where kind = 'reminder'`)).toBe(PEOPLE)
    expect(await count('round where reminded')).toBe(1)
  })

  test(
    'one that dies while a round closes: the next look closes the others, and there is one digest',
    LONG,
    async () => {
      const { query, count, open, close } = await largeGroup(await start())
      await open()
      await query('update run set card_turn = 1')
      const mend = await diesAt(query, 'run', 'update', `new.participant_id = 'p999'`)
      await expect(close()).rejects.toThrow('dies here')
      expect(await count(`run where state -> 'closed' = 'true'`)).toBe(1000)
      expect(await count('digest')).toBe(0)
      await mend()
      expect(await Promise.all([close(), close()])).toContain(true)
      expect(await count(`run where state -> 'closed' = 'true'`)).toBe(PEOPLE)
      expect(await count('digest')).toBe(1)
      // The first cards went with the closing; each has its last word, once.
      expect(await count(`outgoing where kind = 'card' and state = 'due'`)).toBe(PEOPLE)
      expect(await count(`outgoing where kind = 'card' and state = 'cancelled'`)).toBe(PEOPLE)
      const questions = 4
      expect(await count(`answer where status = 'expired'`)).toBe(questions * PEOPLE)
      expect(await count('counted_round where answers = 0')).toBe(1)
    },
  )

  test('of who was never shown a card nothing counts: not as asked, not in the cap', LONG, async () => {
    const { count, open, close } = await largeGroup(await start())
    await open()
    await close()
    expect(await count(`run where disposition = 'not_asked'`)).toBe(PEOPLE)
    expect(await count('asked')).toBe(0)
    expect(await count(`outgoing where state = 'due'`)).toBe(0)
  })

  test('a page of people costs as many statements as any other', LONG, async () => {
    const asked: { open: number; close: number }[] = []
    for (const people of [500, 1000, 1500]) {
      const store = await start()
      const { query, open, close } = await largeGroup(store, people)
      const statements = countStatements(store)
      await open()
      const opening = statements()
      await query('update run set card_turn = 1')
      statements()
      await close()
      asked.push({ open: opening, close: statements() })
    }
    const [one, two, three] = asked as [(typeof asked)[0], (typeof asked)[0], (typeof asked)[0]]
    expect(three.open - two.open).toBe(two.open - one.open)
    expect(two.open - one.open).toBeLessThan(15)
    expect(three.close - two.close).toBe(two.close - one.close)
    expect(two.close - one.close).toBeLessThan(10)
  })
})
