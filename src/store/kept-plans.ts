/**
 * Statements of which a connection keeps the plan. Postgres plans a statement anew each time it comes, which for one
 * that looks into ten tables takes longer than carrying it out; one that is named is planned a few times and then no
 * more. For statements that come often and whose text is always the same, but for its values.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'

/** Stands behind the first word of such a statement: `with ${keepPlan} …` in one written out, `modifyFront` in one that is built. */
export const keepPlan = sql.raw('/* kept */')

/** Names these statements on every connection of a pool. */
export function keepPlans(pool: pg.Pool): void {
  const named = new WeakSet<pg.PoolClient>()
  // A pool may have made its first connection already.
  pool.on('acquire', (client) => {
    if (named.has(client)) return
    named.add(client)
    const query = client.query as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const [text, values] = given
      if (typeof text !== 'string' || text.lastIndexOf(MARK, FRONT) < 0) return query.apply(client, given)
      return query.call(client, { name: nameOf(text), text, values })
    }) as never
  })
}

/** By what it says: two versions of Pols behind one pooler never mean something else by the same name. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `kept-${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`
  names.set(text, name)
  return name
}

const names = new Map<string, string>()
const MARK = '/* kept */'
/** The first word is short, and what it follows may be a line break. */
const FRONT = 16
