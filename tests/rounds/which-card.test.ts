/** Sent twice around a crash: the message that somebody taps is the card, and the store knows so before it knows the answer. */
import { expect, test } from 'vitest'
import { createVault } from '../../src/people/vault.ts'
import { ownDatabase } from '../stories/database.ts'
import { cardsOf, HOUSE, joinOnTelegram, liveCardsOf, planFolder, SERIES, turn } from '../stories/plan.ts'
import { makeWorld, plain } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'

describeOnServer('of two messages with the same question', () => {
  test('the one that is tapped is stored as the card, also when what follows is not shown', {
    timeout: 120_000,
  }, async () => {
    const { url, run } = await ownDatabase()
    const world = await makeWorld({ discord: false, url, configFolder: planFolder({ set: 'uitgangsvraag' }).folder })
    const app = await world.start()
    const ann = await joinOnTelegram(world, app, 7)
    world.telegram.fail({ answer: 'drop', method: 'sendMessage' })
    await app.desk.holdSession('coach', HOUSE, SERIES)
    await app.settled()
    world.clock.pass({ minutes: 3 })
    await turn(app)
    const [older, newer] = liveCardsOf(ann)
    expect(newer).toBeDefined()
    world.telegram.fail({ answer: { code: 500 }, method: 'editMessageText' })
    const edits = world.telegram.callsOf('editMessageText').length
    ann.tap('veel', older)
    await world.telegram.called('editMessageText', edits + 1)
    await world.telegram.settled()
    const { rows } = await run('select card_cipher from run')
    const card = createVault(world.settings.secretKey!).decryptId(rows[0].card_cipher)
    expect(card.split(/\D/)).toContain(String(older!.id))
    // Another instance, that was told nothing, goes on there, and nowhere else.
    world.clock.pass({ minutes: 10 })
    const other = await world.start()
    await turn(other)
    await turn(other)
    expect(
      cardsOf(ann)
        .filter(({ text }) => plain(text).includes('Vraag 2 van'))
        .map(({ id }) => id),
    ).toEqual([older!.id])
  })
})
