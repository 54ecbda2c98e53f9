/** Pictures beside the ones that were looked at and stored. UPDATE_PICTURES=1 stores them anew: look at each. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** @returns null when the picture is as stored, else what differs */
export function differenceFrom(name: string, png: Uint8Array): string | null {
  const file = new URL(`./reference/${name}.png`, import.meta.url)
  if (process.env.UPDATE_PICTURES === '1') writeFileSync(file, png)
  if (!existsSync(file)) return `there is no reference picture ${name}; run with UPDATE_PICTURES=1 and look at it`
  const [is, was] = [PNG.sync.read(Buffer.from(png)), PNG.sync.read(readFileSync(file))]
  if (is.width !== was.width || is.height !== was.height) {
    return `${name} is ${is.width}×${is.height} and was ${was.width}×${was.height}`
  }
  const pixels = pixelmatch(is.data, was.data, undefined, is.width, is.height, { threshold: 0.1 })
  return pixels > MOST_PIXELS ? `${name}: ${pixels} pixels are other than they were` : null
}

/** Less than one letter. */
const MOST_PIXELS = 60
