/** Reads a backup from its first to its last line before anybody uses any of it. */
import { SettingsError } from '../errors.ts'
import { type Erasure, erasureOf } from './erasures.ts'
import { type About, readLines } from './lines.ts'

export type Checked = { about: About; counts: Record<string, number>; erasures: Erasure[] }

/**
 * @returns what it is of, and what had been erased or stopped when it was made
 * @throws SettingsError when it is cut, altered, under another key, of another format, or its rows are not as many as it says
 */
export async function checkBackup(file: string, key: string): Promise<Checked> {
  let of: About | null = null
  let told: Record<string, number> | null = null
  const counts: Record<string, number> = {}
  const erasures: Erasure[] = []
  let table = ''
  for await (const line of readLines(file, key)) {
    if ((of === null) !== (line.type === 'about') || told !== null) throw new SettingsError(DISORDER)
    if (line.type === 'about') of = line.about
    else if (line.type === 'table') {
      if (line.name in counts) throw new SettingsError(DISORDER)
      table = line.name
      counts[table] = 0
    } else if (line.type === 'row') {
      if (table === '') throw new SettingsError(DISORDER)
      counts[table]! += 1
      if (table === 'erasure') erasures.push(erasureIn(line.json))
    } else told = line.counts
  }
  if (of === null || told === null || !same(counts, told)) throw new SettingsError(DISORDER)
  return { about: of, counts, erasures }
}

function erasureIn(json: string): Erasure {
  try {
    return erasureOf(JSON.parse(json))
  } catch {
    // What its reader says of it holds the row itself.
    throw new SettingsError(DISORDER)
  }
}

function same(counts: Record<string, number>, told: Record<string, number>): boolean {
  const names = Object.keys(counts)
  return names.length === Object.keys(told).length && names.every((name) => counts[name] === told[name])
}

const DISORDER = 'This backup opens, but not all that it says is in it. Nothing was touched. Choose another file.'
