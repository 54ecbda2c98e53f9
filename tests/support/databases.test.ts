import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { describeOnServer, emptyDatabase, withDatabase } from './postgres.ts'
import { startPostgres } from './postgres-server.ts'
import { eachStore } from './stores.ts'

eachStore((kind, open) => {
  test('a store starts migrated and empty', async () => {
    const store = await open()
    expect(store.kind).toBe(kind)
    const { rows } = await store.pool.query<{ n: number }>('select count(*)::int as n from organisation')
    expect(rows).toEqual([{ n: 0 }])
  })
})
describeOnServer('a real server', () => {
  test('keeps what it acknowledged on disk, as a production server does', async () => {
    await withDatabase(async (url) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const { rows } = await client.query(
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
      )
      await client.end()
      expect(rows).toEqual([{ fsync: 'on', commit: 'on' }])
    })
  })
  test('gives two tests two databases', async () => {
    const [first, second] = await Promise.all([emptyDatabase(), emptyDatabase()])
    expect(first.url).not.toBe(second.url)
    await Promise.all([first.drop(), second.drop()])
  })
  test('with its files in memory keeps the log of commits on disk, and leaves nothing behind', async () => {
    const server = await startPostgres({ filesInMemory: true })
    const files = realpathSync(join(server.folder, 'data'))
    const commits = realpathSync(join(server.folder, 'data', 'pg_wal'))
    await server.stop()
    expect(commits.startsWith(realpathSync(join(server.folder, '..')))).toBe(true)
    expect([files, commits, server.folder].filter((one) => existsSync(one))).toEqual([])
  })
})
