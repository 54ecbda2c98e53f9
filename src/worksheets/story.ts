/** The impact story of a joint worksheet, in the chat of its partners. */
import type { SheetTurn } from './turn.ts'

/** A button `w.v.…`, or the words that were asked for by one. */
export async function takeStory(turn: SheetTurn, _parts: string[], _text?: string): Promise<void> {
  turn.remark('notice-stale')
}
