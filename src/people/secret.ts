/** The secret all keys are made from: given by a setting, or made once and kept beside the embedded data. */
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingsError } from '../errors.ts'
import type { Database } from '../store/open.ts'
import { keyFits } from './key-check.ts'
import { createVault } from './vault.ts'

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

/**
 * Puts a new key beside the one that is kept, on disk, before anything is written with it.
 * @param secret null: a new one is made; one that lies there from before is taken, for it may be in use
 */
export function layNextSecret(folder: string, secret: string | null): string {
  const path = join(folder, NEXT)
  const made = secret ?? randomBytes(32).toString('base64url')
  try {
    writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx', flush: true })
    sync(folder)
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new SettingsError(`DATA_DIR: ${path} cannot be written. Give this user the right to.`)
    }
    return readFileSync(path, 'utf8').trim()
  }
}

/** The new key becomes the kept one, in one step. */
export function takeNextSecret(folder: string): void {
  renameSync(join(folder, NEXT), join(folder, 'secret.key'))
  sync(folder)
}

/**
 * Which of two keys is the one, after a change of key that was cut off: the database says which it was written with.
 * @param kept what `keptSecret` gave
 */
export async function settledSecret(folder: string, kept: string, db: Database): Promise<string> {
  let next: string
  try {
    next = readFileSync(join(folder, NEXT), 'utf8').trim()
  } catch {
    return kept
  }
  const whole = next.length >= 32
  if (whole && (await writtenWith(db, next))) {
    takeNextSecret(folder)
    return next
  }
  rmSync(join(folder, NEXT))
  return kept
}

/** A database without tables yet was written with no key. */
async function writtenWith(db: Database, secret: string): Promise<boolean> {
  try {
    return (await keyFits(db, createVault(secret))) === 'fits'
  } catch {
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

const NEXT = 'secret.key.next'
