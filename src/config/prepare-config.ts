/** Reads a folder of configuration ahead of time: the next start reads only what was changed since. */
import { writeKept } from './kept.ts'
import { loadConfig } from './load.ts'

/** @throws Error when nothing can be written beside the code */
export function prepareConfig(folder: string): void {
  loadConfig(folder)
  writeKept()
}
