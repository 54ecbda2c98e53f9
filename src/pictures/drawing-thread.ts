/** The thread in which pictures are drawn: takes SVG, gives PNG, one after the other. What it throws ends it. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const packaged = (file: string) => readFile(createRequire(import.meta.url).resolve(file))

const FONTS = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
]

const [fontBuffers] = await Promise.all([
  Promise.all(FONTS.map(packaged)),
  packaged('@resvg/resvg-wasm/index_bg.wasm').then((bytes) => initWasm(bytes)),
])

// What was sent before waits until somebody listens.
parentPort!.on('message', (svg: string) => {
  const png = draw(svg)
  parentPort!.postMessage(png, [png.buffer])
})

function draw(svg: string): Uint8Array<ArrayBuffer> {
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
