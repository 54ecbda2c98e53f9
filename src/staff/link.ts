/** Linking a channel: a one-time code to type there. */
import type { LinkPurpose } from '../rounds/desk.ts'
import { mayNot, refuse } from './refuse.ts'
import { dayOf } from './role-words.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

export const link: Area = {
  code: 'k',
  open: show,
  async tap(turn, [purpose]) {
    if (purpose === undefined) return show(turn)
    if (!isPurpose(purpose)) return turn.remark('notice-stale')
    if (!turn.may('place.link')) return mayNot(turn)
    const { words, organisation } = turn
    const made = await turn.rooms.desk.linkCode(turn.staffId, organisation.id, purpose)
    if (!made.ok) return refuse(turn, made)
    const time = made.value.expiresAt
      .toZonedDateTimeISO(organisation.timezone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' })
    turn.say({
      lines: [
        { text: words('link-type-there', { organisation: organisation.name }), style: 'strong' },
        { text: `/koppel ${made.value.code}` },
        { text: words('link-code-until', { day: dayOf(turn, made.value.expiresAt), time }) },
        ...(purpose === 'join' ? [] : [{ text: words('link-keep-private') }]),
      ],
      choices: [{ data: buttonOf('m'), label: words('staff-menu-open'), role: 'control' }],
    })
  },
}

async function show(turn: StaffTurn): Promise<void> {
  const { words, organisation } = turn
  if (!turn.may('place.link')) return mayNot(turn)
  const offered = turn.withCoach ? PURPOSES : PURPOSES.filter((purpose) => purpose !== 'coach')
  turn.say({
    lines: [
      { text: words('link-which', { organisation: organisation.name }), style: 'strong' },
      ...offered.map((purpose) => ({ text: words(`link-${purpose}-is`) })),
    ],
    choices: [
      ...offered.map((purpose) => ({
        data: buttonOf('k', purpose),
        label: words(`link-${purpose}`),
        role: 'option' as const,
      })),
      { data: buttonOf('m'), label: words('staff-menu-open'), role: 'control' as const },
    ],
  })
}

const PURPOSES = ['team', 'coach', 'join'] as const satisfies LinkPurpose[]
const isPurpose = (text: string): text is LinkPurpose => (PURPOSES as readonly string[]).includes(text)
