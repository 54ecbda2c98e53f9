import { expect, test } from 'vitest'
import { makeWorld } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'
import { ownDatabase } from './database.ts'
import {
  cardsOf,
  coachGroup,
  HOUSE,
  joinOnTelegram,
  liveCardsOf,
  look,
  planFolder,
  question,
  SERIES,
  turn,
} from './plan.ts'

/** Makes every write of a kind fail, as it does for a process that dies before it: `mend` ends that. */
async function breakAt(run: (statement: string) => Promise<unknown>, table: string, when: string) {
  await run(
    `create function broken() returns trigger language plpgsql as $$ begin raise exception 'broken here'; end $$`,
  )
  await run(`create trigger broken before ${when} on ${table} for each row execute function broken()`)
  return async () => {
    await run(`drop trigger broken on ${table}`)
    await run('drop function broken()')
  }
}

async function openRound() {
  const database = await ownDatabase()
  const world = await makeWorld({
    discord: false,
    url: database.url,
    configFolder: planFolder({ cron: '0 10 * * 1', window: 'PT3H' }).folder,
  })
  const app = await world.start()
  const people = [await joinOnTelegram(world, app, 7), await joinOnTelegram(world, app, 8)] as const
  const { digests } = await coachGroup(world, app)
  await app.desk.holdSession('coach', HOUSE, SERIES)
  await app.settled()
  const second = question(people[0], 2)
  people[0].tap(0)
  await second
  await app.settled()
  return { ...database, world, app, people, digests }
}

describeOnServer('a crash while closing', () => {
  for (const [where, table, when] of [
    ['before the runs are closed', 'run', 'update'],
    ['before the digest is made', 'digest', 'insert'],
    ['before the digest is queued', 'outgoing', 'insert'],
  ] as const) {
    test(`${where}: the next look finishes it, once`, async () => {
      const { run, count, world, app, people, digests } = await openRound()
      const mend = await breakAt(run, table, when)
      world.clock.pass({ hours: 3 })
      await turn(app)
      expect(await count("round where state = 'closed'")).toBe(1)
      expect(await count('digest')).toBe(0)
      expect(digests()).toHaveLength(0)
      await mend()
      // Another instance finds it: what the first had in memory plays no part.
      const other = await world.start()
      await Promise.all([turn(other), turn(app)])
      expect((await look(other)).rounds.map((round) => round.state)).toEqual(['digested'])
      expect(await count('digest')).toBe(1)
      expect(digests()).toHaveLength(1)
      expect(people.flatMap(liveCardsOf)).toEqual([])
      expect(await count("answer where status = 'answered'")).toBe(1)
      expect(await count("audit where action = 'round closed'")).toBe(1)
    })
  }

  test('while a session is cancelled: the cards still close, and there is no digest', async () => {
    const { run, count, world, app, people, digests } = await openRound()
    const session = (await look(app)).rounds[0]!.sessionId
    const mend = await breakAt(run, 'run', 'update')
    await expect(app.desk.cancelSession('coach', HOUSE, session)).rejects.toThrow('broken here')
    expect(await count("session where state = 'cancelled'")).toBe(1)
    await mend()
    const other = await world.start()
    await turn(other)
    expect(people.flatMap(liveCardsOf)).toEqual([])
    expect(await count("round where state = 'cancelled'")).toBe(1)
    world.clock.pass({ hours: 4 })
    await turn(other)
    expect([digests(), await count('digest')]).toEqual([[], 0])
    expect(people.map((person) => cardsOf(person).length)).toEqual([0, 0])
  })
})
