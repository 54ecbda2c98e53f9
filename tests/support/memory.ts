/** Room in memory for what lives a second: a file system that never waits for a disk. */
import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder for one test, in memory where there is room: an embedded database is a thousand files, each of them synced. */
export const quickFolder = (prefix: string): string => folderInMemory(prefix) ?? mkdtempSync(join(tmpdir(), prefix))

/** A new folder in memory; null where the machine has none, or too little room in it. The prefix begins with `pols-`. */
export function folderInMemory(prefix: string): string | null {
  try {
    const { bavail, bsize } = statfsSync(PLACE)
    return bavail * bsize < ROOM ? null : mkdtempSync(join(PLACE, prefix))
  } catch {
    return null
  }
}

/** Removes what runs that were killed left in memory: older than any run, so never what another one uses. */
export function clearMemory(): void {
  try {
    const before = Temporal.Now.instant().subtract({ hours: 6 }).epochMilliseconds
    for (const name of readdirSync(PLACE)) {
      const left = join(PLACE, name)
      if (name.startsWith('pols-') && statSync(left).mtimeMs < before) rmSync(left, { recursive: true, force: true })
    }
  } catch {
    // None here, or somebody else's: nothing to clear.
  }
}

/** Where Linux has it; in a container it is often only 64 MB. */
const PLACE = '/dev/shm'
/** Bytes. A run of all tests uses less than half of this at a time. */
const ROOM = 2 * 1024 ** 3
