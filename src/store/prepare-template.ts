/** A prepared, migrated, empty embedded database: a first start copies it, and takes a second instead of five. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { MIGRATIONS } from '../../migrations/index.ts'
import { templateFolder } from './embedded.ts'

/** Makes the template of exactly this version and schema, if it is not there yet, and drops older ones. */
export async function prepareTemplate(): Promise<void> {
  const folder = templateFolder()
  if (!existsSync(folder)) await prepare(folder)
}

/** Made beside its name first, so that nobody copies half of one. */
async function prepare(folder: string): Promise<void> {
  const half = `${folder}.${process.pid}`
  mkdirSync(dirname(folder), { recursive: true })
  for (const old of readdirSync(dirname(folder))) {
    // One that another process is making ends in its process number.
    if (!/\.\d+$/.test(old) && old.startsWith('pglite-'))
      rmSync(join(dirname(folder), old), { recursive: true, force: true })
  }
  const pglite = await PGlite.create(half)
  const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1 } as pg.PoolConfig)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } }).migrateToLatest()
  if (error) throw error
  await pool.query('checkpoint')
  await db.destroy()
  await pglite.close()
  try {
    renameSync(half, folder)
  } catch (error) {
    // Another process was a moment earlier, with the same.
    if (!existsSync(folder)) throw error
    rmSync(half, { recursive: true, force: true })
  }
}
