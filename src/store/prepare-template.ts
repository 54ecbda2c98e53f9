/** Run after installing: prepares a migrated, empty embedded database, so that a first start takes a second instead of five. */

import { existsSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { MIGRATIONS } from '../../migrations/index.ts'
import { saveTemplate, templatePath } from './embedded.ts'

try {
  if (!existsSync(templatePath())) await prepare()
} catch (error) {
  // Without it everything works, only the first start takes longer; installing must not fail for that.
  console.error(
    `The template of the embedded database was not prepared (${(error as Error).message.slice(0, 200)}); the first start takes a few seconds more.`,
  )
}

async function prepare(): Promise<void> {
  const pglite = await PGlite.create()
  const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1 } as pg.PoolConfig)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } }).migrateToLatest()
  if (error) throw error
  await pool.query('checkpoint')
  const dump = await pglite.dumpDataDir('none')
  saveTemplate(new Uint8Array(await dump.arrayBuffer()))
  await db.destroy()
  await pglite.close()
}
