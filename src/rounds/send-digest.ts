/** One try to send or edit the message of a digest: its words, its picture, and a button as long as nobody wrote back. */
import type { Address, Prompt } from '../channels/port.ts'
import type { Digest } from '../digest/content.ts'
import { renderDigest } from '../digest/render.ts'
import type { FeedbackStatus } from '../digest/render-foot.ts'
import type { Ground } from '../ground.ts'
import { describeError } from '../log.ts'
import { digestImage } from '../pictures/digest-image.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import { readDigestMessage } from './digest-message.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendDigest(
  ground: Ground,
  delivery: Delivery,
  row: Pick<Row, 'organisation_id' | 'id' | 'digest_id' | 'external_cipher'>,
  address: Address | null,
): Promise<Outcome> {
  const digestId = row.digest_id ?? ''
  const found = await readDigestMessage(ground, row.organisation_id, digestId)
  if (!address || !found) return { outcome: 'pointless' }
  const language: Language = ground.config().organisations.get(row.organisation_id)?.language ?? 'nl'
  // On a page the picture stands beside the words by itself.
  const image = address.channel === 'web' ? null : await drawn(ground, () => digestImage(found.content, language))
  const prompt: Prompt = {
    ...digestPrompt(digestId, found.content, found.feedback, language),
    ...(image ? { image } : {}),
  }
  // Sent before: a correction edits the message that stands there.
  const replaces = row.external_cipher ? { replaces: ground.vault.decryptId(row.external_cipher) } : {}
  return delivery.send(address, prompt, { nonce: nonceOf(row.id, 0), ...replaces })
}

/** Without the picture. The button leads to the words back, for who may write them; they are asked in private. */
export function digestPrompt(id: string, digest: Digest, feedback: FeedbackStatus, language: Language): Prompt {
  const label = wordsFor(language)('digest-feedback-write')
  return {
    kind: 'digest',
    language,
    lines: renderDigest(digest, language, feedback),
    choices: feedback === 'todo' ? [{ data: `t.f.${id}`, label, role: 'control' }] : [],
  }
}

/** The words say it all: they do not wait for a picture that cannot be drawn. */
export async function drawn(
  ground: Ground,
  draw: () => Promise<NonNullable<Prompt['image']> | null>,
): Promise<Prompt['image'] | null> {
  try {
    return await draw()
  } catch (error) {
    ground.metrics.faults.inc({ at: 'digest-image' })
    ground.log.error(describeError(error), 'a picture could not be drawn; the words go out without')
    return null
  }
}
