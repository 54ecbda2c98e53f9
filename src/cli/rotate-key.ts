/** `pols rotate-key`: everything under another secret key, while Pols stands still. */

import { createLog } from '../log.ts'
import type { KeyChange } from '../people/change-key.ts'
import { type Cli, settingsOf } from './cli.ts'
import { deskSocketPath } from './desk-socket.ts'
import { lineWriter } from './line-log.ts'
import { findRunning } from './remote.ts'
import { done, type Result, wrong } from './result.ts'

/** @throws SettingsError when the new key is lacking, or the present one is not the data's */
export async function rotateKey(cli: Cli): Promise<Result> {
  const settings = settingsOf(cli)
  const { words } = cli
  if ('folder' in settings.store && (await findRunning(deskSocketPath(settings.store.folder)))) {
    return wrong('cli-rotate-running', words('cli-rotate-running'))
  }
  const level = settings.logLevel === 'silent' ? 'silent' : 'error'
  const app = await cli.createApp(settings, { log: createLog(level, lineWriter(cli.terminal.errors)) })
  try {
    return told(cli, await app.changeKey(), settings.secretKey === null)
  } finally {
    await app.stop()
  }
}

function told({ words }: Cli, change: KeyChange, kept: boolean): Result {
  if (change.how === 'running') return wrong('cli-rotate-running', words('cli-rotate-running'))
  if (change.how === 'same') return wrong('cli-rotate-same', words('cli-rotate-same'))
  const next = words(kept ? 'cli-rotate-next-kept' : 'cli-rotate-next-setting')
  if (change.how === 'already') return done([words('cli-rotate-already'), next].join('\n'), { already: true })
  const { rewritten, unreadable, voided, relink } = change.rotated
  const links = Object.values(voided).reduce((sum, count) => sum + count, 0) - (voided.data_token ?? 0)
  const lines = [
    words('cli-rotate-done', { count: rewritten }),
    next,
    words('cli-rotate-links', { count: links }),
    words('cli-rotate-changes'),
    ...(voided.data_token ? [words('cli-rotate-receivers', { count: voided.data_token })] : []),
    ...(relink ? [words('cli-rotate-relink', { count: relink })] : []),
    ...(unreadable ? [words('cli-rotate-unreadable', { count: unreadable })] : []),
  ]
  return done(lines.join('\n'), { already: false, rewritten, unreadable, voided, relink })
}
