/** A platform that goes on taking connections and does not answer any more, while Pols is at work. */
import { expect, onTestFinished, test } from 'vitest'
import { makeWorld, type World } from '../support/app.ts'
import type { FakePerson } from '../support/fake-telegram.ts'
import { describeOnServer, freshDatabase, serverExpected } from '../support/postgres.ts'
import { holdSessionBeside } from '../upgrade/versions.ts'
import { startChild } from './child.ts'
import { ownDatabase } from './database.ts'
import {
  cardsOf,
  HOUSE,
  joinOnTelegram,
  joinOnWeb,
  liveCardsOf,
  NEVER_QUIET,
  planFolder,
  question,
  SERIES,
  turn,
} from './plan.ts'
import { lineThrough, type SilentLine } from './silent-line.ts'

/** Starting a process on a busy machine takes its time, in milliseconds. */
const LONG = 180_000

/** A house whose Telegram lies behind a line that can go silent. */
async function house(url: string | null, start?: string): Promise<{ world: World; line: SilentLine }> {
  const { folder } = planFolder({ cron: '0 3 1 1 *', quiet: NEVER_QUIET })
  const world = await makeWorld({
    configFolder: folder,
    ...(url === null ? {} : { url }),
    ...(start === undefined ? {} : { start }),
  })
  const line = await lineThrough(world.telegram.apiRoot)
  const telegram = { ...world.settings.telegram!, apiRoot: line.root }
  // The world hands out its own settings object: what is started from here on goes through the line.
  Object.assign(world.settings, { telegram })
  return { world, line }
}

const due = "select count(*)::int as n from outgoing where state = 'due'"

test.each(['requests', 'answers'] as const)(
  'while somebody is being answered (%s are lost): others go on, and so do they when it is back',
  { timeout: LONG },
  async (lost) => {
    const database = serverExpected() ? await freshDatabase() : null
    if (database) onTestFinished(() => database.drop())
    const { world, line } = await house(database?.url ?? null)
    const app = await world.start()
    const [ann, bo] = [await joinOnTelegram(world, app, 7), await joinOnTelegram(world, app, 8)]
    const web = await joinOnWeb(app)
    await app.desk.holdSession('coach', HOUSE, SERIES)
    await turn(app)
    expect([ann, bo].map((one) => liveCardsOf(one).length)).toEqual([1, 1])

    // What Ann taps comes in with the poll that still waits; everything after that hangs.
    const { rows: before } = await app.ground.store.pool.query('select count(*)::int as n from answer')
    const silent = line.asked
    line.silence(lost)
    bo.tap(0)
    ann.tap(0)
    await silent()
    expect(await web.page()).toMatch(/Vraag .?1.? van/)
    await web.tap('😃')
    expect(await web.page()).toMatch(/Vraag .?2.? van/)

    line.speak()
    const [annNext, boNext] = [question(ann, 2), question(bo, 2)]
    await world.telegram.settled()
    await app.settled()
    world.clock.pass({ minutes: 6 })
    await turn(app)
    await Promise.all([annNext, boNext])
    expect([ann, bo].map((one) => [cardsOf(one).length, liveCardsOf(one).length])).toEqual([
      [1, 1],
      [1, 1],
    ])
    const { rows: after } = await app.ground.store.pool.query('select count(*)::int as n from answer')
    expect(after[0]!.n - before[0]!.n).toBe(3)
    expect((await app.ground.store.pool.query(due)).rows).toEqual([{ n: 0 }])
  },
)

describeOnServer('being stopped while a platform is silent', () => {
  test.each(['requests', 'answers'] as const)(
    'with invitations on their way (%s are lost): it stops in order, what was not answered stays, and the next goes on',
    { timeout: LONG },
    async (lost) => {
      const { url, run, count } = await ownDatabase()
      const { world, line } = await house(url, Temporal.Now.instant().toString())
      const first = await world.start()
      const people: FakePerson[] = []
      for (let id = 1; id <= 4; id += 1) people.push(await joinOnTelegram(world, first, id))
      const web = await joinOnWeb(first)
      await first.stop()

      const child = startChild(world)
      const address = await child.ready()
      await child.complains('this instance listens now')
      const sent = world.telegram.callsOf('sendMessage').length
      line.silence(lost)
      await holdSessionBeside({ ...world, settings: { ...world.settings, telegram: null, discord: null } })
      await line.asked()
      if (lost === 'answers') await world.telegram.called('sendMessage', sent + 1)
      web.moveTo(address)
      expect(await web.page()).toMatch(/Vraag .?1.? van/)
      child.kill('SIGTERM')
      const { code, complained } = await child.ended
      expect(complained).not.toContain('did not stop in time')
      expect(complained).toContain('"stopped"')
      expect(code).toBe(0)
      expect(await count("outgoing where state = 'due' and channel = 'telegram'")).toBe(4)
      expect(await count("contact where state <> 'reachable'")).toBe(0)

      line.speak()
      await run('update outgoing set not_before = null, claimed_until = null')
      world.clock.set(Temporal.Now.instant().add({ minutes: 3 }).toString())
      const next = await world.start()
      await turn(next)
      expect(await count("outgoing where state = 'due'")).toBe(0)
      for (const person of people) {
        // Telegram knows no nonce: what it did and could not say is done once more, and never a third time.
        expect(cardsOf(person).length).toBeLessThanOrEqual(lost === 'answers' ? 2 : 1)
        const second = question(person, 2)
        person.tap(0)
        await second
        await world.telegram.settled()
        await next.settled()
        // The one that nobody knew of leads nowhere, and loses its buttons when it is tapped.
        const [unknown] = liveCardsOf(person).slice(0, -1)
        if (unknown) {
          person.tap(0, unknown)
          await world.telegram.settled()
          await next.settled()
        }
        expect(liveCardsOf(person)).toHaveLength(1)
      }
      expect(await count('answer')).toBe(4)
    },
  )
})
