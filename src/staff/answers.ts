/** Open answers, read in private by the moderator, and quotes that wait for a second pair of eyes. */
import type { Area } from './turn.ts'

export const answers: Area = {
  code: 'o',
  async open(turn) {
    turn.remark('notice-stale')
  },
  async tap(turn) {
    turn.remark('notice-stale')
  },
}
