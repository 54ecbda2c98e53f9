/** Who has which role: inviting, taking back. */
import type { Area } from './turn.ts'

export const roles: Area = {
  code: 'r',
  async open(turn) {
    turn.remark('notice-stale')
  },
  async tap(turn) {
    turn.remark('notice-stale')
  },
}
