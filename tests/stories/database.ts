/** A database of a story's own on the real server, with a line into it to see what is stored. */
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../support/postgres.ts'

export const ownDatabase = async () => lineTo(await freshDatabase())

/** A line into this database, which is dropped when the test ends. */
export async function lineTo(database: FreshDatabase) {
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  onTestFinished(async () => {
    await client.end().catch(() => {})
    await database.drop()
  })
  return {
    url: database.url,
    run: (statement: string, values: unknown[] = []) => client.query(statement, values),
    /** Rows of `from`, which may carry a condition. */
    count: async (from: string) =>
      Number((await client.query<{ n: string }>(`select count(*) as n from ${from}`)).rows[0]!.n),
  }
}
