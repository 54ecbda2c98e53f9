/** Reads a `.sav` with a library of others; what that library passes over is read from the bytes. */
import { createRequire } from 'node:module'
import type { Cell } from '../../src/formats/dataset.ts'

type SavReader = {
  reader: { readBytes(length: number): Promise<Uint8Array>; read8CharString(): Promise<string> }
  open(): Promise<void>
  readAllRows(): Promise<Record<string, Cell>[]>
  meta: {
    header: { n_cases: number; n_vars: number; product: string }
    sysvars: { name: string; label?: string; type: string; missing: unknown }[]
    getValueLabels(name: string): { val: number; label: string }[] | null
  }
}
// The package offers itself to `require` only.
const { SavBufferReader } = createRequire(import.meta.url)('sav-reader') as {
  SavBufferReader: new (bytes: Buffer) => SavReader
}

export type ReadSav = {
  vars: SavReader['meta']['sysvars']
  rows: Record<string, Cell>[]
  labelsOf(name: string): { val: number; label: string }[]
  /** Of each variable, or each part of a long text: nominal 1, ordinal 2, scale 3. */
  levels: number[]
}

export async function readSav(bytes: Uint8Array): Promise<ReadSav> {
  const reader = new SavBufferReader(Buffer.from(bytes))
  await reader.open()
  // It makes text of each eight bytes by themselves, which cuts letters in two: bytes are put together first.
  reader.reader.read8CharString = async () =>
    [...(await reader.reader.readBytes(8))].map((byte) => (byte === SPACE ? ' ' : aside(byte))).join('')
  const rows = (await reader.readAllRows()).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, back(cell)])),
  )
  const { sysvars } = reader.meta
  return {
    vars: sysvars,
    rows,
    labelsOf: (name) => reader.meta.getValueLabels(name) ?? [],
    levels: levelsIn(Buffer.from(bytes)),
  }
}

const SPACE = 0x20
const aside = (byte: number) => String.fromCharCode(0xe000 + byte)

function back(cell: Cell): Cell {
  if (typeof cell === 'number') return cell === -Number.MAX_VALUE ? null : cell
  return cell && Buffer.from([...cell].map((one) => one.charCodeAt(0) & 0xff)).toString('utf8')
}

/** Record 7, subtype 11: a triple of measure, width and side for each. */
function levelsIn(bytes: Buffer): number[] {
  const mark = Buffer.alloc(12)
  ;[7, 11, 4].forEach((value, at) => {
    mark.writeInt32LE(value, at * 4)
  })
  const start = bytes.indexOf(mark) + 12
  const count = bytes.readInt32LE(start)
  return Array.from({ length: count / 3 }, (_, nth) => bytes.readInt32LE(start + 4 + nth * 12))
}
