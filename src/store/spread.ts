/**
 * Tells Citus where the rows of each table live: with their organisation, or the same on every node. Which is which is
 * read from the schema itself.
 * Rules: https://docs.citusdata.com/en/stable/develop/reference_ddl.html
 */
import type pg from 'pg'

export type Layout = {
  /** The same on every node; what others point at first. */
  everywhere: string[]
  /** On the node of their organisation; what others point at first. */
  byOrganisation: string[]
  /** Ids by themselves, which are unique by chance of their making: as indexes these are not held over several nodes. */
  alsoUnique: { name: string; definition: string }[]
}

/** Spreads what is not spread yet. Nobody else may do so meanwhile. */
export async function spread(pool: Pick<pg.Pool, 'query'>): Promise<void> {
  const { everywhere, byOrganisation, alsoUnique } = await layoutOf(pool)
  for (const { name, definition } of alsoUnique) {
    await pool.query(`drop index ${name}`)
    await pool.query(definition.replace(/^CREATE UNIQUE INDEX/, 'CREATE INDEX'))
  }
  const { rows } = await pool.query<{ name: string }>(
    'select logicalrelid::regclass::text as name from pg_dist_partition',
  )
  const done = new Set(rows.map(({ name }) => name.replaceAll('"', '')))
  for (const name of everywhere.filter((table) => !done.has(table))) {
    await pool.query('select create_reference_table($1)', [name])
  }
  for (const name of byOrganisation.filter((table) => !done.has(table))) {
    await pool.query(`select create_distributed_table($1, 'organisation_id')`, [name])
  }
}

/**
 * A table lies with its organisation when that is part of its primary key and of all else that is unique in it, ids by
 * themselves aside, and when no table that lies everywhere points at it: neither could be held over several nodes.
 */
export async function layoutOf(db: Pick<pg.Pool, 'query'>): Promise<Layout> {
  const { rows: indexes } = await db.query<{ table: string; name: string; definition: string; how: How }>(
    `select t.relname as table, i.relname as name, pg_get_indexdef(x.indexrelid) as definition,
       case when o.attnum = any(x.indkey::int2[]) then 'owned'
         when x.indkey::text = d.attnum::text and not x.indisprimary and x.indpred is null
           and not exists (select 1 from pg_constraint where conindid = x.indexrelid) then 'id'
         else 'shared' end as how
     from pg_class t join pg_index x on x.indrelid = t.oid and x.indisunique join pg_class i on i.oid = x.indexrelid
     left join pg_attribute o on o.attrelid = t.oid and o.attname = 'organisation_id'
     left join pg_attribute d on d.attrelid = t.oid and d.attname = 'id'
     where t.relkind in ('r', 'p') and t.relnamespace = current_schema()::regnamespace and t.relname not like 'kysely%'
     order by t.relname, i.relname`,
  )
  const { rows: points } = await db.query<{ from: string; to: string }>(
    `select own.relname as from, other.relname as to from pg_constraint
     join pg_class own on own.oid = conrelid join pg_class other on other.oid = confrelid
     where contype = 'f' and own.relnamespace = current_schema()::regnamespace and own.oid <> other.oid`,
  )
  const names = [...new Set(indexes.map(({ table }) => table))]
  const owned = new Set(names.filter((name) => !indexes.some(({ table, how }) => table === name && how === 'shared')))
  for (let before = -1; before !== owned.size; ) {
    before = owned.size
    for (const { from, to } of points) if (!owned.has(from)) owned.delete(to)
  }
  const order = pointedAtFirst(names, points)
  return {
    everywhere: order.filter((name) => !owned.has(name)),
    byOrganisation: order.filter((name) => owned.has(name)),
    alsoUnique: indexes
      .filter(({ table, how }) => owned.has(table) && how === 'id')
      .map(({ name, definition }) => ({ name, definition })),
  }
}

type How = 'owned' | 'id' | 'shared'

function pointedAtFirst(names: readonly string[], points: readonly { from: string; to: string }[]): string[] {
  const left = [...names]
  const order: string[] = []
  while (left.length > 0) {
    const ready = left.findIndex((name) => !points.some(({ from, to }) => from === name && left.includes(to)))
    if (ready === -1) throw new Error('tables point at each other in a ring')
    order.push(...left.splice(ready, 1))
  }
  return order
}
