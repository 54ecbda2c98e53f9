/**
 * Agreeing on a story, or wanting it otherwise: of the revision that somebody read, and of no other. When everybody who
 * has to agreed, it closes, the signs of its last part land on the timeline, and its worksheet closes with it.
 */
import type { Transaction } from 'kysely'
import { cut } from '../digest/labels.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { showJointAgain } from './joint-tell.ts'
import type { ChangeFault } from './story-change.ts'
import { faultsOfStory } from './story-checks.ts'
import type { StoryContent } from './story-content.ts'
import {
  type HeldStory,
  holdStory,
  mayClose,
  partnersWithSay,
  sayersOf,
  sealStory,
  staleNow,
  todayIn,
  withVoices,
  wordsOfFigures,
} from './story-read.ts'
import { showStoryAgain } from './story-tell.ts'
import type { Sayer } from './story-verdict.ts'

/** not-yours: who speaks has no say (any more); unready: something is lacking or behind, and the story shows what. */
export type VoiceFault = ChangeFault | 'not-yours' | 'unready'

/**
 * Says something of one revision; the same once more changes nothing.
 * @param who id of a partner, or a staff id
 * @returns whether the story is closed now
 */
export async function sayOfStory(
  ground: Ground,
  id: string,
  who: string,
  revision: number,
  says: 'agree' | 'adjust',
): Promise<{ closed: boolean } | VoiceFault> {
  const seen = await holdStory(ground, ground.store.db, id)
  if (!seen) return 'gone'
  const staff = seen.sheetId === null ? await sayersOf(ground, organisationOf(ground, seen), seen) : []
  return ground.store.db.transaction().execute(async (trx) => {
    const held = await holdStory(ground, trx, id)
    if (!held) return 'gone'
    const sayers = held.sheetId === null ? staff : partnersWithSay(held)
    const self = sayers.find(({ ids }) => ids.includes(who))
    if (!self) return 'not-yours'
    if (held.state === 'closed') return 'closed'
    if (held.revision !== revision) return 'overtaken'
    const lacks = { faults: faultsNow(ground, held), stale: staleNow(held) }
    if (says === 'agree' && (lacks.faults.length > 0 || lacks.stale.length > 0)) return 'unready'
    await speak(ground, trx, held, self, says)
    const people = await withVoices(trx, held, sayers)
    const closed = mayClose({ ...lacks, people, sheetId: held.sheetId })
    if (closed) await close(ground, trx, held, who)
    await showStoryAgain(ground, trx, held)
    return { closed }
  })
}

/** One voice an account, whichever of its roles it speaks under. */
async function speak(
  ground: Ground,
  trx: Transaction<Tables>,
  { organisationId, id, revision }: HeldStory,
  { ids }: Sayer,
  says: 'agree' | 'adjust',
): Promise<void> {
  const at = ground.clock.now().toString()
  const [who = ''] = ids
  await trx
    .insertInto('story_voice')
    .values({ organisation_id: organisationId, story_id: id, who, revision, says, at })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'story_id', 'who']).doUpdateSet({ revision, says, at }),
    )
    .execute()
}

async function close(ground: Ground, trx: Transaction<Tables>, held: HeldStory, by: string): Promise<void> {
  const now = ground.clock.now()
  const { organisationId, id, sheetId } = held
  await trx
    .updateTable('story')
    .set({
      state: 'closed',
      closed_at: now.toString(),
      // What was joined from whom is not needed any more: the text is everybody's now.
      content_cipher: sealStory(ground, id, withoutSourceWords(held.content)),
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
  await landOnTimeline(ground, trx, held)
  if (sheetId !== null) await closeSheet(ground, trx, held, sheetId)
  const happening = { organisationId, at: now, actor: by, action: 'story closed', subject: id }
  await writeAudit(trx, ground.newId(), happening)
}

/** A moment for each sign, once; in the working year of its date. */
async function landOnTimeline(ground: Ground, trx: Transaction<Tables>, held: HeldStory): Promise<void> {
  const organisation = organisationOf(ground, held)
  const signs = held.content.signs.filter(({ on }) => on !== null)
  if (!organisation || signs.length === 0) return
  const { language } = held.content
  await trx
    .insertInto('moment')
    .values(
      signs.map((sign, at) => {
        const title = cut(sign.what, MOST_TITLE)
        return {
          organisation_id: organisation.id,
          id: ground.newId(),
          kind: 'other' as const,
          subject_id: `story/${held.id}/${at}`,
          owner: '',
          on_date: sign.on!,
          minutes: 0,
          title: JSON.stringify({ nl: title, [language]: title }),
          person: 'worker' as const,
          by_hand: true,
        }
      }),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'kind', 'subject_id']).doNothing())
    .execute()
}

async function closeSheet(ground: Ground, trx: Transaction<Tables>, held: HeldStory, sheetId: string): Promise<void> {
  await trx
    .updateTable('joint_sheet')
    .set({ state: 'closed', closed_at: ground.clock.now().toString() })
    .where('id', '=', sheetId)
    .where('state', '=', 'open')
    .execute()
  await trx.deleteFrom('joint_code').where('sheet_id', '=', sheetId).execute()
  await showJointAgain(ground, trx, { organisationId: held.organisationId, id: sheetId })
}

const faultsNow = (ground: Ground, held: HeldStory) =>
  faultsOfStory(held.content, wordsOfFigures(held), todayIn(ground, organisationOf(ground, held)))

const organisationOf = (ground: Ground, { organisationId }: HeldStory) =>
  ground.config().organisations.get(organisationId)

const withoutSourceWords = (content: StoryContent): StoryContent => ({
  ...content,
  sources: content.sources.map((source) => ({ ...source, words: '' })),
})

/** As long as a moment's title may be. */
const MOST_TITLE = 60
