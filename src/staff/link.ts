/** Linking a channel. */
import type { Area } from './turn.ts'

export const link: Area = {
  code: 'k',
  async open(turn) {
    turn.remark('notice-stale')
  },
  async tap(turn) {
    turn.remark('notice-stale')
  },
}
