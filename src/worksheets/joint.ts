/** The joint worksheet in a chat: its list, its card, writing at a step, and the codes that let a partner in. */
import type { SheetTurn, SheetVisit } from './turn.ts'

/** A button `w.j.…`, or the words that were asked for by one. No parts: the joint worksheets of this writer. */
export async function takeJoint(turn: SheetTurn, _parts: string[], _text?: string): Promise<void> {
  turn.remark('notice-stale')
}

/**
 * A code behind `/koppel`, in private or in a place, by anybody.
 * @returns false when it is no code of a joint worksheet: then it may be one of another kind
 */
export async function takeJointCode(_visit: SheetVisit, _code: string): Promise<boolean> {
  return false
}

/** The command in a place. @returns false when no joint worksheet of this writer stands there */
export async function openJointHere(_turn: SheetTurn): Promise<boolean> {
  return false
}
