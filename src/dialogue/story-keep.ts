/** Keeps stories true: whatever they stand on may have changed, be taken back, or no longer hold. */
import { sql } from 'kysely'
import type { Ground } from '../ground.ts'
import { followSources } from './story-change.ts'

/**
 * @returns what to call at every sweep: it asks once for all stories, and looks closely at those of which the story, its
 *   worksheet or any digest was written since; at each once after a start. Those of years long ago were looked at often
 *   enough.
 */
export function createStoryKeeping(ground: Ground): () => Promise<void> {
  let looked = new Map<string, string>()
  return async () => {
    const since = ground.clock
      .now()
      .subtract({ hours: 24 * FOLLOWED_DAYS })
      .toString()
    // Which transaction wrote a row last: a figure may come from any organisation, and a change says no time. A digest
    // that was made stays as it is, so the new ones tell.
    const day = ground.clock.now().subtract({ hours: 48 }).toString()
    const { rows } = await sql<{ id: string; mark: string }>`
      with digests as (select count(*) || '.' || coalesce(sum(hashtext(xmin::text)), 0) as mark from digest
        where created_at > ${day}::timestamptz)
      select story.id, concat_ws(' ', story.xmin, joint_sheet.xmin, digests.mark) as mark
      from digests cross join story left join joint_sheet on joint_sheet.id = story.sheet_id
      where story.touched_at > ${since}::timestamptz order by story.touched_at, story.id`.execute(ground.store.db)
    const failures: unknown[] = []
    const now = new Map<string, string>()
    for (const { id, mark } of rows) {
      try {
        if (looked.get(id) !== mark) await followSources(ground, id)
        now.set(id, mark)
      } catch (error) {
        // One story's trouble stays its own.
        failures.push(error)
      }
    }
    looked = now
    if (failures.length > 0) throw failures[0]
  }
}

const FOLLOWED_DAYS = 400
