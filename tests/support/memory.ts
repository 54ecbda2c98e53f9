/** Room in memory for what lives a second: a file system that never waits for a disk. */
import { mkdtempSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

/** A new folder in memory; null where the machine has none, or too little room in it. */
export function folderInMemory(prefix: string): string | null {
  try {
    const { bavail, bsize } = statfsSync(PLACE)
    return bavail * bsize < ROOM ? null : mkdtempSync(join(PLACE, prefix))
  } catch {
    return null
  }
}

/** Where Linux has it; in a container it is often only 64 MB. */
const PLACE = '/dev/shm'
/** Bytes. A run of all tests uses less than half of this at a time. */
const ROOM = 2 * 1024 ** 3
