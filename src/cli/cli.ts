/** What every command is given. */
import type { Readable, Writable } from 'node:stream'
import { createLog } from '../log.ts'
import { readSettings, type Settings } from '../settings.ts'
import type { Language } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import type { Counter, CreateApp } from './app-port.ts'
import { deskSocketPath } from './desk-socket.ts'
import { lineWriter } from './line-log.ts'
import { findRunning } from './remote.ts'

export type Terminal = {
  input: Readable
  output: Writable
  errors: Writable & { isTTY?: boolean }
  environment: Record<string, string | undefined>
}

export type Cli = {
  terminal: Terminal
  createApp: CreateApp
  words: Words
  language: Language
  json: boolean
}

/** @throws SettingsError with every fault, before anything is touched */
export const settingsOf = (cli: Cli): Settings => readSettings(cli.terminal.environment)

export type Reached = 'running' | 'store'

/**
 * Gives the running application on the embedded store, or else opens the store here for as long as `use` runs.
 * @throws SettingsError when neither can be had
 */
export async function atCounter<T>(cli: Cli, use: (counter: Counter, reached: Reached) => Promise<T>): Promise<T> {
  const settings = settingsOf(cli)
  const running = 'folder' in settings.store ? await findRunning(deskSocketPath(settings.store.folder)) : null
  if (running) return use(running, 'running')
  const level = settings.logLevel === 'silent' ? 'silent' : 'error'
  const app = await cli.createApp(settings, { log: createLog(level, lineWriter(cli.terminal.errors)) })
  try {
    // Whatever is asked, the tables are there: the answer to `pols migrate` is what was done here.
    const migrations = await app.migrate()
    return await use({ ...app, migrate: async () => migrations }, 'store')
  } finally {
    await app.stop()
  }
}
