/** What a partner sees of a joint worksheet in private: the list, the sheet, its steps. */
import type { Choice } from '../channels/port.ts'
import { type Joint, type JointEntry, type JointPartner, MOST_PARTNERS } from '../dialogue/joint.ts'
import type { JointFault } from '../dialogue/joint-change.ts'
import { APART, jointsOf, partnerAt, readJoint } from '../dialogue/joint-read.ts'
import { entriesAt, inParts, nameOf, stepHead, stepLines, stepNumber } from '../dialogue/joint-view.ts'
import { stepOf } from '../dialogue/joint-write.ts'
import { JOINT_STEPS } from '../dialogue/sheet-fields.ts'
import { type SheetTurn, type SheetVisit, sheetButton } from './turn.ts'

/** A sheet as one of its partners sees it. */
export type Here = { joint: Joint; self: JointPartner; open: boolean; keeps: boolean }

/** Null for who takes no part in this sheet. */
export async function at(turn: SheetTurn, sheetId: string): Promise<Here | null> {
  const partnerId = await partnerAt(turn.ground, sheetId, turn.writer.id)
  const joint = partnerId && (await readJoint(turn.ground, sheetId, partnerId))
  if (!joint) return null
  const self = joint.partners.find(({ id }) => id === partnerId)!
  return { joint, self, open: joint.state === 'open', keeps: joint.keeper === self.id }
}

export async function showList(turn: SheetTurn): Promise<void> {
  const { words, starts } = turn
  const joints = await jointsOf(turn.ground, turn.writer.id)
  turn.say({
    lines: [
      { text: words('joint-list'), style: 'strong' },
      { text: words('joint-what') },
      ...(joints.length === 0 ? [{ text: words('joint-list-none') }] : []),
    ],
    choices: [
      ...joints.slice(0, MOST_LISTED).map(({ id, title, state }) => ({
        data: jointButton('h', id),
        label: state === 'closed' ? words('joint-title-closed', { title }) : title,
        role: 'option' as const,
      })),
      ...starts.map(({ organisationId, organisation }) => ({
        data: jointButton('o', organisationId),
        label: starts.length > 1 ? words('joint-begin-for', { organisation }) : words('joint-begin'),
        role: 'option' as const,
      })),
      { data: sheetButton('o'), label: words('joint-to-own'), role: 'control' },
    ],
  })
}

/** @param first key of a sentence above it */
export async function showJoint(turn: SheetTurn, here: Here, first?: string): Promise<void> {
  const { words } = turn
  const { joint, open, keeps } = here
  const present = joint.partners.filter(({ left }) => !left)
  const option = (label: string, ...parts: string[]): Choice => ({
    data: jointButton(...parts),
    label: words(label),
    role: 'option',
  })
  turn.say({
    lines: [
      ...(first ? [{ text: words(first) }] : []),
      { text: words('joint-title', { title: joint.title }), style: 'strong' },
      ...joint.partners.map((partner) => ({ text: partnerText(turn, here, partner) })),
      ...(open && present.length < 2 ? [{ text: words('joint-alone') }] : []),
      { text: words(open ? 'joint-who-sees' : 'joint-closed'), style: 'quiet' as const },
    ],
    choices: [
      {
        data: jointButton('s', joint.id, joint.step),
        label: words('joint-to-step', { number: stepNumber(joint.step) }),
        role: 'option',
      },
      option('joint-steps', 'l', joint.id),
      ...(open && keeps && present.length < MOST_PARTNERS ? [option('joint-invite', 'i', joint.id)] : []),
      ...(open && keeps && !joint.placed ? [option('joint-place', 'p', joint.id)] : []),
      ...(present.length > 1 ? [{ ...option('joint-share'), data: sheetButton('s', joint.id) }] : []),
      { ...option('joint-story'), data: sheetButton('v', joint.id) },
      { ...option('joint-more', 'g', joint.id), role: 'control' },
      { ...option('joint-back-list', 'b'), role: 'control' },
    ],
  })
}

