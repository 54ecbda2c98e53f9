/** Up to when things may have been sent and posted of which a restored database knows nothing; they are not done again. */
import { sql } from 'kysely'
import type { Database } from './open.ts'

/** In SQL: long ago where no backup was ever put back. */
export const restoredUntil = sql<Date>`coalesce((select max(until) from restored), '-infinity'::timestamptz)`

/** @returns null where no backup was ever put back */
export async function readRestoredUntil(db: Database): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ until: Date | null }>`select max(until) as until from restored`.execute(db)
  const until = rows[0]?.until
  return until ? Temporal.Instant.fromEpochMilliseconds(until.getTime()) : null
}
