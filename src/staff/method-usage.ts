/** Whether the organisation lets its use of methods count, in facts that never name anybody. */
import type { Choice } from '../channels/port.ts'
import { usageAgreed } from '../instrumentarium/usage-agreement.ts'
import { LEAST_ORGANISATIONS, LEAST_PEOPLE } from '../instrumentarium/usage-rules.ts'
import { mayNot, refuse } from './refuse.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** `t.i.u`: what it is; `t.i.u.y` and `t.i.u.n`: yes and no. */
export async function usage(turn: StaffTurn, [letter]: string[]): Promise<void> {
  if (!turn.may('usage.agree')) return mayNot(turn)
  if (letter !== undefined) {
    const said = await turn.rooms.desk.sayUsage(turn.staffId, turn.organisation.id, letter === 'y')
    if (!said.ok) return refuse(turn, said)
  }
  const agreed = await usageAgreed(turn.ground, turn.organisation.id)
  const { words } = turn
  turn.say({
    lines: [
      { text: words(agreed ? 'library-usage-yes' : 'library-usage-no'), style: 'strong' },
      { text: words('library-usage-what', { organisations: LEAST_ORGANISATIONS, people: LEAST_PEOPLE }) },
    ],
    choices: [
      {
        data: buttonOf('i', 'u', agreed ? 'n' : 'y'),
        label: words(agreed ? 'library-usage-stop' : 'library-usage-agree'),
        role: 'option',
      },
      { data: buttonOf('i'), label: words('library-back'), role: 'control' },
    ],
  })
}

/** Under the list of methods: for who may say so. */
export const usageButton = ({ may, words }: StaffTurn): Choice[] =>
  may('usage.agree') ? [{ data: buttonOf('i', 'u'), label: words('library-usage'), role: 'option' }] : []
