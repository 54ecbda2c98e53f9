/** The impact timeline: moments, hours, who does what. */
import type { Area } from './turn.ts'

export const timeline: Area = {
  code: 't',
  async open(turn) {
    turn.remark('notice-stale')
  },
  async tap(turn) {
    turn.remark('notice-stale')
  },
}
