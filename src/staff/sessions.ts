/** Sessions: add, move, cancel, end, headcount, theme. */
import type { Area } from './turn.ts'

export const sessions: Area = {
  code: 's',
  async open(turn) {
    turn.remark('notice-stale')
  },
  async tap(turn) {
    turn.remark('notice-stale')
  },
}
