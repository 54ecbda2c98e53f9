/** A rolling upgrade: the version before goes on while the new one migrates the database and begins to serve. */
import { expect, test } from 'vitest'
import { openDoor } from '../many/door.ts'
import { lineTo } from '../stories/database.ts'
import { cardsOf, liveCardsOf, NEVER_QUIET, planFolder, question } from '../stories/plan.ts'
import { makeWorld, plain } from '../support/app.ts'
import { type FakePerson, labels } from '../support/fake-telegram.ts'
import { ROOT } from '../support/house-rules.ts'
import { describeOnServer, emptyDatabase } from '../support/postgres.ts'
import { holdSessionBeside, startVersion, unpackPrevious } from './versions.ts'

/** Three starts of a process on a busy machine. */
const LONG = 240_000
const PUBLIC_URL = 'https://pols.example'

describeOnServer('the previous version and this one', () => {
  test('serve the same people side by side; then the new one goes on alone', { timeout: LONG }, async () => {
    const { url, run, count } = await lineTo(await emptyDatabase())
    const { folder } = planFolder({ cron: '0 3 1 1 *', quiet: NEVER_QUIET, set: 'uitgangsvraag' })
    const world = await makeWorld({
      ...{ url, configFolder: folder, publicUrl: PUBLIC_URL, discord: false },
      start: Temporal.Now.instant().toString(),
    })
    const door = await openDoor()
    world.telegram.leadTo(`${door.url}/telegram`)
    const old = await startVersion(unpackPrevious(), world, PUBLIC_URL)
    const token = (await old.ready()).split('/').at(-1)!
    door.to(old.port)
    const people = [await joins(world, token, 1)]
    const before = (await run('select name from kysely_migration')).rows.length

    const fresh = await startVersion(ROOT, world, PUBLIC_URL)
    await fresh.ready()
    expect((await run('select name from kysely_migration')).rows.length).toBeGreaterThan(before)
    door.to(old.port, fresh.port)
    for (const id of [2, 3, 4]) people.push(await joins(world, token, id))
    const asked = people.map((person) => question(person, 1))
    await holdSessionBeside(world)
    await Promise.all(asked)
    // Reading takes longer than noting which message is the card; the version before asks anew where that is not noted.
    const noted = () => expect.poll(() => count('run where card_turn < turn'), { timeout: 20_000 }).toBe(0)
    await noted()
    await Promise.all(people.map((person) => answers(person, 2, 'veel')))
    await noted()
    await Promise.all(people.map((person) => answers(person, 3, 'een deel')))
    expect(Math.min(...door.served())).toBeGreaterThan(3)
    expect(await count('answer')).toBe(8)
    expect(people.map((person) => cardsOf(person).length)).toEqual([1, 1, 1, 1])

    door.to(fresh.port)
    old.kill('SIGTERM')
    const ended = await old.ended
    expect(ended.code).toBe(0)
    await Promise.all(people.map((person) => answers(person, 4, 'Overslaan')))
    expect(await count('answer')).toBe(12)
    expect(people.map((person) => liveCardsOf(person).length)).toEqual([1, 1, 1, 1])
    const faults = ended.complained.split('\n').filter((line) => line.startsWith('{') && JSON.parse(line).level >= 50)
    expect(faults).toEqual([])
    fresh.kill('SIGTERM')
    expect((await fresh.ended).code).toBe(0)
  })
})

async function joins(world: Awaited<ReturnType<typeof makeWorld>>, token: string, id: number): Promise<FakePerson> {
  const person = world.telegram.person(id, { language: 'nl' })
  const says = (words: string) => person.next((message) => plain(message.text).includes(words))
  const language = says('welke taal')
  person.start(token)
  await language
  for (const [button, next] of [
    ['Nederlands', 'Hoe oud ben je'],
    ['16 of 17', 'Doe je mee?'],
    ['Ja, ik doe mee', 'je doet mee'],
  ] as const) {
    const led = says(next)
    person.tap(button)
    await led
  }
  return person
}

async function answers(person: FakePerson, next: number, words: string): Promise<void> {
  const shown = person.next(
    (message) => plain(message.text).includes(`Vraag ${next} van`) && labels(message).length > 0,
  )
  person.tap(words)
  await shown
}
