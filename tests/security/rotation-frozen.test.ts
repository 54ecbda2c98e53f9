/** The key is changed while an instance is frozen: it wakes up, writes nothing, and says why it ends. */
import { expect, onTestFinished, test } from 'vitest'
import { keyFits } from '../../src/people/key-check.ts'
import { createVault } from '../../src/people/vault.ts'
import { openStore } from '../../src/store/open.ts'
import { startChild } from '../stories/child.ts'
import { ownDatabase } from '../stories/database.ts'
import { HOUSE, joinOnTelegram, NEVER_QUIET, planFolder } from '../stories/plan.ts'
import { makeWorld } from '../support/app.ts'
import { ROOT } from '../support/house-rules.ts'
import { describeOnServer } from '../support/postgres.ts'
import { launch, plainEnvironment } from '../support/process.ts'

const NEW = 'the second key, of more than thirty-two signs'

describeOnServer('frozen over a change of the key', () => {
  test('what it held and what it hears is not written under the old one', { timeout: 180_000 }, async () => {
    const { url, run } = await ownDatabase()
    const { folder } = planFolder({ cron: '0 3 1 1 *', quiet: NEVER_QUIET })
    const start = Temporal.Now.instant().toString()
    const world = await makeWorld({ url, configFolder: folder, discord: false, start })
    const first = await world.start()
    await joinOnTelegram(world, first, 7)
    const link = await first.desk.joinLinks(HOUSE)
    if (!link.ok) throw new Error(link.fault)
    const token = link.value.find(({ channel }) => channel === 'telegram')!.url.split('start=')[1]!
    await first.stop()

    const frozen = startChild(world)
    await frozen.ready()
    await frozen.complains('this instance listens now')
    frozen.kill('SIGSTOP')
    // It has been still for so long that another might have taken over.
    await run("update lease set expires_at = now() - interval '1 minute'")
    const environment = { DATABASE_URL: url, POLS_SECRET_KEY: world.settings.secretKey!, POLS_NEW_SECRET_KEY: NEW }
    const changing = launch(
      process.execPath,
      [`${ROOT}/src/main.ts`, 'rotate-key'],
      plainEnvironment({ ...environment, CONFIG_DIR: folder }),
    )
    onTestFinished(() => changing.end())
    // Somebody says something meanwhile: it is what the frozen one finds first.
    world.telegram.person(8, { language: 'nl' }).start(token)
    expect(await changing.ended).toMatchObject({ code: 0 })
    // The change has cut the line of this test too.
    const store = await openStore({ url }, () => {})
    onTestFinished(() => store.close())
    const counted = async () =>
      (
        await store.pool.query(
          'select (select count(*) from inbound) as inbound, (select count(*) from contact) as contact, (select count(*) from outgoing) as outgoing, (select count(*) from lease) as lease',
        )
      ).rows
    const before = await counted()

    frozen.kill('SIGCONT')
    const { code, complained } = await frozen.ended
    expect(code).toBe(1)
    expect(complained).toContain('POLS_SECRET_KEY: the key was changed while this process stood still.')
    const vault = createVault(NEW)
    expect(await keyFits(store.db, vault)).toBe('fits')
    const { rows } = await store.pool.query('select address_cipher, address_hash from contact')
    expect(rows.map((row) => vault.hashAddress(vault.decryptAddress(row.address_cipher)) === row.address_hash)).toEqual(
      [true],
    )
    expect(await counted()).toEqual(before)
  })
})
