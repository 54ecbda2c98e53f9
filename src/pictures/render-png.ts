/** From our SVG to PNG, with our own fonts: the same picture on every machine. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

export type Png = Uint8Array<ArrayBuffer>

/**
 * One after the other, and other work gets its turn in between: drawing takes a tenth of a second in which nothing
 * else is done. The renderer and the fonts are read at the first picture; the last pictures are kept.
 * @param svg as large as the PNG becomes, in pixels
 * @throws what the renderer throws for what is no SVG (our bug)
 */
export function renderPng(svg: string): Promise<Png> {
  const key = createHash('sha256').update(svg).digest('base64')
  const known = kept.get(key)
  if (known) return known
  const drawn = last.then(() => draw(svg))
  last = drawn.catch(() => undefined)
  kept.set(key, drawn)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  drawn.catch(() => kept.delete(key))
  return drawn
}

/** A picture is about 100 kB. */
const MOST_KEPT = 60
const kept = new Map<string, Promise<Png>>()
let last: Promise<unknown> = Promise.resolve()
let started: Promise<void> | undefined
let fonts: Promise<Uint8Array[]> | undefined

async function draw(svg: string): Promise<Png> {
  fonts ??= Promise.all(FONTS.map(packaged))
  const fontBuffers = await fonts
  // A process may start the module only once.
  started ??= packaged('@resvg/resvg-wasm/index_bg.wasm').then((bytes) => initWasm(bytes))
  await started
  await new Promise((resolve) => setImmediate(resolve))
  const drawing = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' },
  })
  try {
    const image = drawing.render()
    try {
      return Uint8Array.from(image.asPng())
    } finally {
      image.free()
    }
  } finally {
    drawing.free()
  }
}

const packaged = (file: string) => readFile(createRequire(import.meta.url).resolve(file))

const FONTS = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
]
