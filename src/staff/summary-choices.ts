/** What can be done about the summary of a moment, as buttons on its card. */
import type { Choice } from '../channels/port.ts'
import { taskOf } from '../dialogue/moment-owners.ts'
import { readSummary } from '../dialogue/summaries.ts'
import type { Moment } from '../dialogue/timeline-edit.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

export async function summaryChoices(turn: StaffTurn, moment: Moment): Promise<Choice[]> {
  if (moment.kind !== 'third' && moment.kind !== 'other') return []
  const there = await readSummary(turn.ground, turn.organisation.id, moment.id)
  const choice = (letter: string, key: string): Choice => ({
    data: buttonOf('t', letter, moment.id),
    label: turn.words(key),
    role: 'option',
  })
  return [
    ...(mayHandIn(turn, moment.id) ? [choice('s', there ? 'third-hand-in-anew' : 'third-hand-in')] : []),
    ...(there && mayReadSummary(turn, there.byStaffId) ? [choice('l', 'third-read')] : []),
  ]
}

export const mayHandIn = (turn: StaffTurn, momentId: string): boolean => turn.may('summary.write', taskOf(momentId))

/** Who handed it in still sees their own words. */
export const mayReadSummary = (turn: StaffTurn, byStaffId: string): boolean =>
  turn.may('summary.read') || turn.offices.some(({ staffId }) => staffId === byStaffId)
