/** Pictograms, one by one for a page, or on one sheet for a chat. Anybody may see them: they say nothing of anybody. */
import { Hono } from 'hono'
import { renderPng } from '../pictures/render-png.ts'
import type { HttpDeps } from './deps.ts'
import { pictureSheet } from './picture-sheet.ts'

export function picturePages(deps: Pick<HttpDeps, 'pictogram'>): Hono {
  const pages = new Hono()

  pages.get('/beeld/:names', async (c) => {
    const names = /^([a-z0-9-]+(?:\+[a-z0-9-]+){0,9})\.png$/.exec(c.req.param('names').replaceAll(' ', '+'))?.[1]
    const found = names?.split('+').map((name) => deps.pictogram(name)) ?? [null]
    const files = found.flatMap((file) => file ?? [])
    if (names === undefined || files.length < found.length) return c.notFound()
    c.header('Content-Type', 'image/png')
    c.header('Cache-Control', 'public, max-age=3600')
    return c.body(files.length === 1 ? Uint8Array.from(files[0]!) : await renderPng(pictureSheet(files)))
  })

  return pages
}

/** The path of one picture that shows these pictograms in their order. */
export const picturePath = (names: readonly string[]): string => `/beeld/${names.join('+')}.png`
