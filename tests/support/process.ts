/** Pols as its own process, as somebody starts it. */
import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { ROOT } from './house-rules.ts'

export type Ended = { code: number | null; signal: NodeJS.Signals | null; said: string; complained: string }
export type Running = {
  /** Signals the process alone, as a service manager does. */
  kill(signal: NodeJS.Signals): void
  /** Ends it and all that it started. */
  end(): Promise<void>
  ended: Promise<Ended>
  /** Resolves when standard output holds this; throws when the process ends first. */
  says(what: string | RegExp): Promise<string>
  /** The same for standard error, where the log is. */
  complains(what: string | RegExp): Promise<string>
}

/** What a shell outside npm has: no folder of ours in PATH, nothing that npm or vitest left in the environment. */
export function plainEnvironment(more: Record<string, string> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => /^(HOME|LANG|LC_\w+|TMPDIR|USER)$/.test(name))
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules') && !folder.includes('node-gyp'))
  return { ...(Object.fromEntries(kept) as Record<string, string>), PATH: path.join(delimiter), ...more }
}

/** Runs a command in the project's folder. */
export function launch(command: string, args: string[], environment: Record<string, string>): Running {
  const child = spawn(command, args, { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk) => {
    complained += chunk.toString()
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, said, complained }))
  })
  const says = (what: string | RegExp) => hears(child.stdout, () => said, what)
  const complains = (what: string | RegExp) => hears(child.stderr, () => complained, what)
  const hears = (stream: typeof child.stdout, text: () => string, what: string | RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => (typeof what === 'string' ? text().includes(what) : what.test(text())) && resolve(text())
      look()
      stream.on('data', look)
      ended.then(
        ({ code }) => reject(new Error(`it ended (${code}) before it said that:\n${said}${complained}`)),
        reject,
      )
    })
  const end = async () => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // It is gone already.
    }
    await ended.catch(() => {})
  }
  return { kill: (signal) => void child.kill(signal), end, ended, says, complains }
}
