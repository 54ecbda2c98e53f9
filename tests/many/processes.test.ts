/** Real processes behind one address: one is killed, one is frozen and wakes up again; people notice nothing. */
import { expect, test } from 'vitest'
import { ownDatabase } from '../stories/database.ts'
import { cardsOf, joinOnTelegram, liveCardsOf, NEVER_QUIET, planFolder, question } from '../stories/plan.ts'
import { makeWorld, plain } from '../support/app.ts'
import { type FakePerson, labels } from '../support/fake-telegram.ts'
import { ROOT } from '../support/house-rules.ts'
import { describeOnServer } from '../support/postgres.ts'
import { holdSessionBeside, startVersion } from '../upgrade/versions.ts'
import { openDoor } from './door.ts'

/** Starting processes on a busy machine takes its time, in milliseconds. */
const LONG = 240_000
const PUBLIC_URL = 'https://pols.example'
const PEOPLE = 6

describeOnServer('three processes behind one address', () => {
  test('one is killed, one freezes and wakes: every answer is stored once, and one card stands with each', {
    timeout: LONG,
  }, async () => {
    const { url, run, count } = await ownDatabase()
    const { folder } = planFolder({ cron: '0 3 1 1 *', quiet: NEVER_QUIET, set: 'uitgangsvraag' })
    const start = Temporal.Now.instant().toString()
    const world = await makeWorld({ url, configFolder: folder, publicUrl: PUBLIC_URL, start })
    // An instance that does not answer is left for the next soon, as a platform or proxy does after longer.
    const door = await openDoor(1500)
    world.telegram.leadTo(`${door.url}/telegram`)
    const first = await world.start()
    door.to(first.port())
    const people: FakePerson[] = []
    for (let id = 1; id <= PEOPLE; id += 1) people.push(await joinOnTelegram(world, first, id))
    await first.stop()

    const instances = await Promise.all([1, 2, 3].map(() => startVersion(ROOT, world, PUBLIC_URL)))
    for (const instance of instances) await instance.ready()
    door.to(...instances.map(({ port }) => port))
    // Of three that listen to Telegram and Discord's posts, one holds the gateway.
    expect((await run('select holder from lease')).rows).toHaveLength(1)
    const gateways = () => world.discord.gateway.identifies.length
    expect(gateways()).toBe(2)

    const asked = people.map((person) => question(person, 1))
    await holdSessionBeside(world)
    await Promise.all(asked)
    const [killed, frozen, last] = instances as [(typeof instances)[0], (typeof instances)[0], (typeof instances)[0]]
    const second = people.map((person) => answer(person, 2, 'veel'))
    killed.kill('SIGKILL')
    await Promise.all(second)
    await killed.ended

    frozen.kill('SIGSTOP')
    await Promise.all(people.map((person) => answer(person, 3, 'een deel')))
    // Whoever held the gateway is gone or frozen: the one that is left takes it, unless it had it all along.
    await last.complains('this instance listens now')
    frozen.kill('SIGCONT')
    await Promise.all(people.map((person) => answer(person, 4, 'Overslaan')))
    await world.telegram.settled()

    for (const instance of [frozen, last]) {
      instance.kill('SIGTERM')
      expect((await instance.ended).code).toBe(0)
    }
    expect(await count('answer')).toBe(PEOPLE * 3)
    expect(await count('(select run_id, question from answer group by 1, 2 having count(*) > 1) as twice')).toBe(0)
    expect(people.map((person) => [cardsOf(person).length, liveCardsOf(person).length])).toEqual(
      people.map(() => [1, 1]),
    )
  })
})

async function answer(person: FakePerson, next: number, words: string): Promise<void> {
  const shown = person.next(
    (message) => plain(message.text).includes(`Vraag ${next} van`) && labels(message).length > 0,
  )
  person.tap(words)
  await shown
}
