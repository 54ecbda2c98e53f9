/** Keeps stories true: whatever they stand on may have changed, be taken back, or no longer hold. */
import type { Ground } from '../ground.ts'
import { followSources } from './story-change.ts'

/** All of them, one after the other; those of years long ago were looked at often enough. */
export async function followStories(ground: Ground): Promise<void> {
  const since = ground.clock.now().subtract({ hours: 24 * FOLLOWED_DAYS })
  const rows = await ground.store.db
    .selectFrom('story')
    .select('id')
    .where('touched_at', '>', since.toString() as never)
    .orderBy('touched_at')
    .execute()
  for (const { id } of rows) await followSources(ground, id)
}

const FOLLOWED_DAYS = 400
