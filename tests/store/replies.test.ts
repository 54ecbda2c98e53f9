import { expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { markShown, type StepToStore, storeStep } from '../../src/store/replies.ts'
import { createTapStore } from '../../src/store/tap-store.ts'
import type { Run } from '../../src/survey/types.ts'
import { openRoundRows } from '../support/round-rows.ts'
import { eachStore } from '../support/stores.ts'

const AT = Temporal.Instant.from('2026-11-25T19:00:00Z')

/** An open round with one run in it, on turn 1. */
const openRun = (store: Store) => openRoundRows(store, 1)

const runOn = (turn: number) => ({ turn, disposition: null, at: 'q' }) as unknown as Run

function step(expectedTurn: number, more: Partial<StepToStore> = {}): StepToStore {
  return {
    organisationId: 'o',
    runId: 'run1',
    roundId: 'r',
    language: 'nl',
    expectedTurn,
    expectedDisposition: null,
    run: runOn(expectedTurn + 1),
    recorded: [{ question: 'q', answer: { status: 'answered', codes: [`from ${expectedTurn}`] }, textCipher: null }],
    at: AT,
    day: '2026-11-25',
    inbound: null,
    ...more,
  }
}

const typed = (expectedTurn: number, id: string, textCipher: string | null = 'sealed') =>
  step(expectedTurn, {
    inbound: { channel: 'telegram', id },
    recorded: [{ question: 'own', answer: { status: 'answered', codes: [] }, textCipher }],
  })

async function stored(store: Store) {
  const read = async (text: string) => (await store.pool.query(text)).rows as Record<string, unknown>[]
  return {
    turn: (await read('select turn from run'))[0]!.turn,
    state: (await read('select state from run'))[0]!.state,
    answers: await read('select question, status, codes, answered_on from answer order by question'),
    texts: await read('select question, text_cipher from open_text'),
    inbound: (await read('select id from inbound order by id')).map((row) => row.id),
  }
}

eachStore((_kind, open) => {
  test('a tap is stored once: on another turn it moves nothing', async () => {
    const store = await open()
    await openRun(store)
    expect(await storeStep(store.pool, step(1))).toBe('stored')
    expect(await storeStep(store.pool, step(1))).toBe('moved')
    expect(await storeStep(store.pool, step(7))).toBe('moved')
    expect(await storeStep(store.pool, step(2, { runId: 'nobody' }))).toBe('moved')
    expect(await stored(store)).toEqual({
      turn: 2,
      state: runOn(2),
      answers: [{ question: 'q', status: 'answered', codes: ['from 1'], answered_on: '2026-11-25' }],
      texts: [],
      inbound: [],
    })
  })

  test('a run that a platform ended meanwhile is on the same turn, and is read again: alone, typed and with others', async () => {
    const store = await open()
    await openRoundRows(store, 2)
    const tap = createTapStore(store.pool)
    const other = (turn: number) => step(turn, { runId: 'run2' })
    await store.pool.query(
      `update run set disposition = 'unreachable', state = jsonb_set(state, '{disposition}', '"unreachable"') where id = 'run1'`,
    )
    expect(await storeStep(store.pool, step(1))).toBe('moved')
    expect(await storeStep(store.pool, typed(1, 'u1'))).toBe('moved')
    const together = [tap(other(7)), tap(other(8)), tap(other(1)), tap(step(1))]
    expect(await Promise.all(together)).toEqual(['moved', 'moved', 'stored', 'moved'])
    expect(await storeStep(store.pool, step(1, { expectedDisposition: 'unreachable' }))).toBe('stored')
    expect(await storeStep(store.pool, step(2))).toBe('stored')
  })

  test('which message is the card is stored with the answer on it, alone or with others, and never set back', async () => {
    const store = await open()
    await openRun(store)
    const card = async () => (await store.pool.query('select card_turn, card_cipher from run')).rows[0]
    const tap = createTapStore(store.pool)
    await storeStep(store.pool, step(1, { cardCipher: 'first' }))
    expect(await card()).toEqual({ card_turn: 1, card_cipher: 'first' })
    await storeStep(store.pool, step(2))
    expect(await card()).toEqual({ card_turn: 1, card_cipher: 'first' })
    await storeStep(store.pool, typed(3, 'u1', 'sealed'))
    await storeStep(store.pool, { ...typed(4, 'u2', 'sealed'), cardCipher: 'fourth' })
    expect(await card()).toEqual({ card_turn: 4, card_cipher: 'fourth' })
    await Promise.all([tap(step(9)), tap(step(9)), tap(step(5, { cardCipher: 'fifth' })), tap(step(8))])
    expect(await card()).toEqual({ card_turn: 5, card_cipher: 'fifth' })
    await markShown(store.pool, [{ organisationId: 'o', runId: 'run1', turn: 9, cardCipher: 'ninth' }])
    await storeStep(store.pool, step(6, { cardCipher: 'sixth' }))
    expect(await card()).toEqual({ card_turn: 9, card_cipher: 'ninth' })
  })

  test('who is there is kept with a tap and with a step of several answers, and taken back; a step that is late says nothing', async () => {
    const store = await open()
    await openRun(store)
    const sources = async () =>
      (await store.pool.query('select source from presence')).rows.map((row) => (row as { source: string }).source)
    const about = (source: 'tap' | 'said' | null) => ({ sessionId: 'x', participantId: 'p1', source })
    const none = { status: 'not_asked' as const, codes: [] }
    const several = ['q', 'r'].map((question) => ({ question, answer: none, textCipher: null }))
    await storeStep(store.pool, step(7, { presence: about('tap') }))
    expect(await sources()).toEqual([])
    await storeStep(store.pool, step(1, { presence: about('tap') }))
    expect(await sources()).toEqual(['tap'])
    await storeStep(store.pool, step(9, { presence: about(null) }))
    expect(await sources()).toEqual(['tap'])
    await storeStep(store.pool, step(2, { presence: about(null) }))
    expect(await sources()).toEqual([])
    await storeStep(store.pool, step(3, { recorded: [], presence: about('said') }))
    expect(await sources()).toEqual(['said'])
    await storeStep(store.pool, step(4, { recorded: several, presence: about(null) }))
    expect(await sources()).toEqual([])
  })

  test('whether a name may be in a text is kept beside it', async () => {
    const store = await open()
    await openRun(store)
    const own = {
      question: 'own',
      answer: { status: 'answered' as const, codes: [] },
      textCipher: 'sealed',
      names: true,
    }
    await storeStep(store.pool, { ...typed(1, 'u1'), recorded: [own] })
    expect((await store.pool.query('select names_suspected from open_text')).rows).toEqual([{ names_suspected: true }])
    await storeStep(store.pool, typed(2, 'u2', 'clean'))
    expect((await store.pool.query('select names_suspected from open_text')).rows).toEqual([{ names_suspected: false }])
  })

  test('a typed answer is known by its update, also when the run is on the right turn again', async () => {
    const store = await open()
    await openRun(store)
    expect(await storeStep(store.pool, typed(1, 'u1'))).toBe('stored')
    expect(await storeStep(store.pool, typed(1, 'u1'))).toBe('moved')
    expect(await storeStep(store.pool, typed(2, 'u1', 'another'))).toBe('repeated')
    expect(await stored(store)).toMatchObject({
      turn: 2,
      texts: [{ question: 'own', text_cipher: 'sealed' }],
      inbound: ['u1'],
    })
    expect(await storeStep(store.pool, typed(2, 'u2', 'newer'))).toBe('stored')
    expect(await stored(store)).toMatchObject({
      turn: 3,
      texts: [{ question: 'own', text_cipher: 'newer' }],
      inbound: ['u1', 'u2'],
    })
  })

  test('an update that moved nothing is not taken for known afterwards', async () => {
    const store = await open()
    await openRun(store)
    expect(await storeStep(store.pool, typed(5, 'u1'))).toBe('moved')
    expect((await stored(store)).inbound).toEqual([])
    expect(await storeStep(store.pool, typed(1, 'u1'))).toBe('stored')
  })

  test('an answer that is changed replaces the one before, and a text that is taken back goes', async () => {
    const store = await open()
    await openRun(store)
    await storeStep(store.pool, typed(1, 'u1'))
    expect(await storeStep(store.pool, typed(2, 'u2', null))).toBe('stored')
    expect(await stored(store)).toMatchObject({ texts: [], answers: [{ question: 'own' }] })
    const several = ['a', 'b', 'c'].map((question) => ({
      question,
      answer: { status: 'expired' as const, codes: [] },
      textCipher: null,
    }))
    expect(await storeStep(store.pool, step(3, { recorded: several }))).toBe('stored')
    expect(await storeStep(store.pool, step(4, { recorded: [] }))).toBe('stored')
    expect((await stored(store)).answers.map((row) => row.question)).toEqual(['a', 'b', 'c', 'own'])
    expect((await stored(store)).turn).toBe(5)
  })

  test('of fifty taps and fifty texts at once on one turn, one is stored', async () => {
    const store = await open()
    await openRun(store)
    const taps = await Promise.all(Array.from({ length: 50 }, () => storeStep(store.pool, step(1))))
    expect(taps.filter((outcome) => outcome === 'stored')).toHaveLength(1)
    expect(taps.filter((outcome) => outcome === 'moved')).toHaveLength(49)
    const texts = await Promise.all(Array.from({ length: 50 }, (_, i) => storeStep(store.pool, typed(2, `u${i % 10}`))))
    expect(texts.filter((outcome) => outcome === 'stored')).toHaveLength(1)
    expect(texts.filter((outcome) => outcome === 'moved')).toHaveLength(49)
    expect(await stored(store)).toMatchObject({ turn: 3, inbound: [expect.any(String)] })
  })

  test('what a card shows is never set back to an earlier turn', async () => {
    const store = await open()
    await openRun(store)
    const show = (turn: number, cardCipher: string) =>
      markShown(store.pool, [{ organisationId: 'o', runId: 'run1', turn, cardCipher }])
    await show(3, 'third')
    await show(2, 'second')
    expect((await store.pool.query('select card_turn, card_cipher from run')).rows).toEqual([
      { card_turn: 3, card_cipher: 'third' },
    ])
    await show(3, 'third, sent anew')
    expect((await store.pool.query('select card_cipher from run')).rows).toEqual([{ card_cipher: 'third, sent anew' }])
  })
})
