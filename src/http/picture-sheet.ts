/** One picture with all pictograms of a question, numbered in the order of its buttons: a chat shows no picture in a button. */
import type { Raster } from './png.ts'

/** Three beside each other, then the next row; each with its number below. White behind everything. */
export function pictureSheet(pictures: readonly Raster[]): Raster {
  const columns = Math.min(pictures.length, COLUMNS)
  const rows = Math.ceil(pictures.length / columns)
  const sheet: Raster = {
    width: columns * TILE,
    height: rows * (TILE + FOOT),
    pixels: new Uint8Array(columns * TILE * rows * (TILE + FOOT) * 4).fill(255),
  }
  pictures.forEach((picture, i) => {
    const [x, y] = [(i % columns) * TILE, Math.floor(i / columns) * (TILE + FOOT)]
    draw(sheet, picture, x + MARGIN, y + MARGIN, TILE - 2 * MARGIN)
    write(sheet, String(i + 1), x + TILE / 2, y + TILE)
  })
  return sheet
}

/** Fits a picture into a square of `side` pixels; each pixel is the mean of those it stands for. */
function draw(sheet: Raster, picture: Raster, left: number, top: number, side: number): void {
  const scale = Math.max(picture.width, picture.height) / side
  const [width, height] = [Math.round(picture.width / scale), Math.round(picture.height / scale)]
  const [dx, dy] = [left + Math.floor((side - width) / 2), top + Math.floor((side - height) / 2)]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      put(sheet, dx + x, dy + y, mean(picture, x * scale, y * scale, Math.max(scale, 1)))
  }
}

function mean(picture: Raster, x: number, y: number, size: number): [number, number, number] {
  const sum = [0, 0, 0]
  let count = 0
  for (let v = Math.floor(y); v < Math.min(y + size, picture.height); v += 1) {
    for (let u = Math.floor(x); u < Math.min(x + size, picture.width); u += 1) {
      const at = (v * picture.width + u) * 4
      const opaque = picture.pixels[at + 3]! / 255
      for (let c = 0; c < 3; c += 1) sum[c]! += picture.pixels[at + c]! * opaque + 255 * (1 - opaque)
      count += 1
    }
  }
  return count === 0 ? [255, 255, 255] : [sum[0]! / count, sum[1]! / count, sum[2]! / count]
}

function write(sheet: Raster, digits: string, middle: number, top: number): void {
  const width = (digits.length * 6 - 1) * DOT
  ;[...digits].forEach((digit, i) => {
    DIGITS[Number(digit)]!.forEach((row, y) => {
      for (let x = 0; x < 5; x += 1) {
        if (!((row >> (4 - x)) & 1)) continue
        const [left, up] = [Math.round(middle - width / 2) + (i * 6 + x) * DOT, top + y * DOT]
        for (let d = 0; d < DOT * DOT; d += 1) put(sheet, left + (d % DOT), up + Math.floor(d / DOT), INK)
      }
    })
  })
}

function put(sheet: Raster, x: number, y: number, colour: readonly [number, number, number]): void {
  if (x >= 0 && y >= 0 && x < sheet.width && y < sheet.height) sheet.pixels.set(colour, (y * sheet.width + x) * 4)
}

const TILE = 176
const MARGIN = 8
const FOOT = 36
const COLUMNS = 3
const DOT = 3
const INK = [27, 31, 30] as const
/** Five dots wide and seven high, a bit a dot, from 0 to 9. */
const DIGITS = [
  [14, 17, 19, 21, 25, 17, 14],
  [4, 12, 4, 4, 4, 4, 14],
  [14, 17, 1, 6, 8, 16, 31],
  [31, 2, 4, 2, 1, 17, 14],
  [2, 6, 10, 18, 31, 2, 2],
  [31, 16, 30, 1, 1, 17, 14],
  [6, 8, 16, 30, 17, 17, 14],
  [31, 1, 2, 4, 8, 8, 8],
  [14, 17, 17, 14, 17, 17, 14],
  [14, 17, 17, 15, 1, 2, 12],
]
