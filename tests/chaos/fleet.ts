/** The processes of the service: kept running as a service manager does, killed and frozen as a driver wants. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { plainEnvironment } from '../support/process.ts'

export type Instance = {
  number: number
  /** True from its word that it is ready until it is gone. */
  ready(): boolean
  signal(which: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void
  /** False from the moment it was told to end. */
  alive(): boolean
  /** True while it has the ear, by its own word. */
  listens(): boolean
  /** What it said last. */
  log(): string
}

export type Fleet = {
  instances(): Instance[]
  /** From now on so many run; whoever ends is followed by another. */
  keep(count: number): void
  /** Ends all, at once, and waits until they are gone. */
  stop(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>
  /** Told when a process is ready, and when one is gone. */
  onChange(told: () => void): void
  /** Processes that ended without being told to, after they had been ready; with what they said last. */
  fallen(): string[]
  /** Lines that were logged as an error, by their words, with how often. */
  errors(): Map<string, number>
}

export function createFleet(environment: Record<string, string>): Fleet {
  const running = new Map<ChildProcess, Instance & { told: boolean }>()
  const fallen: string[] = []
  const errors = new Map<string, number>()
  let wanted = 0
  let started = 0
  let changed: () => void = () => {}
  process.once('exit', killAll)

  function start(): void {
    const number = ++started
    const child = spawn(process.execPath, [SERVICE], {
      env: plainEnvironment(environment),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let ready = false
    let log = ''
    let rest = ''
    const instance = {
      number,
      told: false,
      ready: () => ready,
      signal(which: NodeJS.Signals) {
        if (which === 'SIGKILL' || which === 'SIGTERM') instance.told = true
        if (which === 'SIGKILL') ready = false
        child.kill(which)
      },
      alive: () => !instance.told,
      listens: () => log.lastIndexOf('"this instance listens now"') > log.lastIndexOf('"another instance listens"'),
      log: () => log.slice(-3000),
    }
    running.set(child, instance)
    child.stdin!.on('error', () => {})
    child.stdout!.on('data', (chunk) => {
      if (!String(chunk).includes('ready') || instance.told) return
      ready = true
      changed()
    })
    child.stderr!.on('data', (chunk) => {
      log += String(chunk)
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop()!
      for (const line of lines) noteError(line)
    })
    child.once('close', (code, signal) => {
      running.delete(child)
      if (ready && !instance.told) fallen.push(`instance ${number} ended (${code ?? signal}): ${log.slice(-1500)}`)
      ready = false
      if (running.size < wanted) start()
      changed()
    })
  }

  function noteError(line: string): void {
    try {
      const { level, message, detail, code, at } = JSON.parse(line) as Record<string, unknown>
      if (Number(level) < 50) return
      const words = [message, detail ?? code, at].filter((part) => part !== undefined).join(' · ')
      errors.set(words, (errors.get(words) ?? 0) + 1)
    } catch {
      errors.set(line, (errors.get(line) ?? 0) + 1)
    }
  }

  function killAll(): void {
    for (const child of running.keys()) child.kill('SIGKILL')
  }

  return {
    instances: () => [...running.values()],
    keep(count) {
      wanted = count
      while (running.size < wanted) start()
    },
    async stop(signal = 'SIGKILL') {
      wanted = 0
      const gone = [...running.keys()].map((child) => new Promise((done) => child.once('close', done)))
      for (const instance of running.values()) instance.signal(signal)
      await Promise.all(gone)
    },
    onChange: (told) => {
      changed = told
    },
    fallen: () => fallen,
    errors: () => errors,
  }
}

const SERVICE = fileURLToPath(new URL('service.ts', import.meta.url))
