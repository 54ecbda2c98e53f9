import { expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import type { Queryable, StepToStore } from '../../src/store/replies.ts'
import { createTapStore, isTap } from '../../src/store/tap-store.ts'
import type { AnswerStatus, Run } from '../../src/survey/types.ts'
import { openRoundRows } from '../support/round-rows.ts'
import { eachStore } from '../support/stores.ts'

const PEOPLE = 120

const openRuns = (store: Store) => openRoundRows(store, PEOPLE)

function tap(person: number, expectedTurn = 1, status = 'answered'): StepToStore {
  return {
    organisationId: 'o',
    runId: `run${person}`,
    roundId: 'r',
    language: 'nl',
    expectedTurn,
    expectedDisposition: null,
    run: { turn: expectedTurn + 1, disposition: null, at: 'q' } as unknown as Run,
    recorded: [
      { question: 'q', answer: { status: status as AnswerStatus, codes: ['a', `b${person}`] }, textCipher: null },
    ],
    at: Temporal.Instant.from('2026-11-25T19:00:00Z'),
    day: '2026-11-25',
    inbound: null,
  }
}

/** Counts statements on the way to the store. */
function counted(store: Store): Queryable & { statements(): number } {
  let count = 0
  return {
    query: (config) => {
      count += 1
      return store.pool.query(config)
    },
    statements: () => count,
  }
}

const read = async (store: Store, text: string) => (await store.pool.query(text)).rows as Record<string, unknown>[]

eachStore((_kind, open) => {
  test('taps that come together share statements, and each is stored as if it were alone', async () => {
    const store = await open()
    await openRuns(store)
    const line = counted(store)
    const storeTap = createTapStore(line)
    const people = Array.from({ length: PEOPLE }, (_, i) => i + 1)
    expect(await Promise.all(people.map((person) => storeTap(tap(person))))).toEqual(people.map(() => 'stored'))
    expect(line.statements()).toBeLessThan(8)
    expect(await read(store, `select count(*) as n from run where turn = 2 and (state ->> 'turn')::int = 2`)).toEqual([
      { n: PEOPLE },
    ])
    expect(await read(store, `select codes, status, answered_on from answer where run_id = 'run77'`)).toEqual([
      { codes: ['a', 'b77'], status: 'answered', answered_on: '2026-11-25' },
    ])
  })

  test('in one batch, whose run is on another turn moves nothing, and the others are stored', async () => {
    const store = await open()
    await openRuns(store)
    const storeTap = createTapStore(store.pool)
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map((person) => storeTap(tap(person, person % 2 ? 1 : 9))))
    expect(outcomes).toEqual(['stored', 'moved', 'stored', 'moved', 'stored', 'moved'])
    expect(await read(store, 'select run_id from answer order by run_id')).toEqual([
      { run_id: 'run1' },
      { run_id: 'run3' },
      { run_id: 'run5' },
    ])
  })

  test('taps that say who is there are kept with their answers, and taken back with them', async () => {
    const store = await open()
    await openRuns(store)
    const storeTap = createTapStore(store.pool)
    const here = (person: number, turn: number, source: 'tap' | 'said' | null): StepToStore => ({
      ...tap(person, turn),
      presence: { sessionId: 'x', participantId: `p${person}`, source },
    })
    await store.pool.query("insert into presence values ('o', 'x', 'p4', 'link')")
    await Promise.all(
      [here(1, 1, 'tap'), here(2, 1, 'said'), here(3, 9, 'tap'), tap(5), here(4, 1, 'said')].map(storeTap),
    )
    expect(await read(store, 'select participant_id, source from presence order by 1')).toEqual([
      { participant_id: 'p1', source: 'tap' },
      { participant_id: 'p2', source: 'said' },
      { participant_id: 'p4', source: 'link' },
    ])
    await Promise.all([here(1, 2, null), here(2, 2, null), here(4, 2, null), here(6, 1, null)].map(storeTap))
    expect(await read(store, 'select participant_id, source from presence')).toEqual([
      { participant_id: 'p4', source: 'link' },
    ])
  })

  test('fifty taps at once on one run: one moves it, one answer stands', async () => {
    const store = await open()
    await openRuns(store)
    const storeTap = createTapStore(store.pool)
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => storeTap(tap(1))))
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1)
    expect(await read(store, `select turn from run where id = 'run1'`)).toEqual([{ turn: 2 }])
    expect(await read(store, 'select count(*) as n from answer')).toEqual([{ n: 1 }])
  })

  test('one that the database refuses fails alone', async () => {
    const store = await open()
    await openRuns(store)
    const storeTap = createTapStore(store.pool)
    const outcomes = await Promise.allSettled([
      storeTap(tap(1)),
      storeTap(tap(2)),
      storeTap(tap(3)),
      storeTap(tap(4, 1, 'nonsense')),
      storeTap(tap(5)),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(await read(store, `select count(*) as n from run where turn = 2`)).toEqual([{ n: 4 }])
  })

  test('two stores over the same runs do not stop each other', async () => {
    const store = await open()
    await openRuns(store)
    const people = Array.from({ length: PEOPLE }, (_, i) => i + 1)
    const [one, other] = [createTapStore(store.pool), createTapStore(store.pool)]
    const outcomes = await Promise.all([
      ...people.map((person) => one(tap(person))),
      ...people.toReversed().map((person) => other(tap(person))),
    ])
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(PEOPLE)
  })
})

test('typed answers and updates of their own do not share a statement', () => {
  expect(isTap(tap(1))).toBe(true)
  expect(isTap({ ...tap(1), recorded: [] })).toBe(true)
  expect(isTap({ ...tap(1), inbound: { channel: 'telegram', id: '1' } })).toBe(false)
  expect(isTap({ ...tap(1), recorded: [{ ...tap(1).recorded[0]!, textCipher: 'x' }] })).toBe(false)
  expect(isTap({ ...tap(1), recorded: [tap(1).recorded[0]!, tap(1).recorded[0]!] })).toBe(false)
})
