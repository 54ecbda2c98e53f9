/** A field that a partner shares, read in the message that told of it: when it is taken back, that message says so. */
import { sharedCard } from '../dialogue/sheet-shared-card.ts'
import { readShareSubject } from '../dialogue/sheet-shares.ts'
import type { SheetTurn } from './turn.ts'

/** @param row id of the row of that message */
export async function showReceived(turn: SheetTurn, row: string, field?: string): Promise<void> {
  const { ground, words, writer } = turn
  const found = await ground.store.db
    .selectFrom('outgoing')
    .select('subject_id')
    .where('id', '=', row)
    .where('kind', '=', 'joint')
    .where('writer_id', '=', writer.id)
    .executeTakeFirst()
  const about = readShareSubject(found?.subject_id ?? null)
  const card = about && (await sharedCard(ground, words, about, row, field))
  if (!card) return turn.remark('notice-stale')
  turn.say(card)
}