export async function showSteps(turn: SheetTurn, { joint }: Here): Promise<void> {
  const { words } = turn
  turn.say({
    lines: [
      { text: words('joint-title', { title: joint.title }), style: 'strong' },
      ...JOINT_STEPS.map(({ key }) => ({
        text: words('joint-step-line', {
          number: stepNumber(key),
          step: words(`joint-step-${key}`),
          count: key === APART ? joint.wrote.length : entriesAt(joint, key).length,
        }),
      })),
    ],
    choices: [
      ...JOINT_STEPS.map(({ key }) => ({
        data: jointButton('s', joint.id, key),
        label: words('joint-step-short', { number: stepNumber(key) }),
        role: 'option' as const,
      })),
      back(turn, joint),
    ],
  })
}

/** @param how.first key of a sentence above it; `part`: which of several messages, from 0 */
export async function showStep(
  turn: SheetTurn,
  here: Here,
  key: string,
  how: { first?: string; part?: number } = {},
): Promise<void> {
  const { joint, self, open } = here
  const { words } = turn
  if (!stepOf(key)) return turn.remark('notice-stale')
  const parts = inParts(stepLines(joint, key, words))
  const part = Math.min(Math.max(Math.trunc(how.part ?? 0) || 0, 0), parts.length - 1)
  const index = stepNumber(key) - 1
  const near = (to: number, label: string): Choice[] => {
    const step = JOINT_STEPS[to]
    return step ? [{ data: jointButton('s', joint.id, step.key), label: words(label), role: 'control' }] : []
  }
  const own = entriesAt(joint, key, self.id)
  turn.say({
    lines: [
      ...(how.first ? [{ text: words(how.first) }] : []),
      ...stepHead(joint, key, words),
      ...parts[part]!,
      ...(key === APART && !joint.revealed
        ? own.map((entry) => ({ text: words('joint-yours', { text: entry.text }) }))
        : []),
      ...(open ? [] : [{ text: words('joint-closed'), style: 'quiet' as const }]),
    ],
    choices: [
      ...(open ? ownChoices(turn, here, key, own) : own.map((entry) => entryButton(turn, joint, entry))),
      ...(part + 1 < parts.length
        ? [
            {
              data: jointButton('s', joint.id, key, String(part + 1)),
              label: words('joint-read-on'),
              role: 'option' as const,
            },
          ]
        : []),
      ...near(index - 1, 'joint-before'),
      ...near(index + 1, 'joint-next'),
      back(turn, joint),
    ],
  })
}

/** Button data of the joint worksheet: `w.j.<what>.<sheet>.…`. */
export const jointButton = (...parts: string[]): string => sheetButton('j', ...parts)

export const back = (turn: SheetVisit, joint: Pick<Joint, 'id'>): Choice => ({
  data: jointButton('h', joint.id),
  label: turn.words('joint-back'),
  role: 'control',
})

export const faulty = (visit: SheetVisit, fault: JointFault): void => visit.remark(`joint-fault-${fault}`)

/** The sheet, and a line about each partner. */
function partnerText(turn: SheetTurn, { joint, self }: Here, partner: JointPartner): string {
  const name = nameOf(joint, partner, turn.words)
  if (partner.id === self.id) return turn.words('joint-you', { partner: name })
  return partner.name
    ? turn.words('joint-with', { partner: name, name: partner.name })
    : turn.words('joint-one', { partner: name })
}

function ownChoices(turn: SheetTurn, { joint, self }: Here, key: string, own: readonly JointEntry[]): Choice[] {
  const { words } = turn
  const single = ['apart', 'text'].includes(stepOf(key)!.kind)
  const write: Choice = {
    data: jointButton('w', joint.id, key),
    label: words(single && own.length > 0 ? 'joint-rewrite' : 'joint-write'),
    role: 'option',
  }
  const skip: Choice[] =
    key === APART && !joint.wrote.includes(self.id)
      ? [{ data: jointButton('k', joint.id), label: words('joint-skip-apart'), role: 'option' }]
      : []
  return [write, ...skip, ...own.map((entry) => entryButton(turn, joint, entry))]
}

const entryButton = (turn: SheetTurn, joint: Joint, entry: JointEntry): Choice => ({
  data: jointButton('e', joint.id, entry.id),
  label: turn.words('joint-own', { text: shortened(entry.text) }),
  role: 'option',
})

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  const signs = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment)
  return signs.length <= SHORT ? line : `${signs.slice(0, SHORT - 1).join('')}…`
}

const SHORT = 30
const MOST_LISTED = 12
