/** Keeping a joint worksheet: opening one, letting partners in, its place, one's name on it, leaving and closing. */
import type { Choice } from '../channels/port.ts'
import { dayText } from '../dialogue/describe-survey.ts'
import type { Changed } from '../dialogue/joint-change.ts'
import { closeJoint, eraseJointWords, leaveJoint, takeOffJoint } from '../dialogue/joint-leave.ts'
import { makeJointCode, namePartner, openJoint } from '../dialogue/joint-open.ts'
import { unplaceJoint } from '../dialogue/joint-place.ts'
import { nameOf } from '../dialogue/joint-view.ts'
import { MOST_NAME, renameWriter } from '../dialogue/sheet-writers.ts'
import { cleanText, lengthOf } from '../survey/read-reply.ts'
import { at, back, faulty, type Here, jointButton, showJoint } from './joint-show.ts'
import type { SheetTurn } from './turn.ts'

/** Opens a sheet for an organisation where this account may; without a title it asks for one. */
export async function begin(turn: SheetTurn, organisationId: string, text?: string): Promise<void> {
  const { words, starts, writer } = turn
  const start = starts.find((one) => one.organisationId === organisationId)
  if (!start) return turn.remark('joint-may-not')
  const title = text === undefined ? null : cleanText(text)?.replace(/\s+/g, ' ')
  if (!title || lengthOf(title) > MOST_TITLE) {
    const data = jointButton('o', organisationId)
    await turn.expect(data)
    if (text !== undefined && title) return turn.remark('joint-too-long', { max: MOST_TITLE, length: lengthOf(title) })
    return turn.say({
      lines: [{ text: words('joint-ask-title'), style: 'strong' }, { text: words('joint-what') }],
      choices: [{ data: jointButton('b'), label: words('joint-not-now'), role: 'control' }],
      typed: { label: words('joint-field-title'), max: MOST_TITLE, data },
    })
  }
  const { sheetId } = await openJoint(turn.ground, {
    organisationId,
    staffId: start.staffId,
    writerId: writer.id,
    partner: writer.partner || start.organisation,
    title,
  })
  return showJoint(turn, (await at(turn, sheetId))!, 'joint-opened')
}

/** @returns false when this button is about something else */
export async function keepJoint(
  turn: SheetTurn,
  here: Here,
  what: string,
  rest: string[],
  text?: string,
): Promise<boolean> {
  const { joint, self } = here
  const does = KEEPING[what]
  if (does) await does(turn, here)
  else if (what === 'm') await (text === undefined ? askName(turn, here) : keepName(turn, here, text))
  else if (what === 't') await takeOff(turn, here, rest[0])
  else if (what === 'to') {
    const done = await takeOffJoint(turn.ground, joint.id, self.id, rest[0] ?? '')
    await after(turn, here, done, 'joint-took-off')
  } else return false
  return true
}

/** @param how.first true for somebody who just came in */
export async function askName(turn: SheetTurn, here: Here, how: { first?: boolean } = {}): Promise<void> {
  const { words } = turn
  const data = jointButton('m', here.joint.id)
  await turn.expect(data)
  turn.say({
    lines: [
      ...(how.first
        ? [
            { text: words('joint-joined') },
            { text: words('joint-title', { title: here.joint.title }), style: 'strong' as const },
          ]
        : []),
      { text: words('joint-ask-name') },
      { text: words('joint-who-sees'), style: 'quiet' },
    ],
    choices: [{ data: jointButton('h', here.joint.id), label: words('joint-not-now'), role: 'control' }],
    typed: { label: words('joint-field-name'), max: MOST_NAME, data },
  })
}

async function keepName(turn: SheetTurn, here: Here, text: string): Promise<void> {
  const name = cleanText(text)?.replace(/\s+/g, ' ')
  if (!name || lengthOf(name) > MOST_NAME) {
    await turn.expect(jointButton('m', here.joint.id))
    if (!name) return turn.remark('joint-empty')
    return turn.remark('joint-too-long', { max: MOST_NAME, length: lengthOf(name) })
  }
  if (turn.writer.partner === '') await renameWriter(turn.ground, turn.writer.id, { partner: name })
  return after(turn, here, await namePartner(turn.ground, here.joint.id, here.self.id, name), 'joint-named')
}

/** By button; each asks the rules below, so an old button does no more than a new one. */
const KEEPING: Record<string, (turn: SheetTurn, here: Here) => Promise<void>> = {
  g: async (turn, here) => more(turn, here),
  i: (turn, here) => code(turn, here, 'partner'),
  p: (turn, here) => code(turn, here, 'place'),
  u: async (turn, here) =>
    after(turn, here, await unplaceJoint(turn.ground, here.joint.id, here.self.id), 'joint-unplaced'),
  y: async (turn, here) => sure(turn, here, 'joint-erase-sure', [['yy', 'joint-erase-yes']]),
  yy: async (turn, here) =>
    after(turn, here, await eraseJointWords(turn.ground, here.joint.id, here.self.id), 'joint-erased'),
  x: async (turn, here) =>
    sure(turn, here, 'joint-leave-sure', [
      ['xk', 'joint-leave-words'],
      ['xm', 'joint-leave-all'],
    ]),
  xk: (turn, here) => leave(turn, here, false),
  xm: (turn, here) => leave(turn, here, true),
  z: async (turn, here) => sure(turn, here, 'joint-close-sure', [['zz', 'joint-close-yes']]),
  zz: async (turn, here) =>
    after(turn, here, await closeJoint(turn.ground, here.joint.id, here.self.id), 'joint-closed-now'),
}

