/** A real picture of one colour, small enough to send around in tests. */
import { PNG } from 'pngjs'

/** @param shade 0 to 255; another shade is another picture */
export function tinyPng({ width = 4, height = 3, shade = 128 } = {}): Uint8Array {
  const png = new PNG({ width, height })
  png.data.fill(shade)
  return new Uint8Array(PNG.sync.write(png))
}
