/** A new secret key: nothing stays under the old one, nothing is lost, and a crash leaves all under one of the two. */
import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { joinToken, readJoinLink } from '../../src/people/join-links.ts'
import { holdKey, keyFits } from '../../src/people/key-check.ts'
import { rotateKey } from '../../src/people/rotation.ts'
import { BY_ITSELF, FOLLOWERS, REWRITINGS, UNKEYED, VOIDED } from '../../src/people/rotation-columns.ts'
import { createVault } from '../../src/people/vault.ts'
import type { Store } from '../../src/store/open.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { dump } from '../support/person-rows.ts'
import { eachStore, oneStore } from '../support/stores.ts'
import { keyedRows } from './keyed-rows.ts'

const NEW = 'another secret, which is also long enough'
const NOW = Temporal.Instant.from('2026-11-25T17:00:00Z')

/** A database each, and thousands of rows: a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 })

async function begin(open: () => Promise<Store>, people?: number) {
  const ground = makeGround(await open())
  const plain = await keyedRows(ground, people)
  return { ground, plain, to: createVault(NEW) }
}

eachStore((_kind, open) => {
  test('all of it opens with the new key, and no value of the old one is anywhere', async () => {
    const { ground, plain, to } = await begin(open)
    const before = await keyedValues(ground)
    expect(before.size).toBeGreaterThan(35)
    const done = await rotateKey(ground, to, NOW)
    expect(done).toMatchObject({ unreadable: 0, relink: 0, rewritten: plain.length })
    for (const { table, column, plain: words, open: read } of plain) {
      const ciphers = await column_(ground, table, column)
      expect(
        ciphers.some((cipher) => attempt(() => read(to, cipher)) === words),
        `${table}.${column}`,
      ).toBe(true)
      expect(
        ciphers.some((cipher) => attempt(() => read(ground.vault, cipher)) !== null),
        `${table}.${column}`,
      ).toBe(false)
    }
    const after = await dump(ground)
    expect([...before].filter(([value]) => after.includes(value)).map(([, where]) => where)).toEqual([])
    expect(await keyFits(ground.store.db, to)).toBe('fits')
    expect(await keyFits(ground.store.db, ground.vault)).toBe('other')

    // People are found again, and who proposed what is known as before.
    const staff = to.hashAddress({ channel: 'telegram', id: 'staff-1' })
    expect(await column_(ground, 'staff', 'address_hash')).toEqual([staff])
    expect(await column_(ground, 'staff_chat', 'address_hash')).toEqual([staff])
    expect(await column_(ground, 'contact', 'address_hash')).toContain(
      to.hashAddress({ channel: 'telegram', id: 'contact-2' }),
    )
    expect(await column_(ground, 'place', 'community_hash')).toEqual([to.hashCommunity('server-1')])
    expect(await column_(ground, 'survey_proposal', 'made_key')).toEqual([staff])
    expect(await column_(ground, 'survey_proposal', 'proposed_key')).toEqual([null])
    expect(await column_(ground, 'data_agreement', 'proposed_key')).toEqual([staff])
    expect(await column_(ground, 'asked', 'id')).toContain(to.hashToken('asked:ro'))
    expect(await column_(ground, 'pace', 'scope')).toEqual([''])
  })

  test('cut off in the middle, all stays under the old key', async () => {
    const { ground, to } = await begin(open)
    const before = await dump(ground)
    // Names for records are the last but a few things that are made: nearly all is written by then.
    const failing: TestGround = {
      ...ground,
      newId: () => {
        throw new Error('cut')
      },
    }
    await expect(rotateKey(failing, to, NOW)).rejects.toThrow('cut')
    expect(await dump(ground)).toBe(before)
    expect(await rotateKey(ground, to, NOW)).toMatchObject({ unreadable: 0 })
  })
})

oneStore((open) => {
  test('a link on a wall works on; codes, personal links and keys for data do not, and are counted', async () => {
    const { ground, to } = await begin(open)
    const wall = await joinToken(ground, 'xy')
    const done = await rotateKey(ground, to, NOW)
    if (done === 'running') throw new Error('nobody else runs')
    expect(done.voided).toEqual({
      ...{ join_link: 0, one_time_link: 1, staff_link: 1, link_code: 1, invitation: 1, joint_code: 1, data_token: 1 },
    })
    const anew: TestGround = { ...ground, vault: to }
    expect(await readJoinLink(anew, wall)).toEqual({ organisationId: 'xy', sessionId: null, once: null })
    // The new year's link is another, and both work.
    const fresh = await joinToken(anew, 'xy')
    expect(fresh).not.toBe(wall)
    expect(await readJoinLink(anew, fresh)).toMatchObject({ organisationId: 'xy' })
    expect(await column_(ground, 'data_token', 'revoked_at')).not.toContain(null)
    expect(await column_(ground, 'invitation', 'used_at')).not.toContain(null)
    // A third key cannot make what the first made: that link goes, and is counted.
    const third = await rotateKey(anew, createVault(`${NEW}!`), NOW)
    expect(third).toMatchObject({ voided: { join_link: 1 } })
  })

  test('where somebody is at work, nothing is touched', async () => {
    const { ground, to } = await begin(open)
    for (const name of ['ear', 'another']) {
      await sql`delete from lease`.execute(ground.store.db)
      await sql`insert into lease values (${name}, 'someone', ${NOW.add({ seconds: 5 }).toString()})`.execute(
        ground.store.db,
      )
      const before = await dump(ground)
      expect(await rotateKey(ground, to, NOW)).toBe('running')
      const left = await dump(ground)
      if (name === 'ear') expect(left).toBe(before)
      expect(await column_(ground, 'contact', 'address_hash')).toContain(
        ground.vault.hashAddress({ channel: 'telegram', id: 'contact-0' }),
      )
    }
    // That last night's copy was made does not mean that somebody is there.
    await sql`insert into lease values ('backup', 'someone', ${NOW.add({ hours: 20 }).toString()})`.execute(
      ground.store.db,
    )
    expect(await rotateKey(ground, to, NOW.add({ seconds: 6 }))).toMatchObject({ unreadable: 0 })
    expect(await column_(ground, 'lease', 'name')).not.toContain('ear')
  })

  test('more rows than fit in one page', async () => {
    const { ground, to } = await begin(open)
    const rows = Array.from({ length: 2500 }, (_, n) => ({ channel: 'web' as const, id: `web-${n}` }))
    await sql`insert into contact (id, channel, address_hash, address_cipher, state)
      select id, 'web', hash, cipher, 'reachable' from unnest(${rows.map(({ id }) => id)}::text[],
        ${rows.map(ground.vault.hashAddress)}::text[], ${rows.map(ground.vault.encryptAddress)}::text[]) as v (id, hash, cipher)`.execute(
      ground.store.db,
    )
    await rotateKey(ground, to, NOW)
    const found = await sql<{ id: string; address_hash: string; address_cipher: string }>`
      select id, address_hash, address_cipher from contact where channel = 'web'`.execute(ground.store.db)
    expect(found.rows).toHaveLength(2500)
    for (const row of found.rows) {
      expect(to.decryptAddress(row.address_cipher)).toEqual({ channel: 'web', id: row.id })
      expect(row.address_hash).toBe(to.hashAddress({ channel: 'web', id: row.id }))
    }
  })

  test('what nobody can read any more stays as it is, and is counted', async () => {
    const ground = makeGround(await open())
    await keyedRows(ground)
    await sql`update open_text set text_cipher = 'AAAA'`.execute(ground.store.db)
    expect(await rotateKey(ground, createVault(NEW), NOW)).toMatchObject({ unreadable: 1 })
    expect(await column_(ground, 'open_text', 'text_cipher')).toEqual(['AAAA'])
  })

  test('a server that was linked before its id was kept is counted: it has to be linked again', async () => {
    const ground = makeGround(await open())
    await keyedRows(ground)
    await sql`update place set community_cipher = null`.execute(ground.store.db)
    expect(await rotateKey(ground, createVault(NEW), NOW)).toMatchObject({ relink: 1 })
    expect(await column_(ground, 'place', 'community_hash')).toEqual([null])
  })

  test('every column of the schema that holds something keyed is in the list', async () => {
    const { rows } = await sql<{ name: string }>`select table_name || '.' || column_name as name
      from information_schema.columns where table_schema = 'public'
        and (column_name ~ '(^|_)(cipher|hash)$' or column_name ~ '_key$') order by 1`.execute((await open()).db)
    const listed = new Set([
      ...REWRITINGS.flatMap(({ table, reads, writes }) => [...reads, ...writes].map((name) => `${table}.${name}`)),
      ...[...FOLLOWERS, ...VOIDED].map(({ table, column }) => `${table}.${column}`),
      ...[...BY_ITSELF, ...UNKEYED],
    ])
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([])
  })

  describe('another key than the data was written with', () => {
    test('is refused, also when the known words were not kept yet', async () => {
      const ground = makeGround(await open())
      await keyedRows(ground)
      const other = createVault(NEW)
      expect(await keyFits(ground.store.db, other)).toBe('other')
      await expect(holdKey(ground.store.db, other)).rejects.toThrow(/^POLS_SECRET_KEY: .*another key/)
      await holdKey(ground.store.db, ground.vault)
      await expect(holdKey(ground.store.db, other)).rejects.toThrow(/^POLS_SECRET_KEY: .*another key/)
      await holdKey(ground.store.db, ground.vault)
    })
    test('is refused on an empty database too, once it was opened with a key', async () => {
      const { db } = await open()
      await holdKey(db, createVault(NEW))
      await expect(holdKey(db, createVault(`${NEW}!`))).rejects.toThrow('another key')
    })
  })
})

/** Values in columns that the key has a part in, with where they stand. */
async function keyedValues(ground: TestGround): Promise<Map<string, string>> {
  const where = [
    ...REWRITINGS.flatMap(({ table, writes }) => writes.map((column) => ({ table, column }))),
    ...[...FOLLOWERS, ...VOIDED],
    ...BY_ITSELF.map((name) => ({ table: name.split('.')[0]!, column: name.split('.')[1]! })),
  ]
  const values = new Map<string, string>()
  for (const { table, column } of where)
    for (const value of (await column_(ground, table, column)).map(bare))
      if (value) values.set(value, `${table}.${column}`)
  return values
}

/** Without the JSON around it. */
const bare = (value: string | { sealed: string }): string => (typeof value === 'object' ? value?.sealed : value)

async function column_(ground: TestGround, table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`select ${sql.ref(column)} as value from ${sql.table(table)}`.execute(
    ground.store.db,
  )
  return rows.map(({ value }) => value)
}

function attempt(open: () => string): string | null {
  try {
    return open()
  } catch {
    return null
  }
}
