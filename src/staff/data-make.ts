/** Proposing by buttons and two sentences that somebody gets data: who, what for, which survey, how much, until when. */
import type { Choice, Line } from '../channels/port.ts'
import { currentYear } from '../dialogue/coach-mode.ts'
import { MOST_PURPOSE, MOST_RECEIVER, type SharingWish, todayIn } from '../dialogue/data-agreements.ts'
import { sharingButton } from '../dialogue/data-card.ts'
import { aspectsOf } from '../dialogue/read-data-agreements.ts'
import { textIn } from '../survey/question-set.ts'
import { workingYearOf } from '../timeline/working-year.ts'
import { mayNot, refuse } from './refuse.ts'
import { readTask, writeTask } from './staff-task.ts'
import type { StaffTurn } from './turn.ts'

/** `surveyId`: undefined while nothing was chosen. */
type Making = { what: 'share'; organisationId: string; wish: Partial<SharingWish> }
type Field = 'receiver' | 'purpose' | 'year' | 'survey' | 'level' | 'end'

/** Begins anew without parts; else a choice: `m.<field>.<value>`. */
export async function takeMaking(turn: StaffTurn, [field, value = '']: string[]): Promise<void> {
  if (!turn.may('data.propose')) return mayNot(turn)
  if (field === undefined) return ask(turn, { what: 'share', organisationId: turn.organisation.id, wish: {} })
  const making = await readMaking(turn)
  if (!making) return
  const { wish } = making
  switch (field as Field) {
    case 'year':
      wish.year = Number(value)
      break
    case 'survey':
      wish.surveyId = value === 'all' ? null : value.slice(1)
      break
    case 'level':
      if (value !== 'aggregates' && value !== 'rows') return turn.remark('sharing-make-over')
      wish.level = value
      break
    case 'end':
      wish.endsOn = value
      break
    default:
      return turn.remark('sharing-make-over')
  }
  await ask(turn, making)
}

/** Words that were asked for: `m.receiver`, `m.purpose`, `m.end`. */
export async function typedMaking(turn: StaffTurn, [field]: string[], text: string): Promise<void> {
  if (!turn.may('data.propose')) return mayNot(turn)
  const making = await readMaking(turn)
  if (!making) return
  if (field === 'receiver') making.wish.receiver = text.trim().slice(0, 2 * MOST_RECEIVER)
  if (field === 'purpose') making.wish.purpose = text.trim().slice(0, 2 * MOST_PURPOSE)
  if (field === 'end') making.wish.endsOn = text.trim().slice(0, 10)
  await ask(turn, making)
}

async function readMaking(turn: StaffTurn): Promise<Making | null> {
  const making = await readTask<Making>(turn, 'share')
  if (making?.organisationId === turn.organisation.id) return making
  turn.remark('sharing-make-over')
  return null
}

const FIELDS: [Field, keyof SharingWish][] = [
  ['receiver', 'receiver'],
  ['purpose', 'purpose'],
  ['year', 'year'],
  ['survey', 'surveyId'],
  ['level', 'level'],
  ['end', 'endsOn'],
]

/** Asks what is still open, or puts it before the organisation. */
async function ask(turn: StaffTurn, making: Making): Promise<void> {
  const open = FIELDS.find(([, key]) => making.wish[key] === undefined)?.[0]
  if (!open) return propose(turn, making.wish as SharingWish)
  await writeTask(turn, making)
  const { lines, choices, typed } = await questionOf(turn, open)
  if (typed === undefined) return turn.say({ lines, choices })
  const data = sharingButton('m', open)
  await turn.expect(data)
  turn.say({
    lines,
    choices: [...choices, { data, label: turn.words(`sharing-make-${open}-field`), role: 'write' }],
    typed: { label: turn.words(`sharing-make-${open}-field`), max: typed, data },
  })
}

type Asked = { lines: Line[]; choices: Choice[]; typed?: number }

async function questionOf(turn: StaffTurn, field: Field): Promise<Asked> {
  const { words, ground, organisation, language } = turn
  const option = (value: string, label: string): Choice => ({
    data: sharingButton('m', field, value),
    label: label.replace(/[\u2066-\u2069]/g, '').slice(0, LONGEST),
    role: 'option',
  })
  const head: Line[] = [{ text: words(`sharing-make-${field}`), style: 'strong' }]
  const year = currentYear(ground, organisation)
  switch (field) {
    case 'receiver':
      return { lines: [...head, { text: words('sharing-make-receiver-how') }], choices: [], typed: MOST_RECEIVER }
    case 'purpose':
      return { lines: [...head, { text: words('sharing-make-purpose-how') }], choices: [], typed: MOST_PURPOSE }
    case 'year':
      return { lines: head, choices: [year, year - 1].map((one) => option(String(one), `${one}–${one + 1}`)) }
    case 'survey': {
      const aspects = await aspectsOf(ground, organisation.id, null)
      return {
        lines: head,
        choices: [
          option('all', words('sharing-make-all')),
          // A letter in front: a survey may be called "all".
          ...[...aspects].slice(0, MOST).map(([id, aspect]) => option(`_${id}`, textIn(aspect, language))),
        ],
      }
    }
    case 'level':
      return {
        lines: [...head, { text: words('sharing-level-aggregates') }, { text: words('sharing-level-rows') }],
        choices: [option('aggregates', words('sharing-make-aggregates')), option('rows', words('sharing-make-rows'))],
      }
    case 'end': {
      const today = Temporal.PlainDate.from(todayIn(ground, organisation))
      const { lastDay } = workingYearOf(today, organisation.workingYear)
      return {
        lines: head,
        choices: [
          option(today.add({ months: 1 }).toString(), words('sharing-make-month')),
          option(lastDay.toString(), words('sharing-make-year-end')),
        ],
        typed: 10,
      }
    }
    default: {
      const never: never = field
      return never
    }
  }
}

async function propose(turn: StaffTurn, wish: SharingWish): Promise<void> {
  const outcome = await turn.rooms.desk.proposeSharing(turn.staffId, turn.organisation.id, wish)
  if (!outcome.ok) {
    const field = FIELD_OF[outcome.fault]
    if (field === undefined) return refuse(turn, outcome)
    // What was refused is asked again; the rest stays.
    refuse(turn, outcome)
    const { [field]: _, ...rest } = wish
    return ask(turn, { what: 'share', organisationId: turn.organisation.id, wish: rest })
  }
  await writeTask(turn, null)
  const { leads, agreementId } = outcome.value
  turn.say({
    lines: [{ text: turn.words('sharing-proposed', { leads }) }],
    choices: [
      { data: sharingButton('see', agreementId), label: turn.words('agree-look'), role: 'option' },
      { data: sharingButton(), label: turn.words('sharing-back'), role: 'control' },
    ],
  })
}

const FIELD_OF: Partial<Record<string, keyof SharingWish>> = {
  'sharing-bad-receiver': 'receiver',
  'sharing-bad-purpose': 'purpose',
  'sharing-bad-year': 'year',
  'sharing-bad-end': 'endsOn',
  'desk-no-survey': 'surveyId',
}
const LONGEST = 60
const MOST = 20
