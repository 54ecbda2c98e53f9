/**
 * A stream of bytes under a key, in pieces of which none can be changed, left out, doubled or moved, and of which the
 * last one says that it is the last (AES-256-GCM with a counter and an end mark in the nonce).
 *
 * On disk: `POLS-BACKUP <format>\n`, 16 bytes of salt, and pieces of four bytes of length with as much behind them. All
 * that stands before the pieces is covered by each of them.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { SettingsError } from '../errors.ts'

/** The format that is written. */
export const FORMAT = 1

/** @param key what POLS_BACKUP_KEY holds */
export async function* seal(key: string, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const head = Buffer.concat([Buffer.from(`${MAGIC} ${FORMAT}\n`), randomBytes(SALT)])
  const own = keyOf(key, head)
  yield head
  let count = 0
  // One piece is always held back: only at the end is it known which one is the last.
  let held: Buffer = Buffer.alloc(0)
  for await (const bytes of plain) {
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    while (held.length > PIECE) {
      yield sealPiece(own, head, count++, false, held.subarray(0, PIECE))
      held = held.subarray(PIECE)
    }
  }
  yield sealPiece(own, head, count, true, held)
}

/**
 * @throws SettingsError when it is no backup, of a format that is not read here, cut, altered, or under another key
 */
export async function* unseal(key: string, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const from = reader(sealed)
  const head = await readHead(from)
  const own = keyOf(key, head)
  for (let count = 0; ; count += 1) {
    const length = (await from.take(4, CUT)).readUInt32BE()
    if (length < TAG || length > PIECE + TAG) throw new SettingsError(ALTERED)
    const piece = await from.take(length, CUT)
    const last = await from.atEnd()
    yield openPiece(own, head, { count, last }, piece)
    if (last) return
  }
}

type Reader = { take(length: number, otherwise: string): Promise<Buffer>; atEnd(): Promise<boolean> }

async function readHead(from: Reader): Promise<Buffer> {
  const magic = await from.take(MAGIC.length + 1, NO_BACKUP)
  if (magic.toString('latin1') !== `${MAGIC} `) throw new SettingsError(NO_BACKUP)
  const read = [magic]
  let format = ''
  for (;;) {
    const byte = await from.take(1, NO_BACKUP)
    read.push(byte)
    if (byte[0] === 0x0a) break
    format += byte.toString('latin1')
    if (!/^[1-9]\d{0,3}$/.test(format)) throw new SettingsError(NO_BACKUP)
  }
  if (Number(format) > FORMAT) throw new SettingsError(NEWER_FORMAT)
  if (Number(format) < FORMAT) throw new SettingsError(NO_BACKUP)
  read.push(await from.take(SALT, CUT))
  return Buffer.concat(read)
}

function reader(sealed: AsyncIterable<Buffer>): Reader {
  const source = sealed[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async () => {
    const next = await source.next()
    if (next.done) return false
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    return true
  }
  return {
    async take(length, otherwise) {
      while (held.length < length) if (!(await more())) throw new SettingsError(otherwise)
      const taken = held.subarray(0, length)
      held = held.subarray(length)
      return taken
    },
    async atEnd() {
      while (held.length === 0) if (!(await more())) return true
      return false
    },
  }
}

function sealPiece(key: Buffer, head: Buffer, count: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(count, last)).setAAD(head)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(sealed.length)
  return Buffer.concat([length, sealed])
}

function openPiece(key: Buffer, head: Buffer, at: { count: number; last: boolean }, piece: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(at.count, at.last)).setAAD(head)
    decipher.setAuthTag(piece.subarray(-TAG))
    return Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()])
  } catch {
    // Of the very first piece nobody can tell which of the two it is.
    throw new SettingsError(at.count > 0 ? (at.last ? CUT : ALTERED) : OTHER_KEY)
  }
}

function nonceOf(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(last ? 1 : 0)
  nonce.writeUInt32BE(count, 8)
  return nonce
}

const keyOf = (key: string, head: Buffer) => Buffer.from(hkdfSync('sha256', key, head.subarray(-SALT), 'backup', 32))

const MAGIC = 'POLS-BACKUP'
const SALT = 16
const TAG = 16
const PIECE = 64 * 1024

const NO_BACKUP = 'This is not a backup of Pols: it does not begin like one. Choose another file.'
const NEWER_FORMAT =
  'This backup was written by a newer version of Pols, in a format that this one does not know. Install that version, and restore with it.'
const CUT = 'This backup is cut off: its end is missing or was changed. Nothing was touched. Choose another file.'
const ALTERED =
  'This backup was altered after it was written, or its disk is failing. Nothing was touched. Choose another file.'
const OTHER_KEY =
  'This backup does not open: POLS_BACKUP_KEY is not the key that it was written with, or the file was altered. Nothing was touched.'
