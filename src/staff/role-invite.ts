/** Inviting somebody, one question at a time: which role, for a helper what for and until when, and which name. */
import type { Choice } from '../channels/port.ts'
import { FALLBACK } from '../people/contact-place.ts'
import { ROLES } from '../people/permissions.ts'
import type { InvitationWish } from '../rounds/role-desk.ts'
import type { StaffRole } from '../store/tables.ts'
import { mayNot, refuse } from './refuse.ts'
import { dateText, dayOf, roleName, taskName } from './role-words.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** `t.r.i`, then `t.r.i.<role>`; `fallback` is the safeguarding role for who stands in. */
export async function chooseRole(turn: StaffTurn, [chosen]: string[]): Promise<void> {
  const { words, organisation } = turn
  if (!turn.may('role.give')) return mayNot(turn)
  const offered: readonly string[] = turn.offices.some(({ role }) => role === 'lead')
    ? [...ROLES.filter((role) => role !== 'safeguarding'), 'safeguarding', FALLBACK]
    : ['lead']
  if (chosen === undefined) {
    return turn.say({
      lines: [
        { text: words('role-which', { organisation: organisation.name }), style: 'strong' },
        ...offered.map((role) => ({ text: words(`role-${role}-is`) })),
      ],
      choices: [
        ...offered.map(
          (role): Choice => ({ data: buttonOf('r', 'i', role), label: words(`role-${role}`), role: 'option' }),
        ),
        back(turn),
      ],
    })
  }
  if (!offered.includes(chosen)) return turn.remark('notice-stale')
  if (chosen === 'safeguarding') return give(turn, { role: 'safeguarding', name: '' })
  if (chosen === FALLBACK) return give(turn, { role: 'safeguarding', name: '', task: FALLBACK })
  if (chosen === 'helper') return askTask(turn)
  if (chosen === 'author') return askLastDay(turn)
  return askName(turn, [chosen])
}

/** What a helper comes for: the sessions and moments that are near. */
async function askTask(turn: StaffTurn): Promise<void> {
  const { words, ground, organisation } = turn
  const now = ground.clock.now()
  const sessions = await ground.store.db
    .selectFrom('session')
    .select(['id', 'series_id', 'starts_at'])
    .where('organisation_id', '=', organisation.id)
    .where('state', '=', 'planned')
    .where('ends_at', '>', now.toString() as never)
    .orderBy('starts_at')
    .limit(MOST)
    .execute()
  const today = now.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  const moments = await ground.store.db
    .selectFrom('moment')
    .select(['id'])
    .where('organisation_id', '=', organisation.id)
    .where('status', 'in', ['planned', 'moved'])
    .where('kind', 'in', ['third', 'other', 'feedback'])
    .where('on_date', '>=', today)
    .orderBy('on_date')
    .limit(MOST)
    .execute()
  const tasks = [...sessions.map(({ id }) => `session:${id}`), ...moments.map(({ id }) => `moment:${id}`)]
  if (tasks.length === 0) return turn.remark('role-no-task')
  const options = await Promise.all(
    tasks.map(
      async (task): Promise<Choice> => ({
        data: buttonOf('r', 'h', ...shortTask(task)),
        label: await taskName(turn, task),
        role: 'option',
      }),
    ),
  )
  turn.say({ lines: [{ text: words('role-which-task'), style: 'strong' }], choices: [...options, back(turn)] })
}

/** `t.r.h.<s|m>.<id>`: until when. */
export async function chooseTask(turn: StaffTurn, parts: string[]): Promise<void> {
  const { words } = turn
  if (!turn.may('role.give')) return mayNot(turn)
  const task = longTask(parts)
  if (!task) return turn.remark('notice-stale')
  turn.say({
    lines: [
      { text: words('role-until', { task: await taskName(turn, task) }), style: 'strong' },
      { text: words('role-until-how') },
    ],
    choices: [...dayChoices(turn, (days) => buttonOf('r', 'u', ...shortTask(task), String(days))), back(turn)],
  })
}

/** Who makes questions comes for a while, and the role lapses by itself. */
function askLastDay(turn: StaffTurn): void {
  const { words } = turn
  turn.say({
    lines: [{ text: words('third-author-until'), style: 'strong' }, { text: words('role-until-how') }],
    choices: [...dayChoices(turn, (days) => buttonOf('r', 'a', String(days))), back(turn)],
  })
}

