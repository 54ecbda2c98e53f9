/** Pictograms, as `pictograms/pictograms.yaml` and the PNG files beside it have them. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { localText, name } from '../survey/question-set.ts'

const picture = z.strictObject({
  alt: localText.describe('What is to be seen, in words.'),
  licence: z.string().trim().min(1).max(60).describe('Under which it may be used.'),
  credit: z.string().trim().min(1).max(100).describe('Who made it.'),
})
export const pictograms = z.strictObject({
  pictograms: z.record(name, picture).describe('By name: that of the PNG file, without its ending.'),
})
export type Pictograms = z.infer<typeof pictograms>['pictograms']

/** Where they are, in the folder that organisations edit. */
export const PICTOGRAMS = 'pictograms'
/** Largest file that is taken, in bytes: thirty times an ordinary one. */
const LARGEST = 200 * 1024
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A pictogram as it is used: what its file says of it, and the PNG itself. */
export type Pictogram = Pictograms[string] & { png: Uint8Array }

/** The PNG of a pictogram (8 bits a channel, not interlaced, at most 1024 pixels on a side); null when there is none such. */
export function readPictogram(folder: string, named: string): Uint8Array | null {
  try {
    const path = join(folder, PICTOGRAMS, `${named}.png`)
    if (statSync(path).size > LARGEST) return null
    const bytes = readFileSync(path)
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    const fits = width >= 1 && height >= 1 && width <= MOST_PIXELS && height <= MOST_PIXELS
    return bytes.subarray(0, 8).equals(SIGNATURE) && fits && bytes[24] === 8 && bytes[28] === 0 ? bytes : null
  } catch {
    return null
  }
}

const MOST_PIXELS = 1024
