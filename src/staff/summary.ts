/** The summary of interviews: handed in by who did them, for one moment of the timeline, and read by who talks about it. */
import { eraseSummary, handIn, LONGEST_SUMMARY, readSummary } from '../dialogue/summaries.ts'
import { type Moment, readMoment } from '../dialogue/timeline-edit.ts'
import { momentDay, momentTitle } from '../timeline/moment-words.ts'
import { mayNot } from './refuse.ts'
import { mayHandIn, mayReadSummary } from './summary-choices.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

export async function askSummary(turn: StaffTurn, id: string | undefined): Promise<void> {
  const moment = await momentFor(turn, id)
  if (!moment) return
  if (!mayHandIn(turn, moment.id)) return mayNot(turn)
  const { words } = turn
  const data = buttonOf('t', 's', moment.id)
  await turn.expect(data)
  turn.say({
    lines: [
      { text: momentTitle(moment, turn.language), style: 'strong' },
      ...words('third-how')
        .split('\n')
        .map((text) => ({ text })),
    ],
    choices: [{ data, label: words('third-write'), role: 'write' }],
    typed: { label: words('third-write'), max: LONGEST_SUMMARY, data },
  })
}

export async function takeSummary(turn: StaffTurn, id: string | undefined, text: string): Promise<void> {
  const moment = await momentFor(turn, id)
  if (!moment) return
  if (!mayHandIn(turn, moment.id)) return mayNot(turn)
  const by = { staffId: turn.staffId, name: turn.name }
  const kept = await handIn(turn.ground, turn.organisation, moment.id, by, text)
  if (typeof kept === 'string') {
    // What was too long may be written again at once.
    await turn.expect(buttonOf('t', 's', moment.id))
    return turn.remark(kept)
  }
  turn.remark(kept.names ? 'third-kept-names' : 'third-kept')
}

export async function showSummary(turn: StaffTurn, id: string | undefined): Promise<void> {
  const moment = await momentFor(turn, id)
  if (!moment) return
  const summary = await readSummary(turn.ground, turn.organisation.id, moment.id)
  if (!summary || !mayReadSummary(turn, summary.byStaffId)) return mayNot(turn)
  const { words, language, organisation } = turn
  const day = momentDay(
    summary.writtenAt.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString(),
    language,
    'long',
  )
  turn.say({
    lines: [
      { text: momentTitle(moment, language), style: 'strong' },
      ...summary.text.split('\n').map((text) => ({ text })),
      { text: words('third-by', { name: summary.name, day }), style: 'quiet' },
    ],
    choices: [
      { data: buttonOf('t', 'w', moment.id), label: words('third-erase'), role: 'control' },
      { data: buttonOf('t', 'm', moment.id), label: words('plan-button-not'), role: 'control' },
    ],
  })
}

export async function dropSummary(turn: StaffTurn, id: string | undefined): Promise<void> {
  const moment = await momentFor(turn, id)
  if (!moment) return
  const summary = await readSummary(turn.ground, turn.organisation.id, moment.id)
  if (!summary || !mayReadSummary(turn, summary.byStaffId)) return mayNot(turn)
  await eraseSummary(turn.ground, turn.organisation, moment.id, turn.staffId)
  turn.remark('third-erased')
}

async function momentFor(turn: StaffTurn, id: string | undefined): Promise<Moment | null> {
  const moment = id === undefined ? null : await readMoment(turn.ground, turn.organisation, id)
  if (moment && (moment.kind === 'third' || moment.kind === 'other')) return moment
  turn.remark('plan-gone')
  return null
}
