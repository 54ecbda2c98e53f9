/** The part of the desk about the documents for the talks in June and at the end of the year. */
import { actorOf } from '../dialogue/actors.ts'
import type { Report } from '../dialogue/report-content.ts'
import type { Ground } from '../ground.ts'
import type { Outcome } from './desk.ts'
import { makeReport, readReports } from './reports.ts'
import { reportFiles } from './send-report.ts'

export type ReportFault = 'report-gone'

export type ReportFile = Awaited<ReturnType<typeof reportFiles>>[number]

export interface ReportDesk {
  /** Makes the report of the working year that is going on; the one that is there when there is one. */
  makeReport(by: string, organisationId: string, kind: Report['kind']): Promise<Outcome<{ reportId: string }>>
  /** The document as PDF and as Markdown. */
  reportFiles(organisationId: string, reportId: string): Promise<Outcome<{ files: ReportFile[] }>>
}

export function createReportDesk(ground: Ground, sweep: () => Promise<void>): ReportDesk {
  const organisationOf = (id: string) => ground.config().organisations.get(id)
  return {
    async makeReport(by, organisationId, kind) {
      const organisation = organisationOf(organisationId)
      if (!organisation) return { ok: false, fault: 'desk-no-organisation', values: { organisation: organisationId } }
      if (!(await actorOf(ground, organisation, by))?.may('report.read')) return { ok: false, fault: 'desk-may-not' }
      const { id } = await makeReport(ground, organisation, kind, by)
      await sweep()
      return { ok: true, value: { reportId: id } }
    },
    async reportFiles(organisationId, reportId) {
      const organisation = organisationOf(organisationId)
      const report = organisation && (await readReports(ground, organisationId)).find(({ id }) => id === reportId)
      if (!report) return { ok: false, fault: 'report-gone' }
      return { ok: true, value: { files: await reportFiles(report.content, organisation.language) } }
    },
  }
}
