/** The own worksheet. */
import type { SheetTurn, SheetVisit } from './turn.ts'

/** @returns false when this account may have none */
export async function openOwn(_visit: SheetVisit, _parts: string[] = []): Promise<boolean> {
  return false
}

export async function takeOwn(turn: SheetTurn, _parts: string[], _text?: string): Promise<void> {
  turn.remark('notice-stale')
}
