/** What the database throws away because it met other work is done again: on a real server, with real meetings. */
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { again } from '../../src/store/again.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { describeOnServer, freshDatabase } from '../support/postgres.ts'

const LONG = 60_000

async function leases(...names: string[]): Promise<Store> {
  const database = await freshDatabase()
  const store = await openStore(database, () => {})
  onTestFinished(async () => {
    await store.close()
    await database.drop()
  })
  for (const name of names) {
    await store.pool.query(`insert into lease (name, holder, expires_at) values ($1, '', now())`, [name])
  }
  return store
}

/** Lets nobody on until so many are there. */
function gate(wanted: number): () => Promise<void> {
  let here = 0
  let open: () => void
  const opened = new Promise<void>((done) => {
    open = done
  })
  return () => {
    here += 1
    if (here >= wanted) open()
    return opened
  }
}

const holders = async (store: Store) =>
  (await store.pool.query<{ holder: string }>('select holder from lease order by name')).rows.map(
    ({ holder }) => holder,
  )

describeOnServer('a transaction', () => {
  test('that could not have come before or after the other is carried out again, as a whole', async () => {
    const store = await leases()
    const meet = gate(2)
    let tries = 0
    const count = (name: string) =>
      store.db
        .transaction()
        .setIsolationLevel('serializable')
        .execute(async (trx) => {
          tries += 1
          const { rows } = await sql`select name from lease`.execute(trx)
          await meet()
          await sql`insert into lease (name, holder, expires_at) values (${name}, ${String(rows.length)}, now())`.execute(
            trx,
          )
          return rows.length
        })
    const counted = await Promise.all([count('a'), count('b')])
    expect(counted.sort()).toEqual([0, 1])
    expect(tries).toBe(3)
    expect((await holders(store)).sort()).toEqual(['0', '1'])
  })

  test('that is given up in a deadlock is carried out again', { timeout: LONG }, async () => {
    const store = await leases('a', 'b')
    const meet = gate(2)
    let tries = 0
    const write = (first: string, second: string, mark: string) =>
      store.db.transaction().execute(async (trx) => {
        tries += 1
        await sql`update lease set holder = holder || ${mark} where name = ${first}`.execute(trx)
        await meet()
        await sql`update lease set holder = holder || ${mark} where name = ${second}`.execute(trx)
      })
    await Promise.all([write('a', 'b', '1'), write('b', 'a', '2')])
    expect(tries).toBe(3)
    const [a, b] = await holders(store)
    // One came wholly before the other.
    expect(a).toBe(b)
    expect([...a!].sort()).toEqual(['1', '2'])
  })

  test('that fails for another reason, or is begun on a connection, is carried out once', async () => {
    const store = await leases('a')
    let tries = 0
    const taken = store.db.transaction().execute(async (trx) => {
      tries += 1
      await sql`insert into lease (name, holder, expires_at) values ('a', '', now())`.execute(trx)
    })
    await expect(taken).rejects.toThrow(/duplicate key/)
    const thrown = store.db.connection().execute((own) =>
      own.transaction().execute(async () => {
        tries += 1
        throw Object.assign(new Error('met'), { code: '40001' })
      }),
    )
    await expect(thrown).rejects.toThrow('met')
    expect(tries).toBe(2)
  })
})

describeOnServer('a statement by itself', () => {
  const STATEMENT = `select name from lease order by name desc for update`
  test.each([
    ['asked of the pool', (store: Store) => store.pool.query(STATEMENT)],
    ['built with kysely', (store: Store) => sql.raw(STATEMENT).execute(store.db)],
  ])('that is given up in a deadlock is carried out again: %s', { timeout: LONG }, async (_, ask) => {
    const store = await leases('a', 'b')
    const other = await store.pool.connect()
    await other.query('begin')
    // Whoever looks first gives up: not this one.
    await other.query(`set local deadlock_timeout = '25s'`)
    await other.query(`select name from lease where name = 'a' for update`)
    const asked = ask(store)
    for (let waiting = false; !waiting; ) {
      const { rows } = await store.pool.query(`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%desc for update%' and pid <> pg_backend_pid()`)
      waiting = rows.length > 0
    }
    await other.query(`update lease set holder = 'other' where name = 'b'`)
    await other.query('commit')
    other.release()
    expect((await asked).rows).toEqual([{ name: 'b' }, { name: 'a' }])
    expect(await holders(store)).toEqual(['', 'other'])
  })
})

test('only what left nothing behind is tried again, and not for ever', async () => {
  const tried = async (code: string | undefined) => {
    let tries = 0
    const fails = again(async () => {
      tries += 1
      throw Object.assign(new Error('no'), { code })
    })
    await expect(fails).rejects.toThrow('no')
    return tries
  }
  expect(await tried('40001')).toBe(8)
  // Nobody knows whether it was done; taken already; a line that broke.
  expect(await tried('40003')).toBe(1)
  expect(await tried('23505')).toBe(1)
  expect(await tried(undefined)).toBe(1)
})
