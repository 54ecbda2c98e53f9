/** A database that a newer version has migrated, and one that went another way. */
import { expect, onTestFinished, test } from 'vitest'
import { SettingsError } from '../../src/errors.ts'
import { migrate, openStore } from '../../src/store/open.ts'
import { ownDatabase } from '../stories/database.ts'
import { HOUSE, joinOnTelegram, planFolder } from '../stories/plan.ts'
import { makeWorld } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'

describeOnServer('a database of a newer version', () => {
  test('is served all the same, with a warning that names what is not known', { timeout: 120_000 }, async () => {
    const { url, run, count } = await ownDatabase()
    await run(`insert into kysely_migration (name, timestamp) values ('2999-01-01-tomorrow', '2999-01-01')`)
    await run(`alter table participant add column mood text`)
    const world = await makeWorld({ url, discord: false, configFolder: planFolder().folder })
    const app = await world.start()
    const warned = world.logs.map((line) => JSON.parse(line)).filter((line) => line.newer)
    expect(warned).toMatchObject([{ level: 40, newer: ['2999-01-01-tomorrow'] }])
    await joinOnTelegram(world, app, 7)
    expect(await count(`participant where organisation_id = '${HOUSE}' and state = 'joined'`)).toBe(1)
  })

  test('is refused when it also lacks what this version needs', async () => {
    const { url, run } = await ownDatabase()
    await run(
      `update kysely_migration set name = '2999-01-01-tomorrow' where name = (select max(name) from kysely_migration)`,
    )
    const store = await openStore({ url }, () => {})
    onTestFinished(() => store.close())
    const fault = await migrate(store).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(SettingsError)
    expect((fault as Error).message).toContain('2999-01-01-tomorrow')
  })
})
