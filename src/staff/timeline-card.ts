/** One moment of the timeline in private: what it is, and what can be done with it. */
import type { Choice, Line } from '../channels/port.ts'
import { readOwners } from '../dialogue/moment-owners.ts'
import { type Moment, readMoment } from '../dialogue/timeline-edit.ts'
import { hoursText, momentDay, momentTitle } from '../timeline/moment-words.ts'
import { isFixed, isOpen } from '../timeline/plan.ts'
import { countChoices } from './method-activity.ts'
import { mayNot } from './refuse.ts'
import { summaryChoices } from './summary-choices.ts'
import { type Rights, rightsOn } from './timeline-rights.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** The moment behind a button with what may be done with it; null when that was answered already. */
export async function momentOf(
  turn: StaffTurn,
  id: string | undefined,
  needs: keyof Rights,
): Promise<{ moment: Moment; rights: Rights } | null> {
  const moment = id === undefined ? null : await readMoment(turn.ground, turn.organisation, id)
  if (!moment) {
    turn.remark('plan-gone')
    return null
  }
  const rights = await rightsOn(turn, moment)
  if (rights[needs]) return { moment, rights }
  mayNot(turn)
  return null
}

/** @param said what was just done, shown on top */
export async function showMoment(turn: StaffTurn, id: string | undefined, said?: string): Promise<void> {
  const found = await momentOf(turn, id, 'see')
  if (!found) return
  turn.say({
    lines: [
      ...(said ? [{ text: turn.words(said), style: 'quiet' as const }] : []),
      ...(await cardLines(turn, found.moment)),
    ],
    choices: cardChoices(turn, found.moment, found.rights, [
      ...(await summaryChoices(turn, found.moment)),
      ...(await countChoices(turn, found.moment)),
    ]),
  })
}

async function cardLines(turn: StaffTurn, moment: Moment): Promise<Line[]> {
  const { words, language } = turn
  const ownerOf = await readOwners(turn.ground, turn.organisation.id)
  const known = ownerOf({ ...moment, owner_staff_id: moment.ownerStaffId })
  const owner = moment.owner || known?.name
  const agenda = isFixed(moment.kind) ? words(`plan-agenda-${moment.kind}`).split('\n') : []
  const state =
    moment.status === 'planned'
      ? []
      : [words(`plan-status-${moment.status}`), ...(moment.reason ? [moment.reason] : [])]
  return [
    { text: momentTitle(moment, language), style: 'strong' },
    { text: [momentDay(moment.date, language, 'long'), ...state].join(' · ') },
    { text: owner ? words('plan-owner', { owner }) : words('plan-owner-none') },
    {
      text: words('plan-whose', {
        person: words(`plan-person-${moment.person}`),
        hours: hoursText(moment.real ?? moment.planned, language),
      }),
    },
    ...agenda.map((text) => ({ text })),
    ...(owner && !known?.reachable && isOpen(moment)
      ? [{ text: words('plan-unreachable', { owner }), style: 'quiet' as const }]
      : []),
  ]
}

function cardChoices(turn: StaffTurn, moment: Moment, rights: Rights, more: Choice[]): Choice[] {
  const option = (letter: string, key: string): Choice => ({
    data: buttonOf('t', letter, moment.id),
    label: turn.words(key),
    role: 'option',
  })
  const open = isOpen(moment)
  return [
    ...(open && rights.finish ? [option('d', 'plan-button-done')] : []),
    ...(open && rights.edit
      ? [
          option('v', 'plan-button-move'),
          option('o', 'plan-button-owner'),
          option('h', 'plan-button-hours'),
          ...(isFixed(moment.kind) ? [] : [option('p', 'plan-button-person')]),
          option('x', 'plan-button-drop'),
        ]
      : []),
    ...more,
    { data: buttonOf('t', 'y'), label: turn.words('plan-button-back'), role: 'control' },
  ]
}
