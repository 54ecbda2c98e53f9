/** The impact story on its way to who is asked to agree on it: one card, edited as it changes. */
import type { Address, Prompt } from '../channels/port.ts'
import { loseJointPlace, moveJointPlace } from '../dialogue/joint-place.ts'
import { storyLines } from '../dialogue/story-card.ts'
import { holdStory, readStory, type Story } from '../dialogue/story-read.ts'
import { tellStory } from '../dialogue/story-tell.ts'
import type { Ground } from '../ground.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

/** @param address of the writer or somebody of the staff, for a card in private */
export async function sendStory(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address | null,
): Promise<Outcome> {
  const organisation = ground.config().organisations.get(row.organisation_id)
  const story = organisation && (await readStory(ground, row.subject_id ?? ''))
  if (!story || story.organisationId !== row.organisation_id) return { outcome: 'pointless' }
  const { place: cipher } = (row.notice ?? {}) as { place?: string }
  const to = cipher ? await placeOf(ground, story, row, cipher) : isConcerned(story, row) ? address : null
  if (!to) return { outcome: 'pointless' }
  if (cipher && !row.external_cipher) {
    const open = await delivery.isPublic(to)
    if (open === 'unknown') return { outcome: 'later', at: ground.clock.now().add({ seconds: 30 }) }
    // Anybody could read along: the partners read it in their own conversation.
    if (open) {
      await loseJointPlace(ground, to)
      return elsewhere(ground, story.id)
    }
  }
  const replaces = row.external_cipher ? { replaces: ground.vault.decryptId(row.external_cipher) } : {}
  const prompt = storyPrompt(story, organisation.language)
  const sent = await delivery.send(to, prompt, { nonce: nonceOf(row.id, 0), ...replaces })
  if (sent.outcome !== 'moved') return sent
  await moveJointPlace(ground, to, sent.to)
  return elsewhere(ground, story.id)
}

/** This card is over; where the story is read now gets one of its own. */
async function elsewhere(ground: Ground, id: string): Promise<Outcome> {
  await ground.store.db.transaction().execute(async (trx) => {
    const held = await holdStory(ground, trx, id)
    if (held) await tellStory(ground, trx, held, [])
  })
  return { outcome: 'pointless' }
}

/** The same for everybody: what somebody may do is asked when they tap. */
export function storyPrompt(story: Story, language: FullLanguage): Prompt {
  const words = wordsFor(language)
  const data = (...parts: (string | number)[]) =>
    (story.sheetId === null ? ['t', 'y', story.id, ...parts] : ['w', 'v', story.id, ...parts]).join('.')
  return {
    kind: 'notice',
    language,
    lines: storyLines(story, language, words),
    choices: [
      ...(story.state === 'draft'
        ? [
            { data: data('a', story.revision), label: words('story-agree'), role: 'option' as const },
            { data: data('o', story.revision), label: words('story-adjust'), role: 'option' as const },
          ]
        : []),
      { data: data('f'), label: words('story-files'), role: 'control' },
    ],
    silent: true,
  }
}

/** A new card comes only where the worksheet stands now; one that stands in another place is still kept right. */
async function placeOf(ground: Ground, story: Story, row: Row, cipher: string): Promise<Address | null> {
  const place = ground.vault.decryptAddress(cipher)
  if (row.external_cipher) return place
  const sheet = await ground.store.db
    .selectFrom('joint_sheet')
    .select('address_hash')
    .where('id', '=', story.sheetId)
    .executeTakeFirst()
  return sheet?.address_hash === ground.vault.hashAddress(place) ? place : null
}

/** Who left, or whose role ended, hears no more of it. */
function isConcerned(story: Story, row: Row): boolean {
  if (row.writer_id !== null)
    return story.joint?.partners.some(({ writerId, left }) => writerId === row.writer_id && !left) ?? false
  return story.people.some(({ ids }) => ids.includes(row.staff_id ?? ''))
}
