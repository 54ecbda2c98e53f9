/** The card of a question that was answered in words: another one follows it, and its buttons go, also when the platform is busy. */
import { expect, test } from 'vitest'
import { makeWorld } from '../support/app.ts'
import { HOUSE, joinOnTelegram, liveCardsOf, planFolder, question, SERIES } from './plan.ts'

for (const [name, answer] of [
  ['is busy', { code: 429, retryAfter: 1 }],
  ['breaks', { code: 502 }],
] as const) {
  test(`when the platform ${name}, the buttons of a card that was answered go a little later`, {
    timeout: 120_000,
  }, async () => {
    const configFolder = planFolder({ set: 'uitgangsvraag' }).folder
    const world = await makeWorld({ discord: false, configFolder })
    const app = await world.start()
    const ann = await joinOnTelegram(world, app, 7)
    await app.desk.holdSession('coach', HOUSE, SERIES)
    for (const [label, next] of [
      ['veel', 2],
      ['een deel', 3],
      ['Overslaan', 4],
    ] as const) {
      const shown = question(ann, next)
      ann.tap(label)
      await shown
      await app.settled()
    }
    const asked = ann.card()
    const edits = world.telegram.callsOf('editMessageText').length
    world.telegram.fail({ answer, method: 'editMessageText' })
    ann.type('een groter lokaal')
    await ann.next(({ text }) => text.startsWith('Klaar.'))
    await world.telegram.called('editMessageText', edits + 2)
    await ann.next(({ id, buttons }) => id === asked.id && buttons.length === 0)
    expect(liveCardsOf(ann)).toEqual([])
  })
}
