/** A backup by a process that does nothing else: the database stays as it is, also where this version would bring it up to date. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { SettingsError } from '../errors.ts'
import { keptSecret, settledSecret } from '../people/secret.ts'
import type { Settings } from '../settings.ts'
import { openStore } from '../store/open.ts'
import { NO_FOLDER, NO_KEY, version } from './backups.ts'
import { backupPath, type Written, writeBackup } from './write-backup.ts'

/**
 * @param file null: under its own name in BACKUP_DIR
 * @throws SettingsError when there is no key, no place or no database, or it cannot be written
 */
export async function takeBackupAlone(settings: Settings, file: string | null, clock: Clock): Promise<Written> {
  if (!settings.backupKey) throw new SettingsError(NO_KEY)
  const now = clock.now()
  const path = file ?? (settings.backup ? backupPath(settings.backup.folder, now) : null)
  if (path === null) throw new SettingsError(NO_FOLDER)
  if ('folder' in settings.store && !existsSync(join(settings.store.folder, 'postgres')))
    throw new SettingsError(NOTHING)
  const store = await openStore(settings.store, () => {}, 1)
  try {
    const { rows } = await store.pool.query(`select to_regclass('kysely_migration') is not null as there`)
    if (!rows[0]?.there) throw new SettingsError(NOTHING)
    const folder = settings.dataFolder
    const secret = settings.secretKey ? null : await settledSecret(folder, keptSecret(folder), store.db)
    return await writeBackup({ store, secret, pols: version(), now }, path, settings.backupKey)
  } finally {
    await store.close()
  }
}

const NOTHING = 'There is no database of Pols here to make a backup of. Check DATA_DIR or DATABASE_URL.'
