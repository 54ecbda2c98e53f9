/** Something back to the young people. */
import type { Area } from './turn.ts'

export const feedback: Area = {
  code: 'f',
  async open(turn) {
    turn.remark('notice-stale')
  },
  async tap(turn) {
    turn.remark('notice-stale')
  },
}
