/** Sent twice around a crash: the message that somebody taps is the card, and the store knows so before it knows the answer. */
import { expect, test } from 'vitest'
import type { Channel, ChannelName } from '../../src/channels/port.ts'
import { createVault } from '../../src/people/vault.ts'
import { createDelivery, type HeldRun } from '../../src/rounds/deliver.ts'
import { createPacing } from '../../src/rounds/pacing.ts'
import { becomesCard } from '../../src/rounds/which-card.ts'
import { readSettings } from '../../src/settings.ts'
import { newRun } from '../../src/survey/step.ts'
import { ownDatabase } from '../stories/database.ts'
import { cardsOf, HOUSE, joinOnTelegram, liveCardsOf, planFolder, SERIES, turn } from '../stories/plan.ts'
import { makeWorld, plain } from '../support/app.ts'
import { makeGround } from '../support/ground.ts'
import { describeOnServer } from '../support/postgres.ts'
import { openRoundRows } from '../support/round-rows.ts'
import { shippedSets } from '../support/shipped-sets.ts'
import { eachStore } from '../support/stores.ts'

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

eachStore((_kind, open) => {
  test('the one that is tapped while the other is on its way is stored as the card, and the other loses its buttons', async () => {
    const ground = makeGround(await open())
    await openRoundRows(ground.store, 1)
    await ground.store.pool.query('update run set id = $1, card_turn = 0', [RUN])
    const sending = Promise.withResolvers<string>()
    const disarmed: string[] = []
    const asked: (string | undefined)[] = []
    const channel = {
      name: 'telegram',
      send: async (_: unknown, __: unknown, { replaces }: { replaces?: string }) => {
        asked.push(replaces)
        return replaces ?? sending.promise
      },
      disarm: async (_: unknown, message: string) => void disarmed.push(message),
    } as unknown as Channel
    const pacing = createPacing(ground, readSettings({}).pace)
    const delivery = createDelivery(ground, new Map<ChannelName, Channel>([['telegram', channel]]), pacing)
    const held = heldRun()
    const second = delivery.card(held)
    await Promise.race([second, expect.poll(() => asked, { timeout: 30_000 }).toEqual([undefined])])
    const tap = { type: 'tapped', message: 'first' } as never
    await becomesCard(delivery, held, tap, 1)
    sending.resolve('second')
    await second
    // Here a crash may come: the store has to know by now, whatever was noted of the second.
    await delivery.settle()
    const { rows } = await ground.store.pool.query('select card_turn, card_cipher from run')
    expect([rows[0].card_turn, ground.vault.decryptId(rows[0].card_cipher), disarmed]).toEqual([1, 'first', ['second']])
    held.run = { ...held.run, turn: 2 }
    await delivery.card(held, { into: 'first' })
    expect([held.external, held.shownTurn, asked, disarmed]).toEqual(['first', 2, [undefined, 'first'], ['second']])
    await delivery.settle()
  })
})

const RUN = 'a'.repeat(22)

/** On its first question, with no card yet, as the outbox has it. */
function heldRun(): HeldRun {
  const { set } = shippedSets()[0]!
  const text = { nl: 'Avond' }
  return {
    ...{ organisationId: 'o', id: RUN, roundId: 'r', participantId: 'p1', contactId: 'c', addressHash: 'h' },
    ...{ address: { channel: 'telegram', id: '7' }, language: 'nl', textOnly: false, expects: false },
    run: newRun(set),
    facts: { set, activity: text, theme: null, organisation: 'O' },
    ...{ external: null, shownTurn: 0 },
  } as unknown as HeldRun
}
