/** `pols backup`: one file with everything, whole or not there. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { SettingsError } from '../errors.ts'
import type { Store } from '../store/open.ts'
import { type Checked, checkBackup } from './check-backup.ts'
import { copyOut } from './copy-out.ts'
import { writeLines } from './lines.ts'

export type Written = { file: string; bytes: number; rows: number; madeAt: string }

export type Copy = {
  store: Store
  /** Where Pols keeps the secret in the data folder: it goes along. Null where a setting gives it. */
  secret: string | null
  /** Version of Pols. */
  pols: string
  now: Temporal.Instant
}

/**
 * Writes a backup beside its name, reads it again from the disk to its last row, and only then gives it its name.
 * @param file may not be there yet
 * @throws SettingsError when it cannot be written, or is there already
 */
export async function writeBackup(copy: Copy, file: string, key: string): Promise<Written> {
  const path = resolve(file)
  if (exists(path)) throw new SettingsError(`The file ${path} is there already. Choose another name.`)
  const half = `${path}${HALF}`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    // Left by a process that died: one at a time writes here.
    if (exists(half)) rmSync(half)
    const { now, secret, pols } = copy
    await writeLines(half, key, copyOut(copy.store, { madeAt: now.toString(), pols, secret }))
    const checked = await checkBackup(half, key)
    const bytes = statSync(half).size
    renameSync(half, path)
    sync(dirname(path))
    return { file: path, bytes, rows: rowsIn(checked), madeAt: checked.about.madeAt }
  } catch (error) {
    if (exists(half)) rmSync(half)
    const code = (error as NodeJS.ErrnoException).code
    if (error instanceof SettingsError || !code || !(code in REASONS)) throw error
    throw new SettingsError(`The backup ${path} was not written: ${REASONS[code]}. Nothing is left of it.`)
  }
}

/** The name of a backup made at this moment, in the folder for them. */
export const backupPath = (folder: string, at: Temporal.Instant): string =>
  join(folder, `pols-${at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}${ENDING}`)

export const rowsIn = ({ counts }: Checked): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

export const ENDING = '.polsbackup'
/** Behind the name of one that is being written. */
export const HALF = '.part'

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // Its folder is no folder.
    return false
  }
}

function sync(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Why a file system does not take a file, by its code. */
export const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than this user may write',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk can only be read',
  ENOTDIR: 'its folder is a file',
  EEXIST: 'its folder is a file',
  EIO: 'the disk does not answer well',
}
