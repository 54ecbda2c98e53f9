/** `pols backup` and `pols restore`. */
import { resolve } from 'node:path'
import type { Written } from '../backup/write-backup.ts'
import { systemClock } from '../clock.ts'
import { createLog } from '../log.ts'
import type { Settings } from '../settings.ts'
import { type Cli, settingsOf } from './cli.ts'
import { deskSocketPath } from './desk-socket.ts'
import { lineWriter } from './line-log.ts'
import { withoutIsolates } from './plain-words.ts'
import { findRunning } from './remote.ts'
import { done, type Result } from './result.ts'

/** @param file by default under its own name in BACKUP_DIR */
export async function takeBackup(cli: Cli, file: string | undefined): Promise<Result> {
  const settings = settingsOf(cli)
  const path = file === undefined ? null : resolve(file)
  const running = 'folder' in settings.store ? await findRunning(deskSocketPath(settings.store.folder)) : null
  const made = running ? await running.backup(path) : await alone(settings, path)
  const size = Math.max(1, Math.round(made.bytes / 1024))
  return done(withoutIsolates(cli.words('backup-made', { file: made.file, rows: made.rows, size })), made)
}

async function alone(settings: Settings, path: string | null): Promise<Written> {
  const { takeBackupAlone } = await import('../backup/take-backup.ts')
  return takeBackupAlone(settings, path, systemClock)
}

/** Nothing is opened here but by the restoring itself: what lies there may not open any more. */
export async function restore(cli: Cli, file: string, options: { replace?: boolean }): Promise<Result> {
  const settings = settingsOf(cli)
  const { restoreBackup } = await import('../backup/restore.ts')
  const log = createLog(settings.logLevel === 'silent' ? 'silent' : 'error', lineWriter(cli.terminal.errors))
  const replace = options.replace === true
  const made = await restoreBackup(settings, resolve(file), { replace }, { clock: systemClock, log })
  const { words } = cli
  const erased = Object.values(made.erased).reduce((sum, count) => sum + count, 0)
  const { asks, reminders, rounds, quotes } = made.leftOut
  const lines = [
    words('backup-restored', { moment: made.madeAt, rows: made.rows }),
    words('backup-erased', { count: erased }),
    ...(made.journal ? [] : [words('backup-no-journal')]),
    words('backup-left-out', { until: made.until, asks, reminders, rounds, quotes }),
    words('backup-start-now'),
  ]
  return done(lines.map(withoutIsolates).join('\n'), made)
}
