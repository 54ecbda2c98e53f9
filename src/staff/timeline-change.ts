/** Changing a moment by chat: each step one question with buttons, or a few typed words. */
import type { Choice, Line } from '../channels/port.ts'
import { changeMoment, LONGEST_TEXT, type Moment, type MomentChange } from '../dialogue/timeline-edit.ts'
import { staffOf } from '../people/staff.ts'
import { hoursText, momentDay, momentTitle } from '../timeline/moment-words.ts'
import { PERSONS, type Person } from '../timeline/plan.ts'
import { readDay, readHours } from '../timeline/read-wish.ts'
import { momentOf, showMoment } from './timeline-card.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** A button `t.t.<letter>.<moment>`, with the choice behind it once that was made. */
type Step = (turn: StaffTurn, parts: string[]) => Promise<void>

export const STEPS: Record<string, Step> = { d: finish, v: move, x: drop, o: give, h: plan, p: whose }

/** What was typed for one of these steps. */
export async function typedStep(turn: StaffTurn, letter: string, id: string | undefined, text: string): Promise<void> {
  const found = await momentOf(turn, id, letter === 'd' ? 'finish' : 'edit')
  if (!found) return
  const change = changeOf(letter, text, found.moment)
  if (change === null) return turn.remark('notice-stale')
  if (typeof change !== 'string') return apply(turn, found.moment, change)
  turn.remark(change, change === 'plan-bad-date' ? daysOf(turn, found.moment) : {})
}

function changeOf(letter: string, text: string, moment: Moment): MomentChange | string | null {
  const hours = readHours(text)
  const date = readDay(text, moment.within)
  switch (letter) {
    case 'd':
      return hours === null ? 'plan-bad-hours' : { type: 'done', real: hours }
    case 'h':
      return hours === null ? 'plan-bad-hours' : { type: 'hours', planned: hours }
    case 'v':
      return date === null ? 'plan-bad-date' : { type: 'move', date }
    case 'x':
      return { type: 'drop', reason: text }
    case 'o':
      return { type: 'owner', name: text, staffId: null }
    default:
      return null
  }
}

async function apply(turn: StaffTurn, moment: Moment, change: MomentChange): Promise<void> {
  const fault = await changeMoment(turn.ground, turn.organisation, moment.id, change, turn.staffId)
  if (fault) return turn.remark(fault, fault === 'plan-bad-date' ? daysOf(turn, moment) : {})
  await showMoment(turn, moment.id, 'plan-saved')
}

async function finish(turn: StaffTurn, [id, minutes]: string[]): Promise<void> {
  const found = await momentOf(turn, id, 'finish')
  if (!found) return
  if (minutes === 'n') return apply(turn, found.moment, { type: 'done', real: null })
  if (minutes !== undefined) return apply(turn, found.moment, { type: 'done', real: Number(minutes) })
  const choices = [
    ...hourChoices(turn, 'd', found.moment),
    choice(turn, ['d', found.moment.id, 'n'], 'plan-hours-unknown'),
  ]
  return ask(turn, 'd', found.moment, 'plan-ask-real', choices, 6)
}

async function plan(turn: StaffTurn, [id, minutes]: string[]): Promise<void> {
  const found = await momentOf(turn, id, 'edit')
  if (!found) return
  if (minutes !== undefined) return apply(turn, found.moment, { type: 'hours', planned: Number(minutes) })
  return ask(turn, 'h', found.moment, 'plan-ask-planned', hourChoices(turn, 'h', found.moment), 6)
}

async function move(turn: StaffTurn, [id, days]: string[]): Promise<void> {
  const found = await momentOf(turn, id, 'edit')
  if (!found) return
  const later = (count: number) => Temporal.PlainDate.from(found.moment.date).add({ days: count }).toString()
  if (days !== undefined && !/^\d{1,3}$/.test(days)) return turn.remark('notice-stale')
  if (days !== undefined) return apply(turn, found.moment, { type: 'move', date: later(Number(days)) })
  const choices = [7, 14, 28]
    .filter((count) => later(count) <= found.moment.within.last)
    .map(
      (count): Choice => ({
        data: buttonOf('t', 'v', found.moment.id, String(count)),
        label: momentDay(later(count), turn.language, 'long'),
        role: 'option',
      }),
    )
  return ask(turn, 'v', found.moment, 'plan-ask-day', choices, 10)
}

