/** A partner's words at a step of a joint worksheet: asked for, kept, changed and taken away. */
import { APART } from '../dialogue/joint-read.ts'
import { entriesAt, stepHead } from '../dialogue/joint-view.ts'
import {
  goToStep,
  MOST,
  removeJoint,
  rewriteJoint,
  skipApart,
  stepOf,
  writeAlso,
  writeJoint,
} from '../dialogue/joint-write.ts'
import { JOINT_STEPS, type JointStep } from '../dialogue/sheet-fields.ts'
import { cleanText, lengthOf } from '../survey/read-reply.ts'
import { at, back, faulty, type Here, jointButton, showStep } from './joint-show.ts'
import type { SheetTurn } from './turn.ts'

/** @returns false when this button is about something else */
export async function writeAtJoint(
  turn: SheetTurn,
  here: Here,
  what: string,
  rest: string[],
  text?: string,
): Promise<boolean> {
  const [one = '', two = ''] = rest
  switch (what) {
    case 'w':
      await (text === undefined ? ask(turn, here, one) : keep(turn, here, one, text))
      return true
    case 'k':
      await skip(turn, here)
      return true
    case 'a':
      await (text === undefined ? askAlso(turn, here, one) : keepAlso(turn, here, one, text))
      return true
    case 'e':
      await showEntry(turn, here, one)
      return true
    case 'c':
      await (text === undefined ? askAgain(turn, here, one) : keepAgain(turn, here, one, text))
      return true
    case 'd':
      await remove(turn, here, one)
      return true
    case 'n':
      await move(turn, here, Number(one), Number(two))
      return true
    default:
      return false
  }
}

async function ask(turn: SheetTurn, here: Here, key: string): Promise<void> {
  const { joint, self, open } = here
  const { words } = turn
  const step = stepOf(key)
  if (!step) return turn.remark('notice-stale')
  if (!open) return faulty(turn, 'closed')
  const own = entriesAt(joint, key, self.id)
  const single = MOST[step.kind] === 1
  if (!single && own.length >= MOST[step.kind]) return faulty(turn, 'too-many')
  const data = jointButton('w', joint.id, key)
  await turn.expect(data)
  turn.say({
    lines: [
      ...stepHead(joint, key, words),
      { text: words(`joint-how-${step.kind}`, { max: step.max }) },
      ...(single ? own.map((entry) => ({ text: words('joint-yours', { text: entry.text }) })) : []),
    ],
    choices: [
      ...(key === APART && !joint.wrote.includes(self.id)
        ? [{ data: jointButton('k', joint.id), label: words('joint-skip-apart'), role: 'control' as const }]
        : []),
      { data: jointButton('s', joint.id, key), label: words('joint-not-now'), role: 'control' },
    ],
    typed: { label: words('joint-field'), max: roomFor(step), data },
  })
}

async function keep(turn: SheetTurn, here: Here, key: string, text: string): Promise<void> {
  const step = stepOf(key)
  if (!step) return turn.remark('notice-stale')
  const clean = cleanText(text)
  const said = !clean ? [] : step.kind === 'keywords' ? linesOf(clean) : [clean]
  if (said.length === 0) return again(turn, jointButton('w', here.joint.id, key), 'joint-empty')
  const longest = Math.max(...said.map(lengthOf))
  if (longest > step.max)
    return again(turn, jointButton('w', here.joint.id, key), 'joint-too-long', { max: step.max, length: longest })
  const wasShown = here.joint.revealed
  const kept = await writeJoint(turn.ground, { sheetId: here.joint.id, partnerId: here.self.id, step: key }, said)
  if (!kept.ok) return faulty(turn, kept.fault)
  turn.rooms.wake()
  const now = (await at(turn, here.joint.id))!
  if (step.kind === 'pairs' || step.kind === 'three') return askAlso(turn, now, kept.value[0]!)
  return showStep(turn, now, key, { first: key === APART && !wasShown ? keptApart(now) : 'joint-kept' })
}

const keptApart = (now: Here): string => (now.joint.revealed ? 'joint-kept-shown' : 'joint-kept-apart')

async function skip(turn: SheetTurn, here: Here): Promise<void> {
  const skipped = await skipApart(turn.ground, here.joint.id, here.self.id)
  if (!skipped.ok) return faulty(turn, skipped.fault)
  turn.rooms.wake()
  const now = (await at(turn, here.joint.id))!
  return showStep(turn, now, APART, { first: 'joint-skipped-self' })
}

async function askAlso(turn: SheetTurn, here: Here, entryId: string): Promise<void> {
  const { joint } = here
  const { words } = turn
  const entry = ownEntry(here, entryId)
  const step = entry && stepOf(entry.step)
  if (!entry || !step) return turn.remark('notice-stale')
  if (!here.open) return faulty(turn, 'closed')
  const data = jointButton('a', joint.id, entryId)
  await turn.expect(data)
  turn.say({
    lines: [
      { text: words('joint-kept') },
      { text: words(`joint-also-${step.kind}`, { text: entry.text }), style: 'strong' },
      ...(entry.also ? [{ text: words('joint-yours', { text: entry.also }) }] : []),
    ],
    choices: [{ data: jointButton('s', joint.id, entry.step), label: words('joint-not-now'), role: 'control' }],
    typed: { label: words('joint-field'), max: step.max, data },
  })
}