/** `t.r.a.<days>`: and which name. */
export async function chooseAuthorEnd(turn: StaffTurn, [days]: string[]): Promise<void> {
  if (!turn.may('role.give')) return mayNot(turn)
  if (!DAYS.includes(Number(days))) return turn.remark('notice-stale')
  return askName(turn, ['author', dayIn(turn, Number(days)).toString()])
}

/** `t.r.u.<s|m>.<id>.<days>`: and which name. */
export async function chooseEnd(turn: StaffTurn, parts: string[]): Promise<void> {
  if (!turn.may('role.give')) return mayNot(turn)
  if (!longTask(parts) || !DAYS.includes(Number(parts[2]))) return turn.remark('notice-stale')
  return askName(turn, ['helper', ...parts.slice(0, 2), dayIn(turn, Number(parts[2])).toString()])
}

async function askName(turn: StaffTurn, about: string[]): Promise<void> {
  const { words } = turn
  const data = buttonOf('r', 'n', ...about)
  await turn.expect(data)
  turn.say({
    lines: [
      { text: words('role-name', { role: words(`role-${about[0]}`) }), style: 'strong' },
      { text: words('role-name-how') },
    ],
    typed: { label: words('role-name-label'), max: 40, data },
    choices: [{ data, label: words('role-name-write'), role: 'write' }, back(turn)],
  })
}

/** `t.r.n.<role>`, `t.r.n.author.<last day>` or `t.r.n.helper.<s|m>.<id>.<last day>`, and the name that was written. */
export async function takeName(turn: StaffTurn, [role = '', ...about]: string[], text: string): Promise<void> {
  const task = role === 'helper' ? longTask(about) : null
  const wish = { role: role as StaffRole, name: text }
  if (role === 'author') return give(turn, { ...wish, until: about[0] ?? '' })
  await give(turn, task ? { ...wish, task, until: about[2] ?? '' } : wish)
}

async function give(turn: StaffTurn, wish: InvitationWish): Promise<void> {
  const { words, organisation } = turn
  const given = await turn.rooms.desk.invite(turn.staffId, organisation.id, wish)
  if (!given.ok) {
    // A name that cannot be one may be written again at once.
    if (given.fault === 'desk-bad-name') {
      const about = [...(wish.task && wish.until ? shortTask(wish.task) : []), ...(wish.until ? [wish.until] : [])]
      await turn.expect(buttonOf('r', 'n', wish.role, ...about))
    }
    return refuse(turn, given)
  }
  const { code, path, role, name, expiresAt } = given.value
  const named = roleName(words, role, wish.task ?? null)
  turn.say({
    lines: [
      { text: words('role-given', { name, role: named, organisation: organisation.name }), style: 'strong' },
      { text: words('role-given-chat') },
      { text: `/koppel ${code}` },
      ...(role === 'safeguarding' ? [] : [{ text: words('role-given-page') }, { text: turn.rooms.pageUrl(path) }]),
      { text: words('role-given-until', { day: dayOf(turn, expiresAt) }), style: 'quiet' },
    ],
    choices: [back(turn)],
  })
}

const back = (turn: StaffTurn): Choice => ({ data: buttonOf('r'), label: turn.words('role-back'), role: 'control' })

/** `session:<id>` as parts of button data, and back. */
const shortTask = (task: string): [string, string] => [
  task.startsWith('session:') ? 's' : 'm',
  task.split(':')[1] ?? '',
]
const longTask = ([letter, id]: string[]): string | null => {
  const kind = letter === 's' ? 'session' : letter === 'm' ? 'moment' : null
  return kind && id ? `${kind}:${id}` : null
}

const dayIn = (turn: StaffTurn, days: number): Temporal.PlainDate =>
  turn.ground.clock.now().toZonedDateTimeISO(turn.organisation.timezone).toPlainDate().add({ days })

const dayChoices = (turn: StaffTurn, dataOf: (days: number) => string): Choice[] =>
  DAYS.map((days) => ({
    data: dataOf(days),
    label: turn.words('role-until-day', { day: dateText(dayIn(turn, days), turn.language) }),
    role: 'option',
  }))

/** In how many days the role of somebody from outside may end. */
const DAYS: readonly number[] = [7, 14, 30, 90]
const MOST = 5
