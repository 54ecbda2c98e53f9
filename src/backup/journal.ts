/**
 * What was erased or stopped, beside the backups: a line for each note, under the key of the backups, on disk soon after
 * it happened; and the last moment at which Pols was seen alive. A restored backup forgets by it what it should not know.
 * A file for each month, so that what is old goes whole.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { SettingsError } from '../errors.ts'
import { type Erasure, erasureOf } from './erasures.ts'

export type Journal = {
  /** All notes that lie there. @throws SettingsError when some do not open: what they say would be forgotten */
  read(): Erasure[]
  /** Adds notes and puts them on disk. */
  append(erasures: readonly Erasure[]): void
  /** Keeps that Pols is alive now. */
  sign(at: Temporal.Instant): void
  /** When Pols was last seen alive; null when it never was, or nobody knows. */
  lastSign(): Temporal.Instant | null
  /** Files of which everything is older than `before` go. */
  forget(before: Temporal.Instant): void
}

export function openJournal(folder: string, key: string): Journal {
  const own = Buffer.from(hkdfSync('sha256', key, 'pols', 'journal', 32))
  const files = () => {
    try {
      return readdirSync(folder)
        .filter((name) => MONTHLY.test(name))
        .sort()
    } catch {
      return []
    }
  }
  return {
    read: () => files().flatMap((name) => readFile(join(folder, name), own)),
    append(erasures) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const months = Map.groupBy(erasures, ({ at }) => at.slice(0, 7))
      for (const [month, notes] of months) {
        const lines = notes.map((note) => `${sealLine(own, JSON.stringify(note))}\n`)
        const handle = openSync(join(folder, `erased-${month}.journal`), 'a', 0o600)
        const { size } = fstatSync(handle)
        try {
          // A line that was cut off by a crash ends here: what follows it is whole.
          writeFileSync(handle, `\n${lines.join('')}`)
          fsyncSync(handle)
        } catch (error) {
          // A disk that fills and empties would leave a cut line each minute, until the journal no longer opens.
          ftruncateSync(handle, size)
          throw error
        } finally {
          closeSync(handle)
        }
      }
    },
    sign(at) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const half = join(folder, `${SIGN}.${randomBytes(4).toString('hex')}`)
      try {
        writeFileSync(half, `${at}\n`, { mode: 0o600 })
        renameSync(half, join(folder, SIGN))
      } catch (error) {
        // The name is a new one each minute: on a full disk they would become many.
        rmSync(half, { force: true })
        throw error
      }
    },
    lastSign() {
      try {
        return Temporal.Instant.from(readFileSync(join(folder, SIGN), 'utf8').trim())
      } catch {
        return null
      }
    },
    forget(before) {
      for (const name of files()) {
        const month = Temporal.PlainYearMonth.from(MONTHLY.exec(name)![1]!)
        const end = month.add({ months: 1 }).toPlainDate({ day: 1 }).toZonedDateTime('UTC').toInstant()
        if (Temporal.Instant.compare(end, before) < 0) rmSync(join(folder, name), { force: true })
      }
    },
  }
}

function readFile(path: string, key: Buffer): Erasure[] {
  const text = readFileSync(path, 'utf8')
  const lines = text.split('\n')
  // What stands behind the last line end was being written when the process died: it never counted as kept.
  const whole = lines.slice(0, -1).filter((line) => line !== '')
  const notes: Erasure[] = []
  let closed = 0
  for (const line of whole) {
    const text = openLine(key, line)
    if (text === null) closed += 1
    else notes.push(noteIn(text, path))
  }
  // A cut line that was ended by the next one to write is at most one of many.
  if (closed > 0 && (notes.length === 0 || closed > MOST_CUT)) {
    throw new SettingsError(
      `${path}: ${closed} of ${whole.length} lines do not open with POLS_BACKUP_KEY, and what they say was erased would come back. Give the key that was set when they were written; or move this file away to restore without it.`,
    )
  }
  return notes
}

function sealLine(key: Buffer, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** What opens is whole: where it says something else than a note of ours, a newer version wrote it. */
function noteIn(text: string, path: string): Erasure {
  try {
    return erasureOf(JSON.parse(text))
  } catch {
    throw new SettingsError(
      `${path}: a newer version of Pols noted something there that this version cannot read, and what it says was erased would come back. Restore with that newer version.`,
    )
  }
}

function openLine(key: Buffer, line: string): string | null {
  try {
    const bytes = Buffer.from(line, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const MONTHLY = /^erased-(\d{4}-\d{2})\.journal$/
const SIGN = 'last-alive'
/** Crashes in the middle of a line, in a month. */
const MOST_CUT = 3
