/** Whether a writer may still write: by a role, or as a partner of a joint worksheet. Reading and erasing their own they always may. */
import { jointsOf } from '../dialogue/joint-read.ts'
import type { SheetTurn } from './turn.ts'

export async function mayWrite({
  ground,
  starts,
  writer,
}: Pick<SheetTurn, 'ground' | 'starts' | 'writer'>): Promise<boolean> {
  return starts.length > 0 || (await jointsOf(ground, writer.id)).length > 0
}
