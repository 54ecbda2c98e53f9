/** Ways out of a coach's or a personal page: to a page of an hour for files, and own methods as files. */
import type { Context, Hono } from 'hono'
import type { CoachView } from '../console/view.ts'
import { isMethodFormat } from '../instrumentarium/method-files.ts'
import type { Desk } from '../rounds/desk.ts'

export function addDoorPages(
  pages: Hono,
  path: string,
  given: {
    desk: Pick<Desk, 'openDoor' | 'methodFile'>
    view(c: Context): Promise<(CoachView & { access: { by: string } }) | null>
    nowhere(c: Context): Response | Promise<Response>
  },
): void {
  for (const door of ['bestand', 'pakket', 'inlezen'] as const) {
    // Asks for a tap: looking at a page must make no keys.
    pages.post(`${path}/${door}`, async (c) => {
      const view = await given.view(c)
      const opened = view ? await given.desk.openDoor(view.access.by, view.overview.id, door) : null
      return opened?.ok ? c.redirect(opened.value.path, 303) : given.nowhere(c)
    })
  }

  pages.get(`${path}/methode/:id/:format`, async (c) => {
    const view = await given.view(c)
    const { id = '', format = '' } = c.req.param() as Record<string, string>
    if (!view?.authority.may('method.see') || !isMethodFormat(format)) return given.nowhere(c)
    const made = await given.desk.methodFile(view.access.by, view.overview.id, id, format)
    if (!made.ok) return given.nowhere(c)
    const { name, type, bytes } = made.value
    c.header('Content-Type', type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
    c.header('Content-Disposition', `attachment; filename="${name}"`)
    return c.body(new Uint8Array(bytes))
  })
}
