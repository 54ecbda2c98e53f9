/** A contender: a bot in a process of its own, told everything through the environment. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Platform } from '../bot-api.ts'

/** `before`: Pols as it was, from another folder, to measure a change against. */
export type ContenderName = 'pols' | 'before' | 'conversations' | 'floor'

export type Surroundings = { databaseUrl: string; platform: Platform; port: number }

export type Contender = {
  name: ContenderName
  token: string
  pid: number
  /** Brings the people of the platform before their first question; done once, before the first `answer`. */
  ask(people: number): Promise<void>
  stop(): Promise<void>
}

/** Starts a plain contender, a file beside this one. Resolves when it listens. */
export async function startPlain(
  name: 'conversations' | 'floor',
  token: string,
  around: Surroundings,
): Promise<Contender> {
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  const service = await startService([file], token, around)
  return { name, token, pid: service.pid, ask: () => around.platform.greet(token, '/start', null), stop: service.stop }
}

export type Service = {
  pid: number
  /** The first line on its standard output; waits for ever when it says nothing. */
  firstLine: Promise<string>
  stop(): Promise<void>
}

/**
 * Starts `node …given` as a bot. Resolves when it has told the platform its webhook.
 * @throws Error when it ends before that; what it wrote is in the message
 */
export async function startService(
  given: string[],
  token: string,
  around: Surroundings,
  more: Record<string, string> = {},
): Promise<Service> {
  await around.platform.forget(token)
  const env = environmentOf(token, around, more)
  const child = spawn(process.execPath, given, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000)
  })
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`${given.join(' ')} ended with code ${code}:\n${errors}`)))
  })
  ended.catch(() => {})
  const firstLine = new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve))
  await Promise.race([around.platform.untilListening(token), ended])
  return {
    pid: child.pid!,
    firstLine,
    stop: () => {
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
      return new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      })
    },
  }
}

/** The settings of a contender, and of commands that work on the same database. `BENCH_NODE_OPTIONS` reaches their node: for trying a change without making it. */
export function environmentOf(token: string, around: Surroundings, more: Record<string, string>): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS,
    NODE_ENV: 'production',
    DATABASE_URL: around.databaseUrl,
    TELEGRAM_API_ROOT: around.platform.apiRoot,
    TELEGRAM_BOT_TOKEN: token,
    PORT: String(around.port),
    ...more,
  }
}
