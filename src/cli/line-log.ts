/** Logs on a terminal: one readable line each. Anywhere else they stay JSON, for the machine that collects them. */

/** Where the log goes: standard error, so that standard output holds only what a person asked for. */
export function lineWriter(to: { write(text: string): unknown; isTTY?: boolean }): { write(line: string): void } {
  return { write: (line) => void to.write(to.isTTY ? `${readable(line)}\n` : line) }
}

/** `12:03:04 warn  message  key=value key=value` */
export function readable(line: string): string {
  let entry: Record<string, unknown>
  try {
    entry = JSON.parse(line) as Record<string, unknown>
  } catch {
    return line.trimEnd()
  }
  const { level, time, message, ...rest } = entry
  const clock = typeof time === 'string' ? time.slice(11, 19) : ''
  const more = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return [clock, (LEVELS[Number(level)] ?? String(level)).padEnd(5), String(message ?? ''), ...more].join(' ').trimEnd()
}

/** pino's numbers. */
const LEVELS: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }
