/** A contender: a bot in a process of its own, told everything through the environment. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Platform } from '../bot-api.ts'

export type ContenderName = 'pols' | 'conversations' | 'floor'

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
  const child = await startService([file], token, around)
  return {
    name,
    token,
    pid: child.pid!,
    ask: () => around.platform.greet(token, '/start', null),
    stop: () => stopService(child),
  }
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
): Promise<ChildProcess> {
  const { PATH, HOME, TMPDIR } = process.env
  const environment = {
    ...Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined)),
    NODE_ENV: 'production',
    DATABASE_URL: around.databaseUrl,
    TELEGRAM_API_ROOT: around.platform.apiRoot,
    TELEGRAM_BOT_TOKEN: token,
    PORT: String(around.port),
    ...more,
  }
  await around.platform.forget(token)
  const child = spawn(process.execPath, given, {
    env: environment as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
    })
  }
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`${given.join(' ')} ended with code ${code}:\n${said}`)))
  })
  await Promise.race([around.platform.untilListening(token), ended])
  ended.catch(() => {})
  return child
}

export function stopService(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
