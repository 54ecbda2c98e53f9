/** A card that stands on a screen is known to what is typed in answer to it, also before it was noted in the store. */
import { expect, test } from 'vitest'
import { createHeldRuns } from '../../src/rounds/held-runs.ts'
import { roundFactsReader } from '../../src/rounds/round-facts.ts'
import { shownCards } from '../../src/rounds/shown-cards.ts'
import { makeGround } from '../support/ground.ts'
import { openRoundRows } from '../support/round-rows.ts'
import { eachStore } from '../support/stores.ts'

eachStore((_kind, open) => {
  test('words that come at once belong to the card that was just shown', async () => {
    const ground = makeGround(await open())
    await openRoundRows(ground.store, 1)
    const address = ground.vault.encryptAddress({ channel: 'telegram', id: '7' })
    for (const [text, values] of [
      // A run that is over may be read whatever the rules are.
      [`update run set disposition = 'stopped', card_turn = 0`, []],
      [
        `insert into contact (id, channel, address_hash, address_cipher, state) values ('c', 'telegram', 'hash', $1, 'reachable')`,
        [address],
      ],
      [`insert into contact_link (contact_id, organisation_id, participant_id) values ('c', 'o', 'p1')`, []],
    ] as const)
      await ground.store.pool.query(text, [...values])
    const shown = shownCards(ground)
    const facts = Object.assign(async () => ({}) as never, { forget: roundFactsReader(ground).forget })
    const runs = createHeldRuns(ground, facts, shown.settle)
    expect(await runs.ofPerson('telegram', 'hash')).toEqual([])
    shown.note({ organisationId: 'o', runId: 'run1', turn: 1, external: '12' as never })
    // With an answer that comes sooner the store is told at once: a crash between the two leaves no second card.
    const cipher = shown.unnoted('run1')
    expect(cipher && ground.vault.decryptId(cipher)).toBe('12')
    expect((await runs.ofPerson('telegram', 'hash')).map(({ id, external }) => ({ id, external }))).toEqual([
      { id: 'run1', external: '12' },
    ])
    expect(shown.unnoted('run1')).toBeNull()
  })
})
