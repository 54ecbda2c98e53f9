/** The talk in which coach and organisation decide together what is measured. */
import { mayNot } from './refuse.ts'
import type { Area, StaffTurn } from './turn.ts'

export const talk: Area = {
  code: 'g',
  open: show,
  tap: show,
}

async function show(turn: StaffTurn): Promise<void> {
  if (!turn.may('talk.take')) return mayNot(turn)
  turn.remark('notice-stale')
}
