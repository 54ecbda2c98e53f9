/** Sharing fields of the own worksheet with partners. */
import type { SheetTurn } from './turn.ts'

export async function takeSharing(turn: SheetTurn, _parts: string[]): Promise<void> {
  turn.remark('notice-stale')
}
