/** Other work on the machine: it is in every figure, so it is said with them. */
import { availableParallelism, loadavg } from 'node:os'

/** Processes that wanted a processor in the last minute; a busy machine is told on standard error. */
export function loadBefore(): number {
  const load = Math.round(loadavg()[0]! * 10) / 10
  if (load > availableParallelism() / 2) {
    process.stderr.write(`The machine is busy (load ${load}): wait until it is quiet, or trust the ratios only.\n`)
  }
  return load
}
