/** Files in one zip. */
import { zipSync } from 'fflate'
import type { ExportFile } from './dataset.ts'

/** The same files give the same bytes: no hour, no machine. */
export function zipOf(files: readonly ExportFile[]): Uint8Array {
  const parts = Object.fromEntries(files.map(({ name, bytes }) => [name, new Uint8Array(bytes)]))
  // Written and read in local time, so that it is the same in every zone; the first day that a zip knows.
  return zipSync(parts, { level: 9, mtime: new Date(1980, 0, 1, 12), os: 3, attrs: 0o644 << 16 })
}
