/** What leaves under an agreement, as a zip from a personal page: for who may take it, and as long as it holds. */
import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { CoachView } from '../console/view.ts'
import type { Desk } from '../rounds/desk.ts'
import type { AssetPaths } from './assets.ts'
import { renderPage } from './shell.ts'

export function addDataPages(
  pages: Hono,
  path: string,
  given: {
    desk: Pick<Desk, 'exportData'>
    assets: AssetPaths
    view(c: Context): Promise<(CoachView & { access: { by: string } }) | null>
    nowhere(c: Context): Response | Promise<Response>
  },
): void {
  pages.get(`${path}/gegevens/:file`, async (c) => {
    const view = await given.view(c)
    const [, id = ''] = /^([\w-]{1,64})\.zip$/.exec(c.req.param('file') ?? '') ?? []
    if (!view?.authority.may('data.fetch') || id === '') return given.nowhere(c)
    const { language, id: organisationId } = view.overview
    const made = await given.desk.exportData(view.access.by, organisationId, id, language)
    if (!made.ok) {
      const title = view.words('sharing-back')
      const sentence = view.words(made.fault, made.values)
      const content = html`<h1>${title}</h1><p>${sentence}</p><p><a href="${view.base}">${view.words('role-back')}</a></p>`
      return c.html(renderPage({ language, title, content, layout: 'reading' }, given.assets), 409)
    }
    c.header('Content-Type', 'application/zip')
    c.header('Content-Disposition', `attachment; filename="${made.value.name}"`)
    return c.body(new Uint8Array(Buffer.from(made.value.base64, 'base64')))
  })
}
