/** Pictograms, one by one for a page, or on one sheet for a chat. Anybody may see them: they say nothing of anybody. */
import { Hono } from 'hono'
import type { HttpDeps } from './deps.ts'
import { pictureSheet } from './picture-sheet.ts'
import { decodePng, encodePng } from './png.ts'

export function picturePages(deps: Pick<HttpDeps, 'pictogram'>): Hono {
  const pages = new Hono()
  const made = new Map<string, Uint8Array<ArrayBuffer>>()

  pages.get('/beeld/:names', (c) => {
    const names = /^([a-z0-9-]+(?:\+[a-z0-9-]+){0,9})\.png$/.exec(c.req.param('names').replaceAll(' ', '+'))?.[1]
    const found = names?.split('+').map((name) => deps.pictogram(name)) ?? [null]
    const files = found.flatMap((file) => file ?? [])
    if (names === undefined || files.length < found.length) return c.notFound()
    c.header('Content-Type', 'image/png')
    c.header('Cache-Control', 'public, max-age=3600')
    return c.body(files.length === 1 ? Uint8Array.from(files[0]!) : sheetOf(names, files))
  })

  /** Made once for each sheet, and again when a picture is another than it was. */
  function sheetOf(names: string, files: Uint8Array[]): Uint8Array<ArrayBuffer> {
    const key = `${names} ${files.map((file) => file.length)}`
    const known = made.get(key)
    if (known) return known
    const sheet = encodePng(pictureSheet(files.map(decodePng)))
    made.set(key, sheet)
    if (made.size > MOST) made.delete(made.keys().next().value!)
    return sheet
  }

  return pages
}

/** The path of one picture that shows these pictograms in their order. */
export const picturePath = (names: readonly string[]): string => `/beeld/${names.join('+')}.png`

const MOST = 100
