/** Beginning a story and changing it: each change is a new revision, so what was agreed on is always what is read. */
import type { Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { contentHash } from '../survey/content-hash.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { currentYear } from './coach-mode.ts'
import { readJoint } from './joint-read.ts'
import { type StoryContent, storyContent, withoutLooseFigures } from './story-content.ts'
import { draftFrom, emptyStory } from './story-draft.ts'
import { type HeldStory, holdStory, sayersOf, sealStory, staleNow } from './story-read.ts'
import { type Stale, withoutTakenBack } from './story-stale.ts'
import { showStoryAgain, tellStory } from './story-tell.ts'
import type { Sayer } from './story-verdict.ts'

/**
 * Begins the story of a joint worksheet from what its partners wrote; the one that is there when there is one.
 * @param by id of the partner who asked
 * @returns null for a worksheet that is not there
 */
export async function startJointStory(
  ground: Ground,
  sheetId: string,
  language: FullLanguage,
  by: string,
): Promise<string | null> {
  return ground.store.db.transaction().execute(async (trx) => {
    const joint = await readJoint(ground, sheetId, undefined, trx)
    if (!joint) return null
    const organisation = ground.config().organisations.get(joint.organisationId)
    const row = { organisationId: joint.organisationId, sheetId, year: yearOf(ground, organisation), by }
    const made = await insert(ground, trx, row, draftFrom(joint, language))
    if (made) return made
    const there = await trx.selectFrom('story').select('id').where('sheet_id', '=', sheetId).executeTakeFirst()
    return there?.id ?? null
  })
}

/**
 * Begins the story of an organisation's working year, with nothing in it; the one that is there when there is one.
 * @param by a staff id
 */
export async function startYearStory(
  ground: Ground,
  organisation: Organisation,
  year: number,
  language: FullLanguage,
  by: string,
): Promise<string> {
  const sayers = await sayersOf(ground, organisation, { sheetId: null, sources: { joint: null, digests: new Map() } })
  return ground.store.db.transaction().execute(async (trx) => {
    // Two taps at once would both begin one.
    await trx.selectFrom('organisation').select('id').where('id', '=', organisation.id).forUpdate().execute()
    const there = await trx
      .selectFrom('story')
      .select('id')
      .where('organisation_id', '=', organisation.id)
      .where('sheet_id', 'is', null)
      .where('year', '=', year)
      .executeTakeFirst()
    if (there) return there.id
    const row = { organisationId: organisation.id, sheetId: null, year, by }
    const title = `${organisation.name} ${year}–${year + 1}`
    const made = await insert(ground, trx, row, emptyStory(title, language), sayers)
    if (!made) throw new EngineError('stories: a story of a year was there and was not')
    return made
  })
}

async function insert(
  ground: Ground,
  trx: Transaction<Tables>,
  row: { organisationId: string; sheetId: string | null; year: number; by: string },
  content: StoryContent,
  sayers: readonly Sayer[] = [],
): Promise<string | null> {
  const id = ground.newId()
  const now = ground.clock.now()
  const made = await trx
    .insertInto('story')
    .values({
      organisation_id: row.organisationId,
      id,
      sheet_id: row.sheetId,
      year: row.year,
      revision: 1,
      state: 'draft',
      content_cipher: sealStory(ground, id, content),
      made_by: row.by,
      made_at: now.toString(),
      touched_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return null
  const happening = { organisationId: row.organisationId, at: now, actor: row.by, action: 'story begun', subject: id }
  await writeAudit(trx, ground.newId(), happening)
  const held = await holdStory(ground, trx, id)
  if (held) await tellStory(ground, trx, held, sayers)
  return id
}

/** gone: no such story; closed: nothing changes any more; overtaken: somebody changed this first. */
export type ChangeFault = 'gone' | 'closed' | 'overtaken'

/**
 * Changes the words of a draft. What nobody changed makes no revision.
 * @param change gives the new content; null when what it was about is no longer as it was seen
 */
export async function changeStory(
  ground: Ground,
  id: string,
  change: (content: StoryContent, held: HeldStory) => StoryContent | null,
): Promise<{ revision: number } | ChangeFault> {
  return ground.store.db.transaction().execute(async (trx) => {
    const held = await holdStory(ground, trx, id)
    if (!held) return 'gone'
    if (held.state === 'closed') return 'closed'
    // What a partner took back does not come back with somebody's edit.
    const before = withoutTakenBack(held.content, held.sources.joint)
    const changed = change(before, held)
    if (!changed) return 'overtaken'
    const content = storyContent.parse(withoutLooseFigures(changed))
    if (same(content, held.content)) return { revision: held.revision }
    return { revision: await write(ground, trx, held, content) }
  })
}

/** Words that were taken back go; what is behind is written down, so that everybody who reads it sees where. */
export async function followSources(ground: Ground, id: string): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    const held = await holdStory(ground, trx, id)
    if (!held) return
    const content = held.state === 'draft' ? withoutTakenBack(held.content, held.sources.joint) : held.content
    if (content !== held.content) await write(ground, trx, held, content)
    else await noteStale(ground, trx, held, staleNow(held))
  })
}

async function noteStale(ground: Ground, trx: Transaction<Tables>, held: HeldStory, stale: Stale[]): Promise<void> {
  if (same(stale, held.stale)) return
  await trx
    .updateTable('story')
    .set({ stale: stale.length === 0 ? null : JSON.stringify(stale) })
    .where('organisation_id', '=', held.organisationId)
    .where('id', '=', held.id)
    .execute()
  await showStoryAgain(ground, trx, held)
}

async function write(
  ground: Ground,
  trx: Transaction<Tables>,
  held: HeldStory,
  content: StoryContent,
): Promise<number> {
  const row = trx.updateTable('story').where('organisation_id', '=', held.organisationId).where('id', '=', held.id)
  const revision = held.revision + 1
  await row
    .set({
      revision,
      content_cipher: sealStory(ground, held.id, content),
      touched_at: ground.clock.now().toString(),
    })
    .execute()
  // What the new words stand on is looked up anew: there may be a figure that was not there before.
  const stale = staleNow((await holdStory(ground, trx, held.id))!)
  await row.set({ stale: stale.length === 0 ? null : JSON.stringify(stale) }).execute()
  await showStoryAgain(ground, trx, held)
  return revision
}

const yearOf = (ground: Ground, organisation: Organisation | undefined): number =>
  organisation ? currentYear(ground, organisation) : ground.clock.now().toZonedDateTimeISO('Europe/Brussels').year

const same = (one: unknown, other: unknown): boolean => contentHash({ one }) === contentHash({ one: other })
