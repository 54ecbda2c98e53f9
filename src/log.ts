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
  else known.at = traceOf(error)
  return known
}

/** Where it happened. The message is cut away first: a line of it may look like anything. */
function traceOf(error: Error): string[] {
  const stack = error.stack ?? ''
  const message = stack.indexOf(error.message)
  return stack
    .slice(message < 0 ? 0 : message + error.message.length)
    .split('\n')
    .filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line))
    .slice(0, 3)
    .map((line) => line.trim().replace(/\(.*\/(src|node_modules)\//, '($1/'))
}

const OURS = new Set(['SettingsError', 'EngineError', 'ChannelError'])
