/** The menu: everything that somebody may do, as buttons, since nobody remembers commands. */
import { type Act, mayOf } from '../people/permissions.ts'
import { chooseOrganisation } from './staff-chat.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

/** A button stands there when any of these may be done, or nothing in particular has to be. The code is the area's; worksheets are none of them. */
const BUTTONS: { code: string; key: string; acts: Act[]; data?: string }[] = [
  { code: 's', key: 'staff-menu-session', acts: ['session.see'] },
  { code: 'p', key: 'staff-menu-surveys', acts: ['survey.see'] },
  { code: 'd', key: 'staff-menu-digest', acts: ['digest.read'] },
  { code: 'o', key: 'staff-menu-answers', acts: ['answers.read', 'quote.approve'] },
  { code: 'f', key: 'staff-menu-feedback', acts: ['feedback.write'] },
  { code: 't', key: 'staff-menu-timeline', acts: ['timeline.see', 'timeline.own'] },
  { code: 'v', key: 'staff-menu-report', acts: ['report.read'] },
  { code: 'i', key: 'staff-menu-methods', acts: ['method.see'] },
  { code: 'g', key: 'staff-menu-talk', acts: ['talk.take'] },
  { code: 'x', key: 'staff-menu-data', acts: ['data.see'] },
  { code: 'w', key: 'staff-menu-sheet', acts: ['sheet.start'], data: 'w.o' },
  // Who sees nobody else's role can still give up their own.
  { code: 'r', key: 'staff-menu-roles', acts: [] },
  { code: 'k', key: 'staff-menu-link', acts: ['place.link'] },
]

export const menu: Area = {
  code: 'm',
  async open(turn) {
    show(turn)
  },
  async tap(turn, [organisationId]) {
    const other = turn.person.offices.find((office) => office.organisationId === organisationId)
    if (!other || other.organisationId === turn.organisation.id) return show(turn)
    await chooseOrganisation(turn.ground, turn, other.organisationId)
    turn.remark('staff-chosen', { organisation: turn.ground.config().organisations.get(other.organisationId)!.name })
  },
}

function show(turn: StaffTurn): void {
  const { words, organisation, person } = turn
  const others = [...new Set(person.offices.map(({ organisationId }) => organisationId))].filter(
    (id) => id !== organisation.id,
  )
  turn.say({
    lines: [{ text: words('staff-menu', { organisation: organisation.name, name: turn.name }), style: 'strong' }],
    choices: [
      ...BUTTONS.filter(({ acts }) => acts.length === 0 || acts.some((act) => turn.may(act) || ownsIt(turn, act))).map(
        ({ code, key, data }) => ({
          data: data ?? buttonOf(code),
          label: words(key),
          role: 'option' as const,
        }),
      ),
      ...others.map((id) => ({
        data: buttonOf('m', id),
        label: words('staff-menu-other', { organisation: turn.ground.config().organisations.get(id)!.name }),
        role: 'control' as const,
      })),
    ],
  })
}

/** A moment of the timeline is somebody's by its owner; everything else by the task they came for. */
const ownsIt = (turn: StaffTurn, act: Act): boolean =>
  turn.offices.some(({ role, task }) =>
    task === null ? act === 'timeline.own' && mayOf(role, act) === 'own' : turn.may(act, task),
  )
