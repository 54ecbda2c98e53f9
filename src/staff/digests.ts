/** Digests: reading again, sharing with the coach. */
import type { Area } from './turn.ts'

export const digests: Area = {
  code: 'd',
  async open(turn) {
    turn.remark('notice-stale')
  },
  async tap(turn) {
    turn.remark('notice-stale')
  },
}
