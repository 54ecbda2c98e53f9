/** With or without the coach: what changes, said first, and then the switch. */
import { currentYear } from '../dialogue/coach-mode.ts'
import { mayNot, refuse } from './refuse.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** `t.r.m`: what it means. */
export async function askMode(turn: StaffTurn): Promise<void> {
  const { words, organisation, ground } = turn
  if (!turn.may('mode.switch')) return mayNot(turn)
  const to = turn.withCoach ? 'without' : 'with'
  const year = currentYear(ground, organisation)
  const values = { organisation: organisation.name, year: `${year}-${year + 1}` }
  turn.say({
    lines: [
      { text: words(`mode-${to}-sure`, values), style: 'strong' },
      ...words(`mode-${to}-means`)
        .split('\n')
        .map((text) => ({ text })),
      { text: words('mode-stays'), style: 'quiet' },
    ],
    choices: [
      {
        data: buttonOf('r', 'M', String(year), turn.withCoach ? '0' : '1'),
        label: words(`mode-to-${to}`),
        role: 'option',
      },
      { data: buttonOf('r'), label: words('role-no'), role: 'option' },
    ],
  })
}

/** `t.r.M.<year>.<1 with, 0 without>` */
export async function switchYear(turn: StaffTurn, [year = '', coach]: string[]): Promise<void> {
  const { desk } = turn.rooms
  if (!/^\d{4}$/.test(year) || (coach !== '0' && coach !== '1')) return turn.remark('notice-stale')
  const wish = { year: Number(year), coach: coach === '1' }
  const outcome = await desk.switchMode(turn.staffId, turn.organisation.id, wish)
  if (!outcome.ok) return refuse(turn, outcome)
  turn.remark(wish.coach ? 'mode-is-with' : 'mode-is-without', { organisation: turn.organisation.name })
}
