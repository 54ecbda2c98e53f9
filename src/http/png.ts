/** PNG in and out, as far as small pictures need it: 8 bits a channel, not interlaced (RFC 2083). */
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { EngineError } from '../errors.ts'

/** Four bytes a pixel: red, green, blue, opacity. */
export type Raster = { width: number; height: number; pixels: Uint8Array }

/** @throws EngineError for a file that is no PNG of that kind, or larger than 1024 pixels on a side */
export function decodePng(file: Uint8Array): Raster {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  let header: { width: number; height: number; kind: number } | undefined
  let palette: Buffer | undefined
  let opacity: Buffer | undefined
  const packed: Buffer[] = []
  for (let at = 8; at + 12 <= view.length; ) {
    const length = view.readUInt32BE(at)
    const type = view.toString('latin1', at + 4, at + 8)
    const data = view.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') header = headerOf(data)
    else if (type === 'PLTE') palette = data
    else if (type === 'tRNS') opacity = data
    else if (type === 'IDAT') packed.push(data)
    at += 12 + length
  }
  if (!header) throw unreadable()
  const channels = CHANNELS[header.kind]
  if (!channels || (header.kind === 3 && !palette)) throw unreadable()
  const { width, height, kind } = header
  const rows = unfiltered(
    inflateSync(Buffer.concat(packed), { maxOutputLength: 5 * 1024 * 1024 }),
    width * channels,
    height,
    channels,
  )
  const pixels = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i += 1) {
    const from = i * channels
    const [a = 0, b = 0, c = 0, d = 255] = rows.subarray(from, from + channels)
    const rgba =
      kind === 3
        ? [palette![a * 3]!, palette![a * 3 + 1]!, palette![a * 3 + 2]!, opacity?.[a] ?? 255]
        : kind === 0
          ? [a, a, a, 255]
          : kind === 4
            ? [a, a, a, b]
            : [a, b, c, kind === 6 ? d : 255]
    pixels.set(rgba, i * 4)
  }
  return { width, height, pixels }
}

/** Without opacity: what is seen through is white. */
export function encodePng({ width, height, pixels }: Raster): Uint8Array<ArrayBuffer> {
  const lines = Buffer.alloc((width * 3 + 1) * height)
  for (let i = 0; i < width * height; i += 1) {
    const to = Math.floor(i / width) * (width * 3 + 1) + 1 + (i % width) * 3
    const opaque = pixels[i * 4 + 3]! / 255
    for (let c = 0; c < 3; c += 1) lines[to + c] = Math.round(pixels[i * 4 + c]! * opaque + 255 * (1 - opaque))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const parts = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Uint8Array.from(Buffer.concat(parts))
}

function headerOf(data: Buffer): { width: number; height: number; kind: number } {
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth, kind, , , interlace] = data.subarray(8)
  if (depth !== 8 || interlace !== 0 || width < 1 || height < 1 || width > MOST || height > MOST) throw unreadable()
  return { width, height, kind: kind! }
}

/** Undoes what each line was made smaller with: the difference to the left, above, their mean, or the nearest of three. */
function unfiltered(raw: Buffer, stride: number, height: number, step: number): Uint8Array {
  if (raw.length < (stride + 1) * height) throw unreadable()
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)]!
    for (let x = 0; x < stride; x += 1) {
      const left = x >= step ? out[y * stride + x - step]! : 0
      const up = y > 0 ? out[(y - 1) * stride + x]! : 0
      const corner = x >= step && y > 0 ? out[(y - 1) * stride + x - step]! : 0
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter]
      if (guess === undefined) throw unreadable()
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + guess
    }
  }
  return out
}

function nearest(left: number, up: number, corner: number): number {
  const to = (value: number) => Math.abs(left + up - corner - value)
  if (to(left) <= to(up) && to(left) <= to(corner)) return left
  return to(up) <= to(corner) ? up : corner
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

const unreadable = () =>
  new EngineError('png: this picture is not one of 8 bits a channel, not interlaced, at most 1024 pixels on a side')

/** Bytes a pixel, by kind of colour: grey, colours, palette, grey with opacity, colours with opacity. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const MOST = 1024
