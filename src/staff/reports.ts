/** What is prepared for the talks in June and at the end of the year: making it now, and getting the document again. */
import { currentYear } from '../dialogue/coach-mode.ts'
import { reportLines } from '../dialogue/report-document.ts'
import { makeReport, readReports } from '../rounds/reports.ts'
import { reportFiles } from '../rounds/send-report.ts'
import { waysOnPage } from './on-page.ts'
import { beginButton } from './stories.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

const CODE = 'v'
const KINDS = ['june', 'year-end'] as const

export const reports: Area = {
  code: CODE,
  open: show,
  async tap(turn, [what, id = '']) {
    if (!turn.may('report.read')) return refuse(turn)
    if (what === 'm') return make(turn, id)
    if (what === 'g') return give(turn, id)
    return show(turn)
  },
}

async function show(turn: StaffTurn): Promise<void> {
  if (!turn.may('report.read')) return refuse(turn)
  const { words } = turn
  const known = await visible(turn)
  const year = currentYear(turn.ground, turn.organisation)
  turn.say({
    lines: [{ text: words('report-menu'), style: 'strong' }, { text: words('report-menu-how') }],
    choices: [
      ...known.slice(0, MOST).map((report) => ({
        data: buttonOf(CODE, 'g', report.id),
        label: words(`report-menu-${report.kind}`, { year: yearsOf(report.year) }),
        role: 'option' as const,
      })),
      ...KINDS.filter((kind) => !known.some((report) => report.kind === kind && report.year === year)).map((kind) => ({
        data: buttonOf(CODE, 'm', kind),
        label: words(`report-make-${kind}`),
        role: 'control' as const,
      })),
      ...(turn.may('sheet.start')
        ? [{ data: buttonOf('y'), label: words('story-name'), role: 'control' as const }]
        : []),
    ],
  })
}

async function make(turn: StaffTurn, wished: string): Promise<void> {
  const kind = KINDS.find((one) => one === wished)
  if (!kind) return turn.remark('notice-stale')
  const { id, made } = await makeReport(turn.ground, turn.organisation, kind, turn.staffId)
  if (made) turn.rooms.wake()
  return give(turn, id)
}

async function give(turn: StaffTurn, id: string): Promise<void> {
  const report = (await visible(turn)).find((one) => one.id === id)
  if (!report) return turn.remark('notice-stale')
  const onPage = turn.inbound.channel === 'web'
  turn.say({
    lines: reportLines(report.content, turn.language),
    ...(onPage ? {} : { files: await reportFiles(report.content, turn.language) }),
    choices: [
      ...waysOnPage(turn, [
        { path: `/verslag/${id}.pdf`, key: 'page-pdf' },
        { path: `/verslag/${id}.md`, key: 'page-markdown' },
      ]),
      ...(report.kind === 'year-end' && turn.may('sheet.start') ? [beginButton(turn)] : []),
      { data: buttonOf(CODE), label: turn.words('report-menu'), role: 'control' },
    ],
  })
}

/** Who is only the coach here sees what went to the coach. */
async function visible(turn: StaffTurn) {
  const all = await readReports(turn.ground, turn.organisation.id)
  return turn.offices.every(({ role }) => role === 'coach') ? all.filter(({ toCoach }) => toCoach) : all
}

const refuse = (turn: StaffTurn) => turn.remark('staff-may-not', { organisation: turn.organisation.name })
const yearsOf = (year: number) => `${year}–${year + 1}`
const MOST = 6
