/** Word to a partner of what another shares with them. The copies are looked up when it leaves, and once more when one is taken back. */
import type { Address } from '../channels/port.ts'
import { sharedCard } from '../dialogue/sheet-shared-card.ts'
import { readShareSubject } from '../dialogue/sheet-shares.ts'
import type { Ground } from '../ground.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendShared(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address | null,
): Promise<Outcome> {
  const about = readShareSubject(row.subject_id)
  if (!about || !address) return { outcome: 'pointless' }
  const language: FullLanguage = ground.config().organisations.get(row.organisation_id)?.language ?? 'nl'
  const words = wordsFor(language)
  const card = await sharedCard(ground, words, about, row.id)
  const shown = row.external_cipher === null ? {} : { replaces: ground.vault.decryptId(row.external_cipher) }
  // Who left has nothing before them any more; what was never shown need not be told.
  if (!card && row.external_cipher === null) return { outcome: 'pointless' }
  const said = card ?? { lines: [{ text: words('shared-none') }], choices: [] }
  return delivery.send(address, { kind: 'notice', language, ...said }, { nonce: nonceOf(row.id, 0), ...shown })
}
