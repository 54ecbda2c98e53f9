/** Who has which role: inviting, taking back, giving up one's own, and the year with or without the coach. */
import type { Choice, Line } from '../channels/port.ts'
import { openInvitations } from '../people/open-invitations.ts'
import { type StaffMember, staffOf } from '../people/staff.ts'
import { askMode, switchYear } from './mode.ts'
import { mayNot, refuse } from './refuse.ts'
import { chooseAuthorEnd, chooseEnd, chooseRole, chooseTask, takeName } from './role-invite.ts'
import { roleName, taskLine } from './role-words.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

/** `t.r.<letter>.…`; a capital letter is the yes to what the small one asked. */
export const roles: Area = {
  code: 'r',
  open: showRoles,
  async tap(turn, [letter, ...parts]) {
    const step = letter === undefined ? showRoles : STEPS[letter]
    return step ? step(turn, parts) : turn.remark('notice-stale')
  },
  async typed(turn, [letter, ...parts], text) {
    return letter === 'n' ? takeName(turn, parts, text) : turn.remark('notice-stale')
  },
}

type Step = (turn: StaffTurn, parts: string[]) => Promise<void>

const STEPS: Record<string, Step> = {
  i: chooseRole,
  h: chooseTask,
  u: chooseEnd,
  a: chooseAuthorEnd,
  t: askTakeBack,
  T: takeBack,
  l: askLeave,
  L: leave,
  w: withdraw,
  m: askMode,
  M: switchYear,
}

/** Everybody with a role here, or only one's own; and what can be done about it. */
async function showRoles(turn: StaffTurn): Promise<void> {
  const { words, ground, organisation } = turn
  const sees = turn.may('role.see')
  const everybody = await staffOf(ground, organisation.id)
  const shown = sees ? everybody : everybody.filter((member) => isSelf(turn, member))
  const lines: Line[] = [
    { text: words('role-title', { organisation: organisation.name }), style: 'strong' },
    ...(await Promise.all(shown.map(async (member) => ({ text: await memberText(turn, member) })))),
  ]
  if (sees && !everybody.some(({ role }) => role === 'lead')) lines.push({ text: words('role-no-lead') })
  const choices: Choice[] = []
  if (turn.may('role.give')) {
    choices.push({ data: buttonOf('r', 'i'), label: words('role-invite'), role: 'option' })
    const invited = isLead(turn) ? await openInvitations(ground, organisation.id) : []
    for (const { id, role, name, task } of invited.slice(0, MOST_BUTTONS)) {
      lines.push({ text: words('role-invited', { name, role: roleName(turn.words, role, task) }), style: 'quiet' })
      choices.push({ data: buttonOf('r', 'w', id), label: words('role-withdraw', { name }), role: 'control' })
    }
  }
  if (isLead(turn)) {
    const others = everybody.filter((member) => !isSelf(turn, member))
    for (const { staffId, name, role, task } of others.slice(0, MOST_BUTTONS))
      choices.push({
        data: buttonOf('r', 't', staffId),
        label: words('role-take-back', { name, role: roleName(words, role, task) }),
        role: 'control',
      })
  }
  for (const { staffId, role, task } of everybody.filter((member) => isSelf(turn, member)))
    choices.push({
      data: buttonOf('r', 'l', staffId),
      label: words('role-leave', { role: roleName(words, role, task) }),
      role: 'control',
    })
  if (turn.may('mode.switch'))
    choices.push({
      data: buttonOf('r', 'm'),
      label: words(turn.withCoach ? 'mode-to-without' : 'mode-to-with'),
      role: 'control',
    })
  choices.push({ data: buttonOf('m'), label: words('staff-menu-open'), role: 'control' })
  turn.say({ lines, choices })
}

async function memberText(turn: StaffTurn, member: StaffMember): Promise<string> {
  const { words } = turn
  const role = roleName(words, member.role, member.task)
  const text = words('role-member', { name: member.name, role })
  const task = await taskLine(turn, member)
  return [text, task, member.reachable ? null : words('role-unreachable')].filter((part) => part !== null).join(' · ')
}

async function askTakeBack(turn: StaffTurn, [staffId]: string[]): Promise<void> {
  if (!isLead(turn)) return mayNot(turn)
  const member = await memberOf(turn, staffId)
  if (!member) return turn.remark('desk-nobody')
  confirm(turn, 'role-take-back-sure', member, 'T')
}

async function takeBack(turn: StaffTurn, [staffId = '']: string[]): Promise<void> {
  const member = await memberOf(turn, staffId)
  await end(turn, staffId, 'role-taken-back', member)
}

async function askLeave(turn: StaffTurn, [staffId]: string[]): Promise<void> {
  const member = await memberOf(turn, staffId)
  if (!member || !isSelf(turn, member)) return turn.remark('desk-nobody')
  const leads = await staffOf(turn.ground, turn.organisation.id, 'lead')
  confirm(turn, 'role-leave-sure', member, 'L', member.role === 'lead' && leads.length === 1)
}

async function leave(turn: StaffTurn, [staffId = '']: string[]): Promise<void> {
  const member = await memberOf(turn, staffId)
  if (member && !isSelf(turn, member)) return turn.remark('desk-nobody')
  await end(turn, staffId, 'role-left', member)
}

async function end(turn: StaffTurn, staffId: string, done: string, member: StaffMember | undefined): Promise<void> {
  const { words, organisation } = turn
  const outcome = await turn.rooms.desk.takeBack(turn.staffId, organisation.id, staffId)
  if (!outcome.ok) return refuse(turn, outcome)
  if (!member) return
  const role = roleName(words, member.role, member.task)
  turn.remark(done, { name: member.name, role, organisation: organisation.name })
}

function confirm(turn: StaffTurn, key: string, member: StaffMember, yes: 'T' | 'L', last = false): void {
  const { words, organisation } = turn
  const values = { name: member.name, role: roleName(words, member.role, member.task), organisation: organisation.name }
  turn.say({
    lines: [{ text: words(key, values), style: 'strong' }, ...(last ? [{ text: words('role-last-lead') }] : [])],
    choices: [
      { data: buttonOf('r', yes, member.staffId), label: words('role-yes'), role: 'option' },
      { data: buttonOf('r'), label: words('role-no'), role: 'option' },
    ],
  })
}

async function withdraw(turn: StaffTurn, [id = '']: string[]): Promise<void> {
  const outcome = await turn.rooms.desk.withdrawInvitation(turn.staffId, turn.organisation.id, id)
  if (outcome.ok) return turn.remark('role-withdrawn')
  refuse(turn, outcome)
}

async function memberOf(turn: StaffTurn, staffId: string | undefined): Promise<StaffMember | undefined> {
  return (await staffOf(turn.ground, turn.organisation.id)).find((member) => member.staffId === staffId)
}

const isSelf = (turn: StaffTurn, member: StaffMember): boolean =>
  member.channel === turn.inbound.channel && member.addressHash === turn.person.addressHash

const isLead = (turn: StaffTurn): boolean => turn.offices.some(({ role }) => role === 'lead')

/** Platforms show few buttons well. */
const MOST_BUTTONS = 8
