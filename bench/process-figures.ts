/** What the operating system says of a process. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

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

/** Processor time used so far in seconds (Linux only; elsewhere null). The clock ticks a hundred times a second. */
export function processorSeconds(pid: number): number | null {
  if (process.platform !== 'linux') return null
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
