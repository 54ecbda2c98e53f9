/** What may have been sent or posted after a copy was made is left out when it is put back; what cannot have been goes on. */
import { expect, test } from 'vitest'
import { leaveOutDoubtful } from '../../src/backup/doubt.ts'
import { askInOpenedRounds } from '../../src/rounds/ask-round.ts'
import type { Store } from '../../src/store/open.ts'
import { makeGround } from '../support/ground.ts'
import { oneStore } from '../support/stores.ts'

const MADE = '2026-11-25T17:00:00Z'
const UNTIL = '2026-11-25T17:33:00Z'
const AT = '2026-11-25T18:00:00Z'
const DOUBTED = '2026-11-25T17:20:00Z'
const SURE = '2026-11-25T17:40:00Z'
const LATER = '2026-12-01T17:00:00Z'

oneStore((open) => {
  test('a round: half-open asks nobody any more, one that was to end is cancelled, and a reminder that may have gone is one', async () => {
    const store = await houseOf(open)
    const round = (id: string, state: string, values: Record<string, unknown> = {}) =>
      insert(store, 'round', {
        ...{ organisation_id: 'xy', id, survey_id: 's', survey_hash: 'h', session_id: id, state },
        ...{ opens_at: MADE, closes_at: LATER, reminded: false, ...values },
      })
    for (const id of ['p1', 'p2', 'p3']) await person(store, id)
    await round('half', 'open', { asked_up_to: 'p1', remind_at: DOUBTED })
    await run(store, 'asked', 'half', 'p1', 1)
    await round('sure', 'open', { remind_at: SURE })
    await round('ending', 'open', { closes_at: UNTIL })
    await round('closed', 'closed', { closes_at: MADE })
    await round('by-hand', 'open')
    await round('digested', 'digested', { closes_at: MADE })
    expect(await leaveOut(store, ['xy by-hand', 'xz sure'])).toMatchObject({ rounds: 3, reminders: 1 })
    const { rows } = await store.pool.query('select id, state, asked_up_to, reminded from round order by id')
    expect(rows.map((row) => Object.values(row as object))).toEqual([
      ['by-hand', 'cancelled', null, false],
      ['closed', 'cancelled', null, false],
      ['digested', 'digested', null, false],
      ['ending', 'cancelled', null, false],
      ['half', 'open', null, true],
      ['sure', 'open', null, false],
    ])
    // Who was not asked when the copy was made may have been asked after it: nobody is, however often it is looked.
    const ground = makeGround(store, AT)
    await askInOpenedRounds(ground, ground.config().organisations.get('xy')!, ground.clock.now())
    const runs = await store.pool.query('select id from run')
    expect(runs.rows).toEqual([{ id: 'asked' }])
    const kept = await store.pool.query('select made_at, until from restored')
    expect(kept.rows).toEqual([{ made_at: new Date(MADE), until: new Date(UNTIL) }])
  })

  test('a message: what may have left is not sent again, but for an edit, the next card of an answer and a wish to be heard', async () => {
    const store = await houseOf(open)
    await person(store, 'p1')
    await insert(store, 'round', {
      ...{ organisation_id: 'xy', id: 'r', survey_id: 's', survey_hash: 'h', session_id: 'now', state: 'open' },
      ...{ opens_at: MADE, closes_at: LATER, reminded: false },
    })
    await run(store, 'new', 'r', 'p1', 0)
    const due = (id: string, kind: string, send_after: string, values: Record<string, unknown> = {}) =>
      insert(store, 'outgoing', {
        ...{ organisation_id: 'xy', id, kind, channel: 'web', state: 'due', send_after, attempts: 0 },
        ...{ claimed_until: SURE, ...values },
      })
    await due('card', 'card', DOUBTED, { run_id: 'new' })
    await due('result', 'result', DOUBTED)
    await due('digest', 'digest', UNTIL)
    await due('sure', 'result', SURE)
    await due('edit', 'digest', DOUBTED, { external_cipher: 'x' })
    await due('heard', 'contact-request', DOUBTED)
    await due('gone', 'result', DOUBTED, { state: 'sent' })
    await store.pool.query(`update outgoing set claimed_until = null where id = 'gone'`)
    expect(await leaveOut(store)).toMatchObject({ asks: 3 })
    const { rows } = await store.pool.query('select id, state, claimed_until from outgoing order by id')
    expect(rows.map((row) => Object.values(row as object))).toEqual([
      ['card', 'cancelled', null],
      ['digest', 'cancelled', null],
      ['edit', 'due', null],
      ['gone', 'sent', null],
      ['heard', 'due', null],
      ['result', 'cancelled', null],
      ['sure', 'due', null],
    ])
    // Somebody who answers sees the next question on the card that is there: that asks nothing twice.
    await store.pool.query(`update run set card_turn = 2`)
    await store.pool.query(`update outgoing set state = 'due' where id = 'card'`)
    expect(await leaveOut(store)).toMatchObject({ asks: 0 })
  })

  test('words that were to be posted are taken back when they may stand in the channel, and go on when they cannot', async () => {
    const store = await houseOf(open)
    await insert(store, 'round', {
      ...{ organisation_id: 'xy', id: 'r', survey_id: 's', survey_hash: 'h', session_id: 'now', state: 'digested' },
      ...{ opens_at: MADE, closes_at: MADE, reminded: true },
    })
    for (const [id, post_after] of [
      ['doubt', DOUBTED],
      ['sure', SURE],
    ] as const)
      await insert(store, 'quote', {
        ...{ organisation_id: 'xy', id, round_id: 'r', question: 'q', form: 'quote', text_cipher: 'x' },
        ...{ state: 'approved', chosen_by: 'm', chosen_at: MADE, post_after },
      })
    expect(await leaveOut(store)).toMatchObject({ quotes: 1 })
    const { rows } = await store.pool.query('select id, state, text_cipher from quote order by id')
    expect(rows).toEqual([
      { id: 'doubt', state: 'withdrawn', text_cipher: null },
      { id: 'sure', state: 'approved', text_cipher: 'x' },
    ])
  })
})

