/** All rows of a database as they were at one moment, as lines of a backup, while everything goes on. */
import type pg from 'pg'
import type { Store } from '../store/open.ts'
import { type About, type Line, writeLine } from './lines.ts'

/**
 * Reads one snapshot from the first row to the last, in handfuls, so that memory does not grow with the size. On the
 * embedded database, which has one connection, others wait until it is done.
 * @param of what is said of the copy, but for what the database itself knows
 */
export async function* copyOut(store: Store, of: Omit<About, 'schema'>): AsyncGenerator<string> {
  const client = await store.pool.connect()
  let whole = false
  try {
    await client.query('begin transaction isolation level repeatable read, read only')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    yield* copy(client, of)
    whole = true
  } finally {
    // Also when whoever reads stops half-way.
    await client.query('rollback').catch(() => {})
    client.release(whole ? undefined : store.kind === 'server')
  }
}

async function* copy(client: pg.PoolClient, of: Omit<About, 'schema'>): AsyncGenerator<string> {
  const names = await client.query<{ name: string }>('select name from kysely_migration order by name')
  const line = (one: Line) => writeLine(one)
  yield line({ type: 'about', about: { ...of, schema: names.rows.map(({ name }) => name) } })
  const counts: Record<string, number> = {}
  for (const table of await tablesInOrder(client)) {
    yield line({ type: 'table', name: table })
    counts[table] = 0
    await client.query(`declare copied no scroll cursor for select to_jsonb(t)::text as json from ${quoted(table)} t`)
    for (;;) {
      const { rows } = await client.query<{ json: string }>(`fetch ${HANDFUL} from copied`)
      counts[table] += rows.length
      if (rows.length > 0) yield rows.map(({ json }) => line({ type: 'row', json })).join('')
      if (rows.length < HANDFUL) break
    }
    await client.query('close copied')
  }
  yield line({ type: 'end', counts })
}

/**
 * Tables with what they lean on before them, so that rows can be put back in this order; what was erased comes first,
 * to be read without the rest.
 * @throws Error when tables lean on each other in a ring
 */
export async function tablesInOrder(client: Pick<pg.PoolClient, 'query'>): Promise<string[]> {
  const tables = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  )
  const leans = await client.query<{ name: string; on: string }>(
    `select own.relname as name, other.relname as on from pg_constraint
     join pg_class own on own.oid = pg_constraint.conrelid join pg_class other on other.oid = pg_constraint.confrelid
     where contype = 'f' and own.relnamespace = current_schema()::regnamespace and own.oid <> other.oid`,
  )
  const first = (name: string) => Number(name !== 'erasure')
  const left = tables.rows
    .map(({ name }) => name)
    .filter((name) => !MOMENTARY.has(name))
    .sort((a, b) => first(a) - first(b))
  const order: string[] = []
  while (left.length > 0) {
    const ready = left.findIndex((name) => !leans.rows.some((lean) => lean.name === name && left.includes(lean.on)))
    if (ready === -1) throw new Error('tables lean on each other in a ring')
    order.push(...left.splice(ready, 1))
  }
  return order
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** What is true only while a process runs, and the list of migrations, which stands in the first line. */
const MOMENTARY = new Set(['lease', 'pace', 'kysely_migration', 'kysely_migration_lock'])
const HANDFUL = 1000