async function drop(turn: StaffTurn, [id, reason]: string[]): Promise<void> {
  const found = await momentOf(turn, id, 'edit')
  if (!found) return
  // The reason stays on the timeline, so it is said in the organisation's language by its own people.
  const known = REASONS.find((one) => one === reason)
  if (known) return apply(turn, found.moment, { type: 'drop', reason: turn.words(`plan-reason-${known}`) })
  const choices = REASONS.map((one) => choice(turn, ['x', found.moment.id, one], `plan-reason-${one}`))
  return ask(turn, 'x', found.moment, 'plan-ask-reason', choices, LONGEST_TEXT)
}

async function give(turn: StaffTurn, [id, staffId]: string[]): Promise<void> {
  const found = await momentOf(turn, id, 'edit')
  if (!found) return
  const people = await staffOf(turn.ground, turn.organisation.id)
  const chosen = people.find((one) => one.staffId === staffId)
  if (chosen) return apply(turn, found.moment, { type: 'owner', name: chosen.name, staffId: chosen.staffId })
  if (staffId !== undefined) return turn.remark('notice-stale')
  // One button a person, whatever roles they have.
  const accounts = new Map(people.toReversed().map((one) => [`${one.channel} ${one.addressHash}`, one]))
  const choices = [...accounts.values()]
    .reverse()
    .slice(0, MOST_PEOPLE)
    .map(
      ({ staffId: own, name }): Choice => ({
        data: buttonOf('t', 'o', found.moment.id, own),
        label: name,
        role: 'option',
      }),
    )
  return ask(turn, 'o', found.moment, 'plan-ask-owner', choices, 40)
}

async function whose(turn: StaffTurn, [id, person]: string[]): Promise<void> {
  const found = await momentOf(turn, id, 'edit')
  if (!found) return
  const chosen = PERSONS.find((one) => one === person)
  if (chosen) return apply(turn, found.moment, { type: 'person', person: chosen as Person })
  turn.say({
    lines: question(turn, found.moment, 'plan-ask-person'),
    choices: [
      ...PERSONS.map((one) => choice(turn, ['p', found.moment.id, one], `plan-person-${one}`)),
      back(turn, found.moment),
    ],
  })
}

/** A question with buttons that also takes typed words. */
async function ask(
  turn: StaffTurn,
  letter: string,
  moment: Moment,
  key: string,
  choices: Choice[],
  max: number,
): Promise<void> {
  const data = buttonOf('t', letter, moment.id)
  await turn.expect(data)
  turn.say({
    lines: question(turn, moment, key),
    choices: [...choices, back(turn, moment)],
    typed: { label: turn.words('plan-write'), max, data },
  })
}

const question = (turn: StaffTurn, moment: Moment, key: string): Line[] => [
  { text: momentTitle(moment, turn.language), style: 'strong' },
  { text: turn.words(key) },
]

const choice = (turn: StaffTurn, parts: string[], key: string): Choice => ({
  data: buttonOf('t', ...parts),
  label: turn.words(key),
  role: 'option',
})

const hourChoices = (turn: StaffTurn, letter: string, { id }: Moment): Choice[] =>
  HOURS.map((minutes) => ({
    data: buttonOf('t', letter, id, String(minutes)),
    label: hoursText(minutes, turn.language),
    role: 'option',
  }))

const back = (turn: StaffTurn, { id }: Moment): Choice => ({
  data: buttonOf('t', 'm', id),
  label: turn.words('plan-button-not'),
  role: 'control',
})

const daysOf = (turn: StaffTurn, { within }: Moment): Record<string, string> => ({
  first: momentDay(within.first, turn.language, 'long'),
  last: momentDay(within.last, turn.language, 'long'),
})

const HOURS = [30, 60, 120, 240]
const REASONS = ['time', 'needless', 'next-year'] as const
const MOST_PEOPLE = 8
