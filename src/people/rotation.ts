/**
 * A new secret key: everything that the old one wrote is written anew, in one transaction, so that a crash leaves all
 * of it under one of the two. Nobody else may be at work meanwhile; the lease of the ear tells, and is held.
 */
import { type Kysely, sql } from 'kysely'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import { keepKeyCheck } from './key-check.ts'
import { cutOffOthers } from './key-watch.ts'
import { FOLLOWERS, type KeyPair, REWRITINGS, type Rewriting, type Values, VOIDED } from './rotation-columns.ts'
import type { Vault } from './vault.ts'

export type Rotated = {
  /** Values that were written anew. */
  rewritten: number
  /** Values that the old key could not open either: they stay as they are. */
  unreadable: number
  /** Links, codes and keys for data that stopped working, by table. */
  voided: Record<string, number>
  /** Groups and channels whose server has to be linked again for `/meedoen` to be found there. */
  relink: number
}

/**
 * @param to of the new key; the old one is the ground's own
 * @param now on the system's clock: leases are kept on that
 * @returns running: another process is at work on this database, nothing was touched
 */
export async function rotateKey(ground: Ground, to: Vault, now: Temporal.Instant): Promise<Rotated | 'running'> {
  const keys: KeyPair = { from: ground.vault, to }
  return ground.store.db.transaction().execute(async (trx) => {
    if (!(await standAlone(trx, now))) return 'running'
    // Who was frozen, and wakes up now, finds no line open, and opens none before this is done.
    await keepKeyCheck(trx, to)
    if (ground.store.kind === 'server') await cutOffOthers(trx)
    const done: Rotated = { rewritten: 0, unreadable: 0, voided: {}, relink: await placesToRelink(trx) }
    const moved = new Map<string, string>()
    for (const rewriting of REWRITINGS) await rewriteTable(trx, rewriting, keys, done, moved)
    await followAddresses(trx, moved)
    await resealDrafts(trx, keys, done)
    await renameAsked(trx, keys)
    await keepJoinLinks(trx, keys, done)
    for (const { table, column, left } of VOIDED)
      done.voided[table] = await voidTokens(trx, ground, table, column, left)
    await sql`delete from pace where scope <> ''`.execute(trx)
    await sql`delete from fleeting`.execute(trx)
    await sql`delete from lease where name = ${EAR}`.execute(trx)
    return done
  })
}

/**
 * Takes the lease of the ear where nobody has any: who starts meanwhile waits for this transaction. The lease of a
 * night's copy says that it was made, not that somebody is there.
 */
async function standAlone(trx: Kysely<Tables>, now: Temporal.Instant): Promise<boolean> {
  const held = await sql`select 1 from lease
    where expires_at > ${now.toString()}::timestamptz and name <> ${BACKUP} limit 1`.execute(trx)
  if (held.rows.length > 0) return false
  const until = now.add({ minutes: 10 }).toString()
  const taken = await sql`insert into lease (name, holder, expires_at)
    values (${EAR}, 'rotate-key', ${until}::timestamptz)
    on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
    where lease.expires_at <= ${now.toString()}::timestamptz returning name`.execute(trx)
  return taken.rows.length > 0
}

/** Pages of rows in the order of their key, so that memory does not grow with the table. */
async function rewriteTable(
  trx: Kysely<Tables>,
  rewriting: Rewriting,
  keys: KeyPair,
  done: Rotated,
  moved: Map<string, string>,
): Promise<void> {
  const { table, key, reads, writes } = rewriting
  const names = [...new Set([...key, ...reads])]
  let last: (string | null)[] | null = null
  for (;;) {
    const after: ReturnType<typeof sql> = last
      ? sql`where (${sql.join(key.map((name) => sql.ref(name)))}) > (${sql.join(last)})`
      : sql``
    const page: { rows: Values[] } = await sql<Values>`select ${sql.join(names.map((name) => sql.ref(name)))}
      from ${sql.table(table)} ${after} order by ${sql.join(key.map((name) => sql.ref(name)))} limit ${PAGE}`.execute(
      trx,
    )
    const anew = page.rows.flatMap((row) => {
      const values = rewriteRow(rewriting, row, keys, done)
      if (NAMED.has(table) && values?.address_hash && row.address_hash) moved.set(row.address_hash, values.address_hash)
      return values ? [{ row, values }] : []
    })
    if (anew.length > 0) {
      const columns = [
        ...key.map((name) => ({ name, of: anew.map(({ row }) => row[name]) })),
        ...writes.map((name) => ({ name: `new_${name}`, of: anew.map(({ values }) => values[name] ?? null) })),
      ]
      await sql`update ${sql.table(table)} as t
        set ${sql.join(writes.map((name) => sql`${sql.ref(name)} = v.${sql.ref(`new_${name}`)}`))}
        from unnest(${sql.join(columns.map(({ of }) => sql`${of}::text[]`))})
          as v (${sql.join(columns.map(({ name }) => sql.ref(name)))})
        where ${sql.join(
          key.map((name) => sql`t.${sql.ref(name)} = v.${sql.ref(name)}`),
          sql` and `,
        )}`.execute(trx)
    }
    if (page.rows.length < PAGE) return
    last = key.map((name) => page.rows.at(-1)![name] ?? null)
  }
}

/** Null for a row in which nothing was written, or nothing that can be read. */
function rewriteRow(rewriting: Rewriting, row: Values, keys: KeyPair, done: Rotated): Values | null {
  if (rewriting.reads.every((name) => rewriting.key.includes(name) || row[name] === null)) return null
  try {
    const values = rewriting.rewrite(row, keys)
    done.rewritten += 1
    return values
  } catch {
    done.unreadable += 1
    return null
  }
}

