import { expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import type { Queryable } from '../../src/store/replies.ts'
import { createRunReader } from '../../src/store/run-reader.ts'
import { openRoundRows } from '../support/round-rows.ts'
import { eachStore } from '../support/stores.ts'

const PEOPLE = 60
const RULES = '{}'

/** Runs that may be read whatever the rules are, for they ended; the last person has no contact any more. */
async function endedRuns(store: Store): Promise<void> {
  await openRoundRows(store, PEOPLE)
  for (const statement of [
    `update run set disposition = 'stopped'`,
    `insert into contact (id, channel, address_hash, address_cipher, state) select 'c' || n, 'web', 'hash' || n, 'cipher' || n, 'reachable' from generate_series(1, ${PEOPLE - 1}) as n`,
    `insert into contact_link (contact_id, organisation_id, participant_id) select 'c' || n, 'o', 'p' || n from generate_series(1, ${PEOPLE - 1}) as n`,
  ])
    await store.pool.query(statement)
}

/** Counts statements on the way to the store, and lets one of them fail. */
function counted(store: Store) {
  let count = 0
  let broken = 0
  const db: Queryable = {
    query: (config) => {
      count += 1
      return count === broken ? Promise.reject(new Error('the line broke')) : store.pool.query(config)
    },
  }
  return {
    db,
    statements: () => count,
    breakAt: (statement: number) => {
      broken = statement
    },
  }
}

eachStore((_kind, open) => {
  test('runs that are asked for together share statements, and each gets its own', async () => {
    const store = await open()
    await endedRuns(store)
    const line = counted(store)
    const read = createRunReader(line.db)
    const ids = Array.from({ length: PEOPLE }, (_, i) => `run${i + 1}`)
    const rows = await Promise.all([...ids, 'run7', 'nobody'].map((id) => read(id, RULES)))
    expect(rows.map((row) => row?.address_hash)).toEqual([
      ...ids.slice(0, -1).map((_, i) => `hash${i + 1}`),
      undefined,
      'hash7',
      undefined,
    ])
    expect(line.statements()).toBeLessThan(5)
  })

  test('each is read under the rules it was asked with', async () => {
    const store = await open()
    await endedRuns(store)
    const asked: unknown[] = []
    const read = createRunReader({
      query: (config) => {
        asked.push(config.values)
        return store.pool.query(config)
      },
    })
    await Promise.all(['a', 'b', 'a', 'b', 'a'].map((day, at) => read(`run${at}`, `{"${day}":{}}`)))
    expect(asked).toEqual([
      [['run0'], '{"a":{}}'],
      [['run1'], '{"b":{}}'],
      [['run2', 'run4'], '{"a":{}}'],
      [['run3'], '{"b":{}}'],
    ])
  })

  test('a line that breaks fails all who were on it, and nobody else', async () => {
    const store = await open()
    await endedRuns(store)
    const line = counted(store)
    const read = createRunReader(line.db)
    line.breakAt(3)
    const ended = await Promise.allSettled(['run1', 'run2', 'run3', 'run4'].map((id) => read(id, RULES)))
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    expect(line.statements()).toBe(3)
    expect(await read('run3', RULES)).toMatchObject({ id: 'run3' })
  })
})
