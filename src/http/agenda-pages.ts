/** The timeline as a calendar to subscribe to. The address is the key; it shows days and titles, and nothing of young people. */
import { Hono } from 'hono'
import type { HttpDeps } from './deps.ts'

export function agendaPages(deps: Pick<HttpDeps, 'agenda'>): Hono {
  const pages = new Hono()
  pages.get('/agenda/:organisation/:file{[\\w-]+\\.ics}', async (c) => {
    const token = c.req.param('file').slice(0, -'.ics'.length)
    const calendar = await deps.agenda(c.req.param('organisation'), token)
    if (calendar === null) return c.notFound()
    c.header('Content-Type', 'text/calendar; charset=utf-8')
    return c.body(calendar)
  })
  return pages
}
