/** The copies that lie in the folder of the backups, by their names: which are ours, which is the newest, which may go. */
import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { backupsIn } from './sources.ts'
import { ENDING, HALF } from './write-backup.ts'

/** When the newest whole copy was made; null without one. One that a wrong clock dated ahead does not count. */
export function newestIn(folder: string, now: Temporal.Instant): Temporal.Instant | null {
  const furthest = now.add({ hours: AHEAD_HOURS })
  const times = backupsIn(folder).flatMap((file) => madeAtOf(file) ?? [])
  return (
    times
      .filter((at) => Temporal.Instant.compare(at, furthest) <= 0)
      .sort(Temporal.Instant.compare)
      .at(-1) ?? null
  )
}

/**
 * Copies beyond the number to keep go, and those that are too old for what was promised to people about erasing. What
 * somebody named otherwise is theirs and stays.
 */
export function forgetOld(folder: string, keep: number, now: Temporal.Instant): void {
  const oldest = now.subtract({ hours: 24 * OLDEST_DAYS })
  const own = backupsIn(folder).flatMap((file) => {
    const madeAt = madeAtOf(file)
    return madeAt ? [{ file, madeAt }] : []
  })
  own.sort((a, b) => Temporal.Instant.compare(b.madeAt, a.madeAt))
  own.forEach(({ file, madeAt }, index) => {
    if (index >= keep || Temporal.Instant.compare(madeAt, oldest) < 0) rmSync(file, { force: true })
  })
}

/** Halves that a process left when it died: they hold as much of people as a whole copy, and fill the disk. */
export function forgetHalves(folder: string, now: Temporal.Instant): void {
  const dead = now.subtract({ hours: WRITING_HOURS })
  for (const name of namesIn(folder)) {
    if (!name.endsWith(`${ENDING}${HALF}`)) continue
    const begun = madeAtOf(name)
    if (begun && Temporal.Instant.compare(begun, dead) < 0) rmSync(join(folder, name), { force: true })
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** By its name; null for one that somebody named otherwise. */
function madeAtOf(file: string): Temporal.Instant | null {
  const found = /^pols-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\./.exec(basename(file))
  if (!found) return null
  const [year, month, day, hour, minute, second] = found.slice(1)
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  } catch {
    return null
  }
}

/** Nothing personal stays longer than this in a copy. */
export const OLDEST_DAYS = 35
/** More than the clocks of two machines differ. */
const AHEAD_HOURS = 24
/** No copy takes as long. */
const WRITING_HOURS = 12
