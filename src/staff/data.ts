/** Agreements on who gets which data, and what leaves under them. */
import { mayNot } from './refuse.ts'
import type { Area, StaffTurn } from './turn.ts'

export const data: Area = {
  code: 'x',
  open: show,
  tap: show,
}

async function show(turn: StaffTurn): Promise<void> {
  if (!turn.may('data.see')) return mayNot(turn)
  turn.remark('notice-stale')
}
