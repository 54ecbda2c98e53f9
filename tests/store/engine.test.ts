import { expect, onTestFinished, test } from 'vitest'
import { SettingsError } from '../../src/errors.ts'
import type { Engine } from '../../src/settings.ts'
import { engineFault } from '../../src/store/engine.ts'
import { openStore } from '../../src/store/open.ts'
import { describeOnServer, freshDatabase } from '../support/postgres.ts'

const POSTGRES = 'PostgreSQL 17.5 on x86_64-pc-linux-gnu, compiled by gcc'
const YUGABYTE = 'PostgreSQL 15.12-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang'
const COCKROACH = (version: string) => `CockroachDB CCL v${version} (x86_64-pc-linux-gnu, built 2025/01/01, go1.22)`
const SERVERS: { is: Engine; version: number; said: string; citus: boolean }[] = [
  { is: 'postgres', version: 170_005, said: POSTGRES, citus: false },
  { is: 'citus', version: 170_005, said: POSTGRES, citus: true },
  { is: 'yugabyte', version: 150_012, said: YUGABYTE, citus: false },
  { is: 'cockroach', version: 130_000, said: COCKROACH('24.3.1'), citus: false },
]

test.each(SERVERS)('a server that is $is is taken under that name alone', ({ is, ...server }) => {
  expect(engineFault(is, server)).toBeNull()
  for (const { is: other } of SERVERS.filter((one) => one.is !== is)) {
    expect(engineFault(other, server)).toMatch(
      new RegExp(
        `^DATABASE_ENGINE: this database is \\w+, and the setting says ${other}.*\\. Set DATABASE_ENGINE=${is}, or .+\\.$`,
      ),
    )
  }
})

test.each([
  [
    'postgres',
    { version: 130_009, said: 'PostgreSQL 13.9', citus: false },
    /^DATABASE_URL: this Postgres is version 13; Pols needs 15 or newer\./,
  ],
  [
    'citus',
    { version: 140_000, said: 'PostgreSQL 14.0', citus: true },
    /^DATABASE_URL: this Postgres is version 14; .* 15/,
  ],
  [
    'yugabyte',
    { version: 110_002, said: 'PostgreSQL 11.2-YB-2.20.1.0-b0', citus: false },
    /this YugabyteDB speaks Postgres 11; .* 15/,
  ],
  [
    'cockroach',
    { version: 130_000, said: COCKROACH('23.2.9'), citus: false },
    /this CockroachDB is version 23\.2; Pols needs 24\.1 or newer\./,
  ],
] as const)('%s that is too old is told in one sentence', (engine, server, sentence) => {
  expect(engineFault(engine, server)).toMatch(sentence)
})

describeOnServer('a setting that does not fit the server', () => {
  test('stops the start before anything is asked of the server', async () => {
    const database = await freshDatabase()
    onTestFinished(database.drop)
    for (const engine of (['citus', 'yugabyte', 'cockroach'] as const).filter((one) => one !== database.engine)) {
      const error = await openStore({ url: database.url, engine }, () => {}).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(SettingsError)
      expect((error as Error).message).toContain(`and the setting says ${engine}`)
    }
    const store = await openStore(database, () => {})
    expect(store.engine).toBe(database.engine)
    await store.close()
  })
})
