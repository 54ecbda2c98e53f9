/**
 * Structured logs. Only what is named here may be logged: ids of ours, counts, codes, durations.
 * Never an answer, name, username, chat id, token or message text; errors are logged through
 * `describeError`, which leaves out everything a platform library hangs on them.
 */
import { type Logger, pino } from 'pino'

export type Log = Logger

export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' }
  return destination ? pino(options, destination) : pino(options)
}

/** What may be said of an error: its class, code and, for errors of our own house, its sentence. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: 'unknown' }
  const code = (error as { code?: unknown }).code
  const known: Record<string, unknown> = { error: error.name }
  if (typeof code === 'string' || typeof code === 'number') known.code = code
  if (OURS.has(error.name)) known.detail = error.message
  else
    known.at = error.stack
      ?.split('\n')
      .slice(1, 4)
      .map((line) => line.trim().replace(/\(.*\/(src|node_modules)\//, '($1/'))
  return known
}

const OURS = new Set(['SettingsError', 'EngineError', 'ChannelError'])
