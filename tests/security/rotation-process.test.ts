/** `pols rotate-key` as somebody types it: on both stores, while Pols runs, twice, and killed in the middle. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { keyFits } from '../../src/people/key-check.ts'
import { createVault } from '../../src/people/vault.ts'
import { migrate, openStore } from '../../src/store/open.ts'
import { ROOT } from '../support/house-rules.ts'
import { quickFolder } from '../support/memory.ts'
import { ask, describeOnServer, freshDatabase } from '../support/postgres.ts'
import { launch, plainEnvironment } from '../support/process.ts'

const LONG = { timeout: 300_000 }
const OLD = 'the first key, of more than thirty-two signs'
const NEW = 'the second key, of more than thirty-two signs'
const PEOPLE = 4000

beforeAll(() => ask('/template'))

function pols(args: string[], environment: Record<string, string>) {
  const running = launch(
    process.execPath,
    [join(ROOT, 'src', 'main.ts'), ...args],
    plainEnvironment({ PORT: '0', ...environment }),
  )
  onTestFinished(() => running.end())
  return running
}

type At = { url: string } | { folder: string }

/** Many people under a key, and the known words. */
async function fill(at: At, secret: string): Promise<void> {
  const store = await openStore(at, () => {})
  await migrate(store)
  const vault = createVault(secret)
  const addresses = Array.from({ length: PEOPLE }, (_, n) => ({ channel: 'telegram' as const, id: String(n) }))
  await store.pool.query(
    `insert into contact (id, channel, address_hash, address_cipher, state)
     select id, 'telegram', hash, cipher, 'reachable' from unnest($1::text[], $2::text[], $3::text[]) as v (id, hash, cipher)`,
    [addresses.map(({ id }) => `c${id}`), addresses.map(vault.hashAddress), addresses.map(vault.encryptAddress)],
  )
  await store.close()
}

/** With which of these keys every one of them opens; a mixture throws. */
async function under(at: At, ...secrets: string[]): Promise<string> {
  const store = await openStore(at, () => {})
  try {
    const { rows } = await store.pool.query<{ address_hash: string; address_cipher: string }>(
      'select address_hash, address_cipher from contact',
    )
    expect(rows).toHaveLength(PEOPLE)
    const fitting = secrets.filter((secret) => {
      const vault = createVault(secret)
      return rows.every(({ address_hash, address_cipher }) => {
        try {
          return vault.hashAddress(vault.decryptAddress(address_cipher)) === address_hash
        } catch {
          return false
        }
      })
    })
    expect(fitting).toHaveLength(1)
    expect(await keyFits(store.db, createVault(fitting[0]!))).toBe('fits')
    return fitting[0]!
  } finally {
    await store.close()
  }
}

test(
  'with a key that is kept: killed at the worst moments, then done, and Pols starts with what there is',
  LONG,
  async () => {
    const folder = quickFolder('pols-rotate-')
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = (name: string) => join(folder, name)
    writeFileSync(path('secret.key'), `${OLD}\n`, { mode: 0o600 })
    await fill({ folder }, OLD)
    const keys = () =>
      ['secret.key', 'secret.key.next']
        .filter((name) => existsSync(path(name)))
        .map((name) => readFileSync(path(name), 'utf8').trim())

    // The new key is laid beside the old one before anything is written with it: from there on a kill may come anywhere.
    for (const wait of [0, 150, 400]) {
      const cut = pols(['rotate-key'], { DATA_DIR: folder })
      while (
        !existsSync(path('secret.key.next')) &&
        !(await Promise.race([cut.ended.then(() => true), delay(5, false)]))
      ) {
        // Looks again.
      }
      await delay(wait)
      cut.kill('SIGKILL')
      await cut.ended
      await under({ folder }, ...keys())
    }

    const done = await pols(['rotate-key', '--json'], { DATA_DIR: folder }).ended
    expect(done).toMatchObject({ code: 0 })
    expect(JSON.parse(done.said)).toMatchObject({ already: false, unreadable: 0 })
    expect(JSON.parse(done.said).rewritten).toBeGreaterThanOrEqual(PEOPLE)
    expect(existsSync(path('secret.key.next'))).toBe(false)
    const [kept] = keys()
    expect(kept).not.toBe(OLD)
    expect(await under({ folder }, OLD, kept!)).toBe(kept)

    const house = pols(['start', '--json'], { DATA_DIR: folder })
    await house.says(/"ready":true/)
    const refused = await pols(['rotate-key'], { DATA_DIR: folder }).ended
    expect(refused).toMatchObject({ code: 2, said: '' })
    expect(refused.complained).toContain('Pols draait nog')
    expect(readFileSync(path('secret.key'), 'utf8').trim()).toBe(kept)
  },
)

describeOnServer('on a server', () => {
  test(
    'with a key that is a setting: killed in the middle, then done, twice, and the old one is refused',
    LONG,
    async () => {
      const database = await freshDatabase()
      onTestFinished(() => database.drop())
      const at = { url: database.url }
      await fill(at, OLD)
      const environment = { DATABASE_URL: database.url, POLS_SECRET_KEY: OLD, POLS_NEW_SECRET_KEY: NEW }

      const cut = pols(['rotate-key'], environment)
      await inTransaction(at)
      cut.kill('SIGKILL')
      await cut.ended
      await under(at, OLD, NEW)

      const lacking = await pols(['rotate-key'], { DATABASE_URL: database.url, POLS_SECRET_KEY: OLD }).ended
      expect(lacking.code).toBe(1)
      expect(lacking.complained).toMatch(/POLS_NEW_SECRET_KEY: is needed|another key/)

      expect(await pols(['rotate-key'], environment).ended).toMatchObject({ code: 0 })
      expect(await under(at, OLD, NEW)).toBe(NEW)
      const again = await pols(['rotate-key', '--json'], environment).ended
      expect(JSON.parse(again.said)).toEqual({ already: true })
      const old = await pols(['status'], { DATABASE_URL: database.url, POLS_SECRET_KEY: OLD }).ended
      expect(old).toMatchObject({ code: 1, said: '' })
      expect(old.complained).toMatch(/^POLS_SECRET_KEY: this database was written with another key/)
      expect(old.complained).not.toContain(OLD)
      expect(await pols(['status'], { DATABASE_URL: database.url, POLS_SECRET_KEY: NEW }).ended).toMatchObject({
        code: 0,
      })
    },
  )
})

/** Resolves when somebody else has begun to write in a transaction of its own. */
async function inTransaction(at: { url: string }): Promise<void> {
  const store = await openStore(at, () => {})
  try {
    for (;;) {
      // Whoever changes the key cuts off all others, this line too.
      const { rows } = await untilAnswered(() =>
        store.pool.query(
          `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
           and query ilike '%update "contact"%' and xact_start is not null`,
        ),
      )
      if (rows.length > 0) return
      await delay(5)
    }
  } finally {
    await store.close()
  }
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch {
      await delay(5)
    }
  }
}
