/** Surveys: what is asked, proposals, agreements, pausing. */
import type { Area } from './turn.ts'

export const surveys: Area = {
  code: 'p',
  async open(turn) {
    turn.remark('notice-stale')
  },
  async tap(turn) {
    turn.remark('notice-stale')
  },
}
