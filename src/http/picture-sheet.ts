/** One picture with all pictograms of a question, numbered in the order of its buttons: a chat shows no picture in a button. */
import { INK } from '../drawing/ink.ts'

/**
 * Three beside each other, then the next row; each with its number below. White behind everything.
 * @param pictures PNG files; one that cannot be read leaves its place empty
 * @returns SVG
 */
export function pictureSheet(pictures: readonly Uint8Array[]): string {
  const [width, height] = [Math.min(pictures.length, COLUMNS) * TILE, Math.ceil(pictures.length / COLUMNS) * ROW]
  const side = TILE - 2 * MARGIN
  const tiles = pictures.map((picture, i) => {
    const [x, y] = [(i % COLUMNS) * TILE, Math.floor(i / COLUMNS) * ROW]
    const data = Buffer.from(picture).toString('base64')
    return `<image x="${x + MARGIN}" y="${y + MARGIN}" width="${side}" height="${side}" href="data:image/png;base64,${data}"/><text x="${x + TILE / 2}" y="${y + TILE + 24}" font-size="30" font-weight="700" text-anchor="middle" fill="${INK.ink}">${i + 1}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans"><rect width="${width}" height="${height}" fill="${INK.paper}"/>${tiles.join('')}</svg>`
}

const TILE = 176
const MARGIN = 8
/** A picture and its number. */
const ROW = TILE + 36
const COLUMNS = 3
