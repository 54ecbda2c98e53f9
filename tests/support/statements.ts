/** Counts what a store is asked. */
import type { PoolClient } from 'pg'
import type { Store } from '../../src/store/open.ts'

/** @returns how many statements came since it was asked last */
export function countStatements(store: Store): () => number {
  const heard = new WeakSet<PoolClient>()
  let count = 0
  store.pool.on('acquire', (client) => {
    if (heard.has(client)) return
    heard.add(client)
    const query = client.query as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      count += 1
      return query.apply(client, given)
    }) as never
  })
  return () => {
    const now = count
    count = 0
    return now
  }
}
