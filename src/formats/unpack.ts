/** Unpacks a zip of a stranger without trusting what it says about itself. */
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'

/** All files of a zip by name; or a key in the words files for why not. */
export type Unpacked = { files: Record<string, Uint8Array> } | { fault: 'formats-no-workbook' | 'formats-bomb' }

export function unpack(bytes: Uint8Array): Unpacked {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { fault: 'formats-no-workbook' }
  const parts = new Map<string, Uint8Array[]>()
  let unpacked = 0
  let trouble: 'formats-no-workbook' | 'formats-bomb' | null = null
  const unzip = new Unzip((file) => {
    if (parts.size >= MOST_FILES || parts.has(file.name)) trouble ??= 'formats-bomb'
    if (trouble) return
    const mine: Uint8Array[] = []
    parts.set(file.name, mine)
    file.ondata = (error, chunk) => {
      if (error) trouble ??= 'formats-no-workbook'
      if (trouble) return
      unpacked += chunk.length
      if (unpacked > MOST_UNPACKED || unpacked > SMALL + bytes.length * MOST_RATIO) trouble = 'formats-bomb'
      else mine.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  try {
    // In small pieces: one piece of a bomb unfolds to some megabytes at most before it is stopped.
    for (let at = 0; at < bytes.length && !trouble; at += PIECE) {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
    }
  } catch {
    trouble ??= 'formats-no-workbook'
  }
  if (trouble) return { fault: trouble }
  return { files: Object.fromEntries([...parts].map(([name, pieces]) => [name, joined(pieces)])) }
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const PIECE = 4096
const MOST_FILES = 200
const MOST_UNPACKED = 20 * 1024 * 1024
/** A workbook of much the same text packs well; a bomb packs a thousand times. */
const MOST_RATIO = 100
const SMALL = 1024 * 1024