async function keepAlso(turn: SheetTurn, here: Here, entryId: string, text: string): Promise<void> {
  const entry = ownEntry(here, entryId)
  const step = entry && stepOf(entry.step)
  if (!entry || !step) return turn.remark('notice-stale')
  const clean = await fitting(turn, step, text, jointButton('a', here.joint.id, entryId))
  if (clean === null) return
  const whose = { sheetId: here.joint.id, partnerId: here.self.id, entryId }
  return shown(turn, here, entry.step, await writeAlso(turn.ground, whose, clean))
}

async function showEntry(turn: SheetTurn, here: Here, entryId: string): Promise<void> {
  const { joint, open } = here
  const { words } = turn
  const entry = ownEntry(here, entryId)
  const step = entry && stepOf(entry.step)
  if (!entry || !step) return turn.remark('notice-stale')
  const halves = step.kind === 'pairs' || step.kind === 'three'
  turn.say({
    lines: [
      { text: words('joint-yours', { text: entry.text }), style: 'strong' },
      ...(entry.also ? [{ text: entry.also }] : []),
    ],
    choices: [
      ...(open
        ? [{ data: jointButton('c', joint.id, entryId), label: words('joint-change'), role: 'option' as const }]
        : []),
      ...(open && halves
        ? [
            {
              data: jointButton('a', joint.id, entryId),
              label: words(`joint-change-${step.kind}`),
              role: 'option' as const,
            },
          ]
        : []),
      { data: jointButton('d', joint.id, entryId), label: words('joint-remove'), role: 'option' },
      { data: jointButton('s', joint.id, entry.step), label: words('joint-not-now'), role: 'control' },
    ],
  })
}

async function askAgain(turn: SheetTurn, here: Here, entryId: string): Promise<void> {
  const entry = ownEntry(here, entryId)
  const step = entry && stepOf(entry.step)
  if (!entry || !step) return turn.remark('notice-stale')
  const data = jointButton('c', here.joint.id, entryId)
  await turn.expect(data)
  turn.say({
    lines: [
      { text: turn.words('joint-yours', { text: entry.text }) },
      { text: turn.words('joint-write-anew', { max: step.max }), style: 'strong' },
    ],
    choices: [back(turn, here.joint)],
    typed: { label: turn.words('joint-field'), max: step.max, data },
  })
}

async function keepAgain(turn: SheetTurn, here: Here, entryId: string, text: string): Promise<void> {
  const entry = ownEntry(here, entryId)
  const step = entry && stepOf(entry.step)
  if (!entry || !step) return turn.remark('notice-stale')
  const clean = await fitting(turn, step, text, jointButton('c', here.joint.id, entryId))
  if (clean === null) return
  const whose = { sheetId: here.joint.id, partnerId: here.self.id, entryId }
  return shown(turn, here, entry.step, await rewriteJoint(turn.ground, whose, { text: clean }))
}

async function remove(turn: SheetTurn, here: Here, entryId: string): Promise<void> {
  const whose = { sheetId: here.joint.id, partnerId: here.self.id, entryId }
  const removed = await removeJoint(turn.ground, whose)
  if (!removed.ok) return faulty(turn, removed.fault)
  turn.rooms.wake()
  const now = (await at(turn, here.joint.id))!
  return showStep(turn, now, removed.value.step, { first: 'joint-removed' })
}

/** The card in the place goes a step on or back: it shows that itself. */
async function move(turn: SheetTurn, here: Here, from: number, to: number): Promise<void> {
  const [a, b] = [JOINT_STEPS[from], JOINT_STEPS[to]]
  if (!a || !b) return turn.remark('notice-stale')
  const moved = await goToStep(turn.ground, here.joint.id, here.self.id, { from: a.key, to: b.key })
  if (!moved.ok) return faulty(turn, moved.fault)
  turn.rooms.wake()
  // Discord waits for an answer to every tap.
  if (turn.inbound.channel === 'discord')
    turn.remark('joint-now-step', { number: JOINT_STEPS.findIndex(({ key }) => key === moved.value) + 1 })
}

async function shown(
  turn: SheetTurn,
  here: Here,
  key: string,
  done: Awaited<ReturnType<typeof writeAlso>>,
): Promise<void> {
  if (!done.ok) return faulty(turn, done.fault)
  turn.rooms.wake()
  return showStep(turn, (await at(turn, here.joint.id))!, key, { first: 'joint-kept' })
}

/** The words, when they fit; else says why not and waits for others. */
async function fitting(turn: SheetTurn, step: JointStep, text: string, data: string): Promise<string | null> {
  const clean = cleanText(text)
  const length = clean === null ? 0 : lengthOf(clean)
  if (clean !== null && length <= step.max) return clean
  if (clean === null) await again(turn, data, 'joint-empty')
  else await again(turn, data, 'joint-too-long', { max: step.max, length })
  return null
}

async function again(turn: SheetTurn, data: string, key: string, values = {}): Promise<void> {
  await turn.expect(data)
  turn.remark(key, values)
}

const ownEntry = ({ joint, self }: Here, entryId: string) =>
  joint.entries.find(({ id, partnerId }) => id === entryId && partnerId === self.id)

/** Each line is a keyword; a mark in front of it is none of it. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•*]\s+/, '').trim())
    .filter((line) => line !== '')

/** Characters that one message at this step may have. */
const roomFor = ({ kind, max }: JointStep): number =>
  kind === 'keywords' ? Math.min(max * MOST[kind], MOST_AT_ONCE) : max
const MOST_AT_ONCE = 1000
