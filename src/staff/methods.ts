/** The library of methods: looking around, copying, sharing. */
import { mayNot } from './refuse.ts'
import type { Area, StaffTurn } from './turn.ts'

export const methods: Area = {
  code: 'i',
  open: show,
  tap: show,
}

async function show(turn: StaffTurn): Promise<void> {
  if (!turn.may('method.see')) return mayNot(turn)
  turn.remark('notice-stale')
}
