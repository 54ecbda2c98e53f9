/** `pols start`: runs until it is told to stop. */
import { createLog, describeError, type Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import type { App } from './app-port.ts'
import { type Cli, settingsOf } from './cli.ts'
import { version } from './desk-commands.ts'
import { deskSocketPath, serveDesk } from './desk-socket.ts'
import { lineWriter } from './line-log.ts'

/**
 * Starts, says where people answer and where the coach reads, and stops at the first signal. A second
 * signal ends the process at once; so does a stop that takes longer than ten seconds.
 * @throws SettingsError when it cannot start
 */
export async function start(cli: Cli): Promise<null> {
  const settings = settingsOf(cli)
  const log = createLog(settings.logLevel, lineWriter(cli.terminal.errors))
  const stopped = signalled()
  fallLoudly(log)
  const app = await cli.createApp(settings, { log })
  let closeDesk = async () => {}
  try {
    const early = await Promise.race([app.start(), stopped])
    // A platform that takes a call and never answers holds up starting; whoever wants to stop does not wait for that.
    if (early) return await stopEarly(app, early, log)
    if ('folder' in settings.store) closeDesk = await serveDesk(deskSocketPath(settings.store.folder), app)
    announce(cli, settings, app)
    log.info({ signal: await stopped }, 'stopping')
  } catch (error) {
    await app.stop().catch(() => {})
    throw error
  }
  const late = setTimeout(() => {
    log.fatal({}, 'did not stop in time')
    process.exit(1)
  }, LONGEST_STOP)
  await closeDesk()
  await app.stop()
  // From here on only something forgotten keeps the process up.
  late.unref()
  log.info({}, 'stopped')
  return null
}

async function stopEarly(app: App, signal: string, log: Log): Promise<never> {
  log.info({ signal }, 'stopping before everything was started')
  setTimeout(() => process.exit(1), LONGEST_STOP).unref()
  await app.stop().catch((error: unknown) => log.warn(describeError(error), 'stopping was not smooth'))
  process.exit(0)
}

function announce(cli: Cli, settings: Settings, app: App): void {
  const { words, json, terminal } = cli
  const addresses = app.addresses()
  const embedded = 'folder' in settings.store
  if (json) {
    const ready = { ready: true, pols: version(), node: process.version, embedded, addresses }
    terminal.output.write(`${JSON.stringify(ready)}\n`)
    return
  }
  const lines = [words('cli-ready')]
  for (const { organisation, person, coach } of addresses) {
    lines.push(
      '',
      organisation,
      `  ${words('cli-address-person', { url: person })}`,
      `  ${words('cli-address-coach', { url: coach })}`,
    )
  }
  if ('folder' in settings.store) lines.push('', words('cli-embedded', { folder: settings.store.folder }))
  terminal.output.write(`${lines.join('\n')}\n`)
}

/** The first signal. Further ones end the process, but for the echo that npm and the terminal make of one key press. */
function signalled(): Promise<string> {
  return new Promise((resolve) => {
    let since: number | null = null
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        const now = performance.now()
        if (since === null) resolve(signal)
        else if (now - since > ECHO) process.exit(1)
        since ??= now
      })
    }
  })
}

/** What nobody caught is a bug: it is logged without what it carries, and the process ends for its keeper to start again. */
function fallLoudly(log: Log): void {
  const fall = (error: unknown) => {
    log.fatal(describeError(error), 'unexpected')
    process.exit(1)
  }
  process.on('uncaughtException', fall).on('unhandledRejection', fall)
}

/** In milliseconds. */
const LONGEST_STOP = 9_500
const ECHO = 500
