import { expect, test } from 'vitest'
import { makeWorld } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'
import { type Child, kill, startChild } from './child.ts'
import { ownDatabase } from './database.ts'
import { cardsOf, HOUSE, joinOnTelegram, liveCardsOf, NEVER_QUIET, planFolder, question, SERIES } from './plan.ts'

/** Starting processes on a busy machine takes its time, in milliseconds. */
const LONG = 240_000

/** Two processes on one Postgres and the same platforms; one of them has the ear. Ann has a card. */
async function twoProcesses() {
  const database = await ownDatabase()
  const { folder } = planFolder({ cron: '0 3 1 1 *', quiet: NEVER_QUIET, set: 'uitgangsvraag' })
  const world = await makeWorld({ url: database.url, configFolder: folder, start: Temporal.Now.instant().toString() })
  const first = await world.start()
  const ann = await joinOnTelegram(world, first, 7)
  await first.desk.holdSession('coach', HOUSE, SERIES)
  expect(liveCardsOf(ann)).toHaveLength(1)
  await first.stop()
  const holder = startChild(world)
  const address = await holder.ready()
  const other = startChild(world)
  await other.ready()
  const identifies = () => world.discord.gateway.identifies.length
  return { ...database, world, ann, holder, other, address, identifies }
}

/** A tap that is answered with the next question. */
async function answers(
  world: { telegram: { settled(): Promise<void> } },
  ann: Awaited<ReturnType<typeof joinOnTelegram>>,
  words: string,
  number: number,
) {
  ann.tap(words)
  await world.telegram.settled()
  await question(ann, number)
}

describeOnServer('one ear', () => {
  test('two processes: one listens; when it is killed the other takes over and hears what was said meanwhile', {
    timeout: LONG,
  }, async () => {
    const { world, ann, holder, identifies, count } = await twoProcesses()
    // The story's own app was the first to listen; of the two processes only one does.
    expect(identifies()).toBe(2)
    await answers(world, ann, 'veel', 2)
    await kill(holder)
    ann.tap('een deel')
    await world.telegram.settled()
    await question(ann, 3)
    await world.discord.world.until(() => identifies() === 3)
    expect(world.telegram.conflicts()).toBe(0)
    expect(await count('answer')).toBe(2)
    expect(cardsOf(ann)).toHaveLength(1)
    expect(liveCardsOf(ann)).toHaveLength(1)
  })

  test('SIGTERM: what is being said is finished, the ear is handed over at once, exit 0', {
    timeout: LONG,
  }, async () => {
    const { world, ann, holder, run, count } = await twoProcesses()
    const edits = world.telegram.callsOf('editMessageText').length
    const before = await run('select holder from lease')
    ann.tap('veel')
    await world.telegram.called('editMessageText', edits + 1)
    holder.kill('SIGTERM')
    expect(await holder.ended).toMatchObject({ code: 0, signal: null })
    await question(ann, 2)
    expect(await count('run where card_turn = turn')).toBe(1)
    // The lease was given back: nobody has to wait until it runs out.
    expect((await run('select 1 from lease where holder = $1', [before.rows[0].holder])).rows).toEqual([])
    await answers(world, ann, 'een deel', 3)
    expect(await count('answer')).toBe(2)
    expect(world.telegram.conflicts()).toBe(0)
  })

  test('a holder that freezes and thaws does not listen any more', { timeout: LONG }, async () => {
    const { world, ann, holder, other, count, identifies } = await twoProcesses()
    holder.kill('SIGSTOP')
    ann.tap('veel')
    await question2(world, ann)
    await world.discord.world.until(() => identifies() === 3)
    holder.kill('SIGCONT')
    await holder.complains('another instance listens')
    const conflicts = world.telegram.conflicts()
    await answers(world, ann, 'een deel', 3)
    await answers(world, ann, 'Overslaan', 4)
    expect(world.telegram.conflicts()).toBe(conflicts)
    expect(await count('answer')).toBe(3)
    expect(liveCardsOf(ann)).toHaveLength(1)
    await stops(other)
    await stops(holder)
  })
})

/** While the holder is frozen its poll still takes the tap; only when another polls is it delivered again. */
async function question2(
  world: { telegram: { settled(): Promise<void> } },
  ann: Awaited<ReturnType<typeof joinOnTelegram>>,
) {
  await world.telegram.settled()
  await question(ann, 2)
}

async function stops(child: Child): Promise<void> {
  child.kill('SIGTERM')
  expect((await child.ended).code).toBe(0)
}
