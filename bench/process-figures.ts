/** What the operating system says of a process. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Memory in MB: now, and the most so far (Linux only; elsewhere null). */
export function memoryOf(pid: number): { now: number; peak: number | null } {
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024)
    return { now: of('VmRSS'), peak: of('VmHWM') }
  }
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
  return { now: Math.round(kilobytes / 1024), peak: null }
}

/** The same of a process and of all that it started, also those that ended since (Linux only; elsewhere null). */
export function familySeconds(pid: number): number | null {
  if (process.platform !== 'linux') return null
  const ticks = (of: string): { parent: number; own: number; ended: number } => {
    const fields = readFileSync(`/proc/${of}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! }
  }
  const head = ticks(String(pid))
  let sum = head.own + head.ended
  for (const other of readdirSync('/proc')) {
    if (!/^\d+$/.test(other)) continue
    try {
      const { parent, own } = ticks(other)
      if (parent === pid) sum += own
    } catch {
      // It ended since the folder was read.
    }
  }
  return sum / 100
}

/** Processor time used so far in seconds (Linux only; elsewhere null). The clock ticks a hundred times a second. */
export function processorSeconds(pid: number): number | null {
  if (process.platform !== 'linux') return null
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
