/** Where notes of what was erased since a backup are looked for: the journal, later backups, the database that is there. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Store } from '../store/open.ts'
import type { Checked } from './check-backup.ts'
import { type Erasure, erasureOf } from './erasures.ts'
import { openJournal } from './journal.ts'
import { readLines } from './lines.ts'
import { ENDING } from './write-backup.ts'

export type Since = {
  /** Oldest first, each once; those that the backup knows itself are not among them. */
  erasures: Erasure[]
  /** True where a journal was found: then it is known what was erased up to the end. */
  journal: boolean
  /** The last moment at which Pols was seen alive, if anything tells. */
  lastSign: Temporal.Instant | null
}

/**
 * @param folders where a journal and later backups may lie
 * @param there notes in the database that is replaced
 * @throws SettingsError when a journal is there and does not open
 */
export async function erasedSince(
  backup: Checked & { file: string },
  key: string,
  folders: readonly string[],
  there: readonly Erasure[],
): Promise<Since> {
  const found = new Map<string, Erasure>(there.map((one) => [one.id, one]))
  let journal = false
  let lastSign: Temporal.Instant | null = null
  for (const folder of new Set(folders.map((one) => resolve(one)))) {
    const kept = openJournal(folder, key)
    for (const one of kept.read()) found.set(one.id, one)
    const sign = kept.lastSign()
    if (sign && (!lastSign || Temporal.Instant.compare(sign, lastSign) > 0)) lastSign = sign
    journal ||= sign !== null
    for (const other of backupsIn(folder)) {
      if (resolve(other) === resolve(backup.file)) continue
      for (const one of await erasuresIn(other, key)) found.set(one.id, one)
    }
  }
  const known = new Set(backup.erasures.map(({ id }) => id))
  // Notes are kept for a while only: what is much older than the backup went into it, and its note is gone since.
  const from = Temporal.Instant.from(backup.about.madeAt).subtract({ hours: 24 })
  const erasures = [...found.values()]
    .filter(({ id, at }) => !known.has(id) && Temporal.Instant.compare(at, from) >= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  return { erasures, journal, lastSign }
}

export function backupsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ENDING))
      .sort()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** Notes in another backup: its first table. One that does not open tells nothing, and the journal does. */
async function erasuresIn(file: string, key: string): Promise<Erasure[]> {
  const erasures: Erasure[] = []
  try {
    for await (const line of readLines(file, key)) {
      if (line.type === 'row') erasures.push(erasureOf(JSON.parse(line.json)))
      if (line.type === 'table' && line.name !== 'erasure') break
    }
  } catch {
    return erasures
  }
  return erasures
}

/** Notes in a database; none where it has no such table yet. */
export async function erasuresOf(store: Store): Promise<Erasure[]> {
  const there = await store.pool.query(`select to_regclass('erasure') is not null as there`)
  if (!there.rows[0]?.there) return []
  const { rows } = await store.pool.query(`select to_jsonb(t) as row from erasure t`)
  return (rows as { row: unknown }[]).map(({ row }) => erasureOf(row))
}
