/** What a connection to the server that ends takes along: the statement or transaction that was on it, and nothing else. */
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { describeOnServer, withDatabase } from '../support/postgres.ts'

describeOnServer('a line that breaks', () => {
  test('between two statements of a transaction: the next one fails, and the process lives', async () => {
    await withDatabase(async (_url, database) => {
      const store = await openStore(database, () => {})
      const client = await store.pool.connect()
      const gone = new Promise<void>((done) => client.once('end', done))
      await client.query('begin')
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      await store.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      await gone
      await expect(client.query('select 1')).rejects.toThrow()
      client.release(true)
      expect((await store.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
      await store.close()
    })
  })
})