/** Where somebody was in their chat, and who proposed what. */
async function followAddresses(trx: Kysely<Tables>, moved: ReadonlyMap<string, string>): Promise<void> {
  const following = [{ table: 'staff_chat', column: 'address_hash' }, ...FOLLOWERS]
  for (const { table, column } of following) {
    const [at, name] = [sql.table(table), sql.ref(column)]
    const held = await sql<{
      hash: string
    }>`select distinct ${name} as hash from ${at} where ${name} is not null`.execute(trx)
    const known = held.rows.filter(({ hash }) => moved.has(hash))
    const lost = held.rows.filter(({ hash }) => !moved.has(hash)).map(({ hash }) => hash)
    const [before, after] = [known.map(({ hash }) => hash), known.map(({ hash }) => moved.get(hash)!)]
    await sql`update ${at} as t set ${name} = v.new_hash from unnest(${before}::text[], ${after}::text[])
      as v (old_hash, new_hash) where t.${name} = v.old_hash`.execute(trx)
    if (table === 'staff_chat') await sql`delete from ${at} where ${name} = any(${lost}::text[])`.execute(trx)
    else await sql`update ${at} set ${name} = null where ${name} = any(${lost}::text[])`.execute(trx)
  }
}

/** What somebody is still writing; few of them, for they live a day. */
async function resealDrafts(trx: Kysely<Tables>, { from, to }: KeyPair, done: Rotated): Promise<void> {
  const held = await sql<{ cipher: string }>`select draft ->> 'sealed' as cipher from staff_chat
    where draft ->> 'sealed' is not null`.execute(trx)
  for (const { cipher } of held.rows) {
    try {
      const sealed = to.encryptText(from.decryptText(cipher))
      await sql`update staff_chat set draft = ${JSON.stringify({ sealed })}::jsonb
        where draft ->> 'sealed' = ${cipher}`.execute(trx)
      done.rewritten += 1
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      done.unreadable += 1
    }
  }
}

/** The ledger of the cap names a round by keyed hash; of a round that is gone, any name will do. */
async function renameAsked(trx: Kysely<Tables>, { from, to }: KeyPair): Promise<void> {
  const held = await sql<{ id: string }>`select distinct id from asked`.execute(trx)
  const rounds = await sql<{ id: string }>`select id from round`.execute(trx)
  const names = new Map(rounds.rows.map(({ id }) => [from.hashToken(`asked:${id}`), to.hashToken(`asked:${id}`)]))
  const before = held.rows.map(({ id }) => id)
  const after = before.map((id) => names.get(id) ?? to.hashToken(id))
  await sql`update asked as t set id = v.new_id from unnest(${before}::text[], ${after}::text[]) as v (old_id, new_id)
    where t.id = v.old_id`.execute(trx)
}

/**
 * Links on a wall and QR codes of a session work on till they run out: their token can be made from the old key, and is
 * no secret of anybody. What an earlier key made cannot, and goes.
 */
async function keepJoinLinks(trx: Kysely<Tables>, { from, to }: KeyPair, done: Rotated): Promise<void> {
  const links = await trx.selectFrom('join_link').select(['token_hash', 'id']).execute()
  const kept = links.filter(({ id, token_hash }) => from.hashToken(from.token('join', id)) === token_hash)
  const gone = links.filter((link) => !kept.includes(link)).map(({ token_hash }) => token_hash)
  await sql`delete from join_link where token_hash = any(${gone}::text[])`.execute(trx)
  done.voided.join_link = gone.length
  await sql`update join_link as t set token_hash = v.new_hash
    from unnest(${kept.map(({ token_hash }) => token_hash)}::text[],
      ${kept.map(({ id }) => to.hashToken(from.token('join', id)))}::text[]) as v (old_hash, new_hash)
    where t.token_hash = v.old_hash`.execute(trx)
}

/** @returns how many could still have been used */
async function voidTokens(
  trx: Kysely<Tables>,
  ground: Ground,
  table: (typeof VOIDED)[number]['table'],
  column: string,
  left: 'delete' | 'record',
): Promise<number> {
  const at = sql.table(table)
  const open = table === 'data_token' ? sql`revoked_at is null` : sql`used_at is null`
  const now = ground.clock.now().toString()
  const inTime = table === 'data_token' ? sql`true` : sql`expires_at > ${now}::timestamptz`
  const count = await sql<{ n: number }>`select count(*)::int as n from ${at} where ${open} and ${inTime}`.execute(trx)
  if (table === 'data_token')
    await sql`update data_token set revoked_at = ${now}::timestamptz where ${open}`.execute(trx)
  else await sql`delete from ${at} where ${open}`.execute(trx)
  if (left === 'delete') await sql`delete from ${at}`.execute(trx)
  const rest = await sql<{ hash: string }>`select ${sql.ref(column)} as hash from ${at}`.execute(trx)
  // A record keeps no hash of the old key; the new name is one that no token has.
  const [before, after] = [rest.rows.map(({ hash }) => hash), rest.rows.map(() => `void-${ground.newId()}`)]
  await sql`update ${at} as t set ${sql.ref(column)} = v.new_hash from unnest(${before}::text[], ${after}::text[])
    as v (old_hash, new_hash) where t.${sql.ref(column)} = v.old_hash`.execute(trx)
  return count.rows[0]?.n ?? 0
}

async function placesToRelink(trx: Kysely<Tables>): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from place
    where community_hash is not null and community_cipher is null`.execute(trx)
  await sql`update place set community_hash = null where community_cipher is null`.execute(trx)
  return found.rows[0]?.n ?? 0
}

const EAR = 'ear'
const BACKUP = 'backup'
/** Whose hash stands elsewhere too. */
const NAMED = new Set(['staff', 'writer'])
const PAGE = 1000
