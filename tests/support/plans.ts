/** How the database goes about what it is asked: which statements read a whole table, however large it grows. */
import pg, { type PoolClient } from 'pg'
import type { Store } from '../../src/store/open.ts'

type Asked = { text: string; values: unknown[] }
type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

/** `table`: read from end to end; `statement`: by this. */
export type WholeTable = { table: string; statement: string }

/**
 * Listens to what a store is asked, and then asks the database for its plans as if reading a table from end to end, and
 * joining two that way, cost very much: it then does so only where no index helps. Reading an index from end to end counts as well, but for an
 * index that holds only a few of the rows.
 * @param few names of such indexes
 */
export function listenForPlans(store: Store, url: string, few: ReadonlySet<string>): () => Promise<WholeTable[]> {
  const hear = hearing(store)
  return () => wholeTables(url, hear(), few)
}

/** Listens from now on; each call gives what was asked since the one before. */
function hearing(store: Store): () => Asked[] {
  const heard = new WeakSet<PoolClient>()
  let asked: Asked[] = []
  store.pool.on('acquire', (client) => {
    if (heard.has(client)) return
    heard.add(client)
    const query = client.query as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const [first, second] = given
      const config = typeof first === 'string' ? { text: first } : (first as { text?: string; values?: unknown[] })
      const values = Array.isArray(second) ? (second as unknown[]) : ((config as { values?: unknown[] }).values ?? [])
      if (config.text) asked.push({ text: config.text, values })
      return query.apply(client, given)
    }) as never
  })
  return () => {
    const these = asked
    asked = []
    return these
  }
}

/**
 * What a piece of work cost: the most rows that one step of one of its statements read, as the database counts them
 * when it does the same once more and takes it back. What the database knows of its tables stays as it is.
 */
export async function rowsRead<T>(
  store: Store,
  url: string,
  work: () => Promise<T>,
): Promise<{ value: T; most: number }> {
  const hear = hearing(store)
  const value = await work()
  const asked = hear()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let most = 0
    for (const { text, values } of asked) {
      await client.query('begin')
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
        `explain (analyze, timing off, format json) ${text}`,
        values,
      )
      await client.query('rollback')
      most = Math.max(most, mostIn(rows[0]!['QUERY PLAN'][0]!.Plan))
    }
    return { value, most }
  } finally {
    await client.end()
  }
}

/** Rows that a step gave or passed over, all its rounds together. */
function mostIn(node: Node): number {
  const passed = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)
  const here = /Scan$/.test(node['Node Type']) ? passed * (node['Actual Loops'] ?? 1) : 0
  return Math.max(here, ...(node.Plans ?? []).map(mostIn))
}

async function wholeTables(url: string, asked: Asked[], few: ReadonlySet<string>): Promise<WholeTable[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
      set enable_material = off; set plan_cache_mode = force_custom_plan`)
    // Small tables are read whole because they are small, or because every row is like the others.
    await client.query('delete from pg_statistic')
    await client.query(`update pg_class set reltuples = 1000000 * greatest(relpages, 1), relpages = greatest(relpages, 1)
      where relkind = 'r' and relnamespace = 'public'::regnamespace`)
    const found: WholeTable[] = []
    for (const { text, values } of asked) {
      if (!/^\s*(select|insert|update|delete|with)\b/i.test(text)) continue
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (format json) ${text}`, values)
      found.push(
        ...wholeIn(rows[0]!['QUERY PLAN'][0]!.Plan, few).map((table) => ({
          table,
          statement: text.replace(/\s+/g, ' ').slice(0, 300),
        })),
      )
    }
    return found
  } finally {
    await client.end()
  }
}

function wholeIn(node: Node, few: ReadonlySet<string>, table?: string): string[] {
  const kind = node['Node Type']
  const relation = node['Relation Name'] ?? table
  const whole =
    kind === 'Seq Scan' ||
    (/^(Index Scan|Index Only Scan|Bitmap Index Scan)$/.test(kind) &&
      node['Index Cond'] === undefined &&
      !few.has(node['Index Name'] ?? ''))
  return [
    ...(whole && relation ? [relation] : []),
    ...(node.Plans ?? []).flatMap((below) => wholeIn(below, few, kind === 'Bitmap Heap Scan' ? relation : undefined)),
  ]
}