function more(turn: SheetTurn, { joint, open, keeps }: Here): void {
  const { words } = turn
  const one = (what: string, key: string): Choice => ({
    data: jointButton(what, joint.id),
    label: words(key),
    role: 'option',
  })
  const others = joint.partners.filter(({ id, left }) => !left && id !== joint.keeper)
  turn.say({
    lines: [
      { text: words('joint-title', { title: joint.title }), style: 'strong' },
      { text: words('joint-more-what') },
    ],
    choices: [
      ...(open ? [one('m', 'joint-my-name')] : []),
      ...(keeps && joint.placed ? [one('u', 'joint-unplace')] : []),
      ...(open && keeps && others.length > 0 ? [one('t', 'joint-take-off')] : []),
      ...(open && keeps ? [one('z', 'joint-close')] : []),
      one('y', 'joint-erase'),
      one('x', 'joint-leave'),
      back(turn, joint),
    ],
  })
}

async function code(turn: SheetTurn, here: Here, purpose: 'partner' | 'place'): Promise<void> {
  const { words } = turn
  const made = await makeJointCode(turn.ground, here.joint.id, here.self.id, purpose)
  if (!made.ok) return faulty(turn, made.fault)
  const zone = turn.ground.config().organisations.get(here.joint.organisationId)?.timezone ?? 'Europe/Brussels'
  const day = dayText(made.value.expiresAt, zone, turn.language)
  turn.say({
    lines: [
      { text: words(`joint-code-${purpose}`), style: 'strong' },
      { text: `/koppel ${made.value.code}` },
      ...(purpose === 'partner'
        ? [{ text: words('joint-code-page') }, { text: turn.rooms.pageUrl(`/samen/${made.value.code}`) }]
        : [{ text: words('joint-code-place-who') }]),
      { text: words('joint-code-until', { day }), style: 'quiet' },
    ],
    choices: [
      ...(purpose === 'partner'
        ? [{ data: jointButton('i', here.joint.id), label: words('joint-code-more'), role: 'option' as const }]
        : []),
      back(turn, here.joint),
    ],
  })
}

function sure(turn: SheetTurn, here: Here, key: string, options: [what: string, label: string][]): void {
  turn.say({
    lines: turn
      .words(key)
      .split('\n')
      .map((text) => ({ text })),
    choices: [
      ...options.map(([what, label]) => ({
        data: jointButton(what, here.joint.id),
        label: turn.words(label),
        role: 'option' as const,
      })),
      back(turn, here.joint),
    ],
  })
}

async function leave(turn: SheetTurn, here: Here, withWords: boolean): Promise<void> {
  const left = await leaveJoint(turn.ground, here.joint.id, here.self.id, { withWords })
  if (!left.ok) return faulty(turn, left.fault)
  turn.rooms.wake()
  turn.remark(withWords ? 'joint-left-all' : 'joint-left')
}

/** Whom to take off; with one chosen: whether that is sure. */
async function takeOff(turn: SheetTurn, here: Here, partnerId?: string): Promise<void> {
  const { joint, self, keeps } = here
  const { words } = turn
  if (!keeps) return faulty(turn, 'not-yours')
  const others = joint.partners.filter(({ id, left }) => !left && id !== self.id)
  const chosen = others.find(({ id }) => id === partnerId)
  if (chosen)
    return turn.say({
      lines: [{ text: words('joint-take-off-sure', { partner: nameOf(joint, chosen, words) }) }],
      choices: [
        { data: jointButton('to', joint.id, chosen.id), label: words('joint-take-off-yes'), role: 'option' },
        back(turn, joint),
      ],
    })
  turn.say({
    lines: [{ text: words('joint-take-off-who'), style: 'strong' }],
    choices: [
      ...others.map((partner) => ({
        data: jointButton('t', joint.id, partner.id),
        label: nameOf(joint, partner, words),
        role: 'option' as const,
      })),
      back(turn, joint),
    ],
  })
}

async function after<T>(turn: SheetTurn, here: Here, done: Changed<T>, key: string): Promise<void> {
  if (!done.ok) return faulty(turn, done.fault)
  turn.rooms.wake()
  return showJoint(turn, (await at(turn, here.joint.id))!, key)
}

/** Most characters of the name of a sheet. */
const MOST_TITLE = 80
