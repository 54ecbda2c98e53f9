/** The log of agreements as a file, from the coach's page and from a page of the staff. */
import type { Context, Hono } from 'hono'
import type { CoachView } from '../console/view.ts'
import { logFile } from '../dialogue/agreement-log-text.ts'
import type { Desk } from '../rounds/desk.ts'

export function addAgreementPages(
  pages: Hono,
  path: string,
  given: {
    desk: Pick<Desk, 'agreements'>
    view(c: Context): Promise<CoachView | null>
    nowhere(c: Context): Response | Promise<Response>
  },
): void {
  for (const form of ['md', 'csv'] as const) {
    pages.get(`${path}/akkoorden.${form}`, async (c) => {
      const view = await given.view(c)
      const { id, language } = view?.overview ?? { id: '', language: 'nl' as const }
      const read = view?.authority.may('log.read') ? await given.desk.agreements(id, language) : null
      if (!read?.ok) return given.nowhere(c)
      const { log, name, timezone } = read.value
      const file = logFile(log, { id, name, timezone, language }, form)
      c.header('Content-Type', `${file.type}; charset=utf-8`)
      c.header('Content-Disposition', `attachment; filename="${file.name}"`)
      return c.body(file.text)
    })
  }
}
