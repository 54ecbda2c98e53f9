/** What is prepared for the talk in June and at the end of the working year: a few lines, with the document beside them. */
import type { Address, Prompt } from '../channels/port.ts'
import type { Report } from '../dialogue/report-content.ts'
import { reportDocument, reportLines } from '../dialogue/report-document.ts'
import { markdownOf } from '../documents/markdown.ts'
import { pdfOf } from '../documents/pdf.ts'
import type { Ground } from '../ground.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendReport(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address | null,
): Promise<Outcome> {
  const found = await ground.store.db
    .selectFrom('report')
    .select(['content'])
    .where('organisation_id', '=', row.organisation_id)
    .where('id', '=', row.subject_id ?? '')
    .executeTakeFirst()
  if (!address || !found) return { outcome: 'pointless' }
  const language = ground.config().organisations.get(row.organisation_id)?.language ?? 'nl'
  const report = found.content as unknown as Report
  const prompt: Prompt = {
    kind: 'digest',
    language,
    lines: reportLines(report, language),
    choices: [],
    files: await reportFiles(report, language),
  }
  return delivery.send(address, prompt, { nonce: nonceOf(row.id, 0) })
}

/** The same document twice: to print, and to change. */
export async function reportFiles(report: Report, language: FullLanguage): Promise<NonNullable<Prompt['files']>> {
  const document = reportDocument(report, language)
  const name = `pols-${report.kind}-${report.madeOn}`
  return [
    {
      name: `${name}.pdf`,
      type: 'application/pdf',
      bytes: await pdfOf(document, Temporal.PlainDate.from(report.madeOn)),
    },
    { name: `${name}.md`, type: 'text/markdown', bytes: new TextEncoder().encode(markdownOf(document)) },
  ]
}
