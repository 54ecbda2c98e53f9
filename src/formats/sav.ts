/**
 * The binary file of SPSS, uncompressed and little-endian, written after the description in the PSPP developers' guide
 * ("System File Format"). UTF-8, long names, labels, measures, a range of missing codes, texts up to 32,000 bytes.
 */
import type { Table } from './columns.ts'
import type { Cell, ExportFile } from './dataset.ts'
import { cutBytes, MISSING_RANGE, type SpssColumn } from './spss-columns.ts'

export function savOf({ dataset, rows }: Table, columns: SpssColumn[]): ExportFile {
  const placed = place(columns)
  const parts = [
    header(dataset.name, dataset.about.madeOn, placed, rows.length),
    ...placed.flatMap(variableRecords),
    ...placed.flatMap(valueLabelRecords),
    ...infoRecords(placed, rows.length),
    int(999, 0),
    ...rows.map((row) => caseOf(row, placed)),
  ]
  return { name: 'data.sav', type: 'application/x-spss-sav', bytes: new Uint8Array(Buffer.concat(parts)) }
}

/** A text of more than 255 bytes is stored as several short ones under names of their own. */
type Segment = { short: string; width: number }
type Placed = SpssColumn & {
  segments: Segment[]
  /** Place in the case, in pieces of 8 bytes, from 1. */
  at: number
}

function place(columns: SpssColumn[]): Placed[] {
  let at = 1
  let names = 0
  return columns.map((column) => {
    const segments = widthsOf(column.width).map((width) => ({ short: `@${++names}`, width }))
    const placed = { ...column, segments, at }
    at += segments.reduce((sum, { width }) => sum + pieces(width), 0)
    return placed
  })
}

/** The format reckons with 252 bytes a segment, though 255 are stored. */
function widthsOf(width: number): number[] {
  if (width <= SHORT_TEXT) return [width]
  const count = Math.ceil(width / 252)
  return [...Array.from({ length: count - 1 }, () => SHORT_TEXT), width - (count - 1) * 252]
}

const SHORT_TEXT = 255
const pieces = (width: number): number => (width === 0 ? 1 : Math.ceil(width / 8))

function header(name: string, madeOn: string, placed: Placed[], cases: number): Buffer {
  const [year = '', month = '1', day = ''] = madeOn.split('-')
  const size = placed.flatMap(({ segments }) => segments).reduce((sum, { width }) => sum + pieces(width), 0)
  return Buffer.concat([
    text('$FL2', 4),
    text('@(#) SPSS DATA FILE Pols', 60),
    int(2, size, 0, 0, cases),
    float(100),
    text(`${day.slice(0, 2)} ${MONTHS[Number(month) - 1] ?? 'Jan'} ${year.slice(-2)}`, 9),
    text('00:00:00', 8),
    text(cutBytes(name, 64), 64),
    Buffer.alloc(3),
  ])
}

function variableRecords({ label, segments, width, missing, decimals }: Placed): Buffer[] {
  return segments.flatMap((segment, nth) => {
    const format = width > 0 ? format32('A', segment.width, 0) : format32('F', decimals > 0 ? 16 : 8, decimals)
    const bytes = Buffer.from(nth === 0 ? label : '', 'utf8')
    const first = Buffer.concat([
      int(2, segment.width, bytes.length > 0 ? 1 : 0, missing ? -2 : 0, format, format),
      text(segment.short, 8),
      ...(bytes.length > 0 ? [int(bytes.length), padded(bytes, 4)] : []),
      ...(missing ? [float(...MISSING_RANGE)] : []),
    ])
    const rest = Array.from({ length: pieces(segment.width) - 1 }, () =>
      Buffer.concat([int(2, -1, 0, 0, format, format), text('', 8)]),
    )
    return [first, ...rest]
  })
}

function valueLabelRecords({ labels, at }: Placed): Buffer[] {
  if (labels.length === 0) return []
  const entries = labels.map(({ value, label }) => {
    const bytes = Buffer.from(label, 'utf8')
    return Buffer.concat([float(value), padded(Buffer.concat([Buffer.from([bytes.length]), bytes]), 8)])
  })
  return [int(3, labels.length), ...entries, int(4, 1, at)]
}

function infoRecords(placed: Placed[], cases: number): Buffer[] {
  const segments = placed.flatMap((one) => one.segments.map((segment) => ({ ...segment, level: one.level })))
  const names = placed.map(({ name, segments: [first] }) => `${first!.short}=${name}`).join('\t')
  const long = placed
    .filter(({ width }) => width > SHORT_TEXT)
    .map(({ width, segments: [first] }) => `${first!.short}=${String(width).padStart(5, '0')}\0\t`)
    .join('')
  const display = segments.map(({ level, width }) => [
    LEVELS[level],
    Math.min(Math.max(width, 8), 40),
    width > 0 ? 0 : 1,
  ])
  return [
    info(3, 4, int(26, 0, 0, -1, 1, 1, 2, UTF_8)),
    info(4, 8, float(-Number.MAX_VALUE, Number.MAX_VALUE, LOWEST)),
    info(11, 4, int(...display.flat())),
    info(13, 1, Buffer.from(names, 'utf8')),
    ...(long === '' ? [] : [info(14, 1, Buffer.from(long, 'utf8'))]),
    info(16, 8, Buffer.concat([bigint(1), bigint(cases)])),
    info(20, 1, Buffer.from('UTF-8', 'utf8')),
  ]
}

const info = (subtype: number, size: number, bytes: Buffer): Buffer =>
  Buffer.concat([int(7, subtype, size, bytes.length / size), bytes])

function caseOf(row: readonly Cell[], placed: Placed[]): Buffer {
  return Buffer.concat(
    placed.flatMap(({ width, segments }, at) => {
      const cell = row[at]!
      if (width === 0) return [float(typeof cell === 'number' ? cell : -Number.MAX_VALUE)]
      const bytes = Buffer.from(cutBytes(String(cell ?? ''), width), 'utf8')
      return segments.map((segment, nth) => {
        const piece = bytes.subarray(nth * SHORT_TEXT, (nth + 1) * SHORT_TEXT)
        return Buffer.concat([piece, Buffer.alloc(pieces(segment.width) * 8 - piece.length, ' ')])
      })
    }),
  )
}

/** Type, width and decimals in one number. */
const format32 = (type: 'A' | 'F', width: number, decimals: number): number =>
  ((type === 'A' ? 1 : 5) << 16) | (width << 8) | decimals

function text(value: string, length: number): Buffer {
  const bytes = Buffer.from(value, 'utf8')
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), ' ')], length)
}

function padded(bytes: Buffer, to: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)])
}

function int(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => {
    bytes.writeInt32LE(value, at * 4)
  })
  return bytes
}

function float(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8)
  values.forEach((value, at) => {
    bytes.writeDoubleLE(value, at * 8)
  })
  return bytes
}

function bigint(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64LE(BigInt(value))
  return bytes
}

const LEVELS = { nominal: 1, ordinal: 2, scale: 3 } as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const UTF_8 = 65_001
/** The least number but one, which stands for "lowest"; the least stands for an empty cell. */
const LOWEST = -(Number.MAX_VALUE - 2 ** 971)
