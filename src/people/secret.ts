/** The secret all keys are made from: given by a setting, or made once and kept beside the embedded data. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingsError } from '../errors.ts'

/**
 * The secret kept in `folder`, made on first use, readable by this user only.
 * @throws SettingsError when it cannot be read or written
 */
export function keptSecret(folder: string): string {
  const path = join(folder, 'secret.key')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    try {
      writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length >= 32) return secret
  } catch {
    throw new SettingsError(
      `DATA_DIR: the key in ${path} cannot be read or made. Give this user the right to, or set POLS_SECRET_KEY.`,
    )
  }
  throw new SettingsError(
    `DATA_DIR: the key in ${path} is too short to be one. Put back the original file: without it contacts and texts cannot be read.`,
  )
}
