/**
 * The files a page loads: our stylesheet and script, and htmx from its package. Read once, packed once,
 * and named by their content, so that a browser may keep them for good.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'

export type AssetPaths = { style: string; icon: string; script: string }

export function createAssets(): { paths: AssetPaths; routes: Hono } {
  const style = pack('pols', 'css', own('pols.css'))
  const icon = pack('pols', 'svg', own('pols.svg'))
  // In one file: htmx starts in a task of its own, and would not see an extension that is still on its way.
  const parts = [packaged('htmx.org/dist/htmx.min.js'), packaged('htmx.org/dist/ext/hx-sse.min.js'), own('pols.js')]
  const script = pack('pols', 'js', Buffer.from(parts.map(withoutMap).join(';\n')))
  const files = new Map([style, icon, script].map((file) => [file.path, file]))
  const routes = new Hono()
  routes.get('/assets/:file', (c) => {
    const file = files.get(`/assets/${c.req.param('file')}`)
    if (!file) return c.notFound()
    const packed = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')
    c.header('Content-Type', file.type)
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('Vary', 'Accept-Encoding')
    if (packed) c.header('Content-Encoding', 'gzip')
    return c.body(packed ? file.packed : file.plain)
  })
  return { paths: { style: style.path, icon: icon.path, script: script.path }, routes }
}

function pack(name: string, extension: keyof typeof TYPES, content: Buffer) {
  const plain = Uint8Array.from(content)
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10)
  return {
    path: `/assets/${name}.${hash}.${extension}`,
    type: TYPES[extension],
    plain,
    packed: Uint8Array.from(gzipSync(plain, { level: 9 })),
  }
}

/** The maps of packaged scripts are not served. */
const withoutMap = (script: Buffer): string => script.toString().replace(/\/\/# sourceMappingURL=.*\s*$/, '')

const own = (file: string): Buffer => readFileSync(new URL(`./assets/${file}`, import.meta.url))
const packaged = (file: string): Buffer => readFileSync(createRequire(import.meta.url).resolve(file))

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const