const instant = (text: string) => Temporal.Instant.from(text)
let restores = 0

function leaveOut(store: Store, ended: string[] = []) {
  restores += 1
  const of = { id: `r${restores}`, madeAt: instant(MADE), until: instant(UNTIL), at: instant(AT), ended }
  return store.db.transaction().execute((trx) => leaveOutDoubtful(trx, of))
}

async function houseOf(open: () => Promise<Store>): Promise<Store> {
  const store = await open()
  await insert(store, 'organisation', { id: 'xy', name: 'XY', example: false, created_at: MADE })
  await insert(store, 'series', { organisation_id: 'xy', id: 'series', title: {} })
  await insert(store, 'question_set_version', { hash: 'q', content: { questions: [] }, created_at: MADE })
  await insert(store, 'survey', { organisation_id: 'xy', id: 's', series_id: 'series' })
  await insert(store, 'survey_version', {
    ...{ organisation_id: 'xy', survey_id: 's', hash: 'h', set_hash: 'q', created_at: MADE },
    content: { series: 'series' },
  })
  await insert(store, 'agreement', {
    ...{ organisation_id: 'xy', id: 'a', survey_id: 's', survey_hash: 'h', proposed_by: 'c', agreed_by: 'l' },
    agreed_at: MADE,
  })
  for (const id of ['now', 'half', 'sure', 'ending', 'closed', 'by-hand', 'digested'])
    await insert(store, 'session', {
      ...{ organisation_id: 'xy', id, series_id: 'series', starts_at: MADE, ends_at: MADE, state: 'planned' },
      by_hand: false,
    })
  return store
}

async function person(store: Store, id: string): Promise<void> {
  const own = { organisation_id: 'xy', participant_id: id }
  await insert(store, 'participant', {
    ...{ organisation_id: 'xy', id, language: 'nl', state: 'joined', example: false, joined_on: '2026-11-01' },
  })
  await insert(store, 'contact', { id, channel: 'web', address_hash: id, address_cipher: 'x', state: 'reachable' })
  await insert(store, 'contact_link', { ...own, contact_id: id })
  await insert(store, 'consent', { ...own, version: '1', language: 'nl', given_on: '2026-11-01' })
}

const run = (store: Store, id: string, round_id: string, participant_id: string, card_turn: number) =>
  insert(store, 'run', {
    ...{ organisation_id: 'xy', id, round_id, participant_id, language: 'nl', turn: 0, state: {}, card_turn },
  })

async function insert(store: Store, table: string, values: Record<string, unknown>): Promise<void> {
  const names = Object.keys(values)
  await store.pool.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(values).map((value) => (typeof value === 'object' && value ? JSON.stringify(value) : value)),
  )
}
