/** For who keeps the service running: is it alive, is it ready, how busy is it. */
import type { IncomingMessage } from 'node:http'
import { type Context, Hono } from 'hono'
import type { HttpDeps } from './deps.ts'

/**
 * `/healthz`: the process answers. `/readyz`: the database and every channel are ready, else 503 and
 * what is not. `/metrics`: for Prometheus, only on this machine itself and not through a proxy: the
 * counters would show how many answered while a round is still open.
 */
export function operations(deps: HttpDeps): Hono {
  const pages = new Hono()
  pages.get('/healthz', (c) => c.json({ alive: true }))

  pages.get('/readyz', async (c) => {
    const { database, channels } = await deps.health()
    const waiting = channels.filter((channel) => !channel.ready)
    const ready = database && waiting.length === 0
    const notReady = [...(database ? [] : ['database']), ...waiting.map((channel) => channel.name)]
    return c.json({ ready, notReady, database, channels }, ready ? 200 : 503)
  })

  pages.get('/metrics', async (c) => {
    if (!isThisMachine(c)) return c.notFound()
    c.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
    return c.body(await deps.metrics())
  })
  return pages
}

function isThisMachine(c: Context): boolean {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const forwarded = ['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via'].some(
    (name) => c.req.header(name) !== undefined,
  )
  return !forwarded && LOOPBACK.test(incoming?.socket?.remoteAddress ?? '')
}

const LOOPBACK = /^(::ffff:)?127\.|^::1$/
