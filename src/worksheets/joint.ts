/** The joint worksheet in a chat: its list, its steps, writing at one, and the codes that let a partner in. */
import { MOST_PARTNERS } from '../dialogue/joint.ts'
import { endExposedCode, joinJoint, readJointCode } from '../dialogue/joint-open.ts'
import { placeJoint, sheetsAt } from '../dialogue/joint-place.ts'
import { partnerAt, readJoint } from '../dialogue/joint-read.ts'
import { askName, begin, keepJoint } from './joint-keep.ts'
import { at, faulty, showJoint, showList, showStep, showSteps } from './joint-show.ts'
import { writeAtJoint } from './joint-words.ts'
import type { SheetTurn, SheetVisit } from './turn.ts'

/** A button `w.j.…`, or the words that were asked for by one. No parts: the joint worksheets of this writer. */
export async function takeJoint(turn: SheetTurn, parts: string[], text?: string): Promise<void> {
  const [what = 'b', sheetId = '', ...rest] = parts
  if (what === 'b') return showList(turn)
  if (what === 'o') return begin(turn, sheetId, text)
  const here = await at(turn, sheetId)
  if (!here) return turn.remark('joint-fault-not-yours')
  switch (what) {
    case 'h':
      return showJoint(turn, here)
    case 'l':
      return showSteps(turn, here)
    case 's':
      return showStep(turn, here, rest[0] ?? here.joint.step, { part: Number(rest[1] ?? 0) })
    default:
      if (await writeAtJoint(turn, here, what, rest, text)) return
      if (await keepJoint(turn, here, what, rest, text)) return
      return turn.remark('notice-stale')
  }
}

/**
 * A code behind `/koppel`, in private or in a place, by anybody.
 * @returns false when it is no code of a joint worksheet: then it may be one of another kind
 */
export async function takeJointCode(visit: SheetVisit, code: string): Promise<boolean> {
  const meant = await readJointCode(visit.ground, code)
  if (!meant) return false
  await (visit.place ? sayInPlace(visit, code, meant) : comeIn(visit, code, meant))
  return true
}

/** The command in a place. @returns false when no joint worksheet of this writer stands there */
export async function openJointHere(turn: SheetTurn): Promise<boolean> {
  if (!turn.place) return false
  for (const { id } of await sheetsAt(turn.ground, turn.place)) {
    const here = await at(turn, id)
    if (!here) continue
    await showStep(turn, here, here.joint.step)
    return true
  }
  return false
}

type Meant = NonNullable<Awaited<ReturnType<typeof readJointCode>>>

async function sayInPlace(visit: SheetVisit, code: string, meant: Meant): Promise<void> {
  const { ground, rooms, inbound, words, language } = visit
  const place = visit.place!
  const here = (key: string) =>
    rooms.speak(place, { kind: 'notice', language, lines: [{ text: words(key) }], choices: [], silent: true })
  if (meant.purpose === 'partner') {
    // Whoever reads along here could come in with it.
    await endExposedCode(ground, code)
    return here('joint-code-exposed')
  }
  if (inbound.type === 'place-command' && inbound.public) return here('joint-place-public')
  if (!visit.writer || !(await partnerAt(ground, meant.sheetId, visit.writer.id)))
    return visit.remark('joint-fault-not-yours')
  const placed = await placeJoint(ground, code, place)
  if (!placed.ok) return faulty(visit, placed.fault)
  rooms.wake()
  visit.remark('joint-placed')
}

async function comeIn(visit: SheetVisit, code: string, meant: Meant): Promise<void> {
  const { ground, rooms, starts } = visit
  if (meant.purpose === 'place') return visit.remark('joint-code-in-group')
  // Nothing is kept of somebody who cannot come in.
  const joint = await readJoint(ground, meant.sheetId)
  const known = visit.writer && joint?.partners.some(({ writerId, left }) => writerId === visit.writer!.id && !left)
  if (!joint || joint.state === 'closed') return faulty(visit, joint ? 'closed' : 'unknown')
  if (!known && meant.used) return faulty(visit, 'unknown')
  if (!known && joint.partners.filter(({ left }) => !left).length >= MOST_PARTNERS) return faulty(visit, 'full')
  const [start] = starts
  const turn = await visit.become({ name: start?.name ?? '', partner: start?.organisation ?? '' })
  const joined = await joinJoint(ground, code, turn.writer)
  if (!joined.ok) return faulty(visit, joined.fault)
  rooms.wake()
  const here = (await at(turn, meant.sheetId))!
  if (here.self.partner === '') return askName(turn, here, { first: true })
  return showJoint(turn, here, joined.value.already ? undefined : 'joint-joined')
}
